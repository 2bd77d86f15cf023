// SPDX-License-Identifier: MIT
#include "previewlink.h"

#include "editor/editorpane.h"
#include "editor/posteditor.h"
#include "livepage.h"
#include "openpost.h"
#include "preview/previewpane.h"
#include "site/site.h"

#include <QFile>
#include <QFileInfo>

namespace galley
{

PreviewLink::PreviewLink(OpenPost* post, LivePage* page, PostEditor* editor, PreviewPane* preview, QObject* parent)
    : QObject(parent), m_post(post), m_page(page), m_editor(editor), m_preview(preview)
{
    connect(page, &LivePage::rendered, this, &PreviewLink::show);
    connect(editor->pane(), &EditorPane::scrolled, this, &PreviewLink::followEditor);
    connect(preview, &PreviewPane::scrolledToLine, this, &PreviewLink::followPreview);
    connect(preview, &PreviewPane::lineClicked, this, [this](int line, bool select) {
        m_editor->goToLine(line);
        if (select)
            m_editor->pane()->setFocus();
    });
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
    if (m_page->site())
        address.siteRoot = QFile::decodeName(m_page->site()->root().c_str());
    if (!m_post->path().isEmpty())
        address.postFolder = QFileInfo(m_post->path()).path();
    address.url = QString::fromStdString(result->page.url);
    m_preview->showPage(std::shared_ptr<const RenderedPage>(result, &result->page), address);
}

void PreviewLink::followEditor()
{
    if (m_following && m_preview->isVisible())
        m_preview->scrollToLine(m_editor->topLine());
}

void PreviewLink::followPreview(double line)
{
    if (m_following)
        m_editor->scrollToLine(line);
}

} // namespace galley
