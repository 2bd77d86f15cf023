// SPDX-License-Identifier: MIT
#include "mainwindow.h"

#include "actions.h"
#include "documentcontroller.h"
#include "editcommands.h"
#include "editor/posteditor.h"
#include "editorcolumn.h"
#include "exporting.h"
#include "form/frontmatterpanel.h"
#include "helpcommands.h"
#include "icons.h"
#include "idlememory.h"
#include "keeping/keepcommands.h"
#include "livepage.h"
#include "noticestack.h"
#include "openpost.h"
#include "paneswitch.h"
#include "plaintext.h"
#include "postsaving.h"
#include "posttab.h"
#include "preferences.h"
#include "preview/previewpane.h"
#include "previewcommands.h"
#include "previewlink.h"
#include "printing.h"
#include "recentmenu.h"
#include "safekeeping.h"
#include "session.h"
#include "sidebar/problemspanel.h"
#include "sidebar/sidebar.h"
#include "site/fieldchoices.h"
#include "site/site.h"
#include "siteloader.h"
#include "sitetools.h"
#include "startpage.h"
#include "statusline.h"
#include "taskqueue.h"
#include "unsavedposts.h"
#include "viewcommands.h"
#include "windowmanners.h"
#include "windowplace.h"
#include "writingtools.h"

#include <QCloseEvent>
#include <QDir>
#include <QFileInfo>
#include <QMenuBar>
#include <QSplitter>
#include <QStackedWidget>
#include <QToolBar>
#include <QVBoxLayout>

namespace galley
{

MainWindow::MainWindow(Theme* theme, Preferences* preferences, const QString& stateFolder)
    : m_preferences(preferences), m_actions(new Actions(this)), m_tasks(new TaskQueue(this)),
      m_documents(new DocumentController(stateFolder, m_tasks, this)), m_page(new LivePage(&post(), this)),
      m_siteLoader(new SiteLoader(this)), m_session(new Session(preferences, m_documents, m_siteLoader, this)),
      m_exporting(new Exporting(&post(), m_page, m_tasks, preferences, this)),
      m_unsaved(new UnsavedPosts(m_documents, m_tasks, stateFolder, this)), m_notices(new NoticeStack),
      m_form(new FrontMatterPanel), m_column(new EditorColumn(m_documents, m_form)), m_preview(new PreviewPane),
      m_start(new StartPage(*m_actions, preferences)), m_status(new StatusLine), m_splitter(new QSplitter),
      m_stack(new QStackedWidget), m_sidebar(new Sidebar), m_sides(new QSplitter)
{
    PlainText::install();
    build();
    m_link = new PreviewLink(&post(), m_page, &editor(), m_preview, this);
    m_editCommands = new EditCommands(*m_actions, &editor(), m_column, m_preview);
    m_viewCommands = new ViewCommands(*m_actions, {this, m_column, &editor(), m_preview, m_link, theme}, preferences);
    new PreviewCommands(*m_actions, {this, m_column, m_preview, m_page, m_documents, m_exporting, m_notices},
                        preferences);
    connectFiles();
    connectTabs();
    new KeepCommands(*m_actions, {m_documents, m_tasks, preferences, stateFolder, this});
    connect(m_unsaved, &UnsavedPosts::noticed, m_notices, &NoticeStack::show);
    connectSite();
    new WritingTools(*m_actions, {m_documents, m_siteLoader, m_tasks, m_form, m_notices, this}, m_page, preferences);
    connectPage();
    returnMemoryWhenIdle(m_page, m_tasks);
    connectPrinting();
    new HelpCommands(*m_actions, this);
    giveManners(*m_actions, {this, m_sidebar, m_form, m_column, m_preview}, m_documents, m_notices);
    restore();
    postClosed();
}

// The views go before the document they show, and the journal is written before the text goes.
MainWindow::~MainWindow()
{
    delete takeCentralWidget();
    delete m_documents;
}

OpenPost& MainWindow::post() const
{
    return *m_documents->current()->post();
}

PostEditor& MainWindow::editor() const
{
    return *m_documents->current()->editor();
}

void MainWindow::build()
{
    setWindowIcon(QIcon(QStringLiteral(":/galley/icons/app/galley.svg")));
    m_actions->fill(menuBar());
    auto* toolBar = new QToolBar(tr("Tools"));
    toolBar->setObjectName(QStringLiteral("tools"));
    toolBar->setIconSize(QSize(18, 18));
    toolBar->setMovable(false);
    m_actions->fill(toolBar);
    addToolBar(toolBar);
    setStatusBar(m_status);

    m_splitter->setHandleWidth(1);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->addWidget(m_column);
    m_splitter->addWidget(m_preview);
    m_column->setMinimumWidth(280);
    m_preview->setMinimumWidth(240);
    m_stack->addWidget(m_start);
    m_stack->addWidget(m_splitter);

    auto* central = new QWidget;
    auto* layout = new QVBoxLayout(central);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_notices);
    m_sides->setHandleWidth(1);
    m_sides->setChildrenCollapsible(false);
    m_sides->addWidget(m_sidebar);
    m_sides->addWidget(m_stack);
    m_sides->setStretchFactor(1, 1);
    layout->addWidget(m_sides, 1);
    setCentralWidget(central);
}

