// SPDX-License-Identifier: MIT
// How a site's posts write their front matter, as a pattern for the next one: layout, keys, their order and quotes.
#pragma once

#include "site/newpost.h"

namespace galley
{
class Site;
}

namespace galley::site
{

/// A built-in template as this site's posts would write it: `layout` as the newest post says it, or not at all where a
/// default of the configuration gives it or there is no such layout; texts quoted as there; a date without a time where
/// dates have none. `author` chooses whose newest post is looked at.
PostTemplate fitted(const PostTemplate& builtIn, const Site& site, const std::vector<EarlierPost>& newestFirst,
                    std::string_view author);

/// A post with no more than what all of the site's posts have: the newest one's keys in their order, those of layout,
/// title, author and date, and others whose value is the same in every post; tags and categories that differ are empty.
PostTemplate plainTemplate(const Site& site, const std::vector<EarlierPost>& newestFirst, std::string_view author);

/// "Like my last one" from the author's newest post; "Like the newest post" where the author has none; nothing on a
/// site without posts. Without an author, the posts that name none are theirs, or all where one person writes.
std::optional<PostTemplate> templateLikeLast(const std::vector<EarlierPost>& newestFirst, std::string_view author);

/// The one author of all the site's posts; empty where several write, or nobody is named.
std::string soleAuthor(const std::vector<EarlierPost>& newestFirst);

} // namespace galley::site
