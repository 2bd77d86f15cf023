// SPDX-License-Identifier: MIT
// Checker: runs "check before you publish" on a worker: the post after each pause in typing, the site when asked.
#pragma once

#include "check/check.h"
#include "renderqueue.h"

#include <QObject>
#include <QTimer>

namespace galley
{

class Checker final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Checker)

public:
    explicit Checker(QObject* parent = nullptr);
    ~Checker() override;

    /// `site` may be null. The newest text wins.
    void checkPost(std::shared_ptr<const std::string> text, const QString& path, std::shared_ptr<const Site> site);
    void checkSite(std::shared_ptr<const Site> site);
    void cancelSite();

Q_SIGNALS:
    void postChecked(const galley::check::Findings& findings, const std::shared_ptr<const std::string>& text);
    void siteProgressed(std::size_t done, std::size_t total);
    void siteChecked(const galley::check::Findings& findings);
    void siteCheckEnded(); ///< done or cancelled

private:
    void start();

    std::shared_ptr<const std::string> m_text;
    QString m_path;
    std::shared_ptr<const Site> m_site;
    QTimer m_pause;
    std::stop_source m_siteStop;
    int m_siteRun = 0; ///< answers of a cancelled run are dropped
    RenderQueue m_siteQueue;
    RenderQueue m_postQueue; ///< last: the workers are joined before the rest goes
};

} // namespace galley
