// SPDX-License-Identifier: MIT
// The URL of a post, document or page: its permalink or its collection's pattern, filled in (Drops::UrlDrop).
#pragma once

#include "base/diagnostic.h"
#include "site/item.h"

#include <string>
#include <string_view>

namespace galley::site
{

/// `pattern` with its :placeholders filled for a document. An unknown placeholder is left out, with an error.
std::string documentUrl(const Item& item, std::string_view pattern, Diagnostics& diagnostics);

/// A page's URL; `style` is the site's permalink setting.
std::string pageUrl(const Item& item, const Value& permalink, std::string_view style);

} // namespace galley::site
