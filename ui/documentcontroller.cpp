// SPDX-License-Identifier: MIT
#include "documentcontroller.h"

#include "base/fileerror.h"
#include "base/textcheck.h"
#include "postsaving.h"
#include "posttab.h"
#include "taskqueue.h"

#include <QFile>
#include <QFileDialog>
#include <QFileInfo>

#include <algorithm>

namespace galley
{

static std::filesystem::path pathOf(const QString& path)
{
    return QFile::encodeName(path).toStdString();
}

DocumentController::DocumentController(const QString& stateFolder, TaskQueue* tasks, QWidget* window)
    : QObject(window), m_stateFolder(stateFolder), m_tasks(tasks), m_window(window), m_current(addTab())
{
}

bool DocumentController::isOpen() const
{
    return m_current->isOpen();
}

PostTab* DocumentController::tabOf(const QString& path) const
{
    const auto found = std::find_if(m_tabs.begin(), m_tabs.end(), [&](const PostTab* tab) {
        return tab->isOpen() && !path.isEmpty() && tab->post()->path() == path;
    });
    return found == m_tabs.end() ? nullptr : *found;
}

PostTab* DocumentController::addTab()
{
    auto* tab = new PostTab(m_stateFolder, m_window, this);
    m_tabs.push_back(tab);
    Q_EMIT tabAdded(tab);
    return tab;
}

/// The current tab when nothing is lost by it, else a new one to its right.
PostTab* DocumentController::freeTab()
{
    if (m_current->isReplaceable())
        return m_current;
    PostTab* tab = addTab();
    const auto here = std::find(m_tabs.begin(), m_tabs.end(), m_current);
    std::rotate(here + 1, m_tabs.end() - 1, m_tabs.end());
    return tab;
}

void DocumentController::told(PostTab* tab)
{
    tab->setOpen(true);
    show(tab);
    Q_EMIT tabsChanged();
    Q_EMIT opened();
}

void DocumentController::show(PostTab* tab)
{
    if (tab == m_current)
        return;
    PostTab* left = m_current;
    Q_EMIT currentChanging();
    m_current = tab;
    Q_EMIT currentChanged(tab);
    if (!left->isOpen())
        dropBlank(left);
}

/// A blank only stands in front: of nothing, or of what came back without having been asked for.
void DocumentController::dropBlank(PostTab* tab)
{
    Q_EMIT tabClosing(tab);
    m_tabs.erase(std::find(m_tabs.begin(), m_tabs.end(), tab));
    Q_EMIT tabsChanged();
    tab->deleteLater();
}

void DocumentController::showNext(int step)
{
    const auto here = std::find(m_tabs.begin(), m_tabs.end(), m_current) - m_tabs.begin();
    const auto count = static_cast<std::ptrdiff_t>(m_tabs.size());
    show(m_tabs[static_cast<std::size_t>((here + step + count) % count)]);
}

void DocumentController::move(int from, int to)
{
    const auto begin = m_tabs.begin();
    if (from < to)
        std::rotate(begin + from, begin + from + 1, begin + to + 1);
    else
        std::rotate(begin + to, begin + from, begin + from + 1);
}

void DocumentController::newPost()
{
    PostTab* tab = freeTab();
    tab->keeping()->forget();
    tab->post()->load({"---\nlayout: post\ntitle: \"\"\n---\n\n", {}}, QString(), {});
    told(tab);
}

void DocumentController::newPostOf(const std::string& text, const QString& plannedPath)
{
    PostTab* tab = freeTab();
    tab->keeping()->forget();
    tab->post()->loadNew(text, plannedPath);
    told(tab);
}

void DocumentController::openWithDialog()
{
    auto* dialog =
        new QFileDialog(m_window, tr("Open a post"), QFileInfo(m_current->post()->path()).path(), postNameFilter());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFiles);
    connect(dialog, &QFileDialog::filesSelected, this, [this](const QStringList& paths) {
        for (const QString& path : paths)
            open(path);
    });
    dialog->open();
}

void DocumentController::openFolderWithDialog()
{
    auto* dialog = new QFileDialog(m_window, tr("Open a site"), QFileInfo(m_current->post()->path()).path());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    connect(dialog, &QFileDialog::fileSelected, this, &DocumentController::open);
    dialog->open();
}

void DocumentController::open(const QString& path)
{
    const QFileInfo info(path);
    m_asked << info.absoluteFilePath();
    if (info.isDir())
        Q_EMIT folderChosen(info.absoluteFilePath());
    else
        load(info.absoluteFilePath());
}

void DocumentController::openAt(const QString& path, int line)
{
    const QString absolute = QFileInfo(path).absoluteFilePath();
    const auto goThere = [this, absolute, line] {
        if (m_current->post()->path() == absolute && line > 0)
            m_current->editor()->goToLine(line - 1);
    };
    if (PostTab* tab = tabOf(absolute)) {
        show(tab);
        goThere();
        return;
    }
    connect(this, &DocumentController::opened, this, goThere, Qt::SingleShotConnection);
    open(absolute);
}

void DocumentController::openSession(const QStringList& paths, const QString& shown)
{
    for (const QString& path : paths)
        load(path);
    if (paths.contains(shown))
        load(shown);
}

struct ReadPost {
    FileText text;
    FileState state;
};

