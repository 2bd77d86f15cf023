// SPDX-License-Identifier: MIT
#include "export/archive.h"

#include <archive.h>
#include <archive_entry.h>

#include <memory>

namespace galley
{

namespace
{
/// libarchive hands over each piece it made.
la_ssize_t append(struct archive*, void* out, const void* bytes, std::size_t length)
{
    static_cast<std::string*>(out)->append(static_cast<const char*>(bytes), length);
    return static_cast<la_ssize_t>(length);
}

bool leavesFolder(const std::string& name)
{
    return name.empty() || name.front() == '/' || ("/" + name + "/").find("/../") != std::string::npos;
}

bool add(struct archive* zip, const ArchiveEntry& wanted)
{
    const std::unique_ptr<struct archive_entry, decltype(&archive_entry_free)> entry(archive_entry_new(),
                                                                                     archive_entry_free);
    archive_entry_set_pathname_utf8(entry.get(), wanted.name.c_str());
    archive_entry_set_size(entry.get(), static_cast<la_int64_t>(wanted.bytes.size()));
    archive_entry_set_filetype(entry.get(), AE_IFREG);
    archive_entry_set_perm(entry.get(), 0644);
    archive_entry_set_mtime(entry.get(), static_cast<time_t>(wanted.modified), 0);
    return archive_write_header(zip, entry.get()) == ARCHIVE_OK &&
           archive_write_data(zip, wanted.bytes.data(), wanted.bytes.size()) ==
               static_cast<la_ssize_t>(wanted.bytes.size());
}
} // namespace

Expected<std::string> zipped(const std::vector<ArchiveEntry>& entries)
{
    std::string out;
    const std::unique_ptr<struct archive, decltype(&archive_write_free)> zip(archive_write_new(), archive_write_free);
    archive_write_set_format_zip(zip.get());
    archive_write_set_options(zip.get(), "zip:hdrcharset=UTF-8");
    archive_write_set_bytes_in_last_block(zip.get(), 1); // no padding behind the end
    if (archive_write_open(zip.get(), &out, nullptr, append, nullptr) != ARCHIVE_OK)
        return unexpected(Error{"Can't begin a .zip", {}, 0});
    for (const ArchiveEntry& entry : entries) {
        if (leavesFolder(entry.name))
            return unexpected(Error{"\"" + entry.name + "\" lies outside of the site", entry.name, 0});
        if (!add(zip.get(), entry))
            return unexpected(Error{"Can't pack " + entry.name, entry.name, 0});
    }
    if (archive_write_close(zip.get()) != ARCHIVE_OK)
        return unexpected(Error{"Can't end the .zip", {}, 0});
    return out;
}

} // namespace galley
