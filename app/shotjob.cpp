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
#include <QSize>

#include <cstdio>

namespace galley
{

static constexpr qint64 longestWait = 15'000;   ///< ms
static constexpr int interval = 50;             ///< ms between two looks
static constexpr QSize pictureSize(1440, 1440); ///< tall, so that a post of some paragraphs is seen whole
static constexpr int sameLooks = 3;             ///< looks without a change: painting has come to its end

ShotJob::ShotJob(MainWindow* window, const QString& shot, const QString& exportTo)
    : QObject(window), m_window(window), m_shot(shot), m_exportTo(exportTo)
{
    m_since.start();
    window->resize(pictureSize);
    connect(&m_timer, &QTimer::timeout, this, &ShotJob::look);
    connect(&window->preview(), &PreviewPane::patchApplied, this, [this] { m_applied = true; });
    m_timer.start(interval);
}

/// At loadFinished the view is still white, and a long page comes in slices: only more than one colour, the same
/// at several looks after the whole page went over, shows that it was painted.
bool ShotJob::isPainted()
{
    const PreviewPane& preview = m_window->preview();
    const bool ready = m_applied && m_window->page().result() && m_window->page().isCurrent();
    if (!ready || preview.width() < 2 || !preview.isVisible())
        return false;
    const QImage image = m_window->preview().grab().toImage().convertToFormat(QImage::Format_RGB32);
    m_sameLooks = image == m_lastLook ? m_sameLooks + 1 : 0;
    m_lastLook = image;
    if (image.isNull() || m_sameLooks < sameLooks)
        return false;
    const QRgb first = image.pixel(0, 0);
    for (int y = 0; y < image.height(); ++y) {
        const auto* line = reinterpret_cast<const QRgb*>(image.constScanLine(y));
        for (int x = 0; x < image.width(); ++x) {
            if (line[x] != first)
                return true;
        }
    }
    return false;
}

void ShotJob::look()
{
    if (isPainted()) {
        m_timer.stop();
        exportPage();
    } else if (m_since.elapsed() > longestWait) {
        std::fputs("galley: the preview was not painted within 15 s\n", stderr);
        for (const QString& text : m_window->notices().texts())
            std::fprintf(stderr, "galley: %s\n", text.toUtf8().constData());
        end(1);
    }
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
