// SPDX-License-Identifier: MIT
// Where the text of a scalar ends, found in the source by the lexical rules of YAML 1.1.
#pragma once

#include "post/yamlevents.h"

#include <cstddef>
#include <string_view>

namespace galley::yaml
{

/// Behind spaces, line breaks and comments from `pos`.
std::size_t skipToContent(std::string_view text, std::size_t pos);

/// Start of the line that holds `pos`, and the break that ends it (or the end of the text).
std::size_t lineBegin(std::string_view text, std::size_t pos);
std::size_t lineEnd(std::string_view text, std::size_t pos);
/// The start of the line below.
std::size_t nextLine(std::string_view text, std::size_t pos);

/// Behind the scalar or alias of `event` whose content begins at `content`; npos when the source does not
/// spell its value.
std::size_t scalarEnd(std::string_view text, const Event& event, std::size_t content);

/// Spaces before the text of the block scalar whose | or > stands at `content`; 0 when it has no text.
std::size_t blockScalarIndent(std::string_view text, std::size_t content);

} // namespace galley::yaml
