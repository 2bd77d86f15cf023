// SPDX-License-Identifier: MIT
#include "base/outermost.h"
#include "instance.h"
#include "mainwindow.h"
#include "preferences.h"
#include "preview/previewscheme.h"
#include "shotjob.h"
#include "startup.h"
#include "theme.h"

#include <QApplication>
#include <QFile>
#include <QFileInfo>
#include <QLoggingCategory>

#include <cstdio>

using namespace galley;

/// The outermost frame of the window's thread: what is thrown under an event ends that event and no post is lost.
class Application final : public QApplication
{
public:
    using QApplication::QApplication;
    bool notify(QObject* receiver, QEvent* event) override
    {
        bool done = false;
        if (const auto why = thrownBy([&] { done = QApplication::notify(receiver, event); }))
            std::fprintf(stderr, "galley: an event was given up: %s\n", why->c_str());
        return done;
    }
};

/// The running program opens what the next one was given, and comes to the front.
static void followInstance(const Instance& instance, MainWindow& window)
{
    QObject::connect(&instance, &Instance::filesHandedOver, &window, [&window](const QStringList& files) {
        for (const QString& file : files)
            window.open(file);
        window.setWindowState(window.windowState() & ~Qt::WindowMinimized);
        window.raise();
        window.activateWindow();
    });
}

static QStringList absolutePaths(const CommandLine& line)
{
    QStringList paths;
    for (const std::string& path : line.paths)
        paths << QFileInfo(QFile::decodeName(path.c_str())).absoluteFilePath();
    return paths;
}

static int run(QApplication& application, const CommandLine& line)
{
    const QStringList paths = absolutePaths(line);
    Instance instance(stateFolder());
    const bool pictured = !line.shot.empty();
    const bool alone = line.newInstance || pictured;
    if (!alone && !instance.claim() && instance.handOver(paths))
        return 0;
    Preferences preferences;
    Theme theme(application);
    theme.setAppearance(preferences.appearance());
    MainWindow window(&theme, &preferences, stateFolder());
    followInstance(instance, window);
    for (const QString& path : paths)
        window.open(path);
    if (paths.isEmpty() && !alone)
        window.openLast();
    if (!pictured)
        window.recoverUnsaved();
    window.show();
    if (!line.shot.empty())
        new ShotJob(&window, QFile::decodeName(line.shot.c_str()), QFile::decodeName(line.exportTo.c_str()));
    return QApplication::exec();
}

int main(int argc, char** argv)
{
    const CommandLine line = parseCommandLine(argc, argv);
    if (!line.wrong.empty()) {
        std::fprintf(stderr, "galley: %s\n%s", line.wrong.c_str(), usage());
        return 2;
    }
    if (line.help || line.version) {
        std::fputs(line.help ? usage() : "galley " GALLEY_VERSION "\n", stdout);
        return 0;
    }
    if (!line.shot.empty())
        chooseOffscreenWhenThereIsNoDisplay();
    // What the libraries say of themselves is no news to the person; QT_LOGGING_RULES brings it back.
    QLoggingCategory::setFilterRules(QStringLiteral("qt.qml.compiler.warning=false\nqt.webenginecontext*=false"));
    prepareChromium();
    registerPreviewScheme();
    Application application(argc, argv);
    QApplication::setApplicationName(QStringLiteral("galley"));
    QApplication::setApplicationVersion(QStringLiteral(GALLEY_VERSION));
    QApplication::setDesktopFileName(QStringLiteral("galley"));
    return run(application, line);
}
