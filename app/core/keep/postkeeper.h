// SPDX-License-Identifier: MIT
// PostKeeper: keeps one open post safe, from the first key to the save that was read back.
#pragma once

#include "base/diagnostic.h"
#include "base/textcodec.h"
#include "keep/history.h"
#include "keep/journalfile.h"
#include "keep/keepfolders.h"
#include "keep/savefile.h"

#include <filesystem>
#include <memory>
#include <optional>
#include <string>

namespace galley
{

using SharedText = std::shared_ptr<const std::string>;

/// A post as it was read: path empty for an untitled one, state of a missing file for a new one.
struct OpenedPost {
    std::filesystem::path path;
    FileForm form;
    FileState state;
    SharedText text; ///< core text of the file; never null
};

struct PostSave {
    std::filesystem::path path; ///< another one than before is "save as"
    SharedText text;
    FileForm form;
    SaveWay way = SaveWay::Ask;
    bool overwriteChanged = false; ///< what lies there is kept as a version first
    std::int64_t nowSeconds = 0;   ///< the clock's answer, for the history
    bool automatic = false;        ///< nobody asked for it: no version for the history each time
};

struct SavedPost {
    FileState state;
    Diagnostics notes; ///< the file is safe, but the journal or the history could not be kept
};

/// Every function blocks until the disk has answered: one thread of its own calls them, in order.
/// Destroying it leaves the journal where it is; only save() and forget() end it.
class PostKeeper
{
public:
    /// `instance` tells this window's journals from those of other windows and programs: process id and a number.
    PostKeeper(std::filesystem::path stateFolder, std::string instance);

    /// From now on edits are told against this text. A journal of the post before is left for the next start unless
    /// forget() was called.
    void open(OpenedPost post);

    /// On return everything up to `text` is in the journal, on the disk. Equal to the text as opened: no journal.
    Expected<void> note(const SharedText& text);

    /// The file was renamed: saves go there from now on, and the journal says so.
    Expected<void> moved(const std::filesystem::path& path);

    /// The text of a journal that a start found: it gets a journal of this program, then the old one is deleted.
    Expected<void> adopt(OpenedPost base, const SharedText& text, const std::filesystem::path& foundJournal);

    /// Journal current, the save recipe, history, journal ended. After a problem text and journal are as before.
    SaveExpected<SavedPost> save(const PostSave& request);

    /// The person closed or discarded the post: its journal is deleted.
    void forget();

    /// Empty when nothing is unsaved.
    std::filesystem::path journalPath() const { return m_journal ? m_journal->path() : std::filesystem::path(); }

private:
    Expected<void> startJournal(const SharedText& text);
    std::filesystem::path nextJournalPath();
    FileState keepReplaced(SavedPost& saved, const PostSave& request) const;
    void keepVersion(SavedPost& saved, const PostSave& request, std::string_view bytes, std::int64_t apart) const;

    KeepFolders m_folders;
    History m_history;
    std::string m_instance;
    int m_journalNumber = 0;
    OpenedPost m_base;
    SharedText m_noted;                   ///< what the journal's end stands for
    std::optional<JournalFile> m_journal; ///< none while nothing is unsaved
    bool m_journalBroken = false; ///< a write failed: what is in it may be old, but is kept until there is a new one
};

} // namespace galley
