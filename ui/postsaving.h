// SPDX-License-Identifier: MIT
// PostSaving: saves one open post, with a way out for each thing that can be in the way; asks before text is lost.
#pragma once

#include "base/timezone.h"
#include "noticestack.h"
#include "safekeeping.h"

#include <QObject>

#include <functional>
#include <optional>

namespace galley
{

class OpenPost;

class PostSaving final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PostSaving)

public:
    PostSaving(OpenPost* post, SafeKeeping* keeping, QWidget* window, QObject* parent);

    void save();
    void saveAs();
    /// In which days are told that name new files: the site's; this computer's until something is set.
    void setZone(const TimeZone& zone) { m_zone = zone; }

    enum class Answer { Kept, Discarded };
    /// Calls `next` when nothing can be lost: at once, after a save, or after Discard; never after Cancel.
    void whenSafe(std::function<void(Answer)> next);

Q_SIGNALS:
    void noticed(const galley::Notice& notice);
    void noticeEnded(const QString& id);

private:
    void saveAsPlanned();
    QString offeredName() const;
    TimeZone zone() const;
    void refused(const SaveTarget& target, const SaveProblem& problem);
    std::vector<NoticeButton> waysOut(const SaveTarget& target, SaveObstacle obstacle);

    OpenPost* m_post;
    std::optional<TimeZone> m_zone;
    SafeKeeping* m_keeping;
    QWidget* m_window;
    std::function<void(Answer)> m_afterSave;
};

/// The name filters of dialogs that open or save a post.
QString postNameFilter();

} // namespace galley
