// SPDX-License-Identifier: MIT
// Where journals and versions lie below the state folder.
#pragma once

#include "base/expected.h"

#include <filesystem>
#include <string>

namespace galley
{

/// The state folder is given by the caller ($XDG_STATE_HOME/galley); below it everything is readable by its owner only.
struct KeepFolders {
    std::filesystem::path journals;
    std::filesystem::path history;
    std::filesystem::path marks; ///< of posts that are open

    explicit KeepFolders(const std::filesystem::path& state)
        : journals(state / "journals"), history(state / "history"), marks(state / "open")
    {
    }
};

/// Makes a folder and those above it, mode 0700 where they are new.
Expected<void> makePrivateFolder(const std::filesystem::path& folder);

/// 16 hexadecimal digits for a post's path: names of 255 bytes leave no room for anything but a hash.
std::string pathKey(const std::filesystem::path& post);

} // namespace galley
