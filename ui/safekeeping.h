// SPDX-License-Identifier: MIT
// SafeKeeping: the open post and the disk: journal, saves, what other programs do to the file.
#pragma once

#include "filewatch.h"
#include "journalwriter.h"
#include "keeping/conflict.h"
#include "keeping/openelsewhere.h"
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
    bool automatic = false; ///< nobody asked for this save
};

class SafeKeeping final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SafeKeeping)

public:
    /// `post` must live longer: what is unsaved is journalled when this goes.
    SafeKeeping(OpenPost* post, const QString& stateFolder, QObject* parent);

    bool isSaving() const { return m_saving; }
    /// The file was changed or removed by another program, and the person has not said yet what to do.
    bool hasQuestion() const { return m_question; }
    void save(const SaveTarget& target);

    /// We are about to rename the file ourselves; moved() says how it is called then, or that it kept its name.
    void expectMove() { m_watch.expectOwnSave(); }
    void moved(const QString& path);

    /// The post was closed clean or its changes were discarded.
    void forget();

    /// The post has just been loaded with the base of a journal that a start found; its text comes back, unsaved.
    void recover(const std::string& text, const std::filesystem::path& journal);

    /// Looks at the file now: the window became active again.
    void check() { m_watch.check(); }

Q_SIGNALS:
    void saved();
    void refused(const galley::SaveTarget& target, const galley::SaveProblem& problem);
    void compareAsked(const galley::Conflict& conflict);
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
    void endQuestion();
    Conflict conflictWith(const LoadedFile& file);
    void othersChanged(int others);

    OpenPost* m_post;
    FileWatch m_watch;
    OpenElsewhere m_elsewhere;
    SaveTarget m_target; ///< of the save that runs
    bool m_saving = false;
    bool m_question = false;
    SharedText m_base; ///< the text as it was last read or written: where both began
    JournalWriter m_journal;
};

} // namespace galley
