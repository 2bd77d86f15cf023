// SPDX-License-Identifier: MIT
#include "cli/machine.h"

#include "base/timezone.h"

#include <QTimeZone>

#include <chrono>
#include <cstdlib>
#include <sstream>

namespace galley::cli
{

std::string localZone()
{
    const std::string name = QTimeZone::systemTimeZoneId().toStdString();
    return TimeZone::named(name) ? name : "UTC";
}

static TimeZone zone()
{
    return TimeZone::named(localZone()).value_or(TimeZone());
}

DateTime localNow()
{
    const auto now = std::chrono::system_clock::now().time_since_epoch();
    const auto nanoseconds = std::chrono::duration_cast<std::chrono::nanoseconds>(now).count();
    constexpr std::int64_t second = 1'000'000'000;
    return zone().at(nanoseconds / second, static_cast<std::int32_t>(nanoseconds % second));
}

Expected<DateTime> givenTime(const std::string& iso)
{
    if (const auto time = parseTime(iso, zone(), localNow()))
        return *time;
    return tl::unexpected(Error{"--time wants a time like 2024-05-01T12:00:00+02:00, not " + iso, {}, 0});
}

std::string jekyllEnvironment()
{
    const char* const given = std::getenv("JEKYLL_ENV");
    return given ? given : "development";
}

std::vector<std::filesystem::path> gemFolders()
{
    std::vector<std::filesystem::path> out;
    for (const char* name : {"GEM_HOME", "GEM_PATH"}) {
        const char* const value = std::getenv(name);
        std::istringstream folders(value ? value : "");
        for (std::string folder; std::getline(folders, folder, ':');) {
            if (!folder.empty())
                out.emplace_back(folder);
        }
    }
    out.emplace_back("/usr/share/rubygems-integration/all");
    out.emplace_back("/var/lib/gems/3.1.0");
    return out;
}

std::filesystem::path emojiNames()
{
    const std::filesystem::path file = "/usr/share/nodejs/node-emoji/lib/emoji.json";
    std::error_code code;
    return std::filesystem::exists(file, code) ? file : std::filesystem::path();
}

std::filesystem::path stateFolder()
{
    const char* given = std::getenv("XDG_STATE_HOME");
    if (given && *given == '/') // the XDG specification: relative paths are to be ignored
        return std::filesystem::path(given) / "galley";
    const char* home = std::getenv("HOME");
    return home && *home == '/' ? std::filesystem::path(home) / ".local/state/galley" : std::filesystem::path();
}

} // namespace galley::cli
