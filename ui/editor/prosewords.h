// SPDX-License-Identifier: MIT
// The words of a post that a reader reads: no code, no addresses, no Liquid, no formulas, no HTML, no
// keys.
#pragma once

#include "editor/prosestate.h"

#include <QStringView>

#include <vector>

namespace galley
{

struct ProseWord {
    qsizetype start = 0; ///< UTF-16 units
    qsizetype length = 0;

    bool operator==(const ProseWord&) const = default;
};

/// Of the line that begins in `state`, which becomes that of the next line. Of front matter only titles and
/// descriptions are prose.
std::vector<ProseWord> proseWords(QStringView line, ProseState& state, bool isFirst);

} // namespace galley
