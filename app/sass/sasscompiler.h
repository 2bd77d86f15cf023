// SPDX-License-Identifier: MIT
// Sass to CSS through libsass, as jekyll-sass-converter asks for it; imports come from inside the site only.
#pragma once

#include "site/sassmessage.h"

namespace galley::sass
{

/// The error names the file the fault stands in and its line; with an empty `file` that is the source itself.
/// Throws std::bad_alloc when memory runs out.
Expected<site::SassResult> compiled(const site::SassQuestion& question);

} // namespace galley::sass
