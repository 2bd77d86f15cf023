// SPDX-License-Identifier: MIT
#include "startup.h"

#include <QByteArray>

#include <cstdio>
#include <filesystem>
#include <string_view>
#include <sys/statvfs.h>
#include <unistd.h>

namespace galley
{

/// Chromium keeps tiles and pages in /dev/shm; below this (a container's 64 kB to 8 MB) its renderer dies silently.
static constexpr unsigned long long sharedMemoryNeeded = 16ull << 20;

CommandLine parseCommandLine(int argc, char** argv)
{
    CommandLine line;
    bool optionsEnded = false;
    for (int i = 1; i < argc; ++i) {
        const std::string_view word = argv[i];
        std::string* value = word == "--shot" ? &line.shot : word == "--export" ? &line.exportTo : nullptr;
        if (optionsEnded || word.empty() || word[0] != '-')
            line.paths.emplace_back(word);
        else if (word == "--")
            optionsEnded = true;
        else if (value && i + 1 < argc)
            *value = argv[++i];
        else if (word == "--new-instance")
            line.newInstance = true;
        else if (word == "--help" || word == "-h")
            line.help = true;
        else if (word == "--version" || word == "-v")
            line.version = true;
        else
            line.wrong = std::string(word) + (value ? " needs a file name" : " is not an option");
    }
    if (line.paths.size() > 1 && !line.shot.empty() && line.wrong.empty())
        line.wrong = "--shot takes one file or folder";
    if (!line.exportTo.empty() && line.shot.empty())
        line.wrong = "--export needs --shot; galley-cli render exports without a window";
    return line;
}

const char* usage()
{
    return "usage: galley [options] [FILE|FOLDER]…\n"
           "\n"
           "Opens Jekyll posts, each in a tab, or the site in a folder.\n"
           "\n"
           "  --new-instance       do not hand the file to a running Galley\n"
           "  --shot PNG           write a picture of the window with the complete preview and end;\n"
           "                       exit 1 when something is missing after 15 s\n"
           "  --export HTML        with --shot: write the page first\n"
           "  --version            print the version\n"
           "  --help               print this\n";
}

static void addChromiumFlag(const char* flag)
{
    QByteArray flags = qgetenv("QTWEBENGINE_CHROMIUM_FLAGS");
    if (flags.contains(flag))
        return;
    if (!flags.isEmpty())
        flags.append(' ');
    flags.append(flag);
    qputenv("QTWEBENGINE_CHROMIUM_FLAGS", flags);
}

/// Chromium's sandbox refuses to run as root.
static void copeWithRoot()
{
    if (geteuid() != 0 || qEnvironmentVariableIsSet("QTWEBENGINE_DISABLE_SANDBOX"))
        return;
    qputenv("QTWEBENGINE_DISABLE_SANDBOX", "1");
    std::fputs("galley: running as root: Chromium's sandbox is off (QTWEBENGINE_DISABLE_SANDBOX=1)\n", stderr);
}

static void copeWithLittleSharedMemory()
{
    struct statvfs info = {};
    if (statvfs("/dev/shm", &info) == 0 && 1ull * info.f_blocks * info.f_frsize >= sharedMemoryNeeded)
        return;
    addChromiumFlag("--disable-dev-shm-usage");
    std::fputs("galley: /dev/shm has less than 16 MB: Chromium uses files instead (--disable-dev-shm-usage)\n", stderr);
}

/// A render node means a graphics card with a driver; without one Mesa paints with the processor.
static bool hasGraphicsCard()
{
    std::error_code code;
    for (std::filesystem::directory_iterator it("/dev/dri", code), end; !code && it != end; it.increment(code)) {
        if (it->path().filename().string().rfind("renderD", 0) == 0)
            return true;
    }
    return false;
}

static bool paintsElsewhere()
{
    const QByteArray platform = qgetenv("QT_QPA_PLATFORM");
    const bool remote = qEnvironmentVariableIsEmpty("WAYLAND_DISPLAY") && !qgetenv("DISPLAY").startsWith(':');
    return platform.startsWith("offscreen") || platform.startsWith("vnc") || platform.startsWith("minimal") || remote ||
           qgetenv("LIBGL_ALWAYS_SOFTWARE") == "1";
}

void prepareChromium()
{
    copeWithRoot();
    copeWithLittleSharedMemory();
    // With software GL each frame goes through a second rasteriser: key to preview 47 ms instead of 11 ms.
    if (!qEnvironmentVariableIsSet("QT_QUICK_BACKEND") && (paintsElsewhere() || !hasGraphicsCard()))
        qputenv("QT_QUICK_BACKEND", "software");
}

void chooseOffscreenWhenThereIsNoDisplay()
{
    if (qEnvironmentVariableIsEmpty("DISPLAY") && qEnvironmentVariableIsEmpty("WAYLAND_DISPLAY") &&
        qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
}

} // namespace galley
