// SPDX-License-Identifier: MIT
#include "cli/commands.h"
#include "cli/report.h"
#include "cli/sitearguments.h"
#include "machine/machine.h"

#include "export/sitebuild.h"

#include <unistd.h>

#include <cstdio>

namespace galley::cli
{

namespace fs = std::filesystem;

namespace
{
int wrong(const std::string& message)
{
    report(Error{message, {}, 0});
    return badUsage;
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
    const auto site = siteOptions(arguments, fs::absolute(arguments.operand).lexically_normal());
    if (!site)
        return wrong(site.error().message);
    if (arguments.value("o").empty())
        return wrong("build wants -o OUT, the folder to write into");
    if (!isFolder(arguments.operand))
        return failed;
    BuildOptions options;
    options.site = *site;
    options.output = fs::absolute(arguments.value("o")).lexically_normal();
    options.site.destination = options.output;
    if (const fs::path state = machine::stateFolder(); !state.empty())
        options.records = state / "builds";
    if (isatty(STDERR_FILENO))
        options.progress = showProgress;
    const BuildResult result = buildSite(options);
    report(result.diagnostics, {}, arguments.operand);
    if (result.pages + result.files == 0 && result.failed())
        std::fprintf(stderr, "Nothing was written into %s\n", arguments.value("o").c_str());
    else
        std::printf("%zu pages, %zu other files in %s\n", result.pages, result.files, arguments.value("o").c_str());
    return result.failed() ? failed : done;
}

} // namespace galley::cli
