// SPDX-License-Identifier: MIT
// The Jekyll plugins this program knows: what each adds to reading, rendering and writing a site.
#pragma once

#include "liquid/registry.h"
#include "site/sitecontent.h"

#include <memory>
#include <string>

namespace galley::site
{

/// Sets content.plugins from the config and the theme's dependencies; names it does not know are told.
void enablePlugins(SiteContent& content);

/// Runs the enabled plugins' generators, in Jekyll's order of priority.
void runGenerators(SiteContent& content);

/// Jekyll's tags and filters with those of the enabled plugins.
std::shared_ptr<const liquid::Registry> registryOf(const SiteContent& content);

} // namespace galley::site
