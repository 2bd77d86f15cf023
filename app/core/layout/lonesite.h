// SPDX-License-Identifier: MIT
// The site of a file that belongs to none: Jekyll's defaults, no files, the built-in layouts.
#pragma once

#include "layout/postrenderer.h"

#include <memory>

namespace galley
{

/// Reads nothing from disk. A post without front matter is GitHub's Markdown, as a README is; one with front matter
/// is what Jekyll makes of it.
std::shared_ptr<const Site> loneSite(const RenderRequest& request);

/// Whether the site is one of those: no folder belongs to it.
bool isLone(const Site& site);

} // namespace galley
