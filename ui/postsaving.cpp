// SPDX-License-Identifier: MIT
#include "postsaving.h"

#include "base/fileerror.h"
#include "machine/machine.h"
#include "noticestack.h"
#include "openpost.h"
#include "site/newpostsources.h"

#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QMessageBox>
#include <QPushButton>
#include <QStandardPaths>

namespace galley
{

QString postNameFilter()
{
    return PostSaving::tr("Posts (*.md *.markdown *.mkd *.mkdown *.mkdn *.html *.txt);;All files (*)");
}

// A new file's name gets one spelling of its letters (NFC): that of the address by which Jekyll's relative_url calls
// it.
static QString composedPath(const QString& path)
{
    const qsizetype slash = path.lastIndexOf(QLatin1Char('/')) + 1;
    return QFileInfo::exists(path) ? path : path.left(slash) + path.mid(slash).normalized(QString::NormalizationForm_C);
}

PostSaving::PostSaving(OpenPost* post, SafeKeeping* keeping, QWidget* window, QObject* parent)
    : QObject(parent), m_post(post), m_keeping(keeping), m_window(window)
{
    connect(keeping, &SafeKeeping::refused, this, &PostSaving::refused);
    connect(keeping, &SafeKeeping::saved, this, [this] {
        Q_EMIT noticeEnded(QStringLiteral("save"));
        if (const auto next = std::exchange(m_afterSave, nullptr); next && !m_post->isModified())
            next(Answer::Kept);
    });
}

void PostSaving::save()
{
    if (!m_post->path().isEmpty())
        m_keeping->save({m_post->path()});
    else if (!m_post->plannedPath().isEmpty())
        saveAsPlanned();
    else
        saveAs();
}

TimeZone PostSaving::zone() const
{
    return m_zone ? *m_zone : TimeZone::named(machine::localZone()).value_or(TimeZone());
}

/// "2017-05-25-natashas-meetup.md", by the title and date that the text has now; empty without a title.
QString PostSaving::offeredName() const
{
    return QString::fromStdString(site::postFileName(*m_post->text().text(), machine::localNow(), zone()));
}

void PostSaving::saveAsPlanned()
{
    const QFileInfo planned(m_post->plannedPath());
    const std::string name =
        site::plannedFileName(*m_post->text().text(), planned.fileName().toStdString(), machine::localNow(), zone());
    const std::filesystem::path folder = QFile::encodeName(planned.path()).toStdString();
    std::error_code code;
    std::filesystem::create_directories(folder, code);
    if (code) {
        const NoticeButton elsewhere{tr("Save &As…"), [this] { saveAs(); }};
        const QString why = sentence(fileError("make the folder", folder, code.value()));
        Q_EMIT noticed({QStringLiteral("save"), Severity::Error, why, {elsewhere}});
        m_afterSave = nullptr;
        return;
    }
    m_keeping->save({planned.path() + QLatin1Char('/') + QString::fromStdString(name)});
}

void PostSaving::saveAs()
{
    const QString lone =
        QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation) + QLatin1Char('/') + offeredName();
    const QString offered = m_post->place().isEmpty() ? lone : m_post->place();
    auto* dialog = new QFileDialog(m_window, tr("Save the post"), offered, postNameFilter());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QStringLiteral("md"));
    dialog->selectFile(QFileInfo(offered).fileName());
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString& path) {
        m_keeping->save({composedPath(QFileInfo(path).absoluteFilePath()), SaveWay::Ask, true});
    });
    connect(dialog, &QFileDialog::rejected, this, [this] { m_afterSave = nullptr; });
    dialog->open();
}

void PostSaving::refused(const SaveTarget& target, const SaveProblem& problem)
{
    m_afterSave = nullptr;
    if (problem.obstacle == SaveObstacle::ChangedOnDisk && target.path == m_post->path())
        return; // SafeKeeping asks, with both texts at hand
    Q_EMIT noticed(
        {QStringLiteral("save"), Severity::Error, sentence(problem.error), waysOut(target, problem.obstacle)});
}

std::vector<NoticeButton> PostSaving::waysOut(const SaveTarget& target, SaveObstacle obstacle)
{
    const auto again = [this, target](SaveWay way, bool overwrite) {
        return [this, path = target.path, way, overwrite] { m_keeping->save({path, way, overwrite}); };
    };
    const NoticeButton elsewhere{tr("Save &As…"), [this] { saveAs(); }};
    switch (obstacle) {
    case SaveObstacle::ChangedOnDisk: return {{tr("&Overwrite It"), again(target.way, true)}, elsewhere};
    case SaveObstacle::HardLinked:
        return {{tr("Change &All Names"), again(SaveWay::InPlace, target.overwrite)},
                {tr("Only &This One"), again(SaveWay::Replace, target.overwrite)}};
    case SaveObstacle::FileReadOnly:
        return {{tr("&Save Anyway"), again(SaveWay::Replace, target.overwrite)}, elsewhere};
    case SaveObstacle::OwnerWouldChange:
        return {{tr("&Keep the Owner"), again(SaveWay::InPlace, target.overwrite)},
                {tr("&Replace the File"), again(SaveWay::Replace, target.overwrite)}};
    case SaveObstacle::FolderReadOnly:
        return {{tr("&Write into the File"), again(SaveWay::InPlace, target.overwrite)}, elsewhere};
    case SaveObstacle::Failed:
    case SaveObstacle::Unverified: break;
    }
    return {{tr("&Try Again"), again(target.way, target.overwrite)}, elsewhere};
}

void PostSaving::whenSafe(std::function<void(Answer)> next)
{
    if (!m_post->isModified()) {
        next(Answer::Kept);
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
            next(Answer::Discarded);
        if (chosen != QMessageBox::Save)
            return;
        m_afterSave = next;
        save();
    });
    box->open();
}

} // namespace galley
