// SPDX-License-Identifier: MIT
#include "keep/instancelock.h"

#include "base/fileerror.h"
#include "keep/keepfolders.h"

#include <cerrno>
#include <fcntl.h>
#include <sys/file.h>

namespace galley
{

Expected<std::optional<SystemFile>> takeInstanceLock(const std::filesystem::path& stateFolder)
{
    if (Expected<void> made = makePrivateFolder(stateFolder); !made)
        return unexpected(made.error());
    const std::filesystem::path path = stateFolder / "instance.lock";
    Expected<SystemFile> file = openFile(path, O_RDWR | O_CREAT, 0600);
    if (!file)
        return unexpected(file.error());
    if (::flock(file->descriptor(), LOCK_EX | LOCK_NB) == 0)
        return std::optional<SystemFile>(std::move(*file));
    if (errno == EWOULDBLOCK)
        return std::optional<SystemFile>();
    return unexpected(fileError("lock", path, errno));
}

} // namespace galley
