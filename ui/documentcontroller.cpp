// SPDX-License-Identifier: MIT
#include "documentcontroller.h"

#include "base/textcheck.h"
#include "openpost.h"
#include "taskqueue.h"

#include <QDir>
#include <QFile>
#include <QFileDialog>
#include <QFileInfo>
#include <QMessageBox>
#include <QPushButton>

namespace galley
{

static std::filesystem::path pathOf(const QString& path)
{
    return QFile::encodeName(path).toStdString();
}

static QString postFilter()
{
    return DocumentController::tr("Posts (*.md *.markdown *.mkd *.mkdown *.mkdn *.html *.txt);;All files (*)");
}

DocumentController::DocumentController(OpenPost* post, SafeKeeping* keeping, TaskQueue* tasks, QWidget* window)
    : QObject(window), m_post(post), m_keeping(keeping), m_tasks(tasks), m_window(window)
{
    connect(keeping, &SafeKeeping::refused, this, &DocumentController::refused);
    connect(keeping, &SafeKeeping::saved, this, [this] {
        Q_EMIT noticeEnded(QStringLiteral("save"));
        if (const auto next = std::exchange(m_afterSave, nullptr); next && !m_post->isModified())
            next();
    });
}

void DocumentController::newPost()
{
    whenSafe([this] {
        m_keeping->forget();
        m_post->load({"---\nlayout: post\ntitle: \"\"\n---\n\n", {}}, QString(), {});
        m_open = true;
        Q_EMIT opened();
    });
}

void DocumentController::openWithDialog()
{
    auto* dialog = new QFileDialog(m_window, tr("Open a post"), QFileInfo(m_post->path()).path(), postFilter());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, &DocumentController::open);
    dialog->open();
}

void DocumentController::openFolderWithDialog()
{
    auto* dialog = new QFileDialog(m_window, tr("Open a site"), QFileInfo(m_post->path()).path());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    connect(dialog, &QFileDialog::fileSelected, this, &DocumentController::open);
    dialog->open();
}

void DocumentController::open(const QString& path)
{
    const QFileInfo info(path);
    if (info.isDir()) {
        Q_EMIT folderChosen(info.absoluteFilePath());
        return;
    }
    whenSafe([this, absolute = info.absoluteFilePath()] { load(absolute); });
}

void DocumentController::reload()
{
    if (!m_post->path().isEmpty())
        load(m_post->path());
}

void DocumentController::recover(const RecoverablePost& post)
{
    whenSafe([this, post] {
        const JournalHeader& header = post.contents.header;
        const bool changed = post.situation == RecoverySituation::FileChanged;
        const bool known = post.situation == RecoverySituation::FileUnchanged;
        const FileText base{changed ? post.diskText : post.contents.baseText, changed ? post.diskForm : header.form};
        m_keeping->forget();
        m_post->load(base, QFile::decodeName(header.path.c_str()),
                     changed ? post.diskState : known ? header.base : FileState());
        m_keeping->recover(post.contents.text, post.journal);
        m_open = true;
        Q_EMIT opened();
    });
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
        return tl::unexpected(Error{"Can't open " + path.string() + ": " + *reason, path.string(), 0});
    return ReadPost{fromFileBytes(file->bytes), file->state};
}

void DocumentController::load(const QString& path)
{
    m_tasks->run(this, [path = pathOf(path)] { return readPost(path); }, [this, path](Expected<ReadPost> read) {
        if (!read) {
            Q_EMIT noticed({QStringLiteral("open"), Severity::Error, sentence(read.error()), {}});
            return;
        }
        Q_EMIT noticeEnded(QStringLiteral("open"));
        Q_EMIT noticeEnded(QStringLiteral("save"));
        m_keeping->forget();
        m_post->load(read->text, path, read->state);
        m_open = true;
        Q_EMIT opened();
    });
}

void DocumentController::save()
{
    if (m_post->path().isEmpty())
        saveAs();
    else
        m_keeping->save({m_post->path()});
}

void DocumentController::saveAs()
{
    const QString offered = m_post->path().isEmpty() ? m_suggestedPath : m_post->path();
    auto* dialog = new QFileDialog(m_window, tr("Save the post"), offered, postFilter());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QStringLiteral("md"));
    dialog->selectFile(QFileInfo(offered).fileName());
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString& path) {
        m_keeping->save({QFileInfo(path).absoluteFilePath(), SaveWay::Ask, true});
    });
    connect(dialog, &QFileDialog::rejected, this, [this] { m_afterSave = nullptr; });
    dialog->open();
}

void DocumentController::refused(const SaveTarget& target, const SaveProblem& problem)
{
    m_afterSave = nullptr;
    Q_EMIT noticed({QStringLiteral("save"), Severity::Error, sentence(problem.error), waysOut(target, problem.obstacle)});
}

std::vector<NoticeButton> DocumentController::waysOut(const SaveTarget& target, SaveObstacle obstacle)
{
    const auto again = [this, target](SaveWay way, bool overwrite) {
        return [this, path = target.path, way, overwrite] { m_keeping->save({path, way, overwrite}); };
    };
    const NoticeButton elsewhere{tr("Save &As…"), [this] { saveAs(); }};
    switch (obstacle) {
    case SaveObstacle::ChangedOnDisk:
        return {{tr("Keep &Mine"), again(target.way, true)}, {tr("Take &Theirs"), [this] { reload(); }}, elsewhere};
    case SaveObstacle::HardLinked:
        return {{tr("Change &All Names"), again(SaveWay::InPlace, target.overwrite)},
                {tr("Only &This One"), again(SaveWay::Replace, target.overwrite)}};
    case SaveObstacle::OwnerWouldChange:
        return {{tr("&Keep the Owner"), again(SaveWay::InPlace, target.overwrite)},
                {tr("&Replace the File"), again(SaveWay::Replace, target.overwrite)}};
    case SaveObstacle::FolderReadOnly:
        return {{tr("&Write into the File"), again(SaveWay::InPlace, target.overwrite)}, elsewhere};
    case SaveObstacle::Failed:
    case SaveObstacle::Unverified:
        break;
    }
    return {{tr("&Try Again"), again(target.way, target.overwrite)}, elsewhere};
}

void DocumentController::closePost()
{
    whenSafe([this] {
        m_open = false;
        m_keeping->forget();
        Q_EMIT closed();
        m_post->load({}, QString(), {});
    });
}

void DocumentController::whenSafe(std::function<void()> next)
{
    if (!m_open || !m_post->isModified()) {
        next();
        return;
    }
    auto* box = new QMessageBox(QMessageBox::Question, tr("Unsaved changes"),
                                tr("Save the changes to “%1” before going on?").arg(m_post->name()),
                                QMessageBox::Save | QMessageBox::Discard | QMessageBox::Cancel, m_window);
    box->setInformativeText(tr("Without saving, what you changed since the last save is lost."));
    box->setDefaultButton(QMessageBox::Save);
    box->setAttribute(Qt::WA_DeleteOnClose);
    connect(box, &QMessageBox::buttonClicked, this, [this, box, next = std::move(next)](QAbstractButton* button) {
        const auto chosen = box->standardButton(button);
        if (chosen == QMessageBox::Discard)
            next();
        if (chosen != QMessageBox::Save)
            return;
        m_afterSave = next;
        save();
    });
    box->open();
}

} // namespace galley
