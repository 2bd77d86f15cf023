// SPDX-License-Identifier: MIT
// OpenMark: tells other windows and programs on the same state folder that a post is open here.
#pragma once

#include "base/expected.h"
#include "keep/systemfile.h"

#include <filesystem>
#include <string>

namespace galley
{

/// A small locked file below the state folder for as long as this lives; the lock goes with a killed program.
class OpenMark
{
public:
    /// `instance` as PostKeeper has it. Different names of one file (links) are one post.
    static Expected<OpenMark> take(const std::filesystem::path& stateFolder, const std::filesystem::path& post,
                                   const std::string& instance);
    OpenMark(OpenMark&&) noexcept = default;
    OpenMark& operator=(OpenMark&& other) noexcept;
    ~OpenMark();

    const std::filesystem::path& path() const { return m_path; }

private:
    OpenMark(std::filesystem::path path, SystemFile file) : m_path(std::move(path)), m_file(std::move(file)) {}

    std::filesystem::path m_path;
    SystemFile m_file;
};

/// How many others have the post of this mark open. Marks of programs that are gone are deleted.
int openElsewhere(const OpenMark& mark);

} // namespace galley
