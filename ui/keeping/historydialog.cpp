// SPDX-License-Identifier: MIT
#include "keeping/historydialog.h"

#include "keep/filestate.h"
#include "keep/keepfolders.h"
#include "keeping/diffcolumn.h"
#include "noticestack.h"
#include "openpost.h"
#include "taskqueue.h"

#include <QDateTime>
#include <QDialogButtonBox>
#include <QFile>
#include <QLabel>
#include <QListWidget>
#include <QLocale>
#include <QPushButton>
#include <QSplitter>
#include <QVBoxLayout>

namespace galley
{

static std::filesystem::path pathOf(const QString& path)
{
    return QFile::encodeName(path).toStdString();
}

HistoryDialog::HistoryDialog(OpenPost* post, const QString& stateFolder, TaskQueue* tasks, QWidget* parent)
    : QDialog(parent), m_post(post), m_tasks(tasks), m_list(new QListWidget), m_summary(new QLabel),
      m_view(new DiffColumn), m_buttons(new QDialogButtonBox(QDialogButtonBox::Close)),
      m_restore(m_buttons->addButton(tr("&Restore This Version"), QDialogButtonBox::AcceptRole))
{
    build();
    const History history(KeepFolders(pathOf(stateFolder)).history);
    m_tasks->run(
        this, [history, path = pathOf(post->path())] { return history.versions(path); },
        [this](const std::vector<PostVersion>& versions) { showVersions(versions); });
}

void HistoryDialog::build()
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Versions of %1").arg(m_post->name()));
    resize(980, 640);
    m_list->setAccessibleName(tr("Saved versions"));
    m_summary->setWordWrap(true);
    auto* splitter = new QSplitter;
    splitter->addWidget(m_list);
    splitter->addWidget(m_view);
    splitter->setSizes({260, 720});
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(m_summary);
    layout->addWidget(splitter, 1);
    layout->addWidget(m_buttons);
    const auto step = [this](const QString& text, int direction) {
        QPushButton* button = m_buttons->addButton(text, QDialogButtonBox::ActionRole);
        button->setAutoDefault(false);
        connect(button, &QPushButton::clicked, this, [this, direction] { m_view->goTo(m_changes, direction); });
    };
    step(tr("&Previous Change"), -1);
    step(tr("&Next Change"), 1);
    m_restore->setAutoDefault(false);
    m_restore->setEnabled(false);
    m_buttons->button(QDialogButtonBox::Close)->setDefault(true);
    connect(m_restore, &QPushButton::clicked, this, &HistoryDialog::restore);
    connect(m_buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_list, &QListWidget::currentRowChanged, this, &HistoryDialog::showVersion);
    connect(m_post, &QObject::destroyed, this, &QDialog::reject);
}

void HistoryDialog::showVersions(const std::vector<PostVersion>& versions)
{
    m_versions = versions;
    if (versions.empty())
        m_summary->setText(tr("There is no earlier version yet: each save keeps one, the last twenty stay."));
    const QLocale locale;
    for (const PostVersion& version : versions) {
        const QDateTime saved = QDateTime::fromSecsSinceEpoch(version.seconds);
        m_list->addItem(locale.toString(saved, QLocale::ShortFormat) + QStringLiteral("  ·  ") +
                        locale.formattedDataSize(static_cast<qint64>(version.size)));
    }
    m_list->setCurrentRow(0);
}

void HistoryDialog::showVersion(int row)
{
    m_restore->setEnabled(false);
    if (row < 0)
        return;
    const std::filesystem::path file = m_versions[static_cast<std::size_t>(row)].file;
    m_tasks->run(
        this, [file] { return loadFile(file); },
        [this, asked = ++m_asked](const Expected<LoadedFile>& read) {
            if (asked != m_asked)
                return;
            if (read)
                compare(read->bytes);
            else
                m_summary->setText(sentence(read.error()));
        });
}

void HistoryDialog::compare(const std::string& bytes)
{
    m_chosen = fromFileBytes(bytes).text;
    const std::string& now = *m_post->text().text();
    const TwoWayLines lines = twoWayLines(m_chosen, now);
    m_changes = lines.changes;
    m_view->setLines(lines.lines);
    m_restore->setEnabled(m_chosen != now);
    m_summary->setText(
        m_chosen == now
            ? tr("This version is the text as it stands.")
            : tr("− only in this version    + only in the text as it stands    Changes: %1").arg(m_changes.size()));
}

/// An edit like any other: undo takes it back, and nothing is on disk before it is saved.
void HistoryDialog::restore()
{
    m_post->text().replaceAll(m_chosen);
    accept();
}

} // namespace galley
