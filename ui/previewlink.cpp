// SPDX-License-Identifier: MIT
#include "previewlink.h"

#include "editor/editorpane.h"
#include "editor/posteditor.h"
#include "layout/siteassets.h"
#include "livepage.h"
#include "openpost.h"
#include "preview/placeintext.h"
#include "preview/previewpane.h"
#include "site/site.h"
#include "site/sitecontent.h"

#include <QFile>
#include <QFileInfo>
#include <QTextCursor>

#include <utility>

namespace galley
{

PreviewLink::PreviewLink(OpenPost* post, LivePage* page, PostEditor* editor, PreviewPane* preview, QObject* parent)
    : QObject(parent), m_post(post), m_page(page), m_editor(editor), m_preview(preview)
{
    connect(page, &LivePage::rendered, this, &PreviewLink::show);
    setPost(post, editor);
    connect(preview, &PreviewPane::scrolledToLine, this, &PreviewLink::followPreview);
    connect(preview, &PreviewPane::clicked, this, &PreviewLink::goToClick);
    connect(preview, &PreviewPane::cameIntoSight, this, [this] { noteMove(m_scrolled); });
}

void PreviewLink::setPost(OpenPost* post, PostEditor* editor)
{
    disconnect(m_editor->pane(), nullptr, this, nullptr);
    m_post = post;
    m_editor = editor;
    m_shown = m_moved = false;
    m_preview->awaitPage();
    connect(editor->pane(), &EditorPane::scrolled, this, [this] { noteMove(m_scrolled); });
    connect(editor->pane(), &QPlainTextEdit::cursorPositionChanged, this, [this] { noteMove(m_caretMoved); });
    connect(editor->pane(), &QPlainTextEdit::textChanged, this, [this] { noteMove(m_edited); });
}

void PreviewLink::setFollowing(bool following)
{
    m_following = following;
    if (following)
        noteMove(m_scrolled);
}

void PreviewLink::show()
{
    const std::shared_ptr<const LiveResult> result = m_page->result();
    PageAddress address;
    const std::shared_ptr<const Site>& site = result->site;
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
    address.url = site ? QString::fromStdString(result->page.url) : lonePageUrl(m_post->place());
    const bool other = !m_shown || m_shownFile != address.file;
    m_shown = true;
    m_shownFile = address.file;
    m_preview->showPage(std::shared_ptr<const RenderedPage>(result, &result->page), address);
    // A post that comes back stands where it stood, unless a search or the like took the editor elsewhere.
    if (other && m_following && (m_moved || !m_preview->remembersPlace(address.file)))
        m_preview->standAt(m_editor->topLine(), m_editor->isCaretInSight() ? m_editor->caretLine() : -1);
}

/// The page gets what the site publishes, and nothing else of its folder.
void PreviewLink::serve(const std::shared_ptr<const Site>& site)
{
    m_servedSite = site;
    if (!site) {
        m_preview->setResourceProvider({});
        return;
    }
    const auto assets = std::make_shared<const SiteAssets>(site, std::string(), std::filesystem::path());
    m_preview->setResourceProvider(
        [assets](const QString& path, const std::stop_token& stop) -> std::optional<PreviewResource> {
            const std::optional<Asset> asset = assets->published(path.toStdString(), stop);
            if (!asset)
                return std::nullopt;
            return PreviewResource{QByteArray::fromStdString(asset->mimeType), QByteArray::fromStdString(asset->bytes)};
        });
}

/// What the preview itself brought about is not told back to it.
void PreviewLink::noteMove(bool& what)
{
    if (m_led)
        return;
    what = true;
    if (!std::exchange(m_telling, true))
        QMetaObject::invokeMethod(this, &PreviewLink::followEditor, Qt::QueuedConnection);
}

/// An edit moves nothing here: the preview shows the edited block by itself, and stays where it is when it does
/// already.
void PreviewLink::followEditor()
{
    m_telling = false;
    const bool scrolled = std::exchange(m_scrolled, false);
    const bool moved = std::exchange(m_caretMoved, false);
    const bool edited = std::exchange(m_edited, false);
    m_moved = m_moved || scrolled || moved;
    if (!m_shown || !m_following || edited || !(m_preview->isVisible() || m_preview->isDetached()))
        return;
    if (scrolled && moved)
        m_preview->follow(m_editor->topLine(), m_editor->caretLine());
    else if (scrolled)
        m_preview->scrollToLine(m_editor->topLine());
    else if (moved)
        m_preview->showLine(m_editor->caretLine());
}

void PreviewLink::followPreview(double line)
{
    if (!m_shown || !m_following)
        return;
    m_led = true;
    m_editor->scrollToLine(line);
    m_led = false;
}

/// The page does not move under the pointer, whatever the editor has to scroll.
void PreviewLink::goToClick(const PageClick& click)
{
    if (!m_shown)
        return;
    m_led = true;
    select(click);
    m_led = false;
    if (click.select)
        m_editor->pane()->setFocus();
}

void PreviewLink::select(const PageClick& click)
{
    if (click.blockFirst < 0) {
        m_editor->goToLine(click.line);
        return;
    }
    const auto [from, to] = m_editor->positionsOf(click.blockFirst, click.blockLast);
    QTextCursor cursor(m_editor->pane()->document());
    cursor.setPosition(from);
    cursor.setPosition(to, QTextCursor::KeepAnchor);
    const std::optional<int> place = placeInText(cursor.selectedText(), click.before, click.after);
    if (!place) {
        m_editor->goToLine(click.line);
        return;
    }
    m_editor->pane()->goTo(from + *place);
    if (!click.select)
        return;
    cursor.setPosition(from + *place);
    cursor.select(QTextCursor::WordUnderCursor);
    m_editor->pane()->setTextCursor(cursor);
}

} // namespace galley
