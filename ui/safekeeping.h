// SPDX-License-Identifier: MIT
// SafeKeeping: the open post and the disk: journal, saves, what other programs do to the file.
#pragma once

#include "filewatch.h"
#include "journalwriter.h"
#include "noticestack.h"

#include <QObject>

namespace galley
{

class OpenPost;

/// Where and how a save is to go.
struct SaveTarget {
    QString path;
    SaveWay way = SaveWay::Ask;
    bool overwrite = false; ///< the person said that what lies there may go
};

class SafeKeeping final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SafeKeeping)

public:
    /// `post` must live longer: what is unsaved is journalled when this goes.
    SafeKeeping(OpenPost* post, const QString& stateFolder, QObject* parent);

    bool isSaving() const { return m_saving; }
    void save(const SaveTarget& target);

    /// The post was closed clean or its changes were discarded.
    void forget();

    /// The post has just been loaded with the base of a journal that a start found; its text comes back, unsaved.
    void recover(const std::string& text, const std::filesystem::path& journal);

    /// Looks at the file now: the window became active again.
    void check() { m_watch.check(); }

Q_SIGNALS:
    void saved();
    void refused(const galley::SaveTarget& target, const galley::SaveProblem& problem);
    void compareAsked(const QString& theirs); ///< core text of the file as it lies on disk
    void noticed(const galley::Notice& notice);
    void noticeEnded(const QString& id);

private:
    OpenedPost openedPost() const;
    void postLoaded();
    void takeSaved(const SavedPost& saved, const SharedText& text);
    void fileChanged(const LoadedFile& file);
    void askAboutChange(const LoadedFile& file);
    void takeTheirs(const LoadedFile& file);
    void fileVanished(const QString& renamedTo);

    OpenPost* m_post;
    FileWatch m_watch;
    SaveTarget m_target; ///< of the save that runs
    bool m_saving = false;
    JournalWriter m_journal;
};

} // namespace galley
