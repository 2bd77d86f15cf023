// SPDX-License-Identifier: MIT
#include "export/outputfolder.h"

#include "base/files.h"

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
    constexpr int flags = O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW;
    int file = ::open(path->c_str(), flags, 0666);
    if (file < 0 && errno == ELOOP && ::unlink(path->c_str()) == 0) // a link is replaced, not written through
        file = ::open(path->c_str(), flags, 0666);
    if (file < 0)
        return failure(*path, errno);
    const bool written = writeAll(file, bytes.data(), bytes.size());
    const int reason = errno;
    if (::close(file) != 0 || !written)
        return failure(*path, written ? errno : reason);
    return bytes.size();
}

void OutputFolder::remove(const std::set<std::string>& names) const
{
    for (const std::string& name : names) {
        const fs::path path = (m_root / name).lexically_normal();
        std::error_code code;
        if (fs::is_directory(fs::symlink_status(path, code)) || !isInside(path.parent_path(), m_root))
            continue;
        fs::remove(path, code);
        for (fs::path folder = path.parent_path(); !code && folder != m_root && isInside(folder, m_root);
             folder = folder.parent_path())
            fs::remove(folder, code); // fails, and ends this, where something else lies
    }
}

Expected<std::size_t> OutputFolder::copy(const fs::path& source, const std::string& name)
{
    const Expected<fs::path> path = prepared(name);
    if (!path)
        return unexpected(path.error());
    std::error_code code;
    if (fs::is_symlink(*path, code))
        fs::remove(*path, code);
    fs::copy_file(source, *path, fs::copy_options::overwrite_existing, code);
    if (code)
        return failure(*path, code.value());
    const auto changed = fs::last_write_time(source, code);
    if (!code)
        fs::last_write_time(*path, changed, code);
    return std::size_t{0};
}

} // namespace galley
