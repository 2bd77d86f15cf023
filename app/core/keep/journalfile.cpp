// SPDX-License-Identifier: MIT
#include "keep/journalfile.h"

#include "base/fileerror.h"

#include <cerrno>
#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

namespace galley
{

namespace fs = std::filesystem;

Expected<JournalFile> JournalFile::create(const fs::path& path, const JournalHeader& header, std::string_view text)
{
    // O_EXCL: two windows on one post never share a journal. 0600: a draft is nobody else's business.
    Expected<SystemFile> file = openFile(path, O_WRONLY | O_CREAT | O_EXCL | O_APPEND, 0600);
    if (!file)
        return unexpected(file.error());
    JournalFile journal(path, std::move(*file));
    (void)::flock(journal.m_file.descriptor(), LOCK_EX | LOCK_NB);
    Expected<void> written = journal.write(journal.m_encoder.begin(header, text));
    if (written)
        written = syncFolder(path.parent_path());
    if (!written) {
        journal.remove();
        return unexpected(written.error());
    }
    return journal;
}

Expected<void> JournalFile::write(std::string_view bytes)
{
    int error = writeAll(m_file.descriptor(), bytes);
    if (!error)
        error = syncData(m_file.descriptor());
    if (error) {
        // Half a record would hide all that follow it.
        (void)!::ftruncate(m_file.descriptor(), static_cast<off_t>(m_size));
        return unexpected(fileError("write the recovery journal", m_path, error));
    }
    m_size += bytes.size();
    return {};
}

Expected<void> JournalFile::append(const TextEdit& edit, std::size_t sizeAfterwards)
{
    return write(m_encoder.edit(edit, sizeAfterwards));
}

Expected<void> JournalFile::noteSaving(const fs::path& target)
{
    return write(m_encoder.saving(target.native()));
}

void JournalFile::remove()
{
    ::unlink(m_path.c_str());
}

} // namespace galley
