// SPDX-License-Identifier: MIT
// jekyll-mentions: @name in a finished page becomes a link to that user's page.
#pragma once

#include "site/item.h"
#include "site/sitecontent.h"

#include <string>

namespace galley::site
{

/// What the enabled plugins still change in a page after its last layout.
std::string finishedPage(const SiteContent& content, const Item& item, std::string html);

} // namespace galley::site
