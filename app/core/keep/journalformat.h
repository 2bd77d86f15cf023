// SPDX-License-Identifier: MIT
// The bytes of a journal: what a post was when it was opened, and every edit since.
#pragma once

#include "base/expected.h"
#include "base/textcodec.h"
#include "base/textedit.h"
#include "keep/filestate.h"

#include <string>
#include <string_view>

/*
 * A journal is a line of magic and then records, appended and never changed:
 *
 *     "galley-journal 1\n"   { u32 size of body | body | u32 CRC-32 of body, chained from the record before }*
 *
 * All numbers little endian. A body is one letter and its fields; strings are u64 size and bytes:
 *     H  path, form (1 BOM | 2 CR LF), file state (exists, size, modified, inode, hash)   first, once
 *     T  core text                            the text as opened (the base of a three-way comparison)
 *     E  offset, removed, size afterwards, inserted     an edit of the text before it
 *     S  path      a save of the text to that file began; the journal goes when it succeeds
 *
 * Since each checksum continues the one before, a record out of its place, doubled or from elsewhere is as bad as a
 * broken one. What stands before the first bad record is good: that is what a power cut leaves.
 */
namespace galley
{

struct JournalHeader {
    std::string path; ///< the post's file, be it only planned; empty for an untitled one
    FileForm form;
    FileState base; ///< the file when the text was taken from it; not existing for a new post

    bool operator==(const JournalHeader&) const = default;
};

struct JournalContents {
    JournalHeader header;
    std::string baseText; ///< core text as opened
    std::string text;     ///< core text after the last good edit
    std::size_t edits = 0;
    std::size_t goodBytes = 0; ///< where the first bad record begins; the journal's size when all is good
    std::string savingPath;    ///< not empty: a save of exactly `text` to this file began and did not end
    bool damaged = false;      ///< something follows that is no record: edits may be missing
};

/// Writes records; the checksum chains, so one writer serves one journal from its first byte.
class JournalEncoder
{
public:
    std::string begin(const JournalHeader& header, std::string_view text);
    std::string edit(const TextEdit& edit, std::size_t sizeAfterwards);
    std::string saving(std::string_view path);

private:
    std::string record(std::string_view body);
    std::uint32_t m_checksum = 0;
};

/// Reads whatever it is given. An error only when it is no journal at all, of another version, or its beginning
/// (header and base text) is broken; otherwise as far as the records are good.
Expected<JournalContents> readJournal(std::string_view bytes);

} // namespace galley
