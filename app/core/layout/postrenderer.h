// SPDX-License-Identifier: MIT
// PostRenderer: the only way from a post's text to a page. Preview, export, build and printing call it.
#pragma once

#include "base/datetime.h"
#include "layout/renderedpage.h"
#include "site/item.h"

#include <filesystem>
#include <memory>
#include <stop_token>
#include <string>
#include <string_view>

namespace galley
{

class Site;

namespace liquid
{
struct PageIncludes;
}

/// SitePage: the bytes Jekyll writes. Standalone: styles, images and fonts inlined, opens anywhere.
enum class PageForm { SitePage, Standalone };

struct RenderRequest {
    std::string_view text;            ///< the whole file as core text, front matter first; invalid UTF-8 is allowed
    std::filesystem::path path;       ///< where the post lies or will lie; empty for an untitled one
    std::shared_ptr<const Site> site; ///< null for a lone file: the built-in layouts are used
    PageForm form = PageForm::SitePage;
    DateTime now;                        ///< the clock's answer, read by the caller; a site has its own
    std::string timeZone = "UTC";        ///< IANA name, for dates without a zone in a lone file
    std::stop_token stop;                ///< a stopped rendering returns what it has, soon
    markdown::ConversionPtr before = {}; ///< RenderedPage::conversion of the text before this one, if there was one
    std::string policy = {};             ///< of a stand-alone page that runs no scripts (see StandaloneOptions::policy)
};

/// Never fails: what is wrong stands in the page's diagnostics, and the page shows what can be shown. A diagnostic
/// of the post itself names no file; one of another file of the site names it from the site's root.
/// Re-entrant; call it from any thread.
RenderedPage renderPost(const RenderRequest& request);

struct ItemOptions {
    PageForm form = PageForm::SitePage;
    bool wantsBlocks = false; ///< find the blocks in the page; a build has no use for them
    std::stop_token stop;
    /// The page's turn in a build, and what it used of include_cached.
    std::shared_ptr<liquid::PageIncludes> includes = {};
    markdown::ConversionPtr before = {}; ///< as RenderRequest::before; looked at with wantsBlocks
    std::string policy = {};             ///< as RenderRequest::policy
};

/// The same for an item of the site, known or edited.
RenderedPage renderItem(const std::shared_ptr<const Site>& site, const site::ItemPtr& item, const ItemOptions& options);

} // namespace galley
