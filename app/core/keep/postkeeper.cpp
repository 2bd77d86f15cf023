// SPDX-License-Identifier: MIT
#include "keep/postkeeper.h"

#include "base/limits.h"
#include "base/textdiff.h"
#include "keep/systemfile.h"

#include <limits>
#include <unistd.h>
#include <utility>

namespace galley
{

namespace fs = std::filesystem;

/// What an automatic save replaces is the one before it, save when there is no version at all yet.
static constexpr std::int64_t everApart = std::numeric_limits<std::int64_t>::max();

PostKeeper::PostKeeper(fs::path stateFolder, std::string instance)
    : m_folders(stateFolder), m_history(m_folders.history),
      m_instance(std::move(instance)), m_base{{}, {}, {}, std::make_shared<const std::string>()}, m_noted(m_base.text)
{
}

void PostKeeper::open(OpenedPost post)
{
    m_journal.reset();
    m_journalBroken = false;
    m_base = std::move(post);
    m_noted = m_base.text;
}

fs::path PostKeeper::nextJournalPath()
{
    const std::string key = m_base.path.empty() ? "untitled" : pathKey(m_base.path);
    return m_folders.journals / (key + "-" + m_instance + "-" + std::to_string(++m_journalNumber) + ".journal");
}

/// The old journal goes when the new one is on the disk, not before.
Expected<void> PostKeeper::startJournal(const SharedText& text)
{
    if (Expected<void> made = makePrivateFolder(m_folders.journals); !made)
        return made;
    Expected<JournalFile> journal =
        JournalFile::create(nextJournalPath(), {m_base.path.native(), m_base.form, m_base.state}, *m_base.text);
    if (!journal)
        return unexpected(journal.error());
    if (Expected<void> appended = journal->append(editBetween(*m_base.text, *text), text->size()); !appended) {
        journal->remove();
        return appended;
    }
    if (m_journal)
        m_journal->remove();
    m_journal.emplace(std::move(*journal));
    m_journalBroken = false;
    m_noted = text;
    return {};
}

Expected<void> PostKeeper::note(const SharedText& text)
{
    if (*text == *m_base.text) {
        forget();
        return {};
    }
    if (!m_journal || m_journalBroken ||
        m_journal->size() > m_base.text->size() + text->size() + limits::journalEditBytes)
        return startJournal(text);
    const TextEdit edit = editBetween(*m_noted, *text);
    if (edit.length == 0 && edit.text.empty())
        return {};
    const Expected<void> appended = m_journal->append(edit, text->size());
    m_journalBroken = !appended;
    if (appended)
        m_noted = text;
    return appended;
}

Expected<void> PostKeeper::moved(const fs::path& path)
{
    m_base.path = path;
    return m_journal ? startJournal(m_noted) : Expected<void>();
}

Expected<void> PostKeeper::adopt(OpenedPost base, const SharedText& text, const fs::path& foundJournal)
{
    open(std::move(base));
    const Expected<void> noted = note(text);
    if (noted)
        ::unlink(foundJournal.c_str());
    return noted;
}

void PostKeeper::keepVersion(SavedPost& saved, const PostSave& request, std::string_view bytes,
                             std::int64_t apart) const
{
    if (Expected<void> kept = m_history.add(request.path, bytes, request.nowSeconds, apart); !kept)
        saved.notes.push_back(
            {{}, 0, 0, Severity::Warning, "No version is kept in the history. " + kept.error().message});
}

/// The text that is overwritten is somebody's work: it goes into the history. From here on it is the file we know.
FileState PostKeeper::keepReplaced(SavedPost& saved, const PostSave& request) const
{
    const Expected<LoadedFile> disk = loadFile(request.path);
    if (!disk)
        return {};
    keepVersion(saved, request, disk->bytes, 0);
    return disk->state;
}

SaveExpected<SavedPost> PostKeeper::save(const PostSave& request)
{
    SavedPost saved;
    Expected<void> noted = note(request.text);
    if (noted && m_journal) {
        noted = m_journal->noteSaving(request.path);
        m_journalBroken = !noted;
    }
    if (!noted) // a full state folder is no reason to refuse the save that would bring the text to safety
        saved.notes.push_back({{}, 0, 0, Severity::Warning, noted.error().message});
    const bool sameFile = request.path == m_base.path;
    const std::string bytes = toFileBytes(*request.text, request.form);
    if (sameFile && m_base.state.exists)
        keepVersion(saved, request, toFileBytes(*m_base.text, m_base.form), request.automatic ? everApart : 0);
    const FileState known = request.overwriteChanged ? keepReplaced(saved, request)
                            : sameFile               ? m_base.state
                                                     : FileState();
    const SaveRequest file{request.path, bytes, known, request.way, request.overwriteChanged && !known.exists};
    SaveExpected<FileState> written = saveFile(file);
    if (!written)
        return tl::unexpected(written.error());
    keepVersion(saved, request, bytes, request.automatic ? limits::autosavedVersionSeconds : 0);
    forget();
    open({request.path, request.form, *written, request.text});
    saved.state = std::move(*written);
    return saved;
}

void PostKeeper::forget()
{
    if (m_journal)
        m_journal->remove();
    m_journal.reset();
    m_journalBroken = false;
    m_noted = m_base.text;
}

} // namespace galley
