// SPDX-License-Identifier: MIT
// Stand-alone pages: styles, images, fonts and scripts of the site put into the page, so that it opens anywhere.
#pragma once

#include "base/diagnostic.h"
#include "base/expected.h"

#include <functional>
#include <string>
#include <string_view>

namespace galley
{

struct Asset {
    std::string bytes;
    std::string mimeType;
};

/// What the page wants a file for: a file of another kind is refused.
enum class AssetUse { Image, Media, Track, Style, Script, StyleUrl /* an image or a font */ };

/// Answers a URL as the page writes it, without query and fragment ("/assets/main.css", "photo.jpg"). `base` is the
/// URL of the style sheet that names it, empty for the page itself. Only files that the site publishes.
using AssetSource = std::function<Expected<Asset>(const std::string& url, const std::string& base, AssetUse use)>;

struct StandaloneOptions {
    AssetSource assets;
    std::string siteUrl; ///< url + baseurl: links to other pages of the site are made absolute with it; may be empty
    /// KaTeX: TeX → HTML, display or inline; absent or empty answer: the formula stays as it is.
    std::function<std::string(std::string_view tex, bool display)> math;
    std::function<std::string()> mathStyle; ///< style sheet with fonts inlined, asked when a formula was set
    /// A Content-Security-Policy for the page of a site that nobody trusts: it stands before all else, and no script
    /// element, refresh or base of the page is kept. Empty: the page keeps them.
    std::string policy = {};
};

/// The page with everything local inlined. What can't be found or lies elsewhere stays a link and is reported.
std::string standalonePage(std::string_view page, const StandaloneOptions& options, Diagnostics& diagnostics);

} // namespace galley
