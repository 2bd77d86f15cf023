// SPDX-License-Identifier: MIT
// PreviewLink: editor and preview side by side: pages go over, and each follows the other's scrolling.
#pragma once

#include <QObject>

#include <memory>

namespace galley
{

class LivePage;
class OpenPost;
class PostEditor;
class PreviewPane;
class Site;

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
    void followEditor();
    void followPreview(double line);

    OpenPost* m_post;
    LivePage* m_page;
    PostEditor* m_editor;
    PreviewPane* m_preview;
    std::shared_ptr<const Site> m_servedSite; ///< whose files the preview is given
    bool m_following = true;
};

} // namespace galley
