// SPDX-License-Identifier: MIT
#include "livepage.h"

#include "base/outermost.h"
#include "base/textcheck.h"
#include "machine/machine.h"
#include "openpost.h"

#include <QFile>

#include <algorithm>

namespace galley
{

int frontMatterLastLine(std::string_view text, const FrontMatter& frontMatter)
{
    if (!frontMatter.present)
        return -1;
    const std::string_view head = text.substr(0, frontMatter.closingBegin);
    return static_cast<int>(std::count(head.begin(), head.end(), '\n'));
}

static std::shared_ptr<LiveResult> look(const std::shared_ptr<const std::string>& text, RenderRequest request,
                                        const FrontMatterLookPtr& before)
{
    auto result = std::make_shared<LiveResult>();
    result->text = text;
    result->diagnostics = checkText(*text);
    request.text = *text;
    result->page = renderPost(request);
    result->site = request.site;
    result->frontMatter = lookAtFrontMatter(*text, before);
    result->document = result->frontMatter->document(*text);
    result->words = countWords(result->document.body);
    result->frontMatterLastLine = frontMatterLastLine(*text, result->document.frontMatter);
    const Diagnostics& found = result->page.diagnostics;
    result->diagnostics.insert(result->diagnostics.end(), found.begin(), found.end());
    if (!result->document.broken && !result->frontMatter->stray) { // those are told by the document already
        for (const FrontMatterFinding& finding : result->frontMatter->findings)
            result->diagnostics.push_back(finding.diagnostic);
    }
    std::stable_sort(result->diagnostics.begin(), result->diagnostics.end(),
                     [](const Diagnostic& a, const Diagnostic& b) { return a.line < b.line; });
    const auto end = std::unique(result->diagnostics.begin(), result->diagnostics.end());
    result->diagnostics.erase(end, result->diagnostics.end());
    return result;
}

static void follow(OpenPost* post, LivePage* page)
{
    QObject::connect(post->document(), &QTextDocument::contentsChanged, page, &LivePage::refresh);
    QObject::connect(post, &OpenPost::pathChanged, page, &LivePage::refresh);
}

LivePage::LivePage(OpenPost* post, QObject* parent) : QObject(parent), m_post(post)
{
    follow(post, this);
}

void LivePage::setPost(OpenPost* post)
{
    disconnect(m_post, nullptr, this, nullptr);
    disconnect(m_post->document(), nullptr, this, nullptr);
    m_post = post;
    m_result.reset();
    ++m_turn;
    follow(post, this);
    refresh();
}

void LivePage::setSite(std::shared_ptr<const Site> site)
{
    m_site = std::move(site);
    m_held = false;
    refresh();
}

void LivePage::setForm(PageForm form)
{
    m_form = form;
    refresh();
}

void LivePage::refresh()
{
    if (m_busy || m_held) {
        m_stale = true;
        m_queue.hurry();
        return;
    }
    start();
}

void LivePage::start()
{
    m_busy = true;
    m_stale = false;
    RenderRequest request = machine::renderRequest(QFile::encodeName(m_post->place()).toStdString(), m_site);
    request.form = m_form;
    const FrontMatterLookPtr before = m_result ? m_result->frontMatter : nullptr;
    request.before = m_result ? m_result->page.conversion : nullptr;
    m_queue.submit([this, text = m_post->text().text(), request, before, turn = m_turn](std::stop_token stop) mutable {
        request.stop = std::move(stop);
        std::shared_ptr<LiveResult> result;
        if (const auto why = thrownBy([&] { result = look(text, request, before); })) {
            result = std::make_shared<LiveResult>();
            result->text = text;
            result->frontMatter = lookAtFrontMatter({}, nullptr);
            result->diagnostics.push_back({{}, 0, 0, Severity::Error, "The page could not be made: " + *why});
        }
        result->complete = !request.stop.stop_requested();
        std::shared_ptr<const LiveResult> made = std::move(result);
        QMetaObject::invokeMethod(
            this, [this, turn, made] { take(made, turn); }, Qt::QueuedConnection);
    });
}

void LivePage::take(std::shared_ptr<const LiveResult> result, int turn)
{
    m_busy = false;
    const bool complete = result->complete && turn == m_turn;
    if (complete)
        m_result = std::move(result);
    if (m_stale && !m_held)
        start();
    if (complete)
        Q_EMIT rendered();
}

} // namespace galley
