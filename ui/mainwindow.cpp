// SPDX-License-Identifier: MIT
#include "mainwindow.h"

#include "actions.h"
#include "comparedialog.h"
#include "documentcontroller.h"
#include "editcommands.h"
#include "editor/posteditor.h"
#include "exporting.h"
#include "form/frontmatterpanel.h"
#include "icons.h"
#include "keyspage.h"
#include "livepage.h"
#include "noticestack.h"
#include "openpost.h"
#include "preferences.h"
#include "preview/previewpane.h"
#include "previewlink.h"
#include "printing.h"
#include "safekeeping.h"
#include "site/fieldchoices.h"
#include "siteloader.h"
#include "startpage.h"
#include "statusline.h"
#include "taskqueue.h"
#include "unsavedposts.h"
#include "viewcommands.h"

#include <QCloseEvent>
#include <QFileInfo>
#include <QMenu>
#include <QMenuBar>
#include <QMessageBox>
#include <QMimeData>
#include <QSplitter>
#include <QStackedWidget>
#include <QToolBar>
#include <QVBoxLayout>

namespace galley
{

MainWindow::MainWindow(Theme* theme, Preferences* preferences, const QString& stateFolder)
    : m_preferences(preferences), m_actions(new Actions(this)), m_post(new OpenPost(this)),
      m_keeping(new SafeKeeping(m_post, stateFolder, this)), m_tasks(new TaskQueue(this)),
      m_documents(new DocumentController(m_post, m_keeping, m_tasks, this)), m_page(new LivePage(m_post, this)),
      m_siteLoader(new SiteLoader(this)), m_exporting(new Exporting(m_post, m_page, m_tasks, this)),
      m_unsaved(new UnsavedPosts(m_tasks, stateFolder, this)), m_notices(new NoticeStack),
      m_editor(new PostEditor(m_post)), m_form(new FrontMatterPanel), m_preview(new PreviewPane), m_start(new StartPage(*m_actions)),
      m_status(new StatusLine), m_splitter(new QSplitter), m_stack(new QStackedWidget)
{
    build();
    auto* link = new PreviewLink(m_post, m_page, m_editor, m_preview, this);
    new EditCommands(*m_actions, m_editor);
    new ViewCommands(*m_actions, {this, m_editor, m_preview, link, theme}, preferences);
    connectFiles();
    connectKeeping();
    connectSite();
    connectPage();
    connectPrinting();
    connectHelp();
    restore();
    postClosed();
}

// The views go before the document they show, and the journal is written before the text goes.
MainWindow::~MainWindow()
{
    delete takeCentralWidget();
    delete m_keeping;
}

void MainWindow::build()
{
    setWindowIcon(QIcon(QStringLiteral(":/galley/icons/app/galley.svg")));
    setAcceptDrops(true);
    m_actions->fill(menuBar());
    auto* toolBar = new QToolBar(tr("Tools"));
    toolBar->setObjectName(QStringLiteral("tools"));
    toolBar->setIconSize(QSize(18, 18));
    toolBar->setMovable(false);
    m_actions->fill(toolBar);
    addToolBar(toolBar);
    setStatusBar(m_status);

    m_editor->setForm(m_form);
    m_splitter->setHandleWidth(1);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->addWidget(m_editor);
    m_splitter->addWidget(m_preview);
    m_editor->setMinimumWidth(280);
    m_preview->setMinimumWidth(240);
    m_stack->addWidget(m_start);
    m_stack->addWidget(m_splitter);

    auto* central = new QWidget;
    auto* layout = new QVBoxLayout(central);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_notices);
    layout->addWidget(m_stack, 1);
    setCentralWidget(central);
}

void MainWindow::restore()
{
    resize(1280, 820);
    m_splitter->setSizes({640, 640});
    restoreGeometry(m_preferences->state(QStringLiteral("window/geometry")));
    restoreState(m_preferences->state(QStringLiteral("window/state")));
    m_splitter->restoreState(m_preferences->state(QStringLiteral("window/splitter")));
}

