// SPDX-License-Identifier: MIT
#include "cli/commands.h"
#include "cli/report.h"
#include "cli/sitearguments.h"
#include "machine/machine.h"

#include "base/files.h"
#include "base/textcheck.h"
#include "base/textcodec.h"
#include "check/check.h"
#include "layout/lonesite.h"
#include "site/site.h"

namespace galley::cli
{

namespace fs = std::filesystem;

static int told(const check::Findings& findings, const std::string& post, const fs::path& root)
{
    const Diagnostics diagnostics = check::diagnosticsOf(findings);
    report(diagnostics, post, root);
    return hasErrors(diagnostics) ? failed : done;
}

static int checkFolder(const Arguments& arguments, const SiteOptions& options)
{
    const std::shared_ptr<const Site> site = Site::read(options);
    return told(check::checkSite({site, options.jobs, options.stop}), {}, arguments.operand);
}

/// The post alone, as it is a part of its site; without a site by itself.
static int checkFile(const Arguments& arguments, const SiteOptions& options, const fs::path& path)
{
    const auto bytes = readFile(path);
    if (!bytes) {
        report(bytes.error());
        return failed;
    }
    if (const auto reason = whyNotText(*bytes)) {
        report(Error{arguments.operand + " can't be read as a post: " + *reason, arguments.operand, 0});
        return failed;
    }
    const std::string text = fromFileBytes(*bytes).text;
    check::PostRequest request;
    request.text = text;
    request.path = path;
    if (!options.root.empty()) {
        request.site = Site::read(options);
    } else {
        RenderRequest lone = machine::renderRequest(path, nullptr);
        lone.text = text;
        lone.now = options.now; // of --time
        request.site = loneSite(lone);
    }
    return told(check::checkPost(request), arguments.operand, options.root);
}

int check(const Arguments& arguments)
{
    const fs::path path = fs::absolute(arguments.operand).lexically_normal();
    std::error_code code;
    const bool isFile = fs::is_regular_file(path, code);
    const auto options = siteOptions(arguments, isFile ? Site::rootOf(path) : path);
    if (!options) {
        report(options.error());
        return badUsage;
    }
    if (isFile)
        return checkFile(arguments, *options, path);
    if (fs::is_directory(path, code))
        return checkFolder(arguments, *options);
    report(Error{"There is no folder or file " + arguments.operand, arguments.operand, 0});
    return failed;
}

} // namespace galley::cli
