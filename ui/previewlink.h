// SPDX-License-Identifier: MIT
// PreviewLink: editor and preview side by side: pages go over, and each follows the other's scrolling.
#pragma once

#include <QObject>
#include <QString>

#include <memory>

namespace galley
{

class LivePage;
class OpenPost;
class PostEditor;
class PreviewPane;
class Site;
struct PageClick;

class PreviewLink final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PreviewLink)

public:
    PreviewLink(OpenPost* post, LivePage* page, PostEditor* editor, PreviewPane* preview, QObject* parent);

    /// Another post's editor stands beside the preview.
    void setPost(OpenPost* post, PostEditor* editor);

    /// Whether scrolling one side scrolls the other.
    void setFollowing(bool following);

private:
    void show();
    void serve(const std::shared_ptr<const Site>& site);
    void noteMove(bool& what);
    void followEditor();
    void followPreview(double line);
    void goToClick(const PageClick& click);
    void select(const PageClick& click);

    OpenPost* m_post;
    LivePage* m_page;
    PostEditor* m_editor;
    PreviewPane* m_preview;
    std::shared_ptr<const Site> m_servedSite; ///< whose files the preview is given
    bool m_shown = false;                     ///< the preview has this post's page, and not another one's yet
    QString m_shownFile;
    bool m_moved = false; ///< the editor, while the preview had another post's page
    bool m_following = true;
    bool m_led = false; ///< the preview moves the editor just now
    // What the editor did since the preview was last told. A key edits, moves the caret and scrolls in one go.
    bool m_scrolled = false;
    bool m_caretMoved = false;
    bool m_edited = false;
    bool m_telling = false; ///< the preview is told when the event is over
};

} // namespace galley
