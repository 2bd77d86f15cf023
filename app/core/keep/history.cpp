// SPDX-License-Identifier: MIT
#include "keep/history.h"

#include "base/files.h"
#include "base/limits.h"
#include "keep/keepfolders.h"
#include "keep/systemfile.h"

#include <algorithm>
#include <charconv>
#include <optional>

namespace galley
{

namespace fs = std::filesystem;

namespace
{
struct Numbered {
    std::uint64_t number;
    PostVersion version;
};

/// A version is called NUMBER-SECONDS.
std::optional<Numbered> parsed(const fs::directory_entry& entry)
{
    const std::string name = entry.path().filename().string();
    Numbered found{};
    const char* end = name.data() + name.size();
    const auto number = std::from_chars(name.data(), end, found.number);
    if (number.ec != std::errc() || number.ptr == end || *number.ptr != '-')
        return std::nullopt;
    const auto seconds = std::from_chars(number.ptr + 1, end, found.version.seconds);
    std::error_code code;
    if (seconds.ec != std::errc() || seconds.ptr != end || !entry.is_regular_file(code))
        return std::nullopt;
    found.version.file = entry.path();
    found.version.size = entry.file_size(code);
    return found;
}

/// Newest first.
std::vector<Numbered> listed(const fs::path& folder)
{
    std::vector<Numbered> found;
    std::error_code code;
    for (fs::directory_iterator entry(folder, code), end; !code && entry != end; entry.increment(code)) {
        if (const auto version = parsed(*entry))
            found.push_back(*version);
    }
    std::sort(found.begin(), found.end(), [](const Numbered& a, const Numbered& b) { return a.number > b.number; });
    return found;
}

/// A clock that was set back makes no version young.
bool isWithin(std::int64_t apart, std::int64_t before, std::int64_t now)
{
    return apart > 0 && now >= before && now - before < apart;
}
} // namespace

fs::path History::folderOf(const fs::path& post) const
{
    return m_folder / pathKey(post);
}

Expected<void> History::add(const fs::path& post, std::string_view fileBytes, std::int64_t nowSeconds,
                            std::int64_t apart) const
{
    const fs::path folder = folderOf(post);
    if (Expected<void> made = makePrivateFolder(folder); !made)
        return made;
    const std::vector<Numbered> known = listed(folder);
    if (!known.empty() && isWithin(apart, known.front().version.seconds, nowSeconds))
        return {};
    if (!known.empty() && known.front().version.size == fileBytes.size()) {
        const Expected<std::string> newest = readFile(known.front().version.file);
        if (newest && *newest == fileBytes)
            return {};
    }
    if (known.empty()) // for people who look into the folder; the program never reads it
        (void)replaceFile(folder / "path", post.native() + "\n");
    const std::uint64_t number = known.empty() ? 1 : known.front().number + 1;
    const std::string name = std::to_string(number) + "-" + std::to_string(nowSeconds);
    if (Expected<void> written = replaceFile(folder / name, fileBytes); !written)
        return written;
    std::error_code code;
    for (std::size_t i = limits::keptVersions - 1; i < known.size(); ++i)
        fs::remove(known[i].version.file, code);
    return {};
}

std::vector<PostVersion> History::versions(const fs::path& post) const
{
    std::vector<PostVersion> found;
    for (Numbered& numbered : listed(folderOf(post)))
        found.push_back(std::move(numbered.version));
    return found;
}

} // namespace galley
