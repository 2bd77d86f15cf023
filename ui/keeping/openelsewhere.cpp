// SPDX-License-Identifier: MIT
#include "keeping/openelsewhere.h"

#include "base/outermost.h"
#include "journalwriter.h"
#include "keep/keepfolders.h"

#include <QFile>

#include <cstdio>
#include <utility>

namespace galley
{

namespace
{
constexpr int settleMs = 100;
constexpr int lookAgainMs = 3000;
} // namespace

OpenElsewhere::OpenElsewhere(const QString& stateFolder, QObject* parent)
    : QObject(parent), m_stateFolder(QFile::encodeName(stateFolder).toStdString()), m_instance(newInstanceName())
{
    m_pool.setMaxThreadCount(1);
    m_settle.setSingleShot(true);
    m_settle.setInterval(settleMs);
    m_again.setInterval(lookAgainMs);
    connect(&m_settle, &QTimer::timeout, this, &OpenElsewhere::look);
    connect(&m_again, &QTimer::timeout, this, &OpenElsewhere::look);
    connect(&m_watcher, &QFileSystemWatcher::directoryChanged, &m_settle, qOverload<>(&QTimer::start));
}

OpenElsewhere::~OpenElsewhere()
{
    m_pool.waitForDone();
}

void OpenElsewhere::start(std::function<void()> work)
{
    m_pool.start([work = std::move(work)] {
        if (const auto why = thrownBy(work))
            std::fprintf(stderr, "galley: whether the post is open elsewhere is not known: %s\n", why->c_str());
    });
}

void OpenElsewhere::watch(const QString& path)
{
    if (path == m_path)
        return;
    m_path = path;
    ++m_generation;
    report(0, m_generation);
    start([this, path, generation = m_generation] {
        m_mark.reset(); // before the new one is taken: it may have the same name
        if (path.isEmpty())
            return;
        Expected<OpenMark> mark = OpenMark::take(m_stateFolder, QFile::encodeName(path).toStdString(), m_instance);
        if (!mark)
            return; // a state folder that cannot be written: the journal says so
        m_mark.emplace(std::move(*mark));
        QMetaObject::invokeMethod(this, [this, generation] {
            m_watcher.addPath(QFile::decodeName(KeepFolders(m_stateFolder).marks.c_str()));
            if (generation == m_generation)
                look();
        });
    });
}

void OpenElsewhere::look()
{
    start([this, generation = m_generation] {
        const int others = m_mark ? openElsewhere(*m_mark) : 0;
        QMetaObject::invokeMethod(this, [this, others, generation] { report(others, generation); });
    });
}

void OpenElsewhere::report(int others, int generation)
{
    if (generation != m_generation)
        return;
    if (others == 0)
        m_again.stop();
    else if (!m_again.isActive())
        m_again.start();
    if (std::exchange(m_others, others) != others)
        Q_EMIT othersChanged(others);
}

} // namespace galley
