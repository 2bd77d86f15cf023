// SPDX-License-Identifier: MIT
// A mode of the vectors program: what one line of a file asks, and whether we answer the same.
#pragma once

#include "base/value.h"

#include <string>

namespace galley::vectors
{

struct Outcome {
    std::string name;  ///< of the case, as known failures list it
    std::string input; ///< for the report of a difference
    std::string expected;
    std::string actual;
    bool equal = false;
};

/// One case; `line` counts from 1 and names cases that have no name.
using Mode = Outcome (*)(const Hash& line, int number);

Outcome liquidCase(const Hash& line, int number);

/// A post's body as Jekyll's defaults make it, compared as a tree.
Outcome postCase(const Hash& line, int number);

/// A case of kramdown's own tests with its options, compared as a tree.
Outcome kramdownCase(const Hash& line, int number);

} // namespace galley::vectors
