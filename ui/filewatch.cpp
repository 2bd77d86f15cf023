// SPDX-License-Identifier: MIT
#include "filewatch.h"

#include "base/outermost.h"

#include <QFile>
#include <QFileInfo>

#include <cstdio>
#include <memory>
#include <sys/stat.h>
#include <utility>

namespace galley
{

namespace
{
constexpr int settleMs = 100;
constexpr int mostPostponements = 10; // a log that is written without pause is looked at once a second
constexpr int missingFolderMs = 2000;

std::filesystem::path toPath(const QString& path)
{
    return QFile::encodeName(path).toStdString();
}

/// The file of this inode in the folder: where a rename within the folder went.
QString renamedInside(const std::filesystem::path& folder, std::uint64_t inode)
{
    std::error_code code;
    for (std::filesystem::directory_iterator entry(folder, code), end; !code && entry != end; entry.increment(code)) {
        struct stat info = {};
        if (::lstat(entry->path().c_str(), &info) == 0 && info.st_ino == inode && S_ISREG(info.st_mode))
            return QFile::decodeName(entry->path().c_str());
    }
    return QString();
}
} // namespace

FileWatch::FileWatch(QObject* parent) : QObject(parent)
{
    m_pool.setMaxThreadCount(1);
    m_settle.setSingleShot(true);
    m_settle.setInterval(settleMs);
    m_missing.setInterval(missingFolderMs);
    connect(&m_settle, &QTimer::timeout, this, &FileWatch::check);
    connect(&m_missing, &QTimer::timeout, this, &FileWatch::check);
    connect(&m_watcher, &QFileSystemWatcher::fileChanged, this, &FileWatch::stirred);
    connect(&m_watcher, &QFileSystemWatcher::directoryChanged, this, &FileWatch::stirred);
}

void FileWatch::watch(const QString& path, const FileState& known)
{
    ++m_generation;
    m_path = path;
    m_known = known;
    m_told = known;
    m_vanished = false;
    m_ownSave = false;
    const QStringList watched = m_watcher.files() + m_watcher.directories();
    if (!watched.isEmpty())
        m_watcher.removePaths(watched);
    m_missing.stop();
    m_settle.stop();
    if (path.isEmpty())
        return;
    watchAgain();
    check(); // what happened between reading the file and now
}

/// The watcher loses a file at its first atomic replacement and a folder when it goes.
void FileWatch::watchAgain()
{
    const QString folder = QFileInfo(m_path).absolutePath();
    if (!m_watcher.files().contains(m_path) && QFileInfo::exists(m_path))
        m_watcher.addPath(m_path);
    if (!m_watcher.directories().contains(folder) && QFileInfo::exists(folder))
        m_watcher.addPath(folder);
    if (m_watcher.directories().contains(folder))
        m_missing.stop();
    else
        m_missing.start();
}

void FileWatch::expectOwnSave()
{
    m_ownSave = true;
}

void FileWatch::saveEnded()
{
    m_ownSave = false;
    check();
}

void FileWatch::tellAgain()
{
    m_told = m_known;
    m_vanished = false;
    saveEnded();
}

void FileWatch::stirred()
{
    if (m_settle.isActive() && ++m_stirs > mostPostponements)
        return;
    m_settle.start();
}

void FileWatch::check()
{
    m_stirs = 0;
    if (m_path.isEmpty() || m_ownSave)
        return;
    watchAgain();
    m_pool.start([this, path = m_path, known = m_known, generation = m_generation] {
        const auto why = thrownBy([&] {
            const auto found = std::make_shared<const Look>(look(path, known));
            QMetaObject::invokeMethod(this, [this, found, generation] {
                if (generation == m_generation && !m_ownSave)
                    judge(*found);
            });
        });
        if (why)
            std::fprintf(stderr, "galley: the file could not be looked at: %s\n", why->c_str());
    });
}

/// In a pool thread. A file that is as it was by size, time and inode is not read.
FileWatch::Look FileWatch::look(const QString& path, const FileState& known)
{
    const std::filesystem::path file = toPath(path);
    Look found;
    const Expected<FileState> state = refreshedFileState(file, known);
    found.missing = state && !state->exists;
    if (found.missing) {
        if (known.exists)
            found.renamedTo = renamedInside(file.parent_path(), known.inode);
    } else if (state && state->sameContent(known)) {
        found.file = LoadedFile{std::string(), *state};
    } else {
        found.file = loadFile(file);
    }
    return found;
}

void FileWatch::judge(const Look& found)
{
    if (found.missing) {
        if (m_known.exists && !std::exchange(m_vanished, true))
            Q_EMIT fileVanished(found.renamedTo);
        m_told = FileState();
        return;
    }
    if (!found.file)
        return; // unreadable for the moment: the next save says so
    const bool returned = std::exchange(m_vanished, false);
    const FileState& now = found.file->state;
    if (now.sameContent(m_known)) {
        m_known = m_told = now;
        if (returned)
            Q_EMIT fileReturned();
    } else if (!now.sameContent(m_told)) {
        m_told = now;
        Q_EMIT fileChanged(*found.file);
    }
}

} // namespace galley
