// SPDX-License-Identifier: MIT
#include "shotjob.h"

#include "exporting.h"
#include "livepage.h"
#include "mainwindow.h"
#include "noticestack.h"
#include "preview/previewpane.h"

#include <QApplication>
#include <QFileInfo>
#include <QPixmap>
#include <QPointer>
#include <QSize>

#include <cstdio>
#include <utility>

namespace galley
{

static constexpr qint64 longestWait = 15'000;   ///< ms
static constexpr int interval = 50;             ///< ms between two looks
static constexpr QSize pictureSize(1440, 1440); ///< tall, so that a post of some paragraphs is seen whole
static constexpr int completeAnswers = 2;       ///< what the page has painted takes a moment until the window shows it

ShotJob::ShotJob(MainWindow* window, const QString& shot, const QString& exportTo)
    : QObject(window), m_window(window), m_shot(shot), m_exportTo(exportTo)
{
    m_since.start();
    window->resize(pictureSize);
    connect(&m_timer, &QTimer::timeout, this, &ShotJob::look);
    m_timer.start(interval);
}

void ShotJob::look()
{
    if (m_since.elapsed() <= longestWait) {
        ask();
        return;
    }
    std::fprintf(stderr, "galley: the preview was not complete within 15 s: %s is missing\n",
                 m_missing.join(QStringLiteral(", ")).toUtf8().constData());
    for (const QString& text : m_window->notices().texts())
        std::fprintf(stderr, "galley: %s\n", text.toUtf8().constData());
    end(1);
}

/// The page itself knows what is still on its way to it.
void ShotJob::ask()
{
    PreviewPane& preview = m_window->preview();
    if (m_window->page().result() && m_window->page().isCurrent() && preview.isVisible())
        preview.askMissing([self = QPointer<ShotJob>(this)](const QStringList& missing) {
            if (self)
                self->hear(missing);
        });
}

void ShotJob::hear(const QStringList& missing)
{
    m_missing = missing;
    m_complete = missing.isEmpty() ? m_complete + 1 : 0;
    if (m_complete < completeAnswers || std::exchange(m_done, true))
        return;
    m_timer.stop();
    exportPage();
}

void ShotJob::exportPage()
{
    if (m_exportTo.isEmpty()) {
        takeShot();
        return;
    }
    connect(&m_window->exporting(), &Exporting::exported, this, [this] {
        m_window->notices().dismiss(QStringLiteral("export"));
        std::printf("%s\n", QFileInfo(m_exportTo).absoluteFilePath().toUtf8().constData());
        takeShot();
    });
    connect(&m_window->exporting(), &Exporting::failed, this, [this] {
        std::fprintf(stderr, "galley: %s\n", m_window->notices().texts().join(QLatin1Char('\n')).toUtf8().constData());
        end(1);
    });
    m_window->exporting().writeTo(QFileInfo(m_exportTo).absoluteFilePath(), PageForm::Standalone);
}

void ShotJob::takeShot()
{
    const bool written = m_window->grab().save(m_shot, "PNG");
    if (written)
        std::printf("%s\n", QFileInfo(m_shot).absoluteFilePath().toUtf8().constData());
    else
        std::fprintf(stderr, "galley: can't write %s\n", m_shot.toUtf8().constData());
    end(written ? 0 : 1);
}

void ShotJob::end(int code)
{
    m_timer.stop();
    std::fflush(stdout);
    QApplication::exit(code);
}

} // namespace galley
