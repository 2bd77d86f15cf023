// SPDX-License-Identifier: MIT
// Words of a text and the time it takes to read them.
#pragma once

#include <string_view>

namespace galley
{

struct WordCount {
    int words = 0;
    int minutes = 0; ///< of reading, rounded up; 0 for an empty text

    bool operator==(const WordCount&) const = default;
};

/// A word is a run of letters and digits between spaces; each Han, Hiragana and Katakana sign counts as one.
/// Linear; called off the GUI thread.
WordCount countWords(std::string_view text);

} // namespace galley
