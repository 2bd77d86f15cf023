// SPDX-License-Identifier: MIT
#include "export/outputfolder.h"

#include "base/fileerror.h"
#include "base/files.h"

#include <cerrno>

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
    Error error = fileError("write", path, reason);
    error.line = full ? OutputFolder::hopeless : 0;
    return tl::unexpected(std::move(error));
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

fs::path OutputFolder::besides(const fs::path& path)
{
    fs::path part = path.parent_path() / (".galley-" + std::to_string(m_written++) + ".part");
    ::unlink(part.c_str()); // of a build that was killed
    return part;
}

Expected<std::size_t> OutputFolder::put(const fs::path& part, const fs::path& path, int reason, std::size_t size)
{
    if (reason == 0 && ::rename(part.c_str(), path.c_str()) != 0)
        reason = errno;
    if (reason == 0)
        return size;
    ::unlink(part.c_str());
    return failure(path, reason);
}

Expected<std::size_t> OutputFolder::write(const std::string& name, const std::string& bytes)
{
    const Expected<fs::path> path = prepared(name);
    if (!path)
        return unexpected(path.error());
    const fs::path part = besides(*path);
    const int file = ::open(part.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
    if (file < 0)
        return failure(*path, errno);
    int reason = writeAll(file, bytes.data(), bytes.size()) ? 0 : errno;
    if (::close(file) != 0 && reason == 0)
        reason = errno;
    return put(part, *path, reason, bytes.size());
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
    if (::eaccess(source.c_str(), R_OK) != 0)
        return unexpected(fileError("read", source, errno));
    const fs::path part = besides(*path);
    std::error_code code;
    fs::copy_file(source, part, code);
    const int reason = code.value();
    const auto changed = fs::last_write_time(source, code);
    if (reason == 0 && !code)
        fs::last_write_time(part, changed, code);
    return put(part, *path, reason, 0);
}

} // namespace galley
