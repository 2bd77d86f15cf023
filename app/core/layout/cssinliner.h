// SPDX-License-Identifier: MIT
// Puts what a style sheet names with url() and @import into it.
#pragma once

#include "layout/standalone.h"

#include <string>
#include <string_view>

namespace galley
{

/// "data:image/png;base64,…".
std::string dataUrl(const Asset& asset);

/// Whether `url` names something beside the page: no scheme, no host, not only a fragment.
bool isLocalUrl(std::string_view url);

/// `url` without query and fragment.
std::string urlPath(std::string_view url);

/// `css` with local url() as data URLs and local @import replaced by the sheets, nested at most 8 deep (real ones
/// nest once or twice; a loop ends there). `base`: URL of the sheet, empty for CSS of the page itself.
std::string inlinedCss(std::string_view css, const std::string& base, const AssetSource& assets,
                       Diagnostics& diagnostics);

} // namespace galley
