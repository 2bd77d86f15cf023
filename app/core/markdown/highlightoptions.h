// SPDX-License-Identifier: MIT
// HighlightOptions' setter: `syntax_highlighter_opts` as Rouge reads it.
#pragma once

#include "markdown/options.h"

namespace galley::markdown
{

/// False when the value is no mapping.
bool setHighlightOptions(Options& options, const Value& value);

} // namespace galley::markdown
