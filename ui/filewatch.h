// SPDX-License-Identifier: MIT
// FileWatch: tells when another program changes, removes or renames the open post's file.
#pragma once

#include "keep/filestate.h"

#include <QFileSystemWatcher>
#include <QObject>
#include <QThreadPool>
#include <QTimer>

namespace galley
{

/// Contents are compared, not times: git checkouts that change nothing, touch and our own saves are silent.
/// The file is read in a pool thread, 100 ms after the last stir, so that a file half written is not taken for whole.
class FileWatch final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FileWatch)

public:
    explicit FileWatch(QObject* parent = nullptr);

    /// Watches this file, known to have this state, and no other. An empty path watches nothing.
    void watch(const QString& path, const FileState& known);

    /// Our own save begins: nothing is told until the next watch() or saveEnded().
    void expectOwnSave();

    /// The save failed; whatever happened meanwhile is looked at.
    void saveEnded();

    /// Looks now, and tells a change again that was told already: its notice was closed and the question came up anew.
    void tellAgain();

    /// Looks now, for instance when the window becomes active: network file systems send no notice.
    void check();

Q_SIGNALS:
    /// Other content than known, each content told once. Unmodified:
    /// DocumentText::replaceAll(fromFileBytes(file.bytes).text) and JournalWriter::open; modified: the bar. The new
    /// state becomes known when the owner calls watch() with it.
    void fileChanged(const galley::LoadedFile& file);
    void fileVanished(const QString& renamedTo); ///< removed; or renamed within its folder to this path
    void fileReturned();                         ///< vanished and is there again as it was

private:
    struct Look {
        Expected<LoadedFile> file;
        bool missing = false;
        QString renamedTo;
    };
    static Look look(const QString& path, const FileState& known);
    void stirred();
    void watchAgain();
    void judge(const Look& look);

    QFileSystemWatcher m_watcher;
    QTimer m_settle;  ///< 100 ms after the last stir, but no later than a second after the first
    QTimer m_missing; ///< a folder that vanished cannot be watched: look every two seconds
    QString m_path;
    FileState m_known;
    FileState m_told;
    bool m_vanished = false;
    bool m_ownSave = false;
    int m_stirs = 0;
    int m_generation = 0; ///< answers about a file watched before are dropped
    QThreadPool m_pool;   ///< last: its destructor waits for the reading that uses this
};

} // namespace galley
