// SPDX-License-Identifier: MIT
#include "siteloader.h"

#include "machine/machine.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>

#include <thread>

namespace galley
{

/// A build tool or git writes many files at once: wait until it is quiet, in ms.
static constexpr int settleTime = 300;

/// Folders watched; the system's own limit is about 8,000 for all programs.
static constexpr int watchedFolders = 400;

SiteLoader::SiteLoader(QObject* parent) : QObject(parent)
{
    m_settle.setSingleShot(true);
    m_settle.setInterval(settleTime);
    connect(&m_settle, &QTimer::timeout, this, &SiteLoader::reload);
    connect(&m_watcher, &QFileSystemWatcher::fileChanged, &m_settle, qOverload<>(&QTimer::start));
    connect(&m_watcher, &QFileSystemWatcher::directoryChanged, &m_settle, qOverload<>(&QTimer::start));
}

SiteLoader::~SiteLoader()
{
    m_ending.request_stop();
}

static std::filesystem::path pathOf(const QString& path)
{
    return QFile::encodeName(path).toStdString();
}

/// What a page is made of besides the post: config, layouts, includes, data, styles, and the folders of posts.
static QStringList watchedPaths(const QString& root)
{
    QStringList paths{root, root + QStringLiteral("/_config.yml")};
    for (const char* name : {"_layouts", "_includes", "_data", "_sass", "_posts", "_drafts"}) {
        const QString folder = root + QLatin1Char('/') + QString::fromLatin1(name);
        if (!QDir(folder).exists())
            continue;
        paths << folder;
        QDirIterator below(folder, QDir::Dirs | QDir::NoDotAndDotDot, QDirIterator::Subdirectories);
        while (below.hasNext() && paths.size() < watchedFolders)
            paths << below.next();
    }
    return paths;
}

SiteLoader::Found SiteLoader::find(const QString& postPath, const QString& folder, const QString& knownRoot,
                                   const std::stop_token& ending)
{
    Found found;
    found.root = folder;
    // A folder inside a site is that site's: _posts is opened as often as what it lies in.
    if (const std::filesystem::path above = Site::rootOf(pathOf(folder) / "file"); !folder.isEmpty() && !above.empty())
        found.root = QFile::decodeName(above.c_str());
    if (folder.isEmpty() && !postPath.isEmpty())
        found.root = QFile::decodeName(Site::rootOf(pathOf(postPath)).c_str());
    found.same = !knownRoot.isEmpty() && found.root == knownRoot;
    if (found.root.isEmpty() || found.same)
        return found;
    SiteOptions options = machine::siteOptions(pathOf(found.root));
    options.environment = "production"; // the page as hosts publish it
    options.stop = ending;
    found.site = Site::read(options);
    found.watched = watchedPaths(found.root);
    return found;
}

void SiteLoader::read(const QString& postPath, const QString& folder)
{
    const int asked = ++m_asked;
    const QString known = folder.isEmpty() ? m_root : QString();
    Q_EMIT reading();
    m_tasks.run(
        this,
        [postPath, folder, known, ending = m_ending.get_token()] { return find(postPath, folder, known, ending); },
        [this, asked](const Found& found) {
            if (asked == m_asked)
                take(found);
        });
}

void SiteLoader::take(const Found& found)
{
    if (!found.same) {
        m_root = found.root;
        m_site = found.site;
        const QStringList old = m_watcher.files() + m_watcher.directories();
        if (!old.isEmpty())
            m_watcher.removePaths(old);
        if (!found.watched.isEmpty())
            m_watcher.addPaths(found.watched);
    }
    Q_EMIT siteLoaded();
}

void SiteLoader::lookFor(const QString& postPath)
{
    if (postPath.isEmpty() && !m_root.isEmpty())
        Q_EMIT siteLoaded();
    else
        read(postPath, QString());
}

void SiteLoader::open(const QString& folder)
{
    read(QString(), folder);
}

void SiteLoader::reload()
{
    if (!m_root.isEmpty())
        read(QString(), m_root);
}

} // namespace galley
