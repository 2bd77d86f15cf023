// SPDX-License-Identifier: MIT
// OpenElsewhere: tells when other windows or programs have the same post open, and when they no longer have.
#pragma once

#include "keep/openmark.h"

#include <QFileSystemWatcher>
#include <QObject>
#include <QThreadPool>
#include <QTimer>

#include <functional>
#include <optional>

namespace galley
{

class OpenElsewhere final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(OpenElsewhere)

public:
    explicit OpenElsewhere(const QString& stateFolder, QObject* parent = nullptr);
    ~OpenElsewhere() override;

    /// This post is open here from now on, and no other; an empty path is none. The disk is asked in a pool thread.
    void watch(const QString& path);

Q_SIGNALS:
    void othersChanged(int others); ///< how many have it open besides us

private:
    void look();
    void start(std::function<void()> work); ///< in the pool
    void report(int others, int generation);

    std::filesystem::path m_stateFolder;
    std::string m_instance;
    QString m_path;
    QFileSystemWatcher m_watcher;
    QTimer m_settle;
    QTimer m_again; ///< a killed program leaves its mark in the folder: only looking finds out
    int m_others = 0;
    int m_generation = 0;
    std::optional<OpenMark> m_mark; ///< of the pool's one thread
    QThreadPool m_pool;
};

} // namespace galley
