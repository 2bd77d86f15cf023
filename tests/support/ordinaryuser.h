// SPDX-License-Identifier: MIT
// OrdinaryUser: gives up root's right to write everywhere for as long as it lives; a test run by another user has none.
#pragma once

#include <filesystem>
#include <unistd.h>

namespace galley::test
{

class OrdinaryUser
{
public:
    /// `folder` with all in it becomes the user's own.
    explicit OrdinaryUser(const std::filesystem::path& folder)
    {
        if (!m_wasRoot)
            return;
        chown(folder);
        for (const auto& entry : std::filesystem::recursive_directory_iterator(folder))
            chown(entry.path());
        m_changed = m_changed && ::seteuid(nobody) == 0;
    }
    ~OrdinaryUser()
    {
        if (m_wasRoot)
            (void)!::seteuid(0);
    }
    OrdinaryUser(const OrdinaryUser&) = delete;
    OrdinaryUser& operator=(const OrdinaryUser&) = delete;

    /// False where root's rights can not be given up: nothing can be tried there.
    bool isOne() const { return !m_wasRoot || m_changed; }

private:
    static constexpr uid_t nobody = 65534;
    void chown(const std::filesystem::path& path)
    {
        m_changed = ::lchown(path.c_str(), nobody, nobody) == 0 && m_changed;
    }

    bool m_wasRoot = ::geteuid() == 0;
    bool m_changed = true;
};

/// The folder takes no new file for as long as this lives.
class ReadOnlyFolder
{
public:
    explicit ReadOnlyFolder(std::filesystem::path folder) : m_folder(std::move(folder))
    {
        std::filesystem::permissions(m_folder, std::filesystem::perms(0555));
    }
    ~ReadOnlyFolder()
    {
        std::error_code ignored;
        std::filesystem::permissions(m_folder, std::filesystem::perms(0755), ignored);
    }
    ReadOnlyFolder(const ReadOnlyFolder&) = delete;
    ReadOnlyFolder& operator=(const ReadOnlyFolder&) = delete;

private:
    std::filesystem::path m_folder;
};

} // namespace galley::test
