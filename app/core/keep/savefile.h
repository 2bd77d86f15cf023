// SPDX-License-Identifier: MIT
// The save recipe: a file on the disk is the old one or the new one, never less, and "saved" means read back.
#pragma once

#include "base/expected.h"
#include "keep/filestate.h"

#include <filesystem>
#include <string_view>

namespace galley
{

/// What keeps a save from going on. All but Failed are questions to the person; the answer is another SaveRequest.
enum class SaveObstacle {
    Failed,           ///< the system refused; the file is as it was
    ChangedOnDisk,    ///< not the file we know: keep mine (overwriteChanged), take theirs, compare
    HardLinked,       ///< other names share this file: Replace leaves them the old text, InPlace changes all
    FileReadOnly,     ///< the file itself is write-protected: Replace gets round it and keeps its mode
    OwnerWouldChange, ///< the file is somebody else's: Replace makes it ours, InPlace keeps the owner
    FolderReadOnly,   ///< no file can be made beside it: only InPlace or another place can save
    Unverified,       ///< written, but read back it is not what was written: save elsewhere
};

struct SaveProblem {
    SaveObstacle obstacle = SaveObstacle::Failed;
    Error error; ///< path and the system's reason
};

/// How the file gets its new bytes. Ask is Replace, unless that would change more than the text.
enum class SaveWay {
    Ask,
    Replace, ///< a new file renamed over the old one: atomic
    InPlace, ///< written into the old file: keeps links and owner; a power cut in between leaves the journal's copy
};

struct SaveRequest {
    std::filesystem::path path; ///< symbolic links are followed; the file may be missing
    std::string_view bytes;     ///< the file's bytes (toFileBytes)
    FileState known;            ///< the file as last read or written; default for one that must not be there yet
    SaveWay way = SaveWay::Ask;
    bool overwriteChanged = false; ///< the person has seen that it changed on disk and keeps theirs
};

template <class T>
using SaveExpected = tl::expected<T, SaveProblem>;

/// 1 temporary file beside the target; 2 every byte written and flushed; 3 fdatasync; 4 owner, mode, extended
/// attributes; 5 the file on disk is still `known`; 6 rename; 7 fsync of the folder; 8 read back, hashes compared.
/// QSaveFile::commit alone is not enough: on a full disk it returns true and leaves an empty file (Qt 6.4.2).
/// Blocks for as long as the disk takes: not for the GUI thread. The result is the file's new state.
SaveExpected<FileState> saveFile(const SaveRequest& request);

/// The name QSaveFile gets, to which it adds a dot and six letters: the target's own, or where that would be longer
/// than the 255 bytes of a name a short one beside it, which is renamed afterwards.
std::filesystem::path nameBeside(const std::filesystem::path& target);

} // namespace galley