void MainWindow::connectFiles()
{
    DocumentController* documents = m_documents;
    const auto bind = [this](Act act, auto run) { connect((*m_actions)[act], &QAction::triggered, m_documents, run); };
    bind(Act::New, &DocumentController::newPost);
    bind(Act::Open, &DocumentController::openWithDialog);
    bind(Act::OpenFolder, &DocumentController::openFolderWithDialog);
    bind(Act::Save, &DocumentController::save);
    bind(Act::SaveAs, &DocumentController::saveAs);
    bind(Act::Close, &DocumentController::closePost);
    connect((*m_actions)[Act::Quit], &QAction::triggered, this, &QWidget::close);
    connect((*m_actions)[Act::Export], &QAction::triggered, m_exporting, &Exporting::askWhere);
    connect(m_start, &StartPage::fileChosen, documents, &DocumentController::open);
    connect(documents, &DocumentController::opened, this, &MainWindow::postOpened);
    connect(documents, &DocumentController::closed, this, &MainWindow::postClosed);
    connect(documents, &DocumentController::noticed, m_notices, &NoticeStack::show);
    connect(documents, &DocumentController::noticeEnded, m_notices, &NoticeStack::dismiss);
    connect(m_exporting, &Exporting::noticed, m_notices, &NoticeStack::show);
    connect(m_actions->recentMenu(), &QMenu::aboutToShow, this, &MainWindow::showRecent);
    connect(m_post, &OpenPost::saved, this, [this] { m_preferences->addRecentFile(m_post->path()); });
}

void MainWindow::connectKeeping()
{
    connect(m_keeping, &SafeKeeping::noticed, m_notices, &NoticeStack::show);
    connect(m_keeping, &SafeKeeping::noticeEnded, m_notices, &NoticeStack::dismiss);
    connect(m_keeping, &SafeKeeping::compareAsked, this, &MainWindow::compare);
    connect(m_unsaved, &UnsavedPosts::recoverAsked, m_documents, &DocumentController::recover);
    connect(m_unsaved, &UnsavedPosts::compareAsked, this, &MainWindow::compare);
    connect(m_unsaved, &UnsavedPosts::noticed, m_notices, &NoticeStack::show);
}

void MainWindow::connectSite()
{
    connect(m_siteLoader, &SiteLoader::siteLoaded, this, [this] {
        m_page->setSite(m_siteLoader->site());
        showChoices();
    });
    connect(m_documents, &DocumentController::folderChosen, m_siteLoader, &SiteLoader::open);
    connect(m_post, &OpenPost::loaded, this, [this] {
        m_page->holdForSite();
        m_siteLoader->lookFor(m_post->path());
    });
    connect(m_post, &OpenPost::saved, this, [this] { m_siteLoader->lookFor(m_post->path()); });
}

void MainWindow::showChoices()
{
    const std::shared_ptr<const Site>& site = m_siteLoader->site();
    const std::filesystem::path path = QFile::encodeName(m_post->path()).toStdString();
    m_form->setChoices(site ? fieldChoices(*site, path) : FieldChoices());
}

void MainWindow::connectPrinting()
{
    auto* printing = new Printing(m_post, m_preview, this);
    connect((*m_actions)[Act::Print], &QAction::triggered, printing, &Printing::askPrinter);
    connect((*m_actions)[Act::PrintPdf], &QAction::triggered, printing, &Printing::askPdfName);
    connect(printing, &Printing::noticed, m_notices, &NoticeStack::show);
}

