// SPDX-License-Identifier: MIT
#include "keep/filestate.h"

#include "base/fileerror.h"
#include "keep/systemfile.h"

#include <QCryptographicHash>

#include <algorithm>
#include <cerrno>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace galley
{

namespace fs = std::filesystem;

namespace
{
FileState stateOf(const struct stat& info)
{
    FileState state;
    state.exists = true;
    state.size = static_cast<std::uint64_t>(info.st_size);
    state.modified = std::int64_t{info.st_mtim.tv_sec} * 1'000'000'000 + info.st_mtim.tv_nsec;
    state.inode = info.st_ino;
    return state;
}

/// Reads to the end, one byte more than allowed at most.
int readAll(int descriptor, std::string& bytes, std::size_t limit)
{
    std::size_t filled = 0;
    for (;;) {
        if (filled == bytes.size())
            bytes.resize(std::min(limit + 1, bytes.size() * 2 + 4096));
        const ssize_t got = ::read(descriptor, bytes.data() + filled, bytes.size() - filled);
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0)
            return errno;
        filled += static_cast<std::size_t>(got);
        if (got == 0 || filled > limit)
            break;
    }
    bytes.resize(filled);
    return 0;
}

unexpected<Error> tooLarge(const fs::path& path, std::uint64_t size, std::size_t limit)
{
    return unexpected(fileError(
        "open", path, "it is larger than " + std::to_string(limit >> 20) + " MB (" + std::to_string(size) + " bytes)"));
}
} // namespace

std::string contentHash(std::string_view bytes)
{
    const QByteArrayView view(bytes.data(), static_cast<qsizetype>(bytes.size()));
    return QCryptographicHash::hash(view, QCryptographicHash::Blake2b_256).toHex().toStdString();
}

Expected<LoadedFile> loadFile(const fs::path& path, std::size_t limit)
{
    // Not blocking: a named pipe in the post's place must not hang us.
    const Expected<SystemFile> file = openFile(path, O_RDONLY | O_NONBLOCK);
    if (!file)
        return unexpected(file.error());
    struct stat info = {};
    if (::fstat(file->descriptor(), &info) != 0)
        return unexpected(fileError("read", path, errno));
    if (!S_ISREG(info.st_mode))
        return unexpected(
            fileError("open", path, S_ISDIR(info.st_mode) ? "it is a folder" : "it is not a regular file"));
    if (static_cast<std::uint64_t>(info.st_size) > limit)
        return tooLarge(path, static_cast<std::uint64_t>(info.st_size), limit);
    LoadedFile loaded;
    loaded.bytes.resize(static_cast<std::size_t>(info.st_size) + 1);
    if (const int error = readAll(file->descriptor(), loaded.bytes, limit))
        return unexpected(fileError("read", path, error));
    if (loaded.bytes.size() > limit)
        return tooLarge(path, loaded.bytes.size(), limit);
    loaded.state = stateOf(info);
    loaded.state.size = loaded.bytes.size();
    loaded.state.hash = contentHash(loaded.bytes);
    return loaded;
}

Expected<FileState> readFileState(const fs::path& path)
{
    struct stat info = {};
    if (::stat(path.c_str(), &info) != 0 && (errno == ENOENT || errno == ENOTDIR))
        return FileState();
    const Expected<LoadedFile> loaded = loadFile(path);
    if (!loaded)
        return unexpected(loaded.error());
    return loaded->state;
}

Expected<FileState> refreshedFileState(const fs::path& path, const FileState& known)
{
    struct stat info = {};
    if (known.exists && ::stat(path.c_str(), &info) == 0) {
        FileState now = stateOf(info);
        now.hash = known.hash;
        if (now == known)
            return now;
    }
    return readFileState(path);
}

} // namespace galley
