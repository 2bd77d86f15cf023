// SPDX-License-Identifier: MIT
// SiteLoader: finds the site a post belongs to and reads it off the GUI thread, again when its files change.
#pragma once

#include "site/site.h"
#include "taskqueue.h"

#include <QFileSystemWatcher>
#include <QObject>
#include <QTimer>

#include <memory>

namespace galley
{

class SiteLoader final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SiteLoader)

public:
    explicit SiteLoader(QObject* parent = nullptr);
    ~SiteLoader() override;

    /// The site of this post; no site for a post outside of one. An untitled one belongs to the site that is open.
    void lookFor(const QString& postPath);

    /// The site in this folder; posts opened later may belong to another.
    void open(const QString& folder);

    /// Reads the same site again.
    void reload();

    const std::shared_ptr<const Site>& site() const { return m_site; }
    /// Empty without a site.
    const QString& root() const { return m_root; }

Q_SIGNALS:
    void reading();    ///< siteLoaded() follows
    void siteLoaded(); ///< site() is new; null: no site

private:
    struct Found {
        QString root;
        std::shared_ptr<const Site> site;
        QStringList watched;
        bool same = false; ///< the site that is loaded already
    };
    void read(const QString& postPath, const QString& folder);
    void take(const Found& found);
    static Found find(const QString& postPath, const QString& folder, const QString& knownRoot,
                      const std::stop_token& ending);

    QString m_root;
    std::shared_ptr<const Site> m_site;
    QFileSystemWatcher m_watcher;
    QTimer m_settle;
    int m_asked = 0; ///< an answer to an older question is dropped
    std::stop_source m_ending; ///< nobody waits for a site when the window goes
    TaskQueue m_tasks;
};

} // namespace galley
