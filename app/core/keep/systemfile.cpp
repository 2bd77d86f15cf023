// SPDX-License-Identifier: MIT
#include "keep/systemfile.h"

#include "base/fileerror.h"

#include <cerrno>
#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>
#include <utility>

namespace galley
{

namespace fs = std::filesystem;

namespace
{
/// A call that fails with EINTR for ever is not interrupted but broken.
constexpr int mostInterruptions = 100;

template <class Call>
int errorOf(Call call)
{
    for (int i = 0; i < mostInterruptions; ++i) {
        if (call() >= 0)
            return 0;
        if (errno != EINTR)
            return errno;
    }
    return EINTR;
}
} // namespace

SystemFile::SystemFile(SystemFile&& other) noexcept : m_descriptor(std::exchange(other.m_descriptor, -1)) {}

SystemFile& SystemFile::operator=(SystemFile&& other) noexcept
{
    std::swap(m_descriptor, other.m_descriptor);
    return *this;
}

SystemFile::~SystemFile()
{
    if (isOpen())
        ::close(m_descriptor);
}

Expected<SystemFile> openFile(const fs::path& path, int flags, unsigned mode)
{
    int descriptor = -1;
    const int error = errorOf([&] { return descriptor = ::open(path.c_str(), flags | O_CLOEXEC, mode); });
    if (error)
        return unexpected(fileError((flags & O_ACCMODE) == O_RDONLY ? "open" : "write", path, error));
    return SystemFile(descriptor);
}

bool isLocked(const fs::path& path)
{
    const Expected<SystemFile> file = openFile(path, O_RDONLY | O_NONBLOCK);
    // Shared, so that two who ask at the same time do not take each other for the holder.
    return file && ::flock(file->descriptor(), LOCK_SH | LOCK_NB) != 0 && errno == EWOULDBLOCK;
}

int writeAll(int descriptor, std::string_view bytes)
{
    while (!bytes.empty()) {
        ssize_t written = 0;
        const int error = errorOf([&] { return written = ::write(descriptor, bytes.data(), bytes.size()); });
        if (error)
            return error;
        if (written == 0)
            return EIO;
        bytes.remove_prefix(static_cast<std::size_t>(written));
    }
    return 0;
}

int syncData(int descriptor)
{
    return errorOf([=] { return ::fdatasync(descriptor); });
}

int syncAll(int descriptor)
{
    return errorOf([=] { return ::fsync(descriptor); });
}

Expected<void> syncFolder(const fs::path& folder)
{
    const Expected<SystemFile> opened = openFile(folder, O_RDONLY | O_DIRECTORY);
    if (!opened)
        return unexpected(opened.error());
    const int error = syncAll(opened->descriptor());
    // Some file systems cannot sync a folder and say so; they have nothing better to offer.
    if (error && error != EINVAL && error != ENOTSUP)
        return unexpected(fileError("sync the folder", folder, error));
    return {};
}

Expected<void> replaceFile(const fs::path& path, std::string_view bytes)
{
    fs::path beside = path;
    beside += ".new";
    Expected<SystemFile> file = openFile(beside, O_WRONLY | O_CREAT | O_TRUNC, 0600);
    if (!file)
        return unexpected(file.error());
    int error = writeAll(file->descriptor(), bytes);
    if (!error)
        error = syncData(file->descriptor());
    if (!error && ::rename(beside.c_str(), path.c_str()) != 0)
        error = errno;
    if (error) {
        ::unlink(beside.c_str());
        return unexpected(fileError("write", path, error));
    }
    return syncFolder(path.parent_path());
}

} // namespace galley
