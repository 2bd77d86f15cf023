// SPDX-License-Identifier: MIT
#include "keep/openmark.h"

#include "base/fileerror.h"
#include "keep/keepfolders.h"

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
/// Two ways to one file are one post.
std::string keyOf(const fs::path& post)
{
    std::error_code code;
    const fs::path real = fs::weakly_canonical(post, code);
    return pathKey(code ? post : real);
}
} // namespace

Expected<OpenMark> OpenMark::take(const fs::path& stateFolder, const fs::path& post, const std::string& instance)
{
    const fs::path folder = KeepFolders(stateFolder).marks;
    if (Expected<void> made = makePrivateFolder(folder); !made)
        return unexpected(made.error());
    const fs::path path = folder / (keyOf(post) + "-" + instance);
    // Locked before it gets its name: one without a lock is a dead program's and is deleted by whoever sees it.
    const fs::path unnamed = folder / ("new-" + instance);
    Expected<SystemFile> file = openFile(unnamed, O_WRONLY | O_CREAT | O_TRUNC, 0600);
    if (!file)
        return unexpected(file.error());
    if (::flock(file->descriptor(), LOCK_EX | LOCK_NB) != 0 || ::rename(unnamed.c_str(), path.c_str()) != 0)
        return unexpected(fileError("write", path, errno));
    return OpenMark(path, std::move(*file));
}

OpenMark& OpenMark::operator=(OpenMark&& other) noexcept
{
    std::swap(m_path, other.m_path);
    m_file = std::move(other.m_file);
    return *this;
}

OpenMark::~OpenMark()
{
    if (m_file.isOpen())
        ::unlink(m_path.c_str());
}

int openElsewhere(const OpenMark& mark)
{
    const std::string name = mark.path().filename().string();
    const std::string post = name.substr(0, name.find('-') + 1);
    int others = 0;
    std::error_code code;
    for (fs::directory_iterator entry(mark.path().parent_path(), code), end; !code && entry != end;
         entry.increment(code)) {
        const std::string other = entry->path().filename().string();
        if (other == name || other.starts_with("new-"))
            continue;
        if (!isLocked(entry->path()))
            ::unlink(entry->path().c_str());
        else if (other.starts_with(post))
            ++others;
    }
    return others;
}

} // namespace galley
