// SPDX-License-Identifier: MIT
#include "keep/savefile.h"

#include "base/fileerror.h"
#include "base/limits.h"
#include "keep/fileattributes.h"
#include "keep/keepfolders.h"
#include "keep/systemfile.h"

#include <QFile>
#include <QSaveFile>

#include <cerrno>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace galley
{

namespace fs = std::filesystem;

namespace
{
tl::unexpected<SaveProblem> problem(SaveObstacle obstacle, Error error)
{
    return tl::unexpected<SaveProblem>({obstacle, std::move(error)});
}

tl::unexpected<SaveProblem> problem(SaveObstacle obstacle, const fs::path& path, std::string text)
{
    return problem(obstacle, Error{std::move(text), path.string(), 0});
}

QString toQString(const fs::path& path)
{
    return QFile::decodeName(path.c_str());
}

/// The file that is meant: a link's target, even when that is missing, so that saving never replaces the link.
Expected<fs::path> linkTarget(fs::path path)
{
    std::error_code code;
    for (int links = 0; fs::is_symlink(fs::symlink_status(path, code)); ++links) {
        const fs::path target = fs::read_symlink(path, code);
        if (code || links == 40) // the kernel's own limit
            return unexpected(fileError("follow the link", path, links == 40 ? ELOOP : code.value()));
        path = target.is_absolute() ? target : path.parent_path() / target;
    }
    return path;
}

/// Step 5.
SaveExpected<void> checkStillKnown(const SaveRequest& request, const fs::path& target)
{
    if (request.overwriteChanged)
        return {};
    const Expected<FileState> now = refreshedFileState(target, request.known);
    if (!now)
        return problem(SaveObstacle::Failed, now.error());
    if (now->sameContent(request.known))
        return {};
    return problem(SaveObstacle::ChangedOnDisk, target,
                   now->exists
                       ? (request.known.exists ? "it was changed by another program" : "there is such a file already")
                       : "it was removed or renamed by another program");
}

/// Step 8: the only proof that the bytes are there.
SaveExpected<FileState> readBack(const fs::path& target, std::string_view bytes)
{
    const Expected<FileState> state = readFileState(target);
    if (!state)
        return problem(SaveObstacle::Unverified, state.error());
    if (!state->exists || state->hash != contentHash(bytes))
        return problem(SaveObstacle::Unverified, target, "read back it is not what was written");
    return *state;
}

SaveExpected<void> checkReplaceable(const fs::path& target, const struct stat& info)
{
    if (info.st_nlink > 1)
        return problem(SaveObstacle::HardLinked, target,
                       "it has " + std::to_string(info.st_nlink) + " names (hard links)");
    if (info.st_uid != ::geteuid() && ::geteuid() != 0)
        return problem(SaveObstacle::OwnerWouldChange, target, "it belongs to another user");
    // The mode is asked as well as the system: root may write everything, and still somebody protected this file.
    if ((info.st_mode & 0222) == 0 || ::access(target.c_str(), W_OK) != 0)
        return problem(SaveObstacle::FileReadOnly, target, "it is write-protected");
    return {};
}

/// Steps 2 to 4; the file is open and still unnamed or under its temporary name.
Expected<void> writeTemporary(QSaveFile& file, const fs::path& target, std::string_view bytes)
{
    const auto size = static_cast<qint64>(bytes.size());
    errno = 0;
    if (file.write(bytes.data(), size) != size || !file.flush())
        return unexpected(fileError("write", target, errno ? errno : EIO));
    if (const int error = syncData(file.handle()))
        return unexpected(fileError("finish writing", target, error));
    return keepAttributes(target, file.handle());
}

SaveExpected<FileState> saveByReplacing(const SaveRequest& request, const fs::path& target)
{
    const fs::path beside = nameBeside(target);
    QSaveFile file(toQString(beside));
    file.setDirectWriteFallback(false);
    errno = 0;
    if (!file.open(QIODevice::WriteOnly)) {
        const int code = errno ? errno : EIO;
        const bool folder = ::access(target.parent_path().c_str(), W_OK) != 0 && (errno == EACCES || errno == EROFS);
        return problem(folder ? SaveObstacle::FolderReadOnly : SaveObstacle::Failed,
                       fileError("write", folder ? target.parent_path() : target, folder ? errno : code));
    }
    if (const Expected<void> written = writeTemporary(file, target, request.bytes); !written) {
        file.cancelWriting();
        return problem(SaveObstacle::Failed, written.error());
    }
    if (SaveExpected<void> known = checkStillKnown(request, target); !known) {
        file.cancelWriting();
        return tl::unexpected(known.error());
    }
    errno = 0;
    if (!file.commit() || (beside != target && ::rename(beside.c_str(), target.c_str()) != 0))
        return problem(SaveObstacle::Failed, fileError("replace", target, errno ? errno : EIO));
    if (const Expected<void> synced = syncFolder(target.parent_path()); !synced)
        return problem(SaveObstacle::Unverified, synced.error());
    return readBack(target, request.bytes);
}

/// Found before a byte of the old text is gone: a full disk, a quota. Otherwise the file is as long as it was.
int reserve(int descriptor, std::size_t bytes)
{
    struct stat info = {};
    if (::fstat(descriptor, &info) != 0)
        return errno;
    const int error = bytes > 0 ? ::posix_fallocate(descriptor, 0, static_cast<off_t>(bytes)) : 0;
    if (error && ::ftruncate(descriptor, info.st_size) != 0)
        return errno;
    return error == EOPNOTSUPP || error == EINVAL ? 0 : error;
}

int writeInto(int descriptor, std::string_view bytes)
{
    if (const int error = writeAll(descriptor, bytes))
        return error;
    if (::ftruncate(descriptor, static_cast<off_t>(bytes.size())) != 0)
        return errno;
    return syncData(descriptor);
}

SaveExpected<FileState> saveInPlace(const SaveRequest& request, const fs::path& target)
{
    if (SaveExpected<void> known = checkStillKnown(request, target); !known)
        return tl::unexpected(known.error());
    const Expected<SystemFile> file = openFile(target, O_WRONLY);
    if (!file)
        return problem(SaveObstacle::Failed, file.error());
    if (const int error = reserve(file->descriptor(), request.bytes.size()))
        return problem(SaveObstacle::Failed, fileError("write", target, error));
    if (const int error = writeInto(file->descriptor(), request.bytes))
        return problem(SaveObstacle::Unverified, fileError("write", target, error));
    return readBack(target, request.bytes);
}
} // namespace

fs::path nameBeside(const fs::path& target)
{
    constexpr std::size_t suffixBytes = 7; // QSaveFile adds a dot and six letters
    if (target.filename().native().size() <= limits::fileNameBytes - suffixBytes)
        return target;
    return target.parent_path() / (".galley-" + pathKey(target));
}

SaveExpected<FileState> saveFile(const SaveRequest& request)
{
    const Expected<fs::path> target = linkTarget(request.path);
    if (!target)
        return problem(SaveObstacle::Failed, target.error());
    struct stat info = {};
    const bool exists = ::stat(target->c_str(), &info) == 0;
    if (exists && !S_ISREG(info.st_mode))
        return problem(SaveObstacle::Failed, *target, "it is not a regular file");
    if (request.way == SaveWay::InPlace && exists)
        return saveInPlace(request, *target);
    if (request.way == SaveWay::Ask && exists) {
        if (SaveExpected<void> asked = checkReplaceable(*target, info); !asked)
            return tl::unexpected(asked.error());
    }
    return saveByReplacing(request, *target);
}

} // namespace galley
