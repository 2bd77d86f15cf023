// SPDX-License-Identifier: MIT
// JournalWriter: a post's journal and its saves, in a thread of their own and in order; nothing here blocks the window.
#pragma once

#include "keep/postkeeper.h"

#include <QObject>
#include <QTimer>

#include <condition_variable>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <thread>

namespace galley
{

/*
 * One for each open document. What a document's owner does:
 *
 *   after opening or New       open({path, form, state, text})                    (LoadedFile and fromFileBytes give
 * them) at each contentsChange     textEdited()                                        cheap; starts the deadline, if
 * none runs Save, Save As              fileWatch.expectOwnSave(); save({path, text, form, way, overwriteChanged, now})
 *     saved(post, text)        fileWatch.watch(path, post.state); if text is still the document's: setModified(false);
 * show post.notes saveFailed(problem)      stays modified; a question for HardLinked, OwnerWouldChange, FolderReadOnly,
 * ChangedOnDisk (answer: save again with `way` or `overwriteChanged`), else the message with path and reason Discard,
 * or closed clean   forget() a recovered post           adopt(base, text, journal) instead of open()
 *
 * Quitting the session without an answer needs nothing: the destructor writes what is pending and leaves the journal.
 */
/// "PROCESS.NUMBER": tells this window's files in the state folder from those of other windows and programs.
std::string newInstanceName();

class JournalWriter final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(JournalWriter)

public:
    using TextSource = std::function<SharedText()>;

    /// `text` is asked in the GUI thread for the document's core text (DocumentText::text) when the deadline is due.
    JournalWriter(const QString& stateFolder, TextSource text, QObject* parent = nullptr);
    ~JournalWriter() override;

    void open(OpenedPost post);
    void adopt(OpenedPost base, SharedText text, std::filesystem::path foundJournal);
    /// The open post's file was renamed; it is the same post.
    void moved(std::filesystem::path path);
    void textEdited();
    void save(PostSave request);
    void forget();

    /// Journals now what waits for the deadline: when the window loses focus, the session ends, the program is told to
    /// quit.
    void flush();

Q_SIGNALS:
    void saved(const galley::SavedPost& post, const galley::SharedText& text);
    void saveFailed(const galley::SaveProblem& problem);
    void journalFailed(const QString& reason); ///< told once; typing goes on, each deadline tries again
    void journalWritten();                     ///< what was typed up to the last deadline is on the disk

private:
    using Task = std::function<void(PostKeeper&)>;
    void post(Task task);
    void run(std::stop_token stop, PostKeeper keeper);
    void reportJournal(const Expected<void>& result);

    TextSource m_text;
    QTimer m_deadline;
    bool m_journalFails = false;

    std::mutex m_mutex;
    std::condition_variable_any m_wake;
    std::deque<Task> m_tasks; ///< guarded by m_mutex
    std::jthread m_thread;    ///< last: it ends before the rest goes
};

} // namespace galley
