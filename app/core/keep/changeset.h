// SPDX-License-Identifier: MIT
// ChangeSet: several files renamed and rewritten as one step, with its own way back.
#pragma once

#include "base/expected.h"

#include <filesystem>
#include <string>
#include <vector>

namespace galley
{

struct ChangeSet {
    struct Move {
        std::filesystem::path from;
        std::filesystem::path to;
    };
    struct Rewrite {
        std::filesystem::path file; ///< as it is called after the moves
        std::string before;         ///< bytes; anything else there refuses the whole
        std::string after;
    };
    std::vector<Move> moves; ///< in this order
    std::vector<Rewrite> rewrites;

    /// What takes it back.
    ChangeSet reversed() const;
};

/// All of it or nothing: what fails half-way is taken back, and the error says what it was. Nothing is overwritten.
Expected<void> applyChanges(const ChangeSet& changes);

} // namespace galley
