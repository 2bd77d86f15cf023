// SPDX-License-Identifier: MIT
#include "actions.h"

#include "icons.h"

#include <QActionGroup>
#include <QCoreApplication>
#include <QMenu>
#include <QMenuBar>
#include <QToolBar>

namespace galley
{

// clang-format off
static constexpr ActionRow rows[] = {
    {Act::New,          MenuId::File, QT_TRANSLATE_NOOP("Actions", "&New"), "Ctrl+N", "new", true, false, Needs::Nothing},
    {Act::NewWriteUp,   MenuId::File, QT_TRANSLATE_NOOP("Actions", "New &Write-up…"), "Ctrl+Shift+N", nullptr, false, false, Needs::Nothing},
    {Act::Open,         MenuId::File, QT_TRANSLATE_NOOP("Actions", "&Open…"), "Ctrl+O", "open", true, false, Needs::Nothing},
    {Act::OpenFolder,   MenuId::File, QT_TRANSLATE_NOOP("Actions", "Open &Folder…"), "Ctrl+Shift+O", "folder", false, false, Needs::Nothing},
    {Act::QuickOpen,    MenuId::File, QT_TRANSLATE_NOOP("Actions", "Quic&k Open…"), "Ctrl+P", nullptr, false, false, Needs::Nothing},
    {Act::Recent,       MenuId::File, QT_TRANSLATE_NOOP("Actions", "Open &Recent"), "", nullptr, false, false, Needs::Nothing},
    {Act::Separator,    MenuId::File, "", "", nullptr},
    {Act::Save,         MenuId::File, QT_TRANSLATE_NOOP("Actions", "&Save"), "Ctrl+S", "save", true},
    {Act::SaveAs,       MenuId::File, QT_TRANSLATE_NOOP("Actions", "Save &As…"), "Ctrl+Shift+S", nullptr},
    {Act::History,      MenuId::File, QT_TRANSLATE_NOOP("Actions", "&Versions…"), "", nullptr},
    {Act::Autosave,     MenuId::File, QT_TRANSLATE_NOOP("Actions", "Save Posts of a Site A&utomatically"), "", nullptr, false, true, Needs::Nothing},
    {Act::Separator,    MenuId::File, "", "", nullptr},
    {Act::Rename,       MenuId::File, QT_TRANSLATE_NOOP("Actions", "Rena&me…"), "F2", nullptr},
    {Act::ShowInFolder, MenuId::HandIn, QT_TRANSLATE_NOOP("Actions", "&Show in Folder"), "Ctrl+Alt+F", nullptr},
    {Act::CopyPath,     MenuId::HandIn, QT_TRANSLATE_NOOP("Actions", "Copy &Path"), "Ctrl+Alt+C", nullptr},
    {Act::CopyHtml,     MenuId::HandIn, QT_TRANSLATE_NOOP("Actions", "Copy &HTML"), "Ctrl+Alt+H", nullptr},
    {Act::Zip,          MenuId::HandIn, QT_TRANSLATE_NOOP("Actions", "Pack with Pictures (.&zip)…"), "", nullptr},
    {Act::Export,       MenuId::File, QT_TRANSLATE_NOOP("Actions", "&Export HTML…"), "Ctrl+E", "export"},
    {Act::Print,        MenuId::File, QT_TRANSLATE_NOOP("Actions", "&Print…"), "Ctrl+Alt+P", "print"},
    {Act::PrintPdf,     MenuId::File, QT_TRANSLATE_NOOP("Actions", "Save as P&DF…"), "Ctrl+Shift+P", nullptr},
    {Act::Separator,    MenuId::File, "", "", nullptr},
    {Act::Close,        MenuId::File, QT_TRANSLATE_NOOP("Actions", "&Close"), "Ctrl+W", nullptr},
    {Act::Quit,         MenuId::File, QT_TRANSLATE_NOOP("Actions", "&Quit"), "Ctrl+Q", nullptr, false, false, Needs::Nothing},

    {Act::Undo,         MenuId::Edit, QT_TRANSLATE_NOOP("Actions", "&Undo"), "Ctrl+Z", "undo", true, false, Needs::History},
    {Act::Redo,         MenuId::Edit, QT_TRANSLATE_NOOP("Actions", "&Redo"), "Ctrl+Shift+Z; Ctrl+Y", "redo", true, false, Needs::History},
    {Act::Separator,    MenuId::Edit, "", "", nullptr},
    {Act::Cut,          MenuId::Edit, QT_TRANSLATE_NOOP("Actions", "Cu&t"), "Ctrl+X", nullptr},
    {Act::Copy,         MenuId::Edit, QT_TRANSLATE_NOOP("Actions", "&Copy"), "Ctrl+C", nullptr},
    {Act::Paste,        MenuId::Edit, QT_TRANSLATE_NOOP("Actions", "&Paste"), "Ctrl+V", nullptr},
    {Act::SelectAll,    MenuId::Edit, QT_TRANSLATE_NOOP("Actions", "Select &All"), "Ctrl+A", nullptr},
    {Act::Separator,    MenuId::Edit, "", "", nullptr},
    {Act::Find,         MenuId::Edit, QT_TRANSLATE_NOOP("Actions", "&Find…"), "Ctrl+F", "find"},
    {Act::FindNext,     MenuId::Edit, QT_TRANSLATE_NOOP("Actions", "Find &Next"), "F3", nullptr},
    {Act::FindPrevious, MenuId::Edit, QT_TRANSLATE_NOOP("Actions", "Find Pre&vious"), "Shift+F3", nullptr},
    {Act::Replace,      MenuId::Edit, QT_TRANSLATE_NOOP("Actions", "R&eplace…"), "Ctrl+H", nullptr},
    {Act::GoToLine,     MenuId::Edit, QT_TRANSLATE_NOOP("Actions", "&Go to Line…"), "Ctrl+G", nullptr},

    {Act::Bold,         MenuId::Format, QT_TRANSLATE_NOOP("Actions", "&Bold"), "Ctrl+B", "bold", true},
    {Act::Italic,       MenuId::Format, QT_TRANSLATE_NOOP("Actions", "&Italic"), "Ctrl+I", "italic", true},
    {Act::Code,         MenuId::Format, QT_TRANSLATE_NOOP("Actions", "&Code"), "Ctrl+Shift+C; Ctrl+`", "code", true},
    {Act::Link,         MenuId::Format, QT_TRANSLATE_NOOP("Actions", "&Link"), "Ctrl+K", "link", true},
    {Act::Separator,    MenuId::Format, "", "", nullptr},
    {Act::Heading1,     MenuId::Format, QT_TRANSLATE_NOOP("Actions", "Heading &1"), "Ctrl+1", nullptr},
    {Act::Heading2,     MenuId::Format, QT_TRANSLATE_NOOP("Actions", "Heading &2"), "Ctrl+2", "heading", true},
    {Act::Heading3,     MenuId::Format, QT_TRANSLATE_NOOP("Actions", "Heading &3"), "Ctrl+3", nullptr},
    {Act::Separator,    MenuId::Format, "", "", nullptr},
    {Act::BulletList,   MenuId::Format, QT_TRANSLATE_NOOP("Actions", "B&ulleted List"), "Ctrl+Shift+8", "list", true},
    {Act::NumberedList, MenuId::Format, QT_TRANSLATE_NOOP("Actions", "&Numbered List"), "Ctrl+Shift+7", "numbered", true},
    {Act::Quote,        MenuId::Format, QT_TRANSLATE_NOOP("Actions", "&Quote"), "Ctrl+Shift+9", "quote", true},
    {Act::Separator,    MenuId::Format, "", "", nullptr},
    {Act::InsertImage,  MenuId::Format, QT_TRANSLATE_NOOP("Actions", "Insert I&mage…"), "Ctrl+Shift+I", "image", true},
    {Act::ShrinkPhotos, MenuId::Format, QT_TRANSLATE_NOOP("Actions", "&Shrink Large Photos"), "", nullptr, false, true, Needs::Nothing},

    {Act::Sidebar,         MenuId::View, QT_TRANSLATE_NOOP("Actions", "Side&bar"), "F7", "sidebar", true, true, Needs::Nothing},
    {Act::ShowSite,        MenuId::View, QT_TRANSLATE_NOOP("Actions", "S&ite"), "Ctrl+Shift+E", nullptr, false, false, Needs::Nothing},
    {Act::ShowOutline,     MenuId::View, QT_TRANSLATE_NOOP("Actions", "Out&line"), "Ctrl+Shift+L", nullptr, false, false, Needs::Nothing},
    {Act::ShowCheck,       MenuId::View, QT_TRANSLATE_NOOP("Actions", "&Check before Publishing"), "Ctrl+Shift+K", nullptr, false, false, Needs::Nothing},
    {Act::Separator,       MenuId::View, "", "", nullptr},
    {Act::Form,            MenuId::View, QT_TRANSLATE_NOOP("Actions", "Front Matter For&m"), "F8", "form", false, true},
    {Act::FoldFrontMatter, MenuId::View, QT_TRANSLATE_NOOP("Actions", "Fol&d Front Matter"), "Ctrl+Shift+F", nullptr, false, true},
    {Act::Preview,         MenuId::View, QT_TRANSLATE_NOOP("Actions", "Pre&view"), "F9", "preview", false, true},
    {Act::PreviewOnly,     MenuId::View, QT_TRANSLATE_NOOP("Actions", "Preview &Only"), "Shift+F9", nullptr, false, true},
    {Act::DetachPreview,   MenuId::View, QT_TRANSLATE_NOOP("Actions", "Preview in Its O&wn Window"), "Ctrl+F9", nullptr, false, true},
    {Act::FollowScroll,    MenuId::View, QT_TRANSLATE_NOOP("Actions", "&Scroll Together"), "", "sync", false, true},
    {Act::StandalonePage,  MenuId::View, QT_TRANSLATE_NOOP("Actions", "S&how Stand-alone Page"), "", nullptr, false, true},
    {Act::FindInPage,      MenuId::View, QT_TRANSLATE_NOOP("Actions", "Find in &Page…"), "Ctrl+Alt+G", nullptr},
    {Act::OpenInBrowser,   MenuId::View, QT_TRANSLATE_NOOP("Actions", "Op&en in Browser"), "Ctrl+Alt+B", nullptr},
    {Act::TrustedSites,    MenuId::View, QT_TRANSLATE_NOOP("Actions", "&Trusted Sites…"), "", nullptr, false, false, Needs::Nothing},
    {Act::Separator,       MenuId::View, "", "", nullptr},
    {Act::Wrap,            MenuId::View, QT_TRANSLATE_NOOP("Actions", "W&rap Lines"), "Alt+Z", nullptr, false, true},
    {Act::CheckSpelling,   MenuId::View, QT_TRANSLATE_NOOP("Actions", "Chec&k Spelling"), "Shift+F7", nullptr, false, true},
    {Act::Font,            MenuId::View, QT_TRANSLATE_NOOP("Actions", "Te&xt Font…"), "", nullptr, false, false, Needs::Nothing},
    {Act::Separator,       MenuId::View, "", "", nullptr},
    {Act::ZoomIn,          MenuId::View, QT_TRANSLATE_NOOP("Actions", "Zoom I&n"), "Ctrl++; Ctrl+=", nullptr},
    {Act::ZoomOut,         MenuId::View, QT_TRANSLATE_NOOP("Actions", "Zoom O&ut"), "Ctrl+-", nullptr},
    {Act::ZoomReset,       MenuId::View, QT_TRANSLATE_NOOP("Actions", "Actual Si&ze"), "Ctrl+0", nullptr},
    {Act::Separator,       MenuId::View, "", "", nullptr},
    {Act::FullScreen,      MenuId::View, QT_TRANSLATE_NOOP("Actions", "&Full Screen"), "F11", nullptr, false, true, Needs::Nothing},

    {Act::NextTab,      MenuId::Go, QT_TRANSLATE_NOOP("Actions", "&Next Post"), "Ctrl+Tab; Ctrl+PgDown", nullptr},
    {Act::PreviousTab,  MenuId::Go, QT_TRANSLATE_NOOP("Actions", "Pre&vious Post"), "Ctrl+Shift+Tab; Ctrl+PgUp", nullptr},
    {Act::NextPane,     MenuId::Go, QT_TRANSLATE_NOOP("Actions", "Next &Pane"), "F6", nullptr},
    {Act::PreviousPane, MenuId::Go, QT_TRANSLATE_NOOP("Actions", "P&revious Pane"), "Shift+F6", nullptr},

    {Act::PageOwn,   MenuId::PageColours, QT_TRANSLATE_NOOP("Actions", "The Site\u2019s &Own"), "", nullptr, false, true, Needs::Nothing},
    {Act::PageLight, MenuId::PageColours, QT_TRANSLATE_NOOP("Actions", "&Light"), "", nullptr, false, true, Needs::Nothing},
    {Act::PageDark,  MenuId::PageColours, QT_TRANSLATE_NOOP("Actions", "&Dark"), "", nullptr, false, true, Needs::Nothing},
    {Act::AppearanceSystem, MenuId::Appearance, QT_TRANSLATE_NOOP("Actions", "As the &System"), "", nullptr, false, true, Needs::Nothing},
    {Act::AppearanceLight,  MenuId::Appearance, QT_TRANSLATE_NOOP("Actions", "&Light"), "", nullptr, false, true, Needs::Nothing},
    {Act::AppearanceDark,   MenuId::Appearance, QT_TRANSLATE_NOOP("Actions", "&Dark"), "", nullptr, false, true, Needs::Nothing},

    {Act::Keys,  MenuId::Help, QT_TRANSLATE_NOOP("Actions", "&Keys"), "F1", nullptr, false, false, Needs::Nothing},
    {Act::About, MenuId::Help, QT_TRANSLATE_NOOP("Actions", "&About Galley"), "", nullptr, false, false, Needs::Nothing},
};
// clang-format on

static QString translated(const char* text)
{
    return QCoreApplication::translate("Actions", text);
}

static QString menuTitle(MenuId id)
{
    switch (id) {
    case MenuId::File: return translated(QT_TRANSLATE_NOOP("Actions", "&File"));
    case MenuId::HandIn: return translated(QT_TRANSLATE_NOOP("Actions", "Hand &In"));
    case MenuId::Edit: return translated(QT_TRANSLATE_NOOP("Actions", "&Edit"));
    case MenuId::Format: return translated(QT_TRANSLATE_NOOP("Actions", "F&ormat"));
    case MenuId::View: return translated(QT_TRANSLATE_NOOP("Actions", "&View"));
    case MenuId::Go: return translated(QT_TRANSLATE_NOOP("Actions", "&Jump To"));
    case MenuId::PageColours: return translated(QT_TRANSLATE_NOOP("Actions", "Pa&ge Colours"));
    case MenuId::Appearance: return translated(QT_TRANSLATE_NOOP("Actions", "&Appearance"));
    case MenuId::Help: break;
    }
    return translated(QT_TRANSLATE_NOOP("Actions", "&Help"));
}

std::span<const ActionRow> actionRows()
{
    return rows;
}

Actions::Actions(QWidget* window) : QObject(window), m_window(window), m_recent(new QMenu(window))
{
    for (const ActionRow& row : rows) {
        if (row.act != Act::Separator)
            m_actions[row.act] = create(row);
    }
    m_actions[Act::Recent]->setMenu(m_recent);
    auto* appearance = new QActionGroup(this);
    for (const Act act : {Act::AppearanceSystem, Act::AppearanceLight, Act::AppearanceDark})
        appearance->addAction(m_actions[act]);
}

QAction* Actions::create(const ActionRow& row)
{
    auto* action = new QAction(translated(row.text), this);
    action->setShortcuts(QKeySequence::listFromString(QString::fromLatin1(row.keys)));
    action->setCheckable(row.checkable);
    if (row.icon)
        action->setIcon(themedIcon(QString::fromLatin1(row.icon)));
    QString tip = action->text().remove(QLatin1Char('&')).remove(QStringLiteral("…"));
    if (!action->shortcut().isEmpty())
        tip += QStringLiteral("  ") + action->shortcut().toString(QKeySequence::NativeText);
    action->setToolTip(tip);
    m_window->addAction(action);
    return action;
}

QMenu* Actions::addMenu(MenuId id, QMenuBar* menuBar)
{
    const auto found = m_menus.find(id);
    if (found != m_menus.end())
        return found->second;
    const bool inView = id == MenuId::Go || id == MenuId::Appearance || id == MenuId::PageColours;
    const bool below = inView || id == MenuId::HandIn;
    QMenu* above = below ? m_menus.at(inView ? MenuId::View : MenuId::File) : nullptr;
    return m_menus[id] = above ? above->addMenu(menuTitle(id)) : menuBar->addMenu(menuTitle(id));
}

void Actions::fill(QMenuBar* menuBar)
{
    for (const ActionRow& row : rows) {
        QMenu* menu = addMenu(row.menu, menuBar);
        if (row.act == Act::Separator)
            menu->addSeparator();
        else
            menu->addAction(m_actions.at(row.act));
    }
}

void Actions::fill(QToolBar* toolBar)
{
    MenuId last = MenuId::File;
    for (const ActionRow& row : rows) {
        if (!row.onToolBar)
            continue;
        if (row.menu != last)
            toolBar->addSeparator();
        last = row.menu;
        toolBar->addAction(m_actions.at(row.act));
    }
}

void Actions::setPostOpen(bool open)
{
    for (const ActionRow& row : rows) {
        if (row.needs == Needs::History && !open)
            m_actions.at(row.act)->setEnabled(false);
        if (row.needs == Needs::Post && row.act != Act::Separator)
            m_actions.at(row.act)->setEnabled(open);
    }
}

} // namespace galley
