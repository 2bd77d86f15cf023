// SPDX-License-Identifier: MIT
// "Check before you publish": one post as it stands in the editor, or a whole site.
#pragma once

#include "check/finding.h"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <stop_token>
#include <string_view>

namespace galley
{

class Site;
struct DateTime;

namespace check
{

struct PostRequest {
    std::string_view text;            ///< core text of the post as it stands
    std::filesystem::path path;       ///< empty for an untitled one
    std::shared_ptr<const Site> site; ///< never null: loneSite() stands in
    std::stop_token stop;
    std::int64_t now = 0; ///< seconds since 1970; a site that was read a while ago has its own, older one
};

/// By line, then in the rules' order; the post itself is named by an empty file. Fixes are edits of exactly `text`.
Findings checkPost(const PostRequest& request);

struct SiteRequest {
    std::shared_ptr<const Site> site;
    int jobs = 1;
    std::stop_token stop;
    /// Called now and then, by one thread at a time but not always the same.
    std::function<void(std::size_t done, std::size_t total)> progress = {};
};

/// Every post and page, drafts and unpublished ones too, files that Jekyll silently leaves out, and what reading the
/// site had to say; by file, then as checkPost.
Findings checkSite(const SiteRequest& request);

} // namespace check
} // namespace galley
