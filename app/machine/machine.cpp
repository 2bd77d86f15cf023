// SPDX-License-Identifier: MIT
#include "machine/machine.h"

#include "base/timezone.h"
#include "script/highlight.h"

#include <QTimeZone>

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <sstream>

namespace galley::machine
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

/// The folders of Ruby's versions below ~/.gem/ruby and the like, the newest last in the order of names.
static void addVersions(const std::filesystem::path& folder, std::vector<std::filesystem::path>& out)
{
    std::vector<std::filesystem::path> found;
    std::error_code code;
    for (std::filesystem::directory_iterator entry(folder, code), end; !code && entry != end; entry.increment(code))
        found.push_back(entry->path());
    std::sort(found.rbegin(), found.rend());
    out.insert(out.end(), found.begin(), found.end());
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
    if (const char* const home = std::getenv("HOME"); home && *home == '/') {
        for (const char* name : {".local/share/gem/ruby", ".gem/ruby"})
            addVersions(std::filesystem::path(home) / name, out);
    }
    out.emplace_back("/usr/share/rubygems-integration/all");
    addVersions("/var/lib/gems", out);
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

SiteOptions siteOptions(const std::filesystem::path& root)
{
    SiteOptions options;
    options.root = root;
    options.now = localNow();
    options.timeZone = localZone();
    options.gemFolders = gemFolders();
    options.emojiNames = emojiNames();
    options.highlight = script::highlight;
    return options;
}

RenderRequest renderRequest(const std::filesystem::path& path, std::shared_ptr<const Site> site)
{
    RenderRequest request;
    request.path = path;
    request.site = std::move(site);
    request.now = localNow();
    request.timeZone = localZone();
    return request;
}

} // namespace galley::machine
