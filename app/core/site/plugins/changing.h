// SPDX-License-Identifier: MIT
// How generators change a site that is being read: items are replaced by changed copies.
#pragma once

#include "site/itemfactory.h"
#include "site/sitecontent.h"

#include <functional>
#include <memory>
#include <string>

namespace galley::site
{

/// Calls change(item) on a copy of each page, then (with `documents`) of each written document; a copy that
/// was changed (the answer is true) takes the item's place, its URL and layout found anew.
void changeItems(SiteContent& content, bool documents, const std::function<bool(Item&)>& change);

/// The same, and remembered for texts that are edited: `change` must hold what it needs by value.
void changeItemsAndEdits(SiteContent& content, bool documents, std::function<bool(Item&)> change);

/// Adds a page that has no file. `relativePath` is where it would lie.
std::shared_ptr<Item> addPage(SiteContent& content, const std::string& relativePath, std::string text,
                              const Hash& data);

/// Whether something with this URL is read from the site's folder.
bool hasUrl(const SiteContent& content, std::string_view url);

} // namespace galley::site
