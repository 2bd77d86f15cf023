// SPDX-License-Identifier: MIT
// JournalFile: a journal on the disk, locked by the program that writes it, synced with each append.
#pragma once

#include "keep/journalformat.h"
#include "keep/systemfile.h"

#include <filesystem>

namespace galley
{

class JournalFile
{
public:
    /// Makes the file, writes its beginning and syncs it and its folder. The lock goes when the process goes, however.
    static Expected<JournalFile> create(const std::filesystem::path& path, const JournalHeader& header,
                                        std::string_view text);

    /// On return the edit is on the disk, or the file is as long as before and the error says why.
    /// After an error the journal must be written anew: nobody knows what the disk kept.
    Expected<void> append(const TextEdit& edit, std::size_t sizeAfterwards);

    /// Notes that a save of the text as it stands to this file begins.
    Expected<void> noteSaving(const std::filesystem::path& target);

    std::size_t size() const { return m_size; }
    const std::filesystem::path& path() const { return m_path; }

    /// Deletes the file. A journal that is merely forgotten stays, for the next start.
    void remove();

private:
    JournalFile(std::filesystem::path path, SystemFile file) : m_path(std::move(path)), m_file(std::move(file)) {}
    Expected<void> write(std::string_view bytes);

    std::filesystem::path m_path;
    SystemFile m_file;
    JournalEncoder m_encoder;
    std::size_t m_size = 0;
};

} // namespace galley
