// SPDX-License-Identifier: MIT
#include "keep/recovery.h"

#include "base/fileerror.h"
#include "base/limits.h"
#include "keep/keepfolders.h"
#include "keep/strays.h"
#include "keep/systemfile.h"

#include <algorithm>

namespace galley
{

namespace fs = std::filesystem;

namespace
{
std::vector<fs::path> journalFiles(const fs::path& folder)
{
    std::vector<fs::path> found;
    std::error_code code;
    for (fs::directory_iterator entry(folder, code), end; !code && entry != end; entry.increment(code)) {
        if (entry->path().extension() == ".journal" && entry->is_regular_file(code))
            found.push_back(entry->path());
    }
    std::sort(found.begin(), found.end());
    return found;
}

void note(Recovery& recovery, const fs::path& journal, Severity severity, std::string text)
{
    recovery.notes.push_back({journal.string(), 0, 0, severity, std::move(text)});
}

/// Kept for a person to look into, out of the way of the next start.
void setAside(Recovery& recovery, const fs::path& journal, const std::string& reason)
{
    fs::path aside = journal;
    aside += ".broken";
    std::error_code code;
    fs::rename(journal, aside, code);
    const fs::path& kept = code ? journal : aside;
    note(recovery, kept, Severity::Error, fileError("read the recovery journal", kept, reason).message);
}

/// False when the file holds the journal's text already, or nothing was edited.
bool isUnsaved(RecoverablePost& post)
{
    const JournalHeader& header = post.contents.header;
    if (post.contents.text == post.contents.baseText)
        return false;
    post.situation = RecoverySituation::Untitled;
    if (header.path.empty())
        return true;
    const Expected<LoadedFile> disk = loadFile(header.path);
    post.situation = header.base.exists ? RecoverySituation::FileMissing : RecoverySituation::Untitled;
    if (!disk)
        return true;
    post.diskState = disk->state;
    if (disk->bytes == toFileBytes(post.contents.text, header.form))
        return false;
    FileText file = fromFileBytes(disk->bytes);
    post.situation =
        disk->state.sameContent(header.base) ? RecoverySituation::FileUnchanged : RecoverySituation::FileChanged;
    post.diskText = std::move(file.text);
    post.diskForm = file.form;
    return true;
}

void examine(Recovery& recovery, const fs::path& journal)
{
    const Expected<LoadedFile> file = loadFile(journal, limits::journalFileBytes);
    std::error_code code;
    if (file && file->bytes.empty()) { // killed between making the file and its first byte
        fs::remove(journal, code);
        return;
    }
    if (!file)
        return setAside(recovery, journal, reasonOf(file.error()));
    Expected<JournalContents> contents = readJournal(file->bytes);
    if (!contents)
        return setAside(recovery, journal, contents.error().message);
    recovery.straysRemoved += removeStrays(journal, *contents);
    RecoverablePost post;
    post.journal = journal;
    post.contents = std::move(*contents);
    const bool unsaved = isUnsaved(post);
    if (!unsaved && post.contents.damaged)
        return setAside(recovery, journal, "its end is damaged");
    if (!unsaved) {
        fs::remove(journal, code);
        return;
    }
    if (post.contents.damaged)
        note(recovery, journal, Severity::Warning,
             "the end of a recovery journal is damaged; the last edits may be missing");
    recovery.posts.push_back(std::move(post));
}
} // namespace

Recovery findUnsavedPosts(const fs::path& stateFolder)
{
    Recovery recovery;
    for (const fs::path& journal : journalFiles(KeepFolders(stateFolder).journals)) {
        if (!isLocked(journal))
            examine(recovery, journal);
    }
    return recovery;
}

std::vector<fs::path> journalsInUse(const fs::path& stateFolder, const fs::path& post, const fs::path& own)
{
    std::vector<fs::path> found = journalFiles(KeepFolders(stateFolder).journals);
    std::erase_if(found, [key = pathKey(post), &own](const fs::path& journal) {
        return journal == own || !journal.filename().native().starts_with(key) || !isLocked(journal);
    });
    return found;
}

} // namespace galley
