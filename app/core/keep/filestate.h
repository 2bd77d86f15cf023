// SPDX-License-Identifier: MIT
// FileState: which content a file had when it was last read or written, to tell ours from somebody else's.
#pragma once

#include "base/expected.h"
#include "base/limits.h"

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

namespace galley
{

/// A missing file has state too: exists == false and nothing else.
struct FileState {
    bool exists = false;
    std::uint64_t size = 0;    ///< bytes
    std::int64_t modified = 0; ///< nanoseconds since 1970, as the file system tells it; clocks jump, so only a hint
    std::uint64_t inode = 0;   ///< changes with every atomic replacement
    std::string hash;          ///< contentHash of the bytes

    /// The same bytes, whenever and wherever written. Two missing files have the same content.
    bool sameContent(const FileState& other) const { return exists == other.exists && hash == other.hash; }

    bool operator==(const FileState&) const = default;
};

/// BLAKE2b-256, hexadecimal: 64 characters.
std::string contentHash(std::string_view bytes);

struct LoadedFile {
    std::string bytes;
    FileState state;
};

/// Reads a regular file of at most `limit` bytes and its state from one descriptor, so that they belong together.
Expected<LoadedFile> loadFile(const std::filesystem::path& path, std::size_t limit = limits::fileBytes);

/// The state of a file, which may be missing; an error when it is there and cannot be read. Reads all of it.
Expected<FileState> readFileState(const std::filesystem::path& path);

/// The same, but a file whose size, time and inode are those of `known` is taken to be unchanged, unread.
Expected<FileState> refreshedFileState(const std::filesystem::path& path, const FileState& known);

} // namespace galley
