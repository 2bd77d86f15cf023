// SPDX-License-Identifier: MIT
// A style sheet page (.scss, .sass): Liquid, then Sass, with its source map where the site wants one.
#pragma once

#include "base/diagnostic.h"
#include "site/item.h"
#include "site/sass.h"

namespace galley
{
class Site;
}

namespace galley::site
{

/// Empty CSS, with an error diagnostic at file and line, when it can't be compiled.
SassResult styleSheet(const Site& site, const ItemPtr& item, Diagnostics& diagnostics, const std::stop_token& stop);

} // namespace galley::site
