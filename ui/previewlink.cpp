// SPDX-License-Identifier: MIT
#include "previewlink.h"

#include "editor/editorpane.h"
#include "editor/posteditor.h"
#include "layout/siteassets.h"
#include "livepage.h"
#include "openpost.h"
#include "preview/previewpane.h"
#include "site/site.h"
#include "site/sitecontent.h"

#include <QFile>
#include <QFileInfo>

namespace galley
{

PreviewLink::PreviewLink(OpenPost* post, LivePage* page, PostEditor* editor, PreviewPane* preview, QObject* parent)
    : QObject(parent), m_post(post), m_page(page), m_editor(editor), m_preview(preview)
{
    connect(page, &LivePage::rendered, this, &PreviewLink::show);
    setPost(post, editor);
    connect(preview, &PreviewPane::scrolledToLine, this, &PreviewLink::followPreview);
    connect(preview, &PreviewPane::lineClicked, this, [this](int line, bool select) {
        m_editor->goToLine(line);
        if (select)
            m_editor->pane()->setFocus();
    });
}

void PreviewLink::setPost(OpenPost* post, PostEditor* editor)
{
    disconnect(m_editor->pane(), nullptr, this, nullptr);
    m_post = post;
    m_editor = editor;
    connect(editor->pane(), &EditorPane::scrolled, this, &PreviewLink::followEditor);
}

void PreviewLink::setFollowing(bool following)
{
    m_following = following;
    if (following)
        followEditor();
}

void PreviewLink::show()
{
    const std::shared_ptr<const LiveResult> result = m_page->result();
    PageAddress address;
    const std::shared_ptr<const Site>& site = m_page->site();
    if (site) {
        address.siteRoot = QFile::decodeName(site->root().c_str());
        address.siteUrl = QString::fromStdString(site->content().setting("url"));
        address.baseUrl = QString::fromStdString(site->content().setting("baseurl"));
    }
    if (site != m_servedSite)
        serve(site);
    address.file = m_post->place();
    if (!m_post->place().isEmpty())
        address.postFolder = QFileInfo(m_post->place()).path();
    address.url = QString::fromStdString(result->page.url);
    m_preview->showPage(std::shared_ptr<const RenderedPage>(result, &result->page), address);
}

/// Style sheets from Sass and the like come from the engine, not from a file.
void PreviewLink::serve(const std::shared_ptr<const Site>& site)
{
    m_servedSite = site;
    if (!site) {
        m_preview->setResourceProvider({});
        return;
    }
    const auto assets = std::make_shared<const SiteAssets>(site, std::string(), std::filesystem::path());
    m_preview->setResourceProvider([assets](const QString& path) -> std::optional<PreviewResource> {
        const std::optional<Asset> asset = assets->made(path.toStdString());
        if (!asset)
            return std::nullopt;
        return PreviewResource{QByteArray::fromStdString(asset->mimeType), QByteArray::fromStdString(asset->bytes)};
    });
}

void PreviewLink::followEditor()
{
    if (m_following && (m_preview->isVisible() || m_preview->isDetached()))
        m_preview->scrollToLine(m_editor->topLine());
}

void PreviewLink::followPreview(double line)
{
    if (m_following)
        m_editor->scrollToLine(line);
}

} // namespace galley
