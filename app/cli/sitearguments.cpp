// SPDX-License-Identifier: MIT
#include "cli/sitearguments.h"
#include "machine/machine.h"

#include "cli/report.h"

#include <algorithm>
#include <charconv>
#include <sstream>
#include <thread>

namespace galley::cli
{

namespace fs = std::filesystem;

static std::vector<fs::path> configFiles(const std::string& list)
{
    std::vector<fs::path> out;
    std::istringstream names(list);
    for (std::string name; std::getline(names, name, ',');) {
        if (!name.empty())
            out.push_back(fs::absolute(name));
    }
    return out;
}

static Expected<int> jobs(const Arguments& arguments)
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

Expected<SiteOptions> siteOptions(const Arguments& arguments, const fs::path& root)
{
    SiteOptions out = machine::siteOptions(root);
    out.configFiles = configFiles(arguments.value("config"));
    out.drafts = arguments.has("drafts");
    out.future = arguments.has("future");
    out.unpublished = arguments.has("unpublished");
    out.environment = arguments.value("environment", machine::jekyllEnvironment());
    if (arguments.has("time")) {
        const auto time = machine::givenTime(arguments.value("time"));
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

bool isFolder(const std::string& path)
{
    std::error_code code;
    if (fs::is_directory(path, code))
        return true;
    report(Error{"There is no folder " + path, path, 0});
    return false;
}

} // namespace galley::cli
