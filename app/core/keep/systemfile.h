// SPDX-License-Identifier: MIT
// The system's file calls as this room needs them: nothing swallowed, interrupted calls repeated.
#pragma once

#include "base/expected.h"

#include <filesystem>
#include <string>
#include <string_view>

namespace galley
{

/// A descriptor that closes itself.
class SystemFile
{
public:
    SystemFile() = default;
    explicit SystemFile(int descriptor) : m_descriptor(descriptor) {}
    SystemFile(SystemFile&& other) noexcept;
    SystemFile& operator=(SystemFile&& other) noexcept;
    ~SystemFile();

    bool isOpen() const { return m_descriptor >= 0; }
    int descriptor() const { return m_descriptor; }

private:
    int m_descriptor = -1;
};

/// open(2) with O_CLOEXEC; `flags` and `mode` as there.
Expected<SystemFile> openFile(const std::filesystem::path& path, int flags, unsigned mode = 0666);

/// Whether a running program holds a lock (flock) on this file: the one who writes a journal or has a post open.
bool isLocked(const std::filesystem::path& path);

/// All bytes or errno; a short write is continued. 0 is success.
int writeAll(int descriptor, std::string_view bytes);

/// fdatasync and fsync, repeated when interrupted; errno or 0.
int syncData(int descriptor);
int syncAll(int descriptor);

/// fsync of a folder, so that a rename in it outlives a power cut.
Expected<void> syncFolder(const std::filesystem::path& folder);

/// Small files of our own state: written beside, synced, renamed over.
Expected<void> replaceFile(const std::filesystem::path& path, std::string_view bytes);

} // namespace galley