static Expected<ReadPost> readPost(const std::filesystem::path& path)
{
    Expected<LoadedFile> file = loadFile(path);
    if (!file)
        return tl::unexpected(file.error());
    if (const auto reason = whyNotText(file->bytes))
        return tl::unexpected(fileError("open", path, *reason));
    return ReadPost{fromFileBytes(file->bytes), file->state};
}

void DocumentController::load(const QString& path)
{
    // What is open already is shown; asked again when the file was read, for two may have been on their way.
    const auto showOpen = [this, path] {
        PostTab* known = tabOf(path);
        if (known) {
            Q_EMIT noticeEnded(QStringLiteral("open"));
            show(known);
        }
        return known != nullptr;
    };
    m_tasks->run(
        this, [path = pathOf(path)] { return readPost(path); },
        [this, path, showOpen](Expected<ReadPost> read) {
            if (showOpen())
                return;
            if (!read) {
                Q_EMIT noticed({QStringLiteral("open"), Severity::Error, sentence(read.error()), {}});
                return;
            }
            Q_EMIT noticeEnded(QStringLiteral("open"));
            PostTab* tab = freeTab();
            tab->keeping()->forget();
            tab->post()->load(read->text, path, read->state);
            told(tab);
        });
}

static QString pathOf(const RecoverablePost& post)
{
    return QFile::decodeName(post.contents.header.path.c_str());
}

bool DocumentController::isFree(const RecoverablePost& post) const
{
    const PostTab* known = tabOf(pathOf(post));
    return !known || !known->post()->isModified();
}

/// The tab that has its file already, a blank one in front, or one at the end.
PostTab* DocumentController::tabFor(const RecoverablePost& post)
{
    const QString path = pathOf(post);
    PostTab* known = tabOf(path);
    if (known && !known->post()->isModified())
        return known;
    const bool isWanted = m_asked.isEmpty() || m_asked.contains(path);
    return isWanted && !m_current->isOpen() ? m_current : addTab();
}

PostTab* DocumentController::recover(const RecoverablePost& post)
{
    const JournalHeader& header = post.contents.header;
    const QString path = pathOf(post);
    PostTab* tab = tabFor(post);
    const bool exists =
        post.situation == RecoverySituation::FileChanged || post.situation == RecoverySituation::FileUnchanged;
    tab->keeping()->forget();
    // As it was when the text was typed: what happened to the file since is noticed and asked about as ever.
    if (post.situation == RecoverySituation::Untitled)
        tab->post()->loadNew(post.contents.baseText, path);
    else
        tab->post()->load({post.contents.baseText, header.form}, path, exists ? header.base : FileState());
    tab->keeping()->recover(post.contents.text, post.journal);
    tab->setOpen(true);
    if (tab == m_current)
        told(tab);
    else
        Q_EMIT tabsChanged();
    return tab;
}

void DocumentController::save()
{
    m_current->saving()->save();
}

void DocumentController::saveAs()
{
    m_current->saving()->saveAs();
}

void DocumentController::closeTab(PostTab* tab)
{
    if (!tab->isOpen())
        return;
    if (tab->post()->isModified())
        show(tab);
    tab->saving()->whenSafe([this, tab](PostSaving::Answer) { discard(tab); });
}

/// The last tab stays as a blank: whoever shows the current post always has one.
void DocumentController::discard(PostTab* tab)
{
    Q_EMIT tabClosing(tab);
    tab->keeping()->forget();
    if (m_tabs.size() == 1) {
        tab->setOpen(false);
        Q_EMIT tabsChanged();
        Q_EMIT closed();
        tab->post()->load({}, QString(), {});
        return;
    }
    const auto here = std::find(m_tabs.begin(), m_tabs.end(), tab);
    PostTab* next = here + 1 == m_tabs.end() ? *(here - 1) : *(here + 1);
    if (tab == m_current)
        show(next);
    m_tabs.erase(std::find(m_tabs.begin(), m_tabs.end(), tab));
    Q_EMIT tabsChanged();
    tab->deleteLater(); // its own signal may be running
}

void DocumentController::closeOthers(PostTab* kept)
{
    const std::vector<PostTab*> all = m_tabs;
    for (PostTab* tab : all) {
        if (tab != kept && !tab->post()->isModified())
            closeTab(tab);
    }
}

bool DocumentController::hasChanges() const
{
    return std::any_of(m_tabs.begin(), m_tabs.end(),
                       [](const PostTab* tab) { return tab->isOpen() && tab->post()->isModified(); });
}

void DocumentController::whenAllSafe(std::function<void()> next)
{
    askNext({}, std::move(next));
}

void DocumentController::askNext(std::vector<PostTab*> asked, std::function<void()> next)
{
    const auto isOpenQuestion = [&](PostTab* tab) {
        return tab->isOpen() && tab->post()->isModified() && std::find(asked.begin(), asked.end(), tab) == asked.end();
    };
    const auto found = std::find_if(m_tabs.begin(), m_tabs.end(), isOpenQuestion);
    if (found == m_tabs.end()) {
        next();
        return;
    }
    PostTab* tab = *found;
    show(tab);
    tab->saving()->whenSafe([this, tab, asked, next](PostSaving::Answer) mutable {
        asked.push_back(tab);
        askNext(std::move(asked), std::move(next));
    });
}

} // namespace galley
