// SPDX-License-Identifier: MIT
#include "layout/builtinlayouts.h"

#include "post/postdocument.h"

#include <QFile>
#include <QString>

static void initResources()
{
    Q_INIT_RESOURCE(core); // a static library's resources are left out by the linker unless asked for
}

namespace galley
{

static std::string resource(const char* path)
{
    QFile file(QString::fromLatin1(path));
    return file.open(QIODevice::ReadOnly) ? file.readAll().toStdString() : std::string();
}

BuiltinLayouts::BuiltinLayouts()
{
    initResources();
    for (const char* name : {"default", "page", "post"}) {
        const std::string relative = std::string("layouts/") + name + ".html";
        const std::string text = resource((":/galley/" + relative).c_str());
        const PostDocument document = PostDocument::parse(text);
        site::LayoutFile layout;
        layout.name = name;
        layout.relativePath = "built-in " + relative;
        layout.path = layout.relativePath;
        layout.data = document.values;
        layout.source = document.body;
        layout.bodyLine = document.bodyLine();
        m_layouts.emplace(layout.name, std::move(layout));
    }
    Hash galley;
    galley.set("css", resource(":/galley/layouts/galley.css"));
    m_variable = Value(std::move(galley));
}

const site::LayoutFile* BuiltinLayouts::find(std::string_view name) const
{
    const auto found = m_layouts.find(name);
    return found == m_layouts.end() ? nullptr : &found->second;
}

} // namespace galley
