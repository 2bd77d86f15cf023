// SPDX-License-Identifier: MIT
#include "check/usedfiles.h"

#include "check/addresses.h"
#include "check/pagefacts.h"

#include "base/textcheck.h"
#include "base/unicode.h"
#include "layout/postrenderer.h"
#include "site/site.h"

#include <algorithm>
#include <filesystem>

namespace galley::check
{

namespace
{
struct Rendered {
    site::ItemPtr item;
    RenderedPage page;
};

Rendered rendered(const PostRequest& request)
{
    Diagnostics ignored;
    const bool valid = unicode::firstInvalid(request.text) == std::string_view::npos;
    const std::string text = valid ? std::string(request.text) : displayText(request.text);
    Rendered out{request.site->itemOf(request.path, text, ignored), {}};
    out.page = renderItem(request.site, out.item, {PageForm::SitePage, true, request.stop});
    return out;
}
} // namespace

std::vector<std::string> usedFiles(const PostRequest& request)
{
    const Rendered post = rendered(request);
    const Addresses addresses(*request.site);
    std::vector<std::string> out;
    for (const PageLink& link : pageFacts(*post.item, post.page).links) {
        const Target target = addresses.resolve(link.url, *post.item);
        std::error_code code;
        const bool isFile = target.kind == Target::Kind::File && std::filesystem::is_regular_file(target.path, code);
        const std::string path =
            isFile ? std::filesystem::path(target.path).lexically_normal().string() : std::string();
        if (isFile && std::find(out.begin(), out.end(), path) == out.end())
            out.push_back(path);
    }
    return out;
}

std::string ownHtml(const PostRequest& request)
{
    const RenderedPage page = rendered(request).page;
    if (page.blocks.empty())
        return page.html;
    const PageBlock& first = page.blocks.front();
    const PageBlock& last = page.blocks.back();
    return page.html.substr(first.offset, last.offset + last.length - first.offset);
}

} // namespace galley::check
