// SPDX-License-Identifier: MIT
// Actions: every command of the window as one row of a table; menus and toolbar are read off it.
#pragma once

#include <QAction>
#include <QObject>

#include <map>
#include <span>

class QMenu;
class QMenuBar;
class QToolBar;

namespace galley
{

// clang-format off
enum class Act {
    New, Open, OpenFolder, Recent, Save, SaveAs, History, Autosave, Export, Print, PrintPdf, Close, Quit, QuickOpen,
    Rename, ShowInFolder, CopyPath, CopyHtml, Zip, Sidebar, ShowSite, ShowOutline, ShowCheck, NextTab, PreviousTab, NextPane, PreviousPane,
    Undo, Redo, Cut, Copy, Paste, SelectAll, Find, FindNext, FindPrevious, Replace, GoToLine,
    Bold, Italic, Code, Link, Heading1, Heading2, Heading3, BulletList, NumberedList, Quote,
    Form, FoldFrontMatter, Preview, PreviewOnly, DetachPreview, FollowScroll, StandalonePage, FindInPage,
    OpenInBrowser, TrustedSites, Wrap, Font, ZoomIn, ZoomOut, ZoomReset, FullScreen,
    PageOwn, PageLight, PageDark,
    NewWriteUp, InsertImage, ShrinkPhotos, CheckSpelling,
    AppearanceSystem, AppearanceLight, AppearanceDark,
    Keys, About,
    Separator,
};
// clang-format on

enum class MenuId { File, HandIn, Edit, Format, View, Go, PageColours, Appearance, Help };

/// When an action can be used. History: the text's own undo and redo say when.
enum class Needs { Nothing, Post, History };

struct ActionRow {
    Act act;
    MenuId menu;
    const char* text; ///< with the mnemonic, translated when shown
    const char* keys; ///< portable key sequences, separated by "; "
    const char* icon; ///< file name in resources/icons, or null
    bool onToolBar = false;
    bool checkable = false;
    Needs needs = Needs::Post;
};

/// The table, in the order of the menus.
std::span<const ActionRow> actionRows();

class Actions final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Actions)

public:
    explicit Actions(QWidget* window);

    QAction* operator[](Act act) const { return m_actions.at(act); }

    void fill(QMenuBar* menuBar);
    void fill(QToolBar* toolBar);
    QMenu* recentMenu() const { return m_recent; }

    /// Without a post only the commands that need none can be used.
    void setPostOpen(bool open);

private:
    QAction* create(const ActionRow& row);
    QMenu* addMenu(MenuId id, QMenuBar* menuBar);

    QWidget* m_window;
    std::map<Act, QAction*> m_actions;
    std::map<MenuId, QMenu*> m_menus;
    QMenu* m_recent;
};

} // namespace galley
