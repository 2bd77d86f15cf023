// SPDX-License-Identifier: MIT
// The list of files a build wrote, so that the next one can take away those it no longer makes, and no others.
#pragma once

#include "base/expected.h"

#include <filesystem>
#include <set>
#include <string>

namespace galley
{

/// Kept outside the output folder, which is published as it is. A record for another folder is no record.
class BuildRecord
{
public:
    /// The record of builds into `output`, below the folder `records`; an empty one keeps nothing.
    BuildRecord(const std::filesystem::path& records, const std::filesystem::path& output);

    /// The names, relative to the output folder, that the last build wrote.
    std::set<std::string> read() const;
    Expected<std::size_t> write(const std::set<std::string>& names) const;

private:
    std::filesystem::path m_file;
    std::string m_output;
};

} // namespace galley
