// SPDX-License-Identifier: MIT
#include "journalwriter.h"

#include "base/outermost.h"

#include <QCoreApplication>
#include <QFile>

#include <atomic>
#include <cstdio>

namespace galley
{

namespace
{
/// The promise is 200 ms from the first unsynced key to the disk; the rest is for taking the text and for the disk.
constexpr int deadlineMs = 150;
} // namespace

std::string newInstanceName()
{
    static std::atomic<int> names = 0;
    return std::to_string(QCoreApplication::applicationPid()) + "." + std::to_string(++names);
}

JournalWriter::JournalWriter(const QString& stateFolder, TextSource text, QObject* parent)
    : QObject(parent), m_text(std::move(text))
{
    m_deadline.setSingleShot(true);
    m_deadline.setTimerType(Qt::PreciseTimer);
    connect(&m_deadline, &QTimer::timeout, this, &JournalWriter::flush);
    PostKeeper keeper(QFile::encodeName(stateFolder).toStdString(), newInstanceName());
    m_thread = std::jthread(
        [this, keeper = std::move(keeper)](std::stop_token stop) mutable { run(std::move(stop), std::move(keeper)); });
}

JournalWriter::~JournalWriter()
{
    if (m_deadline.isActive())
        flush();
    m_thread.request_stop();
    m_thread.join(); // what was posted is written first
}

void JournalWriter::run(std::stop_token stop, PostKeeper keeper)
{
    std::unique_lock lock(m_mutex);
    while (m_wake.wait(lock, stop, [this] { return !m_tasks.empty(); }) || !m_tasks.empty()) {
        const Task task = std::move(m_tasks.front());
        m_tasks.pop_front();
        lock.unlock();
        if (const auto why = thrownBy([&] { task(keeper); }))
            std::fprintf(stderr, "galley: the recovery copy was not written: %s\n", why->c_str());
        lock.lock();
    }
}

void JournalWriter::post(Task task)
{
    {
        const std::lock_guard lock(m_mutex);
        m_tasks.push_back(std::move(task));
    }
    m_wake.notify_one();
}

void JournalWriter::open(OpenedPost opened)
{
    m_deadline.stop();
    post([opened = std::move(opened)](PostKeeper& keeper) { keeper.open(opened); });
}

void JournalWriter::adopt(OpenedPost base, SharedText text, std::filesystem::path foundJournal)
{
    m_deadline.stop();
    post([this, base = std::move(base), text = std::move(text), found = std::move(foundJournal)](PostKeeper& keeper) {
        reportJournal(keeper.adopt(base, text, found));
    });
}

void JournalWriter::moved(std::filesystem::path path)
{
    post([this, path = std::move(path)](PostKeeper& keeper) { reportJournal(keeper.moved(path)); });
}

/// A fixed deadline: a timer that runs is left to run, or steady typing would push it away for ever.
void JournalWriter::textEdited()
{
    if (!m_deadline.isActive())
        m_deadline.start(deadlineMs);
}

void JournalWriter::flush()
{
    m_deadline.stop();
    post([this, text = m_text()](PostKeeper& keeper) { reportJournal(keeper.note(text)); });
}

void JournalWriter::save(PostSave request)
{
    post([this, request = std::move(request)](PostKeeper& keeper) {
        const SaveExpected<SavedPost> result = keeper.save(request);
        QMetaObject::invokeMethod(this, [this, result, text = request.text] {
            if (result)
                Q_EMIT saved(*result, text);
            else
                Q_EMIT saveFailed(result.error());
        });
    });
}

void JournalWriter::forget()
{
    m_deadline.stop();
    post([](PostKeeper& keeper) { keeper.forget(); });
}

/// From the journal's thread to the window's.
void JournalWriter::reportJournal(const Expected<void>& result)
{
    QMetaObject::invokeMethod(this, [this, result] {
        const bool failed = !result;
        if (!failed)
            Q_EMIT journalWritten();
        else if (!m_journalFails)
            Q_EMIT journalFailed(QString::fromStdString(result.error().message));
        m_journalFails = failed;
        if (failed)
            textEdited(); // again at the next deadline
    });
}

} // namespace galley
