// SPDX-License-Identifier: MIT
#include "cli/commands.h"
#include "cli/machine.h"
#include "cli/report.h"

#include "export/sitebuild.h"

#include <unistd.h>

#include <algorithm>
#include <charconv>
#include <cstdio>
#include <sstream>
#include <thread>

namespace galley::cli
{

namespace fs = std::filesystem;

namespace
{
std::vector<fs::path> configFiles(const std::string& list)
{
    std::vector<fs::path> out;
    std::istringstream names(list);
    for (std::string name; std::getline(names, name, ',');) {
        if (!name.empty())
            out.push_back(fs::absolute(name));
    }
    return out;
}

Expected<int> jobs(const Arguments& arguments)
{
    if (!arguments.has("jobs"))
        return std::max(1, static_cast<int>(std::thread::hardware_concurrency()));
    const std::string given = arguments.value("jobs");
    int count = 0;
    const auto [end, code] = std::from_chars(given.data(), given.data() + given.size(), count);
    if (code == std::errc() && end == given.data() + given.size() && count >= 1 && count <= 256)
        return count;
    return tl::unexpected(Error{"--jobs wants a number from 1 to 256, not " + given, {}, 0});
}

/// What build and check have in common; the error is one of usage.
Expected<SiteOptions> siteOptions(const Arguments& arguments)
{
    SiteOptions out;
    out.root = fs::absolute(arguments.operand).lexically_normal();
    out.configFiles = configFiles(arguments.value("config"));
    out.drafts = arguments.has("drafts");
    out.future = arguments.has("future");
    out.unpublished = arguments.has("unpublished");
    out.timeZone = localZone();
    out.gemFolders = gemFolders();
    out.now = localNow();
    if (arguments.has("time")) {
        const auto time = givenTime(arguments.value("time"));
        if (!time)
            return tl::unexpected(time.error());
        out.now = *time;
    }
    const auto count = jobs(arguments);
    if (!count)
        return tl::unexpected(count.error());
    out.jobs = *count;
    return out;
}

int wrong(const std::string& message)
{
    report(Error{message, {}, 0});
    return badUsage;
}

bool isFolder(const fs::path& path)
{
    std::error_code code;
    if (fs::is_directory(path, code))
        return true;
    report(Error{"There is no folder " + path.string(), path.string(), 0});
    return false;
}

/// Rewrites one line of a terminal; says nothing into a pipe or a log.
void showProgress(std::size_t count, std::size_t total)
{
    std::fprintf(stderr, "\r%zu of %zu files", count, total);
    if (count == total)
        std::fputs("\r\033[K", stderr);
    std::fflush(stderr);
}
} // namespace

int build(const Arguments& arguments)
{
    const auto site = siteOptions(arguments);
    if (!site)
        return wrong(site.error().message);
    if (arguments.value("o").empty())
        return wrong("build wants -o OUT, the folder to write into");
    if (!isFolder(site->root))
        return failed;
    BuildOptions options;
    options.site = *site;
    options.output = fs::absolute(arguments.value("o")).lexically_normal();
    options.site.destination = options.output;
    if (isatty(STDERR_FILENO))
        options.progress = showProgress;
    const BuildResult result = buildSite(options);
    report(result.diagnostics, {}, arguments.operand);
    std::printf("%zu pages, %zu other files in %s\n", result.pages, result.files, arguments.value("o").c_str());
    return result.failed() ? failed : done;
}

int check(const Arguments& arguments)
{
    const auto site = siteOptions(arguments);
    if (!site)
        return wrong(site.error().message);
    if (!isFolder(site->root))
        return failed;
    const Diagnostics diagnostics = checkSite(*site);
    report(diagnostics, {}, arguments.operand);
    return hasErrors(diagnostics) ? failed : done;
}

} // namespace galley::cli
