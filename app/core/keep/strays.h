// SPDX-License-Identifier: MIT
// Strays: temporary files that a killed save left beside a post.
#pragma once

#include "keep/journalformat.h"

#include <cstddef>
#include <filesystem>

namespace galley
{

/// Removes what a save that this journal began left beside the post, and answers how many files that were.
/// A stray is called NAME.xxxxxx (six letters, QSaveFile's way), holds the beginning of what was to be saved and was
/// written within seconds of the journal's last record: a person's own copy of the post is none.
std::size_t removeStrays(const std::filesystem::path& journal, const JournalContents& contents);

} // namespace galley
