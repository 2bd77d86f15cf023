// SPDX-License-Identifier: MIT
// LineZone: what a line of a document begins inside of: front matter, a fence, a comment, indented code.
#pragma once

#include "editor/markup.h"

class QTextBlock;

namespace galley::linezone
{

/// The highlighter knows it; lines that it has not come to yet are looked at here.
LineState before(const QTextBlock& block);

/// The line that opens or closes the front matter.
bool isFrontMatterEnd(const QTextBlock& block);

/// Four columns in, and not part of a list: a list sign there is just text.
bool isIndentedCode(const QTextBlock& block);

} // namespace galley::linezone
