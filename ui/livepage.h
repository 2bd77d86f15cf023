// SPDX-License-Identifier: MIT
// LivePage: renders the post each time its text changed, on a worker, and tells what came of it.
#pragma once

#include "layout/postrenderer.h"
#include "post/frontmatterlook.h"
#include "post/postdocument.h"
#include "renderqueue.h"
#include "wordcount.h"

#include <QObject>

#include <memory>

namespace galley
{

class OpenPost;

/// Everything one look at the text gave. Immutable, shared with whoever shows it.
struct LiveResult {
    std::shared_ptr<const std::string> text; ///< core text; `document` has views into it
    RenderedPage page;
    std::shared_ptr<const Site> site; ///< the page was made with this one; null: a lone file's
    FrontMatterLookPtr frontMatter;   ///< the last result's own while only the body changes
    PostDocument document;
    Diagnostics diagnostics;      ///< of the bytes, the front matter and the page, by line
    WordCount words;              ///< without front matter
    bool complete = true;         ///< false when it was stopped for a newer text
    int frontMatterLastLine = -1; ///< 0-based line of the closing ---; -1 without front matter
};

class LivePage final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(LivePage)

public:
    explicit LivePage(OpenPost* post, QObject* parent = nullptr);

    /// From now on the page is this post's; there is no result until it was rendered.
    void setPost(OpenPost* post);

    /// Waits for setSite: the page of a lone file would flash up before that of the site.
    void holdForSite() { m_held = true; }
    void setSite(std::shared_ptr<const Site> site);
    const std::shared_ptr<const Site>& site() const { return m_site; }

    /// Which form of the page is made: the site's, or the one with everything inside.
    void setForm(PageForm form);
    PageForm form() const { return m_form; }

    /// Renders at once, or as soon as the worker is free: the text is copied only then.
    void refresh();

    /// Null before the first result.
    const std::shared_ptr<const LiveResult>& result() const { return m_result; }

    /// Whether the last result is that of the text as it stands.
    bool isCurrent() const { return !m_busy && !m_stale && !m_held; }

Q_SIGNALS:
    void rendered();

private:
    void start();
    void take(std::shared_ptr<const LiveResult> result, int turn);

    OpenPost* m_post;
    std::shared_ptr<const Site> m_site;
    PageForm m_form = PageForm::SitePage;
    std::shared_ptr<const LiveResult> m_result;
    int m_turn = 0; ///< counts the posts: an answer about one shown before is dropped
    bool m_busy = false;
    bool m_stale = false;
    bool m_held = false;
    RenderQueue m_queue; ///< last: its worker is joined before the rest goes
};

/// The line of the closing --- or ..., 0-based; -1 without front matter.
int frontMatterLastLine(std::string_view text, const FrontMatter& frontMatter);

} // namespace galley