void MainWindow::restore()
{
    restorePlace(*this, *m_preferences);
    m_splitter->setSizes({640, 640});
    m_sides->setSizes({250, 1030});
    m_sides->restoreState(m_preferences->state(QStringLiteral("window/sidebar")));
    m_splitter->restoreState(m_preferences->state(QStringLiteral("window/splitter")));
}

std::function<void(const Notice&)> MainWindow::tellHere() const
{
    return [this](const Notice& notice) { m_notices->showFor(m_documents->current(), notice); };
}

void MainWindow::connectFiles()
{
    const auto bind = [this](Act act, auto run) { connect((*m_actions)[act], &QAction::triggered, m_documents, run); };
    bind(Act::New, &DocumentController::newPost);
    bind(Act::Open, &DocumentController::openWithDialog);
    bind(Act::OpenFolder, &DocumentController::openFolderWithDialog);
    bind(Act::Save, &DocumentController::save);
    bind(Act::SaveAs, &DocumentController::saveAs);
    bind(Act::Close, &DocumentController::closePost);
    connect((*m_actions)[Act::Quit], &QAction::triggered, this, &QWidget::close);
    connect((*m_actions)[Act::Export], &QAction::triggered, m_exporting, &Exporting::askWhere);
    connect(m_start, &StartPage::fileChosen, m_documents, &DocumentController::open);
    connect(m_documents, &DocumentController::opened, this, &MainWindow::postOpened);
    connect(m_documents, &DocumentController::closed, this, &MainWindow::postClosed);
    connect(m_documents, &DocumentController::noticed, m_notices, &NoticeStack::show);
    connect(m_documents, &DocumentController::noticeEnded, m_notices, &NoticeStack::dismiss);
    connect(m_exporting, &Exporting::noticed, m_notices, tellHere());
    connect(m_tasks, &TaskQueue::broke, m_notices, [this](const QString& why) {
        m_notices->show({QStringLiteral("broke"),
                         Severity::Error,
                         tr("Something that was begun could not be finished: %1.").arg(why),
                         {}});
    });
    auto* recent = new RecentMenu(m_actions->recentMenu(), m_preferences, m_documents, this);
    connect(recent, &RecentMenu::cleared, m_start, &StartPage::fillRecent);
}

