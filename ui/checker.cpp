// SPDX-License-Identifier: MIT
#include "checker.h"

#include "layout/lonesite.h"
#include "machine/machine.h"

#include <QFile>

#include <algorithm>
#include <thread>

namespace galley
{

/// Milliseconds without a key before the post is checked: the panel is read in pauses, and typing comes first.
static constexpr int pause = 350;

Checker::Checker(QObject* parent) : QObject(parent)
{
    m_pause.setSingleShot(true);
    m_pause.setInterval(pause);
    connect(&m_pause, &QTimer::timeout, this, &Checker::start);
}

Checker::~Checker()
{
    m_siteStop.request_stop();
}

void Checker::checkPost(std::shared_ptr<const std::string> text, const QString& path, std::shared_ptr<const Site> site)
{
    m_text = std::move(text);
    m_path = path;
    m_site = std::move(site);
    m_pause.start();
    m_postQueue.hurry();
}

static check::Findings findingsOf(const std::string& text, const std::filesystem::path& path,
                                  std::shared_ptr<const Site> site, RenderRequest lone, std::stop_token stop)
{
    if (!site) {
        lone.text = text;
        site = loneSite(lone);
    }
    return check::checkPost({text, path, std::move(site), std::move(stop), lone.now.seconds});
}

void Checker::start()
{
    const std::filesystem::path path = QFile::encodeName(m_path).toStdString();
    m_postQueue.submit([this, text = m_text, path, site = m_site,
                        lone = machine::renderRequest(path, nullptr)](std::stop_token stop) {
        const check::Findings findings = findingsOf(*text, path, site, lone, stop);
        if (stop.stop_requested())
            return;
        QMetaObject::invokeMethod(
            this, [this, findings, text] { Q_EMIT postChecked(findings, text); }, Qt::QueuedConnection);
    });
}

void Checker::checkSite(std::shared_ptr<const Site> site)
{
    if (!site)
        return;
    m_siteStop = std::stop_source();
    const int run = ++m_siteRun;
    Q_EMIT siteProgressed(0, 1);
    m_siteQueue.submit([this, site, run, stop = m_siteStop.get_token()](std::stop_token) {
        check::SiteRequest request;
        request.site = site;
        request.jobs = std::max(1, static_cast<int>(std::thread::hardware_concurrency()) - 1);
        request.stop = stop;
        request.progress = [this, run](std::size_t done, std::size_t total) {
            QMetaObject::invokeMethod(
                this,
                [this, run, done, total] {
                    if (run == m_siteRun)
                        Q_EMIT siteProgressed(done, total);
                },
                Qt::QueuedConnection);
        };
        const check::Findings findings = check::checkSite(request);
        QMetaObject::invokeMethod(
            this,
            [this, run, findings] {
                if (run != m_siteRun)
                    return;
                Q_EMIT siteCheckEnded();
                Q_EMIT siteChecked(findings);
            },
            Qt::QueuedConnection);
    });
}

void Checker::cancelSite()
{
    ++m_siteRun;
    m_siteStop.request_stop();
    Q_EMIT siteCheckEnded();
}

} // namespace galley
