// SPDX-License-Identifier: MIT
#include "export/outputfolder.h"

#include <cerrno>
#include <cstring>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace galley
{

namespace fs = std::filesystem;

namespace
{
tl::unexpected<Error> failure(const fs::path& path, int reason)
{
    const bool full = reason == ENOSPC || reason == EDQUOT || reason == EROFS;
    return tl::unexpected(Error{"Can't write " + path.string() + ": " + std::strerror(reason), path.string(),
                                full ? OutputFolder::hopeless : 0});
}

/// Writes all, however the system cuts it.
bool writeAll(int file, const char* bytes, std::size_t size)
{
    while (size > 0) {
        const ssize_t written = ::write(file, bytes, size);
        if (written < 0 && errno != EINTR)
            return false;
        if (written > 0) {
            bytes += written;
            size -= static_cast<std::size_t>(written);
        }
    }
    return true;
}
} // namespace

Expected<fs::path> OutputFolder::prepared(const std::string& name)
{
    const fs::path path = (m_root / name).lexically_normal();
    const std::string folder = path.parent_path().string();
    {
        const std::lock_guard lock(m_mutex);
        if (m_made.count(folder) > 0)
            return path;
    }
    std::error_code code;
    fs::create_directories(folder, code);
    if (code)
        return failure(folder, code.value());
    const std::lock_guard lock(m_mutex);
    m_made.insert(folder);
    return path;
}

Expected<std::size_t> OutputFolder::write(const std::string& name, const std::string& bytes)
{
    const Expected<fs::path> path = prepared(name);
    if (!path)
        return unexpected(path.error());
    const int file = ::open(path->c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666);
    if (file < 0)
        return failure(*path, errno);
    const bool written = writeAll(file, bytes.data(), bytes.size());
    const int reason = errno;
    if (::close(file) != 0 || !written)
        return failure(*path, written ? errno : reason);
    return bytes.size();
}

Expected<std::size_t> OutputFolder::copy(const fs::path& source, const std::string& name)
{
    const Expected<fs::path> path = prepared(name);
    if (!path)
        return unexpected(path.error());
    std::error_code code;
    fs::copy_file(source, *path, fs::copy_options::overwrite_existing, code);
    if (code)
        return failure(*path, code.value());
    const auto changed = fs::last_write_time(source, code);
    if (!code)
        fs::last_write_time(*path, changed, code);
    return std::size_t{0};
}

} // namespace galley
