// SPDX-License-Identifier: MIT
// Autosave: saves a post of a site by itself when the typing pauses; posts outside a site are left alone.
#pragma once

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

namespace galley
{

class OpenPost;
class SafeKeeping;
class TaskQueue;

/// Never asks and never overwrites: what needs an answer (a changed file, a hard link) ends it until the person has
/// saved.
class Autosave final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Autosave)

public:
    Autosave(OpenPost* post, SafeKeeping* keeping, TaskQueue* tasks, QObject* parent);

    void setOn(bool on);

private:
    void edited();
    void look();
    bool maySave() const;

    OpenPost* m_post;
    SafeKeeping* m_keeping;
    TaskQueue* m_tasks;
    QTimer m_pause;
    QElapsedTimer m_unsaved; ///< since the first edit that is not saved
    bool m_on = false;
    bool m_refused = false;
};

} // namespace galley