void MainWindow::connectTabs()
{
    connect((*m_actions)[Act::NextTab], &QAction::triggered, m_documents, [this] { m_documents->showNext(1); });
    connect((*m_actions)[Act::PreviousTab], &QAction::triggered, m_documents, [this] { m_documents->showNext(-1); });
    connect(m_documents, &DocumentController::tabAdded, this, &MainWindow::followTab);
    connect(m_documents, &DocumentController::currentChanging, this, &MainWindow::leaveForm);
    connect(m_documents, &DocumentController::currentChanged, this, &MainWindow::showTab);
    connect(m_documents, &DocumentController::tabClosing, m_notices, &NoticeStack::dismissAll);
    followTab(m_documents->current());
    m_notices->setOwner(m_documents->current());
}

void MainWindow::followTab(PostTab* tab)
{
    const auto show = [this, tab](const Notice& notice) { m_notices->showFor(tab, notice); };
    const auto dismiss = [this, tab](const QString& id) { m_notices->dismissFor(tab, id); };
    connect(tab->keeping(), &SafeKeeping::noticed, this, show);
    connect(tab->keeping(), &SafeKeeping::noticeEnded, this, dismiss);
    connect(tab->saving(), &PostSaving::noticed, this, show);
    connect(tab->saving(), &PostSaving::noticeEnded, this, dismiss);
    connect(tab->post(), &OpenPost::modifiedChanged, this, &MainWindow::updateTitle);
    connect(tab->post(), &OpenPost::pathChanged, this, &MainWindow::updateTitle);
    connect(tab->post(), &OpenPost::loaded, this, [this, tab] {
        if (tab != m_documents->current())
            return;
        m_form->forgetPost();
        lookForSite();
    });
    connect(tab->post(), &OpenPost::saved, this, [this, tab] {
        m_notices->dismissFor(tab, QStringLiteral("unsaved"));
        m_preferences->addRecentFile(tab->post()->path());
        m_session->remember();
        if (tab == m_documents->current())
            m_siteLoader->lookFor(tab->post()->path());
    });
    connect(tab->editor()->problems(), &ProblemsPanel::otherFileChosen, this, &MainWindow::openSiteFile);
    connect(tab->editor(), &PostEditor::caretMoved, this, [this, tab](int line, int column) {
        if (tab == m_documents->current())
            m_status->setCaret(line, column);
    });
}

void MainWindow::openSiteFile(const QString& file, int line)
{
    const std::shared_ptr<const Site>& site = m_page->site();
    if (site)
        m_documents->openAt(QDir(QFile::decodeName(site->root().c_str())).filePath(file), line);
}

/// A field of the form that is being typed in gives its value to the post it belongs to, before the other is shown.
void MainWindow::leaveForm()
{
    QWidget* focused = m_form->focusWidget();
    if (focused && focused->hasFocus())
        focused->clearFocus();
}

void MainWindow::showTab(PostTab* tab)
{
    m_page->holdForSite();
    m_page->setPost(tab->post());
    m_exporting->setPost(tab->post());
    m_printing->setPost(tab->post());
    m_link->setPost(tab->post(), tab->editor());
    m_editCommands->setEditor(tab->editor());
    m_viewCommands->setEditor(tab->editor());
    m_notices->setOwner(tab);
    m_status->setForm(tab->post()->form());
    m_form->forgetPost();
    tab->editor()->tellCaret();
    lookForSite();
    updateTitle();
    m_session->remember();
    if (tab->isOpen())
        showEditors();
}

void MainWindow::lookForSite()
{
    m_page->holdForSite();
    m_siteLoader->lookFor(post().place());
}

void MainWindow::connectSite()
{
    connect(m_siteLoader, &SiteLoader::siteLoaded, this, [this] {
        m_page->setSite(m_siteLoader->site());
        if (m_siteLoader->site())
            m_documents->current()->saving()->setZone(m_siteLoader->site()->timeZone());
        showChoices();
    });
    connect(m_documents, &DocumentController::folderChosen, m_siteLoader, &SiteLoader::open);
    auto* tools = new SiteTools(*m_actions, {this, m_sidebar, m_documents, m_page, m_tasks, m_preferences},
                                m_siteLoader, m_notices);
    connect(tools, &SiteTools::renamed, m_session, &Session::remember);
}

