// SPDX-License-Identifier: MIT
// DocumentController: the open posts, one a tab: new, open, show and close; nothing is lost unasked.
#pragma once

#include "keep/recovery.h"
#include "noticestack.h"

#include <QObject>
#include <QStringList>

#include <functional>
#include <vector>

namespace galley
{

class PostTab;
class TaskQueue;

class DocumentController final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(DocumentController)

public:
    DocumentController(const QString& stateFolder, TaskQueue* tasks, QWidget* window);

    /// The tab that is shown; a blank one when no post is open. There is always one.
    PostTab* current() const { return m_current; }
    /// In the order of their opening; the blank one too.
    const std::vector<PostTab*>& tabs() const { return m_tabs; }
    PostTab* tabOf(const QString& path) const; ///< null when it is not open
    bool isOpen() const;

    void newPost();
    /// A post that the first save writes to `plannedPath`; empty: the person is asked then.
    void newPostOf(const std::string& text, const QString& plannedPath);
    void openWithDialog();
    void openFolderWithDialog();
    /// A file or a folder. A file that is open already is shown. What cannot be opened gives a notice and leaves
    /// everything as it is.
    void open(const QString& path);
    /// The same with the caret in this line, from 1.
    void openAt(const QString& path, int line);
    /// Several files at once, the one to be shown last.
    void openSession(const QStringList& paths, const QString& shown);
    /// Whether the unsaved text of an earlier run can come back without standing in the way of another text.
    bool isFree(const RecoverablePost& post) const;
    /// That text, over what its file held then; it is modified until it is saved. What the person asked for stays in
    /// front: the post is a tab behind it, unless it was asked for itself, or nothing was.
    PostTab* recover(const RecoverablePost& post);
    void save();
    void saveAs();

    void show(PostTab* tab);
    void showNext(int step); ///< 1: to the right, -1: to the left, round the ends
    void move(int from, int to);
    void closePost() { closeTab(m_current); }
    void closeTab(PostTab* tab); ///< asks first when it is changed
    void closeOthers(PostTab* kept);

    bool hasChanges() const;
    /// Asks about each changed post in turn; `next` when nothing can be lost. Journals go only with the tabs.
    void whenAllSafe(std::function<void()> next);

Q_SIGNALS:
    void tabAdded(galley::PostTab* tab);
    void tabClosing(galley::PostTab* tab); ///< it goes when this returns
    void currentChanging();                ///< the tab shown before is still the current one
    void currentChanged(galley::PostTab* tab);
    void opened();      ///< a post was read into the current tab, or is new there
    void tabsChanged(); ///< other posts, or another order of them
    void closed();      ///< the last one; the current tab is blank
    void folderChosen(const QString& folder);
    void noticed(const galley::Notice& notice);
    void noticeEnded(const QString& id);

private:
    PostTab* addTab();
    PostTab* freeTab();
    PostTab* tabFor(const RecoverablePost& post);
    void dropBlank(PostTab* tab);
    void discard(PostTab* tab);
    void load(const QString& path);
    void told(PostTab* tab);
    void askNext(std::vector<PostTab*> asked, std::function<void()> next);

    QString m_stateFolder;
    TaskQueue* m_tasks;
    QWidget* m_window;
    std::vector<PostTab*> m_tabs;
    PostTab* m_current;
    QStringList m_asked; ///< files and folders the person has asked for
};

} // namespace galley
