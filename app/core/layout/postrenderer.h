// SPDX-License-Identifier: MIT
// PostRenderer: the only way from a post's text to a page. Preview, export, build and printing call it.
#pragma once

#include "base/datetime.h"
#include "layout/renderedpage.h"

#include <filesystem>
#include <memory>
#include <stop_token>
#include <string_view>

namespace galley
{

class Site;

/// sitePage: the bytes Jekyll writes. standalone: styles, images and fonts inlined, opens anywhere.
enum class PageForm { SitePage, Standalone };

struct RenderRequest {
    std::string_view text;            ///< the whole file, UTF-8, front matter first
    std::filesystem::path path;       ///< where the post lies or will lie; empty for an untitled one
    std::shared_ptr<const Site> site; ///< null for a lone file: the built-in layouts are used
    PageForm form = PageForm::SitePage;
    DateTime now;                     ///< the clock's answer, read by the caller
    std::stop_token stop;             ///< a stopped rendering returns what it has, soon
};

/// Never fails: what is wrong stands in the page's diagnostics, and the page shows what can be shown.
/// Re-entrant; call it from any thread.
RenderedPage renderPost(const RenderRequest& request);

} // namespace galley