void MainWindow::showChoices()
{
    const std::shared_ptr<const Site>& site = m_siteLoader->site();
    const std::filesystem::path path = QFile::encodeName(post().place()).toStdString();
    m_form->setChoices(site ? fieldChoices(*site, path) : FieldChoices());
}

void MainWindow::connectPrinting()
{
    m_printing = new Printing(&post(), m_preview, {m_page, m_preferences}, this);
    connect((*m_actions)[Act::Print], &QAction::triggered, m_printing, &Printing::askPrinter);
    connect((*m_actions)[Act::PrintPdf], &QAction::triggered, m_printing, &Printing::askPdfName);
    connect(m_printing, &Printing::noticed, m_notices, tellHere());
}

void MainWindow::connectPage()
{
    connect((*m_actions)[Act::StandalonePage], &QAction::toggled, m_page,
            [this](bool on) { m_page->setForm(on ? PageForm::Standalone : PageForm::SitePage); });
    connect(m_page, &LivePage::rendered, this, [this] {
        editor().showResult(*m_page->result());
        m_status->setWords(m_page->result()->words);
        m_form->showPost(m_page->result()->frontMatter, m_page->result()->document);
    });
    m_form->setTextSource([this] { return *post().text().text(); });
    connect(m_form, &FrontMatterPanel::editRequested, this,
            [this](const TextEdit& edit) { editor().applyFormEdit(edit); });
    connect(m_form, &FrontMatterPanel::lineRequested, this, [this](int line) { editor().goToLine(line - 1); });
    connect(m_preview, &PreviewPane::linkHovered, m_status, &StatusLine::setHovered);
}

void MainWindow::open(const QString& path)
{
    m_documents->open(path);
}

void MainWindow::openLast()
{
    m_session->openLast();
}

void MainWindow::recoverUnsaved()
{
    m_unsaved->look();
}

void MainWindow::showEditors()
{
    m_stack->setCurrentWidget(m_splitter);
    m_actions->setPostOpen(true);
    m_status->setPostOpen(true);
    editor().setFocus();
}

void MainWindow::postOpened()
{
    showEditors();
    m_status->setForm(post().form());
    if (!post().path().isEmpty()) {
        m_preferences->addRecentFile(post().path());
        editor().setPlace(m_preferences->place(post().path()));
    } else {
        editor().goToBody();
    }
    m_session->remember();
    updateTitle();
}

void MainWindow::postClosed()
{
    m_start->fillRecent();
    m_stack->setCurrentWidget(m_start);
    m_actions->setPostOpen(false);
    m_status->setPostOpen(false);
    updateTitle();
}

void MainWindow::updateTitle()
{
    setWindowModified(m_documents->isOpen() && post().isModified());
    setWindowFilePath(m_documents->isOpen() ? post().path() : QString());
    setWindowTitle(m_documents->isOpen() ? post().name() + QStringLiteral("[*] — Galley") : QStringLiteral("Galley"));
}

void MainWindow::endSession()
{
    for (PostTab* tab : m_documents->tabs()) {
        m_session->rememberPlace(tab);
        tab->keeping()->forget();
    }
    m_session->remember();
    rememberPlace(*this, *m_preferences);
    m_preferences->setState(QStringLiteral("window/splitter"), m_splitter->saveState());
    m_preferences->setState(QStringLiteral("window/sidebar"), m_sides->saveState());
}

void MainWindow::closeEvent(QCloseEvent* event)
{
    if (m_closing || !m_documents->hasChanges()) {
        endSession();
        event->accept();
        return;
    }
    event->ignore();
    m_documents->whenAllSafe([this] {
        m_closing = true;
        close();
    });
}

void MainWindow::changeEvent(QEvent* event)
{
    QMainWindow::changeEvent(event);
    if (event->type() == QEvent::ActivationChange && isActiveWindow())
        for (const PostTab* tab : m_documents->tabs())
            tab->keeping()->check();
}

} // namespace galley
