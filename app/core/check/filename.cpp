// SPDX-License-Identifier: MIT
#include "check/rules.h"

#include "site/documentdata.h"
#include "site/newpost.h"
#include "site/site.h"
#include "site/siteenvironment.h"
#include "site/urls.h"

#include "layout/lonesite.h"

#include <algorithm>

namespace galley::check
{

namespace
{
std::string folderOf(const std::string& path)
{
    return path.substr(0, path.rfind('/') + 1);
}

/// The name Jekyll wants, from the title and the date of the post.
std::string wantedName(const Subject& subject)
{
    site::NewPost post;
    post.title =
        subject.item.data.get("title").isString() ? subject.item.data.get("title").string() : subject.item.name;
    post.date = subject.item.date;
    const auto path = site::postPath(post, {"_posts", ".md"});
    return path ? path->substr(7) : std::string();
}

void checkFolder(const Subject& subject, Findings& findings)
{
    const std::string root = subject.site.content().root + "/";
    const std::string& path = subject.item.path;
    if (path.compare(0, root.size(), root) != 0)
        return;
    const std::string relative = path.substr(root.size());
    const bool dated = !site::fileNameOf(relative).date.empty();
    const bool inPosts = ("/" + relative).find("/_posts/") != std::string::npos ||
                         ("/" + relative).find("/_drafts/") != std::string::npos;
    if (inPosts || (!subject.isPost() && !dated))
        return;
    Finding finding =
        subject.at(1, subject.isPost() ? Severity::Error : Severity::Warning, "folder",
                   subject.isPost() ? "Jekyll does not read posts in this folder; they belong into _posts"
                                    : "This looks like a post, but outside of _posts Jekyll takes it for a page");
    if (subject.item.kind != site::ItemKind::Document) {
        finding.fix = Fix{"Move to _posts", std::nullopt, "_posts/" + subject.item.name};
        findings.push_back(std::move(finding));
    }
}

void checkEnding(const Subject& subject, Findings& findings)
{
    if (subject.item.conversion == site::Conversion::Markdown || subject.item.extension == ".html")
        return;
    findings.push_back(subject.at(1, Severity::Warning, "file-name",
                                  "The name ends in \"" + subject.item.extension +
                                      "\", so Jekyll does not read it as Markdown; posts end in .md"));
}

void checkWindows(const Subject& subject, Findings& findings)
{
    if (site::isPortableName(subject.item.name))
        return;
    findings.push_back(
        subject.at(1, Severity::Warning, "file-name",
                   "Windows can not hold this name: it may have none of \\ : * ? \" < > | and no space or dot at "
                   "its end; whoever works on the site there can not check it out"));
}
} // namespace

void checkFileName(const Subject& subject, Findings& findings)
{
    if (isLone(subject.site) || subject.item.path.empty() || subject.item.generated)
        return;
    checkFolder(subject, findings);
    checkWindows(subject, findings);
    if (subject.item.kind != site::ItemKind::Post)
        return;
    if (site::fileNameOf(subject.item.relativePath).date.empty()) {
        const std::string wanted = wantedName(subject);
        Finding finding = subject.at(1, Severity::Error, "file-name",
                                     "Jekyll leaves this post out: its name must begin with the date, as in " +
                                         (wanted.empty() ? "2020-01-31-title.md" : wanted));
        if (!wanted.empty())
            finding.fix = Fix{"Rename to " + wanted, std::nullopt, folderOf(subject.item.relativePath) + wanted};
        findings.push_back(std::move(finding));
        return;
    }
    checkEnding(subject, findings);
}

} // namespace galley::check
