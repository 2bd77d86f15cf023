// SPDX-License-Identifier: MIT
// The local history: the last versions of each post, kept beside nobody's files in the state folder.
#pragma once

#include "base/expected.h"

#include <cstdint>
#include <filesystem>
#include <string_view>
#include <vector>

namespace galley
{

struct PostVersion {
    std::filesystem::path file; ///< the version's bytes; read it with readFile
    std::int64_t seconds = 0;   ///< since 1970 UTC, when it was saved
    std::uint64_t size = 0;     ///< bytes

    bool operator==(const PostVersion&) const = default;
};

class History
{
public:
    /// `folder` is KeepFolders::history. Nothing is made before the first version is added.
    explicit History(std::filesystem::path folder) : m_folder(std::move(folder)) {}

    /// Keeps a version, unless it equals the newest one, and forgets those beyond limits::keptVersions. With `apart`,
    /// a version is left out that would follow the newest one sooner than so many seconds.
    Expected<void> add(const std::filesystem::path& post, std::string_view fileBytes, std::int64_t nowSeconds,
                       std::int64_t apart = 0) const;

    /// Newest first; the order is that of adding, whatever the clock said.
    std::vector<PostVersion> versions(const std::filesystem::path& post) const;

private:
    std::filesystem::path folderOf(const std::filesystem::path& post) const;
    std::filesystem::path m_folder;
};

} // namespace galley
