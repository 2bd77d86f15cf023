// SPDX-License-Identifier: MIT
// What a site offers for the fields of a post: its layouts, authors, tags, the keys other posts use.
#pragma once

#include "post/fieldkind.h"

#include <filesystem>

namespace galley
{

class Site;

/// Choices for a post at `path`: layouts of the site, authors that it lists (see site/authors.h) and of other posts,
/// tags and categories in use, keys of other posts (most used first), and what the configuration's `defaults` give a
/// file there.
FieldChoices fieldChoices(const Site& site, const std::filesystem::path& path);

} // namespace galley
