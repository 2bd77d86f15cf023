// SPDX-License-Identifier: MIT
#include "keep/keepfolders.h"

#include "base/fileerror.h"
#include "keep/filestate.h"
#include "keep/systemfile.h"

#include <cerrno>
#include <sys/stat.h>

namespace galley
{

Expected<void> makePrivateFolder(const std::filesystem::path& folder)
{
    if (folder.has_parent_path() && folder.parent_path() != folder) {
        std::error_code code;
        if (!std::filesystem::exists(folder.parent_path(), code)) {
            if (Expected<void> above = makePrivateFolder(folder.parent_path()); !above)
                return above;
        }
    }
    if (::mkdir(folder.c_str(), 0700) != 0 && errno != EEXIST)
        return unexpected(fileError("make the folder", folder, errno));
    return {};
}

std::string pathKey(const std::filesystem::path& post)
{
    return contentHash(post.native()).substr(0, 16);
}

} // namespace galley
