// SPDX-License-Identifier: MIT
// Comma or tab separated data files as Ruby's CSV reads them for Jekyll.
#pragma once

#include "base/expected.h"
#include "base/value.h"

#include <string>
#include <string_view>
#include <vector>

namespace galley::site
{

/// With headers (the default) an array of hashes, else an array of arrays. Empty unquoted fields are nil.
/// The error's line is that of the first fault, worded as Ruby's.
Expected<Value> readCsv(std::string_view text, char separator, bool headers);

/// Ruby's converters by their names, one after another until one changes the field: "integer", "float", "numeric"
/// and "all" (dates stay texts). Keys stay texts.
Value convertedFields(const Value& rows, const std::vector<std::string>& converters);

} // namespace galley::site
