// SPDX-License-Identifier: MIT
// The page that a careless program would show for a post: nothing escaped, nothing left out.
#pragma once

#include "attackpost.h"

#include <QRegularExpression>
#include <QUrl>

#include <md4c-html.h>
#include <yaml-cpp/yaml.h>

namespace galley::test
{

struct NaivePost {
    QByteArray yaml, body;
};

inline NaivePost splitNaively(const QByteArray& text)
{
    if (!text.startsWith("---\n"))
        return {{}, text};
    const qsizetype end = text.indexOf("\n---", 3);
    if (end < 0)
        return {{}, text};
    return {text.mid(4, end - 3), text.mid(text.indexOf('\n', end + 1) + 1)};
}

inline YAML::Node naiveYaml(const QByteArray& yaml)
{
    try {
        return YAML::Load(yaml.toStdString());
    } catch (const YAML::Exception&) {
        return {};
    }
}

/// md4c's own renderer with everything on that it knows.
inline QByteArray naiveHtml(const QByteArray& markdown)
{
    QByteArray out;
    const auto write = [](const MD_CHAR* text, MD_SIZE size, void* into) {
        static_cast<QByteArray*>(into)->append(text, qsizetype(size));
    };
    const unsigned flags = MD_DIALECT_GITHUB | MD_FLAG_LATEXMATHSPANS | MD_FLAG_WIKILINKS | MD_FLAG_UNDERLINE;
    md_html(markdown.constData(), MD_SIZE(markdown.size()), write, &out, flags, 0);
    // [[target]] is a link in many programs; md4c leaves an element of its own making.
    static const QRegularExpression wiki(QStringLiteral("<x-wikilink data-target=\"([^\"]*)\">"));
    return QString::fromUtf8(out)
        .replace(wiki, QStringLiteral("<a href=\"\\1\">"))
        .replace(QLatin1String("</x-wikilink>"), QLatin1String("</a>"))
        .toUtf8();
}

/// Formulas as many programs have them: TeX in a script element, set by KaTeX that trusts it.
inline QByteArray withNaiveFormulas(const QByteArray& html)
{
    static const QRegularExpression equation(QStringLiteral("<x-equation(?: type=\"display\")?>(.*?)</x-equation>"),
                                             QRegularExpression::DotMatchesEverythingOption);
    const QString page = QString::fromUtf8(html);
    QString out;
    qsizetype done = 0;
    for (auto found = equation.globalMatch(page); found.hasNext();) {
        const auto match = found.next();
        QString tex = match.captured(1);
        tex.replace(QLatin1String("&lt;"), QLatin1String("<"))
            .replace(QLatin1String("&gt;"), QLatin1String(">"))
            .replace(QLatin1String("&quot;"), QLatin1String("\""))
            .replace(QLatin1String("&amp;"), QLatin1String("&"));
        out += page.mid(done, match.capturedStart() - done) + QLatin1String("<script type=\"math/tex\">") + tex +
               QLatin1String("</script>");
        done = match.capturedEnd();
    }
    if (done == 0)
        return html;
    out += page.mid(done) + QLatin1String("<script>") +
           QString::fromUtf8(fileBytes(QStringLiteral("/usr/share/javascript/katex/katex.min.js"))) +
           QLatin1String(
               "</script><script>for (const one of document.querySelectorAll('script[type=\"math/tex\"]')) {"
               "const box = document.createElement('span'); one.after(box);"
               "katex.render(one.textContent, box, {trust: true, strict: false, throwOnError: false}); }</script>");
    return out.toUtf8();
}

inline QByteArray naivePage(const QByteArray& text)
{
    const NaivePost post = splitNaively(text);
    const YAML::Node values = naiveYaml(post.yaml);
    QString page = QString::fromUtf8(carelessLayout);
    static const QRegularExpression condition(QStringLiteral("\\{% if page\\.(\\w+) %\\}(.*)\\{% endif %\\}"));
    static const QRegularExpression output(QStringLiteral("\\{\\{ page\\.(\\w+) \\}\\}"));
    const auto value = [&](const QString& name) {
        const YAML::Node node = values.IsMap() ? values[name.toStdString()] : YAML::Node();
        return node.IsDefined() && node.IsScalar() ? QString::fromStdString(node.Scalar()) : QString();
    };
    for (auto match = condition.match(page); match.hasMatch(); match = condition.match(page))
        page.replace(match.captured(0), value(match.captured(1)).isEmpty() ? QString() : match.captured(2));
    for (auto match = output.match(page); match.hasMatch(); match = output.match(page))
        page.replace(match.captured(0), value(match.captured(1)));
    return page.toUtf8().replace("{{ content }}", withNaiveFormulas(naiveHtml(post.body)));
}

/// Where a careless program would read a layout from.
inline bool naiveLayoutLeads(const QByteArray& text)
{
    const YAML::Node values = naiveYaml(splitNaively(text).yaml);
    if (!values.IsMap() || !values["layout"].IsDefined() || !values["layout"].IsScalar())
        return false;
    QString name = QString::fromStdString(values["layout"].Scalar());
    if (name.contains(QLatin1String("://")))
        name = QUrl(name).path();
    name = QUrl::fromPercentEncoding(name.toUtf8()).replace(u'\\', u'/').section(QChar(0), 0, 0);
    const QString folder = attackSite() + QStringLiteral("/_layouts/");
    for (const QString& path : QStringList{folder + name, folder + name + QStringLiteral(".html"),
                                           folder + name + QStringLiteral(".md"), name}) {
        const QFileInfo file(path);
        if (file.exists() && file.fileName() != QLatin1String("post.html") && !(file.isDir() && name.size() > 2))
            return true;
    }
    return name.startsWith(u'~');
}

} // namespace galley::test
