// SPDX-License-Identifier: MIT
// What the program asks of the preview's script, written as calls of galley.take().
#pragma once

#include "layout/blockpatch.h"

#include <QString>

namespace galley
{

/// Text as a JavaScript string literal.
QString scriptString(std::string_view utf8);

QString shellOrder(const RenderedPage& page);

/// `follow`: the edited blocks are brought into sight.
QString patchOrder(const BlockPatch& patch, bool follow);

QString wholeOrder(const RenderedPage& page);

/// For a trusted page, which was loaded with its marks.
QString adoptOrder(const RenderedPage& page);

/// The published page with a mark before each block and after the last, as the trusted level loads it.
std::string markedPage(const RenderedPage& page, std::string_view key);

} // namespace galley
