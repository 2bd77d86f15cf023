// SPDX-License-Identifier: MIT
// A folder of a test's own that goes when the test goes.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

namespace galley
{

class TemporaryFolder
{
public:
    TemporaryFolder();
    ~TemporaryFolder();
    TemporaryFolder(const TemporaryFolder&) = delete;
    TemporaryFolder& operator=(const TemporaryFolder&) = delete;

    const std::filesystem::path& path() const { return m_path; }
    std::filesystem::path operator/(std::string_view name) const { return m_path / name; }

    /// Writes a file plainly, as another program would.
    std::filesystem::path write(std::string_view name, std::string_view bytes) const;

private:
    std::filesystem::path m_path;
};

/// All bytes of a file; "<missing>" when there is none.
std::string bytesOf(const std::filesystem::path& path);

/// Names in a folder, sorted, each followed by a space.
std::string namesIn(const std::filesystem::path& folder);

} // namespace galley
