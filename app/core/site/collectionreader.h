// SPDX-License-Identifier: MIT
// The site's collections and what lies in their folders (Jekyll::Collection).
#pragma once

#include "site/sitecontent.h"

namespace galley::site
{

/// Adds the collections the config names, posts first, all still empty.
void addCollections(SiteContent& content);

/// Reads every collection but posts.
void readCollections(SiteContent& content);

/// By date, then by path: oldest first (Document#<=>).
void sortDocuments(Collection& collection);

} // namespace galley::site
