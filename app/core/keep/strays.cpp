// SPDX-License-Identifier: MIT
#include "keep/strays.h"

#include "keep/filestate.h"
#include "keep/savefile.h"

#include <algorithm>
#include <chrono>
#include <sys/stat.h>
#include <vector>

namespace galley
{

namespace fs = std::filesystem;

namespace
{
/// A save takes less; a person who looks at the folder after a crash takes longer.
constexpr std::int64_t longestSave = 10'000'000'000; // nanoseconds

bool isAsciiLetter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool isTemporaryName(std::string_view name, std::string_view post)
{
    return name.size() == post.size() + 7 && name.starts_with(post) && name[post.size()] == '.' &&
           std::all_of(name.end() - 6, name.end(), isAsciiLetter);
}

bool isStray(const fs::path& file, std::int64_t journalTime, std::string_view saved)
{
    struct stat info = {};
    if (::lstat(file.c_str(), &info) != 0 || !S_ISREG(info.st_mode) || info.st_nlink != 1 ||
        static_cast<std::uint64_t>(info.st_size) > saved.size())
        return false;
    const std::int64_t written = std::int64_t{info.st_mtim.tv_sec} * 1'000'000'000 + info.st_mtim.tv_nsec;
    // File systems round their times, some to two seconds.
    if (written < journalTime - 2'000'000'000 || written > journalTime + longestSave)
        return false;
    const Expected<LoadedFile> loaded = loadFile(file);
    return loaded && saved.starts_with(loaded->bytes);
}
} // namespace

std::size_t removeStrays(const fs::path& journal, const JournalContents& contents)
{
    struct stat info = {};
    if (contents.savingPath.empty() || ::stat(journal.c_str(), &info) != 0)
        return 0;
    const std::int64_t journalTime = std::int64_t{info.st_mtim.tv_sec} * 1'000'000'000 + info.st_mtim.tv_nsec;
    std::error_code code;
    const fs::path target = fs::weakly_canonical(contents.savingPath, code);
    const std::string saved = toFileBytes(contents.text, contents.header.form);
    const std::string beside = nameBeside(target).filename().native();
    std::vector<fs::path> strays;
    for (fs::directory_iterator entry(target.parent_path(), code), end; !code && entry != end; entry.increment(code)) {
        const std::string name = entry->path().filename().string();
        if ((isTemporaryName(name, beside) || (name == beside && beside != target.filename())) &&
            isStray(entry->path(), journalTime, saved))
            strays.push_back(entry->path());
    }
    return static_cast<std::size_t>(
        std::count_if(strays.begin(), strays.end(), [&](const fs::path& stray) { return fs::remove(stray, code); }));
}

} // namespace galley
