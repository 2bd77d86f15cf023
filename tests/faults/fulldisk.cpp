// SPDX-License-Identifier: MIT
#include "fulldisk.h"

#include "faultpost.h"
#include "keep/recovery.h"
#include "temporaryfolder.h"

#include <cstdio>
#include <fcntl.h>
#include <fstream>
#include <sched.h>
#include <sys/mount.h>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <unistd.h>

namespace galley::faults
{

namespace fs = std::filesystem;

namespace
{
int answer(const char* verdict, const std::string& text)
{
    std::printf("%s %s\n", verdict, text.c_str());
    return 0;
}

void put(const char* path, const std::string& text)
{
    std::ofstream(path) << text;
}

bool mountDisk(const char* folder, long bytes)
{
    const std::string user = std::to_string(::geteuid());
    const bool root = ::geteuid() == 0;
    if (::unshare(root ? CLONE_NEWNS : CLONE_NEWUSER | CLONE_NEWNS) != 0)
        return false;
    if (!root) {
        put("/proc/self/setgroups", "deny");
        put("/proc/self/uid_map", "0 " + user + " 1");
    }
    (void)::mount("none", "/", nullptr, MS_REC | MS_PRIVATE, nullptr);
    const std::string options = "size=" + std::to_string(bytes);
    return ::mount("galley", folder, "tmpfs", 0, options.c_str()) == 0;
}

/// Fills the disk until `free` bytes are left.
void fill(const fs::path& folder, long free)
{
    struct statvfs info = {};
    ::statvfs(folder.c_str(), &info);
    const auto left = static_cast<long>(info.f_bavail * info.f_frsize);
    std::ofstream(folder / "ballast", std::ios::binary)
        << std::string(static_cast<std::size_t>(std::max(0L, left - free)), 'x');
}

std::string textOf(long size, char letter)
{
    return std::string(static_cast<std::size_t>(size), letter);
}

/// What must hold whatever the disk did: told as saved means saved, told as refused means untouched and not silent.
int judge(const SaveExpected<SavedPost>& saved, const fs::path& post, const std::string& old, const std::string& text)
{
    const std::string found = bytesOf(post);
    if (saved && found != text)
        return answer("lost", "told as saved, but the file holds " + std::to_string(found.size()) + " bytes");
    if (!saved && found != old)
        return answer("lost", "refused, but the file holds " + std::to_string(found.size()) + " bytes");
    if (!saved && (saved.error().error.message.empty() || saved.error().error.file.empty()))
        return answer("lost", "refused without a word");
    return answer("ok", saved ? "saved" : "refused: " + saved.error().error.message);
}
} // namespace

int fullDisk(const char* folder, long free, long size, bool stateThere)
{
    if (!mountDisk(folder, size + free + (1 << 20)))
        return answer("skip", "no small disk can be mounted here");
    const fs::path post = fs::path(folder) / "post.md";
    const fs::path state = stateThere ? fs::path(folder) / "state" : fs::path(folder).parent_path() / "state";
    const std::string old = textOf(size, 'o');
    const std::string text = textOf(size, 'n');
    std::ofstream(post, std::ios::binary) << old;
    fill(folder, free);
    SaveExpected<SavedPost> saved = tl::unexpected<SaveProblem>(SaveProblem());
    {
        PostKeeper keeper(state, "1");
        keeper.open(openPost(post));
        const Expected<void> noted = keeper.note(shared(text));
        if (!noted && noted.error().message.empty())
            return answer("lost", "the journal failed without a word");
        saved = keeper.save(saveOf(post, text));
    }
    const Recovery found = findUnsavedPosts(state);
    if (!saved && !stateThere && (found.posts.size() != 1 || found.posts[0].contents.text != text))
        return answer("lost", "refused, and the text is not in the journal");
    return judge(saved, post, old, text);
}

int readOnlyFolder(const char* folder)
{
    const fs::path post = fs::path(folder) / "post.md";
    std::ofstream(post) << "old";
    ::chmod(post.c_str(), 0666);
    ::chmod(folder, 0555);
    constexpr uid_t nobody = 65534;
    if (::geteuid() == 0 && (::chown(post.c_str(), nobody, nobody) != 0 || ::setuid(nobody) != 0))
        return answer("skip", "root's rights cannot be given up here");
    const OpenedPost opened = openPost(post);
    const SaveExpected<FileState> refused = saveFile({post, "new", opened.state});
    if (refused || refused.error().obstacle != SaveObstacle::FolderReadOnly || bytesOf(post) != "old")
        return answer("lost", refused ? "saved into a read-only folder" : refused.error().error.message);
    const SaveExpected<FileState> inPlace = saveFile({post, "new", opened.state, SaveWay::InPlace});
    if (!inPlace || bytesOf(post) != "new")
        return answer("lost", inPlace ? "not written" : inPlace.error().error.message);
    return answer("ok", refused.error().error.message);
}

} // namespace galley::faults
