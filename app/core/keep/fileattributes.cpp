// SPDX-License-Identifier: MIT
#include "keep/fileattributes.h"

#include "base/fileerror.h"
#include "keep/systemfile.h"

#include <cerrno>
#include <cstring>
#include <string>
#include <sys/stat.h>
#include <sys/xattr.h>
#include <unistd.h>

namespace galley
{

namespace fs = std::filesystem;

namespace
{
/// Best effort: many file systems have none, and some names are the system's own.
void copyExtendedAttributes(const fs::path& original, int descriptor)
{
    std::string names(64 * 1024, '\0'); // the kernel's limit of one list
    const ssize_t size = ::listxattr(original.c_str(), names.data(), names.size());
    std::string value(64 * 1024, '\0'); // and of one value
    for (const char* name = names.data(); name < names.data() + size; name += std::strlen(name) + 1) {
        const ssize_t length = ::getxattr(original.c_str(), name, value.data(), value.size());
        if (length >= 0)
            (void)::fsetxattr(descriptor, name, value.data(), static_cast<std::size_t>(length), 0);
    }
}

/// Owner and group; failing that the group alone, which a member may give.
bool keepOwner(const struct stat& wanted, int descriptor)
{
    return ::fchown(descriptor, wanted.st_uid, wanted.st_gid) == 0 ||
           ::fchown(descriptor, static_cast<uid_t>(-1), wanted.st_gid) == 0;
}
} // namespace

Expected<void> keepAttributes(const fs::path& original, int descriptor)
{
    struct stat wanted = {};
    if (::stat(original.c_str(), &wanted) != 0)
        return {};
    mode_t mode = wanted.st_mode & 07777;
    if (!keepOwner(wanted, descriptor))
        mode &= 0707; // the group is another one now: it gets nothing it did not have
    copyExtendedAttributes(original, descriptor);
    // After the owner: chown clears the set-id bits; after the access list: its mask is the group's mode.
    if (::fchmod(descriptor, mode) != 0)
        return unexpected(fileError("keep the permissions of", original, errno));
    return {};
}

} // namespace galley
