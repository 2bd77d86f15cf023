// SPDX-License-Identifier: MIT
// KeepCommands: the commands round a post's safety: its versions, autosave, comparing with what lies on disk.
#pragma once

#include <QObject>

#include <map>

class QWidget;

namespace galley
{

class Actions;
class Autosave;
class DocumentController;
class PostTab;
class Preferences;
class TaskQueue;
struct Conflict;

class KeepCommands final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(KeepCommands)

public:
    struct Parts {
        DocumentController* documents;
        TaskQueue* tasks;
        Preferences* preferences;
        QString stateFolder;
        QWidget* window;
    };
    KeepCommands(const Actions& actions, Parts parts);

private:
    void follow(PostTab* tab);
    void showHistory();
    void compare(PostTab* tab, const Conflict& conflict);
    void setAutosave(bool on);

    Parts m_parts;
    std::map<const PostTab*, Autosave*> m_autosaves;
    bool m_autosaving = false;
};

} // namespace galley
