// SPDX-License-Identifier: MIT
// Reads _layouts and _includes, of the site and of its theme.
#pragma once

#include "site/sitecontent.h"

namespace galley::site
{

/// Fills content.layouts and content.includes; the site's own files win over the theme's.
void readLayouts(SiteContent& content);
void readIncludes(SiteContent& content);

} // namespace galley::site
