// SPDX-License-Identifier: MIT
// Parsing Liquid so that a tag nobody knows does not cost the whole page.
#pragma once

#include "base/expected.h"
#include "liquid/template.h"

#include <string>

namespace galley::site
{

/// liquid::parse(), but an unknown tag becomes a marked placeholder that is an error when it is rendered. Jekyll
/// stops there; the page is needed to see the rest.
Expected<liquid::TemplatePtr> parseTemplate(const std::string& source, const liquid::ParseOptions& options);

} // namespace galley::site
