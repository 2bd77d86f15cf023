// SPDX-License-Identifier: MIT
// Conversion: a text and its document, kept so that the next text is converted only where it differs.
#pragma once

#include "markdown/document.h"

#include <memory>
#include <string>
#include <string_view>

namespace galley::markdown
{

/// Immutable; shared with the conversion that comes after it.
struct Conversion {
    std::string text;
    Options options;
    Document document;
    bool hasDefinitions = false; ///< of links, footnotes, abbreviations: brackets mean something by other blocks
    bool isUneven = false;       ///< something in the text changes how paragraphs elsewhere are read
    bool continues = false;      ///< all but one paragraph is the document of the conversion before
};

using ConversionPtr = std::shared_ptr<const Conversion>;

/// What toHtml() makes of the text, to the byte, line and hash. Where nothing but one top-level paragraph of prose
/// differs from `before` (which may be null), only that paragraph is converted: a key then costs a comparison and a
/// copy of the text, not its parsing. Never null. Re-entrant.
///
/// md4c 0.4.8 ends some lists early, or makes them loose, at one offset of 256 (it takes a line's place for a block's
/// kind); a list elsewhere stays as it was read before.
ConversionPtr convert(std::string_view text, const Options& options, const ConversionPtr& before);

} // namespace galley::markdown
