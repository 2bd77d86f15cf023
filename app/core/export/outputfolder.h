// SPDX-License-Identifier: MIT
// The folder a build writes into; several threads write at once.
#pragma once

#include "base/expected.h"

#include <atomic>
#include <filesystem>
#include <mutex>
#include <set>
#include <string>
#include <unordered_set>

namespace galley
{

class OutputFolder
{
public:
    /// Error::line of what no other file will escape either: a full disk.
    static constexpr int hopeless = -1;

    explicit OutputFolder(std::filesystem::path root) : m_root(std::move(root)) {}

    /// `name` is relative and stays inside; folders are made. The error says path and system reason.
    Expected<std::size_t> write(const std::string& name, const std::string& bytes);

    /// Deletes files of these names and the folders that are empty then; never follows a link out of the folder.
    void remove(const std::set<std::string>& names) const;

    /// Copies a file with its time of change.
    Expected<std::size_t> copy(const std::filesystem::path& source, const std::string& name);

private:
    Expected<std::filesystem::path> prepared(const std::string& name);
    /// A free name in the same folder: what is written is moved into place whole, or not at all.
    std::filesystem::path besides(const std::filesystem::path& path);
    Expected<std::size_t> put(const std::filesystem::path& part, const std::filesystem::path& path, int reason,
                              std::size_t size);

    std::filesystem::path m_root;
    std::atomic<std::size_t> m_written{0};
    std::mutex m_mutex;
    std::unordered_set<std::string> m_made; ///< folders known to be there
};

} // namespace galley
