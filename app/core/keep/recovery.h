// SPDX-License-Identifier: MIT
// What a start finds of the last run: posts whose unsaved text is still in a journal.
#pragma once

#include "base/diagnostic.h"
#include "keep/journalformat.h"

#include <filesystem>
#include <string>
#include <vector>

namespace galley
{

/// How a journal stands to its file. In each case the text is there; the difference is what it is compared with.
enum class RecoverySituation {
    FileUnchanged, ///< open the post with the journal's text, modified
    FileChanged,   ///< three texts: base, mine (the journal's), theirs (the file's); the person decides
    FileMissing,   ///< the file was removed or renamed: open the text, save it anew or elsewhere
    Untitled,      ///< the post never had a file; a path is where its first save was to make it
};

struct RecoverablePost {
    std::filesystem::path journal;
    JournalContents contents; ///< header, base text and recovered text; `damaged` when its end is missing
    RecoverySituation situation = RecoverySituation::FileUnchanged;
    std::string diskText; ///< core text of the file, when it changed
    FileForm diskForm;
    FileState diskState; ///< the file now
};

struct Recovery {
    std::vector<RecoverablePost> posts; ///< two journals of one post are two entries: no silent winner
    Diagnostics notes;             ///< damaged journals; those without a readable beginning are renamed, not deleted
    std::size_t straysRemoved = 0; ///< temporary files of a killed save
};

/// Looks through the journals that no running program holds. Journals with nothing unsaved are deleted: their text
/// is what the file holds. Reads files, so not for the GUI thread when there may be many.
Recovery findUnsavedPosts(const std::filesystem::path& stateFolder);

/// Journals that running programs (or other windows) hold on this post, `own` left out.
std::vector<std::filesystem::path> journalsInUse(const std::filesystem::path& stateFolder,
                                                 const std::filesystem::path& post,
                                                 const std::filesystem::path& own = {});

} // namespace galley
