// SPDX-License-Identifier: MIT
// ShotJob: the job without a display: waits for the painted preview, writes the page and a picture of the window.
#pragma once

#include <QElapsedTimer>
#include <QImage>
#include <QObject>
#include <QTimer>

namespace galley
{

class MainWindow;

class ShotJob final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ShotJob)

public:
    /// `exportTo` may be empty. Ends the application with 0, or with 1 after 15 s without a painted preview.
    ShotJob(MainWindow* window, const QString& shot, const QString& exportTo);

private:
    void look();
    bool isPainted();
    void exportPage();
    void takeShot();
    void end(int code);

    MainWindow* m_window;
    QString m_shot;
    QString m_exportTo;
    QElapsedTimer m_since;
    QTimer m_timer;
    QImage m_lastLook;
    int m_sameLooks = 0;
    bool m_applied = false; ///< the whole page went over to the preview
};

} // namespace galley
