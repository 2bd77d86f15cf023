// SPDX-License-Identifier: MIT
// What stands in Jekyll's `{% include file name=value … %}`.
#pragma once

#include "base/expected.h"
#include "liquid/expression.h"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace galley::liquid
{

struct IncludeMarkup {
    std::string file;       ///< the name, or a template that makes it
    bool isDynamic = false; ///< the name holds {{ … }}
    bool hasParameters = false;
    std::vector<std::pair<std::string, Expression>> parameters;
};

/// The error for parameters that are no `name=value` pairs, in Jekyll's words.
Expected<IncludeMarkup> parseIncludeMarkup(std::string_view markup);

/// Only letters, digits and _ / . - ( ) + ~ # @, and no two dots or slashes in a row.
bool isIncludeName(std::string_view name);

} // namespace galley::liquid
