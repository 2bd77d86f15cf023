// SPDX-License-Identifier: MIT
#include "unsavedposts.h"

#include "documentcontroller.h"
#include "posttab.h"
#include "taskqueue.h"

#include <QFile>
#include <QFileInfo>
#include <QPointer>
#include <QTimer>

#include <chrono>

namespace galley
{

static QString noticeId(const RecoverablePost& post)
{
    return QStringLiteral("recover:") + QFile::decodeName(post.journal.c_str());
}

static QString nameOf(const RecoverablePost& post)
{
    const QString path = QFile::decodeName(post.contents.header.path.c_str());
    return path.isEmpty() ? UnsavedPosts::tr("an untitled post") : QFileInfo(path).fileName();
}

UnsavedPosts::UnsavedPosts(DocumentController* documents, TaskQueue* tasks, const QString& stateFolder, QObject* parent)
    : QObject(parent), m_documents(documents), m_tasks(tasks), m_stateFolder(stateFolder)
{
}

/// A killed program's web processes hold its journals for a moment longer; a second look finds those.
static constexpr std::chrono::seconds secondLook{4};

void UnsavedPosts::look()
{
    lookOnce();
    QTimer::singleShot(secondLook, this, &UnsavedPosts::lookOnce);
}

void UnsavedPosts::lookOnce()
{
    const std::filesystem::path folder = QFile::encodeName(m_stateFolder).toStdString();
    m_tasks->run(
        this, [folder] { return findUnsavedPosts(folder); }, [this](const Recovery& found) { take(found); });
}

void UnsavedPosts::take(const Recovery& found)
{
    for (const Diagnostic& note : found.notes)
        Q_EMIT noticed({QStringLiteral("recovery"), note.severity, QString::fromStdString(note.text), {}});
    for (const RecoverablePost& post : found.posts) {
        if (m_documents->isFree(post))
            open(post);
        else
            offer(post);
    }
}

static QString whatCameBack(const RecoverablePost& post)
{
    const QString name = nameOf(post);
    QString text =
        UnsavedPosts::tr("The unsaved text of %1 is back. Save to keep it, undo to see the text without it.").arg(name);
    if (post.situation == RecoverySituation::FileChanged) {
        text = UnsavedPosts::tr("The unsaved text of %1 is back, and the file was changed meanwhile.").arg(name);
    } else if (post.situation == RecoverySituation::FileMissing) {
        text = UnsavedPosts::tr("The unsaved text of %1 is back; its file is gone. Save to write it again.").arg(name);
    } else if (post.situation == RecoverySituation::Untitled) {
        text = UnsavedPosts::tr("The text of %1 is back. It was never saved.").arg(name);
    }
    if (post.contents.damaged)
        text += QLatin1Char(' ') + UnsavedPosts::tr("The last edits may be missing.");
    return text;
}

// The text comes back as an edit over what the file held: undo shows that.
PostTab* UnsavedPosts::open(const RecoverablePost& post)
{
    const QPointer<PostTab> tab = m_documents->recover(post);
    std::vector<NoticeButton> buttons;
    if (tab != m_documents->current())
        buttons.push_back({tr("&Show It"), [this, tab] {
                               if (tab)
                                   m_documents->show(tab);
                           }});
    Q_EMIT noticed({noticeId(post), Severity::Note, whatCameBack(post), std::move(buttons)});
    return tab;
}

void UnsavedPosts::offer(const RecoverablePost& post)
{
    const NoticeButton button{tr("&Open It"), [this, post] { m_documents->show(open(post)); }};
    Q_EMIT noticed({noticeId(post), Severity::Note, tr("There is unsaved text of %1.").arg(nameOf(post)), {button}});
}

} // namespace galley