void MainWindow::compare(const QString& theirs)
{
    auto* dialog = new CompareDialog(this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->compare(tr("On disk"), theirs.toStdString(), tr("In this window"), *m_post->text().text());
    dialog->open();
}

void MainWindow::connectPage()
{
    connect(m_page, &LivePage::rendered, this, [this] {
        m_editor->showResult(*m_page->result());
        m_status->setWords(m_page->result()->words);
        m_form->showPost(*m_page->result()->text, m_page->result()->document);
    });
    m_form->setTextSource([this] { return *m_post->text().text(); });
    connect(m_form, &FrontMatterPanel::editRequested, m_editor, &PostEditor::applyFormEdit);
    connect(m_form, &FrontMatterPanel::lineRequested, m_editor, [this](int line) { m_editor->goToLine(line - 1); });
    connect(m_editor, &PostEditor::caretMoved, m_status, &StatusLine::setCaret);
    connect(m_preview, &PreviewPane::linkHovered, m_status, &StatusLine::setHovered);
    connect(m_post, &OpenPost::modifiedChanged, this, &MainWindow::updateTitle);
    connect(m_post, &OpenPost::pathChanged, this, &MainWindow::updateTitle);
}

void MainWindow::connectHelp()
{
    connect((*m_actions)[Act::Keys], &QAction::triggered, this, [this] { (new KeysPage(this))->open(); });
    connect((*m_actions)[Act::About], &QAction::triggered, this, [this] {
        auto* box = new QMessageBox(this);
        box->setAttribute(Qt::WA_DeleteOnClose);
        box->setIconPixmap(windowIcon().pixmap(64, 64));
        box->setWindowTitle(tr("About Galley"));
        box->setText(tr("Galley %1").arg(QStringLiteral(GALLEY_VERSION)));
        box->setInformativeText(tr("Write Jekyll posts and see the page as the site will publish it."));
        box->open();
    });
}

void MainWindow::showRecent()
{
    QMenu* menu = m_actions->recentMenu();
    menu->clear();
    const QStringList recent = m_preferences->recentFiles();
    for (const QString& path : recent)
        connect(menu->addAction(path), &QAction::triggered, m_documents, [this, path] { m_documents->open(path); });
    menu->addSeparator();
    QAction* clear = menu->addAction(tr("&Clear This List"));
    clear->setEnabled(!recent.isEmpty());
    connect(clear, &QAction::triggered, this, [this] {
        m_preferences->clearRecentFiles();
        m_start->setRecent({});
    });
}

void MainWindow::open(const QString& path)
{
    m_documents->open(path);
}

void MainWindow::openLast()
{
    const QString last = m_preferences->lastFile();
    if (!last.isEmpty() && QFileInfo::exists(last))
        m_documents->open(last);
}

void MainWindow::recoverUnsaved()
{
    m_unsaved->look([this](const RecoverablePost& post) {
        const QString path = QFile::decodeName(post.contents.header.path.c_str());
        return !m_documents->isOpen() || (path == m_post->path() && !m_post->isModified());
    });
}

void MainWindow::postOpened()
{
    m_stack->setCurrentWidget(m_splitter);
    m_actions->setPostOpen(true);
    m_status->setPostOpen(true);
    m_status->setForm(m_post->form());
    if (!m_post->path().isEmpty()) {
        m_preferences->addRecentFile(m_post->path());
        m_preferences->setLastFile(m_post->path());
        m_editor->setPlace(m_preferences->place(m_post->path()));
    }
    updateTitle();
    m_editor->setFocus();
}

void MainWindow::postClosed()
{
    m_start->setRecent(m_preferences->recentFiles());
    m_stack->setCurrentWidget(m_start);
    m_actions->setPostOpen(false);
    m_status->setPostOpen(false);
    updateTitle();
}

void MainWindow::updateTitle()
{
    setWindowModified(m_documents->isOpen() && m_post->isModified());
    setWindowFilePath(m_documents->isOpen() ? m_post->path() : QString());
    setWindowTitle(m_documents->isOpen() ? m_post->name() + QStringLiteral("[*] — Galley") : QStringLiteral("Galley"));
}

void MainWindow::rememberPlace()
{
    if (m_documents->isOpen() && !m_post->path().isEmpty())
        m_preferences->setPlace(m_post->path(), m_editor->place());
    m_preferences->setLastFile(m_documents->isOpen() ? m_post->path() : QString());
    m_preferences->setState(QStringLiteral("window/geometry"), saveGeometry());
    m_preferences->setState(QStringLiteral("window/state"), saveState());
    m_preferences->setState(QStringLiteral("window/splitter"), m_splitter->saveState());
}

void MainWindow::closeEvent(QCloseEvent* event)
{
    if (m_closing || !m_documents->isOpen() || !m_post->isModified()) {
        rememberPlace();
        m_keeping->forget();
        event->accept();
        return;
    }
    event->ignore();
    m_documents->whenSafe([this] {
        m_closing = true;
        close();
    });
}

static QString droppedFile(const QMimeData& data)
{
    const QList<QUrl> urls = data.urls();
    return urls.size() == 1 && urls.first().isLocalFile() ? urls.first().toLocalFile() : QString();
}

void MainWindow::dragEnterEvent(QDragEnterEvent* event)
{
    if (!droppedFile(*event->mimeData()).isEmpty())
        event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent* event)
{
    const QString path = droppedFile(*event->mimeData());
    if (path.isEmpty())
        return;
    event->acceptProposedAction();
    m_documents->open(path);
}

void MainWindow::changeEvent(QEvent* event)
{
    QMainWindow::changeEvent(event);
    if (event->type() == QEvent::ActivationChange && isActiveWindow())
        m_keeping->check();
}

} // namespace galley
