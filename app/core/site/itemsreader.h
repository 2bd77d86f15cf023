// SPDX-License-Identifier: MIT
// Reads and parses many files at once.
#pragma once

#include "site/itemfactory.h"

#include <memory>
#include <vector>

namespace galley::site
{

/// One item a source, in order; null, with an error, where a file can't be read. Posts and documents that are
/// not UTF-8 are left out, as Jekyll does; pages are kept with U+FFFD in place of the bytes.
std::vector<std::shared_ptr<Item>> makeItems(const std::vector<Source>& sources, SiteContent& content);

} // namespace galley::site
