// SPDX-License-Identifier: MIT
// What jekyll-mentions and jemoji change in the texts of a finished page.
#pragma once

#include "site/item.h"
#include "site/sitecontent.h"

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace galley::site
{

/// What the enabled plugins still change in a page after its last layout.
std::string finishedPage(const SiteContent& content, const Item& item, std::string html);

/// Each text of the body (of all, when there is none) changed, but those inside the elements that are left alone.
std::string textsChanged(const std::string& html, const std::vector<std::string_view>& leftAlone,
                         const std::function<std::string(std::string_view)>& change);

/// @name becomes a link to that user's page below `base`.
std::string withMentions(const std::string& html, const std::string& base);

/// :name: becomes the emoji's picture below `source`; `names` maps names to characters.
std::string withEmoji(const std::string& html, const std::string& source, const Hash& names);

} // namespace galley::site
