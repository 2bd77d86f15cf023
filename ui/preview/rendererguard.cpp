// SPDX-License-Identifier: MIT
#include "preview/rendererguard.h"

#include "preview/pagefeed.h"
#include "preview/previewpage.h"

#include <QPointer>

#include <csignal>
#include <utility>

namespace galley
{

namespace
{

constexpr int reloadsAllowed = 3;        // of a page that dies soon after each
constexpr int reloadsInAll = 30;         // of one that lives for a while each time
constexpr qint64 livedLongEnough = 3000; // ms: not the page's own fault, most likely
constexpr qint64 provedGood = 60000;     // ms: a page that crashed or hung, and then did neither for so long
constexpr qint64 idlePatience = 2000;    // ms without an answer while nothing is under way
constexpr qint64 busyPatience = 30000;   // ms while a load or an order is under way
constexpr int lookEvery = 500;           // ms

} // namespace

RendererGuard::RendererGuard(PreviewPage* page, PageFeed* feed, QObject* parent)
    : QObject(parent), m_page(page), m_feed(feed)
{
    connect(page, &QWebEnginePage::renderProcessTerminated, this,
            [this](QWebEnginePage::RenderProcessTerminationStatus status) {
                const bool byOthers = status == QWebEnginePage::KilledTerminationStatus && !m_hung;
                m_hung = false;
                died(byOthers);
            });
    connect(&m_timer, &QTimer::timeout, this, &RendererGuard::look);
    m_lastBusy.start();
    m_timer.start(lookEvery);
}

void RendererGuard::setLoading(bool loading)
{
    m_loading = loading;
    if (loading) {
        m_document = 0;
        m_scriptAsked = false;
    }
    m_lastBusy.start();
}

bool RendererGuard::isBusy() const
{
    return m_loading || m_feed->waiting() >= 0;
}

void RendererGuard::setPrinting(bool printing)
{
    m_printing = printing;
    m_asked.restart();
    m_lastBusy.start();
}

void RendererGuard::look()
{
    if (m_printing || m_page->renderProcessPid() == 0)
        return;
    if (isBusy())
        m_lastBusy.start();
    // A ping behind a long order is answered after it: the short patience begins when that is done.
    const bool impatient = !isBusy() && m_lastBusy.elapsed() > idlePatience;
    if (m_waiting && m_asked.elapsed() > (impatient ? idlePatience : busyPatience))
        kill();
    else
        ping();
}

/// One more each time, answered or not: what is asked of a document that is just being left has no answer.
void RendererGuard::ping()
{
    if (!std::exchange(m_waiting, true))
        m_asked.start();
    const Ping ping{++m_pings, m_document};
    m_page->ask(QStringLiteral("galley.document || 0"),
                [self = QPointer<RendererGuard>(this), life = m_life, ping](const QVariant& answer) {
                    if (self && self->m_life == life)
                        self->heard(ping, answer);
                });
}

/// Right after a crash a load can be reported as finished by the empty document that comes before the page (what was
/// sent then is gone with that), and the page itself can come without the preview's script.
void RendererGuard::heard(const Ping& ping, const QVariant& answer)
{
    m_waiting = false;
    if (m_document == 0 || ping.document != m_document) {
        m_silent = 0; // a document that is being left has answered
    } else if (answer.isValid()) {
        m_silent = 0;
        if (answer.toInt() != m_document)
            Q_EMIT otherDocument();
    } else if (m_silent == 0) {
        m_silent = m_pings; // it may be of a document that is just being left, as what was asked of that one too
    } else if (ping.number > m_silent) {
        m_silent = 0;
        if (!std::exchange(m_scriptAsked, true))
            Q_EMIT scriptMissing();
        else
            kill(); // what it lacks it may lack in every document
    }
}

void RendererGuard::kill()
{
    const qint64 pid = m_page->renderProcessPid();
    m_waiting = false;
    m_hung = pid > 0;
    if (pid > 0)
        ::kill(pid_t(pid), SIGKILL); // its death comes back as renderProcessTerminated
}

void RendererGuard::died(bool byOthers)
{
    m_waiting = false;
    if (m_life++ == 0 || m_born.elapsed() > (byOthers ? livedLongEnough : provedGood))
        m_deaths = 0;
    m_born.start();
    if (++m_deaths <= reloadsAllowed && ++m_reloads <= reloadsInAll)
        Q_EMIT reloadWanted();
    else
        Q_EMIT gaveUp();
}

} // namespace galley
