// SPDX-License-Identifier: MIT
// Jekyll 4.3's default configuration (Jekyll::Configuration::DEFAULTS).
#pragma once

#include "base/value.h"

namespace galley::site
{

Hash defaultConfig();

/// Added to every site's `exclude`.
Array defaultExcludes();

} // namespace galley::site
