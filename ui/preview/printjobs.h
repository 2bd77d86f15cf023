// SPDX-License-Identifier: MIT
// PrintJobs: prints the page or writes it as a PDF, one after the other, and keeps alive what that needs until it is
// done.
#pragma once

#include "taskqueue.h"

#include <QElapsedTimer>
#include <QEventLoopLocker>
#include <QObject>
#include <QPageLayout>
#include <QTimer>

#include <deque>
#include <functional>
#include <memory>
#include <optional>

class QPrinter;
class QWebEngineView;

namespace galley
{

class PreviewPage;

/// The web engine writes in processes of its own and crashes when its page goes meanwhile. So a window that is closed
/// goes out of sight at once, and the program ends when the paper is there.
class PrintJobs final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PrintJobs)

public:
    /// `shown`: whether the view shows the newest page, whole. A job waits for that, but not for ever.
    PrintJobs(QWebEngineView* view, PreviewPage* page, std::function<bool()> shown, QObject* parent);
    ~PrintJobs() override;

    /// On the printer's paper, with the printer's margins.
    void print(std::shared_ptr<QPrinter> printer);

    /// On the paper that is usual here or that the page asks for. The file is replaced as a whole or not at all.
    void savePdf(const QString& path);

    /// Deletes the view, then `session` with its page, then itself: now, or when nothing is being written any more.
    void endWith(QObject* session);

Q_SIGNALS:
    void printed(bool ok);
    void pdfSaved(const QString& path, const QString& problem); ///< a sentence; empty when it is saved
    void busyChanged(bool busy);                                ///< while the renderer writes it answers nothing else

private:
    struct Job {
        QString path;                      ///< of the PDF; empty for paper
        std::shared_ptr<QPrinter> printer; ///< null for a PDF
    };

    void add(Job job);
    void start();
    void layOut();
    void waitUntilReady(const QSizeF& text);
    void write();
    void write(const QByteArray& pdf);
    void finish(const QString& problem);
    void ask(const QString& script, std::function<void(const QVariant&)> then);
    void end();

    QWebEngineView* m_view;
    PreviewPage* m_page;
    std::function<bool()> m_shown;
    QObject* m_session = nullptr;              ///< set when all is to end
    std::deque<Job> m_jobs;                    ///< the first is under way
    QPageLayout m_layout;                      ///< of the job under way
    std::optional<QEventLoopLocker> m_running; ///< the program does not quit meanwhile
    QTimer m_patience;
    QElapsedTimer m_begun;
    int m_turn = 0; ///< counts the jobs: an answer to one that was given up is not heard
    TaskQueue m_disk;
};

} // namespace galley
