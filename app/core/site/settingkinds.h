// SPDX-License-Identifier: MIT
// Settings of a kind that Jekyll can't use: a number where a list belongs, a list where a text belongs.
#pragma once

#include "base/diagnostic.h"
#include "base/value.h"
#include "site/siteoptions.h"

namespace galley::site
{

/// Tells of each at its line; Jekyll's default takes the place of what is wrong.
void checkSettings(Hash& values, const SiteOptions& options, Diagnostics& diagnostics);

} // namespace galley::site
