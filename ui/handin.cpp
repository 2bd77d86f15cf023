// SPDX-License-Identifier: MIT
#include "handin.h"

#include "actions.h"
#include "base/files.h"
#include "base/textcodec.h"
#include "check/usedfiles.h"
#include "documentcontroller.h"
#include "export/archive.h"
#include "keep/savefile.h"
#include "layout/lonesite.h"
#include "livepage.h"
#include "machine/machine.h"
#include "posttab.h"
#include "site/site.h"
#include "taskqueue.h"

#include <QClipboard>
#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QDateTime>
#include <QDesktopServices>
#include <QDir>
#include <QFile>
#include <QFileDialog>
#include <QFileInfo>
#include <QGuiApplication>
#include <QMimeData>
#include <QUrl>

namespace galley
{

namespace
{
/// The post as it stands, for the worker.
struct Snapshot {
    std::shared_ptr<const std::string> text;
    std::filesystem::path path;
    std::shared_ptr<const Site> site;
    FileForm form;
    RenderRequest lone;

    check::PostRequest request() const
    {
        RenderRequest lone = this->lone;
        lone.text = *text;
        return {*text, path, site ? site : loneSite(lone), {}};
    }
    /// What names in the .zip count from: the site, or the post's own folder.
    std::filesystem::path root() const { return site ? site->root() : path.parent_path(); }
};

Snapshot snapshotOf(const OpenPost& post, const LivePage& page)
{
    const std::string path = QFile::encodeName(post.path()).toStdString();
    return {post.text().text(), path, page.site(), post.form(), machine::renderRequest(path, nullptr)};
}

/// In site paths; a file from outside of the root is left out.
std::string nameIn(const std::filesystem::path& root, const std::filesystem::path& file)
{
    const std::string name = file.lexically_relative(root).generic_string();
    return name.rfind("..", 0) == 0 ? std::string() : name;
}

Expected<std::string> zipOf(const Snapshot& post)
{
    std::vector<ArchiveEntry> entries;
    const std::string own = nameIn(post.root(), post.path);
    entries.push_back(
        {own.empty() ? post.path.filename().string() : own, toFileBytes(*post.text, post.form), post.lone.now.seconds});
    for (const std::string& file : check::usedFiles(post.request())) {
        const std::string name = nameIn(post.root(), file);
        auto bytes = name.empty() ? Expected<std::string>(std::string()) : readFile(file);
        if (!bytes)
            return unexpected(bytes.error());
        if (!name.empty())
            entries.push_back({name, *std::move(bytes), post.lone.now.seconds});
    }
    return zipped(entries);
}
} // namespace

HandIn::HandIn(const Actions& actions, const Parts& parts) : QObject(parts.window), m_parts(parts)
{
    connect(actions[Act::ShowInFolder], &QAction::triggered, this, [this] { showInFolder(currentPath()); });
    connect(actions[Act::CopyPath], &QAction::triggered, this, [this] { copyPath(currentPath()); });
    connect(actions[Act::CopyHtml], &QAction::triggered, this, &HandIn::copyHtml);
    connect(actions[Act::Zip], &QAction::triggered, this, &HandIn::askZipName);
}

QString HandIn::currentPath() const
{
    return m_parts.documents->current()->post()->path();
}

// The freedesktop interface selects the file; where nobody answers it, the folder is opened.
void HandIn::showInFolder(const QString& path)
{
    if (path.isEmpty()) {
        Q_EMIT noticed(
            {QStringLiteral("unsaved"), Severity::Note, tr("This post is in no folder yet: save it first."), {}});
        return;
    }
    const QString folder = QFileInfo(path).path();
    QDBusMessage call = QDBusMessage::createMethodCall(
        QStringLiteral("org.freedesktop.FileManager1"), QStringLiteral("/org/freedesktop/FileManager1"),
        QStringLiteral("org.freedesktop.FileManager1"), QStringLiteral("ShowItems"));
    call << QStringList{QUrl::fromLocalFile(path).toString(QUrl::FullyEncoded)} << QString();
    const auto openFolder = [this, folder] {
        if (!QDesktopServices::openUrl(QUrl::fromLocalFile(folder)))
            Q_EMIT noticed({QStringLiteral("handin"),
                            Severity::Note,
                            tr("No file manager answers. The folder is %1").arg(folder),
                            {},
                            true});
    };
    const QDBusConnection bus = QDBusConnection::sessionBus();
    if (!bus.isConnected()) {
        openFolder();
        return;
    }
    auto* watcher = new QDBusPendingCallWatcher(bus.asyncCall(call), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [watcher, openFolder] {
        const QDBusPendingReply<> reply = *watcher;
        if (reply.isError())
            openFolder();
        watcher->deleteLater();
    });
}

void HandIn::copyPath(const QString& path)
{
    if (path.isEmpty()) {
        Q_EMIT noticed(
            {QStringLiteral("unsaved"), Severity::Note, tr("This post has no path yet: save it first."), {}});
        return;
    }
    QGuiApplication::clipboard()->setText(QDir::toNativeSeparators(path));
}

void HandIn::copyHtml()
{
    const Snapshot post = snapshotOf(*m_parts.documents->current()->post(), *m_parts.page);
    m_parts.tasks->run(
        this, [post] { return check::ownHtml(post.request()); },
        [this](const std::string& html) {
            auto* data = new QMimeData; // the clipboard's from now on
            data->setText(QString::fromStdString(html));
            data->setHtml(QString::fromStdString(html));
            QGuiApplication::clipboard()->setMimeData(data);
            Q_EMIT noticed(
                {QStringLiteral("handin"), Severity::Note, tr("The HTML of this post is on the clipboard."), {}, true});
        });
}

void HandIn::askZipName()
{
    const QString offered = m_parts.place.offered(*m_parts.documents->current()->post(), QStringLiteral(".zip"));
    auto* dialog =
        new QFileDialog(m_parts.window, tr("Pack the post with its pictures"), offered, tr("Zip archives (*.zip)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QStringLiteral("zip"));
    dialog->selectFile(QFileInfo(offered).fileName());
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString& path) {
        m_parts.place.remember(path);
        writeZip(path);
    });
    dialog->open();
}

void HandIn::writeZip(const QString& target)
{
    Snapshot post = snapshotOf(*m_parts.documents->current()->post(), *m_parts.page);
    if (post.path.empty())
        post.path = "untitled.md";
    const auto work = [post, path = QFile::encodeName(target).toStdString()]() -> Expected<void> {
        const auto zip = zipOf(post);
        if (!zip)
            return unexpected(zip.error());
        const auto saved = saveFile({path, *zip, {}, SaveWay::Ask, true});
        return saved ? Expected<void>() : Expected<void>(unexpected(saved.error().error));
    };
    m_parts.tasks->run(this, work, [this, target](const Expected<void>& done) {
        if (!done) {
            Q_EMIT noticed({QStringLiteral("handin"), Severity::Error, sentence(done.error()), {}});
            return;
        }
        const NoticeButton show{tr("&Show in Folder"), [this, target] { showInFolder(target); }};
        Q_EMIT noticed({QStringLiteral("handin"), Severity::Note, tr("Packed into %1").arg(target), {show}, true});
        Q_EMIT zipWritten(target);
    });
}

} // namespace galley
