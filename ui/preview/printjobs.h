// SPDX-License-Identifier: MIT
// PrintJobs: prints the page or writes it as a PDF, and keeps alive what that needs until it is done.
#pragma once

#include <QEventLoopLocker>
#include <QObject>
#include <QTimer>

#include <memory>
#include <optional>

class QPrinter;
class QWebEngineView;

namespace galley
{

/// The web engine writes in processes of its own and crashes when its page goes meanwhile. So a window that is closed
/// goes out of sight at once, and the program ends when the paper is there.
class PrintJobs final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PrintJobs)

public:
    PrintJobs(QWebEngineView* view, QObject* parent);

    void print(std::shared_ptr<QPrinter> printer);
    void savePdf(const QString& path);

    /// Deletes the view, then `session` with its page, then itself: now, or when nothing is being written any more.
    void endWith(QObject* session);

Q_SIGNALS:
    void printed(bool ok);
    void pdfSaved(const QString& path, bool ok);
    void busyChanged(bool busy); ///< while the renderer writes it answers nothing else

private:
    void begin();
    void done();
    void end();

    QWebEngineView* m_view;
    QObject* m_session = nullptr; ///< set when all is to end
    std::shared_ptr<QPrinter> m_printer;
    std::optional<QEventLoopLocker> m_running; ///< the program does not quit meanwhile
    QTimer m_patience;
    int m_jobs = 0;
};

} // namespace galley
