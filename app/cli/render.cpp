// SPDX-License-Identifier: MIT
#include "cli/commands.h"
#include "cli/report.h"
#include "cli/sitearguments.h"
#include "machine/machine.h"

#include "base/fileerror.h"
#include "base/files.h"
#include "base/textcheck.h"
#include "base/textcodec.h"
#include "layout/postrenderer.h"
#include "site/site.h"

#include <cerrno>
#include <cstdio>
#include <fstream>

namespace galley::cli
{

namespace fs = std::filesystem;

namespace
{
Expected<std::string> readPost(const std::string& path)
{
    auto bytes = readFile(path);
    if (!bytes)
        return bytes;
    if (const auto reason = whyNotText(*bytes))
        return tl::unexpected(Error{path + " can't be read as a post: " + *reason, path, 0});
    return fromFileBytes(*bytes).text;
}

/// The site of --site, else the nearest upward, else none. The error is one of usage.
Expected<std::shared_ptr<const Site>> siteOf(const fs::path& post, const Arguments& arguments)
{
    const fs::path root = arguments.has("site") ? fs::path(arguments.value("site")) : Site::rootOf(post);
    if (root.empty())
        return nullptr;
    const auto options = siteOptions(arguments, fs::absolute(root).lexically_normal());
    if (!options)
        return tl::unexpected(options.error());
    return Site::read(*options);
}

int write(const std::string& page, const std::string& path)
{
    if (path.empty() || path == "-") {
        if (std::fwrite(page.data(), 1, page.size(), stdout) == page.size() && std::fflush(stdout) == 0)
            return done;
        report(fileError("write", "standard output", errno));
        return failed;
    }
    errno = 0;
    std::ofstream out(path, std::ios::binary | std::ios::trunc);
    out.write(page.data(), static_cast<std::streamsize>(page.size()));
    out.close();
    if (out)
        return done;
    report(fileError("write", path, errno ? errno : EIO));
    return failed;
}
} // namespace

int render(const Arguments& arguments)
{
    if (arguments.has("site") && !isFolder(arguments.value("site")))
        return failed;
    const auto text = readPost(arguments.operand);
    if (!text) {
        report(text.error());
        return failed;
    }
    std::error_code code;
    const fs::path path = fs::absolute(arguments.operand, code).lexically_normal();
    const auto site = siteOf(path, arguments);
    if (!site) {
        report(site.error());
        return badUsage;
    }
    RenderRequest request = machine::renderRequest(path, *site);
    request.text = *text;
    request.form = arguments.has("standalone") ? PageForm::Standalone : PageForm::SitePage;
    const RenderedPage page = renderPost(request);
    report(page.diagnostics, arguments.operand, request.site ? request.site->root() : fs::path());
    const int written = write(page.html, arguments.value("o"));
    return hasErrors(page.diagnostics) ? failed : written;
}

} // namespace galley::cli
