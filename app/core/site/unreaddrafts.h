// SPDX-License-Identifier: MIT
// Drafts of a site that was read without them: they are listed and checked all the same.
#pragma once

#include "base/diagnostic.h"
#include "site/item.h"

#include <vector>

namespace galley
{
class Site;
}

namespace galley::site
{

struct UnreadDraft {
    ItemPtr item;
    Diagnostics reading; ///< what its front matter had to say
};

/// Files that are no text are left out; so is every draft the site was read with.
std::vector<UnreadDraft> unreadDrafts(const Site& site);

} // namespace galley::site
