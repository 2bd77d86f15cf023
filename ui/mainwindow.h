// SPDX-License-Identifier: MIT
// MainWindow: puts the parts together; what they do stands in the parts.
#pragma once

#include <QMainWindow>

#include <functional>
#include <memory>

class QSplitter;
class QStackedWidget;

namespace galley
{

class Actions;
class DocumentController;
class EditCommands;
class EditorColumn;
class Exporting;
class FrontMatterPanel;
class LivePage;
class NoticeStack;
struct Notice;
class OpenPost;
class PostEditor;
class PostTab;
class Preferences;
class PreviewLink;
class PreviewPane;
class Printing;
class SiteLoader;
class Session;
class Sidebar;
class StartPage;
class StatusLine;
class TaskQueue;
class Theme;
class UnsavedPosts;
class ViewCommands;

class MainWindow final : public QMainWindow
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(MainWindow)

public:
    MainWindow(Theme* theme, Preferences* preferences, const QString& stateFolder);
    ~MainWindow() override;

    /// A file or a folder.
    void open(const QString& path);
    /// What was open when the program ended last; the start page when there was nothing or it is gone.
    void openLast();
    /// Brings back what an earlier run could not save.
    void recoverUnsaved();

    Actions& actions() const { return *m_actions; }
    DocumentController& documents() const { return *m_documents; }
    Exporting& exporting() const { return *m_exporting; }
    LivePage& page() const { return *m_page; }
    OpenPost& post() const;     ///< of the tab that is shown
    PostEditor& editor() const; ///< of the tab that is shown
    EditorColumn& column() const { return *m_column; }
    Sidebar& sidebar() const { return *m_sidebar; }
    PreviewPane& preview() const { return *m_preview; }
    NoticeStack& notices() const { return *m_notices; }
    StatusLine& status() const { return *m_status; }

protected:
    void closeEvent(QCloseEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void build();
    void restore();
    void connectFiles();
    std::function<void(const Notice&)> tellHere() const; ///< about the post in front
    void connectTabs();
    void followTab(PostTab* tab);
    void leaveForm();
    void showTab(PostTab* tab);
    void lookForSite();
    void openSiteFile(const QString& file, int line);
    void connectSite();
    void connectPrinting();
    void showChoices();
    void connectPage();
    void showEditors();
    void postOpened();
    void postClosed();
    void updateTitle();
    void endSession();

    Preferences* m_preferences;
    Actions* m_actions;
    TaskQueue* m_tasks;
    DocumentController* m_documents;
    LivePage* m_page;
    SiteLoader* m_siteLoader;
    Session* m_session;
    Exporting* m_exporting;
    UnsavedPosts* m_unsaved;
    NoticeStack* m_notices;
    FrontMatterPanel* m_form;
    EditorColumn* m_column;
    PreviewPane* m_preview;
    StartPage* m_start;
    StatusLine* m_status;
    QSplitter* m_splitter;
    QStackedWidget* m_stack;
    Sidebar* m_sidebar;
    QSplitter* m_sides; ///< the sidebar beside all else
    PreviewLink* m_link = nullptr;
    EditCommands* m_editCommands = nullptr;
    ViewCommands* m_viewCommands = nullptr;
    Printing* m_printing = nullptr;
    bool m_closing = false;
};

} // namespace galley
