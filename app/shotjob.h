// SPDX-License-Identifier: MIT
// ShotJob: the job without a display: waits for the complete preview, writes the page and a picture of the window.
#pragma once

#include <QElapsedTimer>
#include <QObject>
#include <QStringList>
#include <QTimer>

namespace galley
{

class MainWindow;

class ShotJob final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ShotJob)

public:
    /// `exportTo` may be empty. Ends the application with 0, or with 1 when the preview is not complete within 15 s.
    ShotJob(MainWindow* window, const QString& shot, const QString& exportTo);

private:
    void look();
    void ask();
    void hear(const QStringList& missing);
    void exportPage();
    void takeShot();
    void end(int code);

    MainWindow* m_window;
    QString m_shot;
    QString m_exportTo;
    QElapsedTimer m_since;
    QTimer m_timer;
    QStringList m_missing{QStringLiteral("the page")};
    int m_complete = 0; ///< answers in a row that nothing is missing
    bool m_done = false;
};

} // namespace galley
