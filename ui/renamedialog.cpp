// SPDX-License-Identifier: MIT
#include "renamedialog.h"

#include <QDialogButtonBox>
#include <QDir>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QVBoxLayout>

namespace galley
{

RenameDialog::RenameDialog(const QString& path, const QString& newPath, const QString& root, QWidget* parent)
    : QDialog(parent), m_path(path), m_root(root), m_field(new QLineEdit(newPath)), m_list(new QListWidget),
      m_state(new QLabel), m_buttons(new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel))
{
    setWindowTitle(tr("Rename the post"));
    setAttribute(Qt::WA_DeleteOnClose);
    auto* label = new QLabel(tr("&Name in the site:"));
    label->setBuddy(m_field);
    m_list->setSelectionMode(QAbstractItemView::NoSelection);
    m_list->setFocusPolicy(Qt::TabFocus);
    m_list->setWordWrap(true);
    m_list->setAccessibleName(tr("What changes"));
    m_state->setWordWrap(true);
    m_state->setTextFormat(Qt::PlainText);
    m_buttons->button(QDialogButtonBox::Ok)->setText(tr("&Rename"));
    for (QAbstractButton* button : m_buttons->buttons())
        button->setIcon(QIcon());
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setSpacing(3);
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(label);
    layout->addWidget(m_field);
    layout->addWidget(m_list, 1);
    layout->addWidget(m_state);
    layout->addWidget(m_buttons);
    resize(qMin(620, parent->width() - 60), qMin(380, parent->height() - 60));
    connect(m_buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(m_buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_field, &QLineEdit::textChanged, this, &RenameDialog::wantPlan);
    const int slash = newPath.lastIndexOf(QLatin1Char('/')) + 1;
    m_field->setSelection(slash, newPath.lastIndexOf(QLatin1Char('.')) - slash);
}

QString RenameDialog::newPath() const
{
    return m_field->text().trimmed();
}

void RenameDialog::wantPlan()
{
    m_plan.reset();
    m_buttons->button(QDialogButtonBox::Ok)->setEnabled(false);
    Q_EMIT planWanted(newPath());
}

void RenameDialog::showPlan(const Expected<site::RenamePlan>& plan)
{
    m_list->clear();
    m_plan.reset();
    const bool same = newPath() == m_path;
    if (plan && !same) {
        m_plan = *plan;
        fill(*plan);
    }
    m_state->setText(same    ? tr("This is the name it has.")
                     : !plan ? QString::fromStdString(plan.error().message)
                     : plan->oldUrl != plan->newUrl
                         ? tr("The address of the page changes: links to it from other sites will lead nowhere.")
                         : tr("The address of the page stays as it is."));
    m_buttons->button(QDialogButtonBox::Ok)->setEnabled(m_plan.has_value());
}

void RenameDialog::fill(const site::RenamePlan& plan)
{
    const QDir root(m_root);
    const auto shown = [&](const std::filesystem::path& path) {
        return root.relativeFilePath(QFile::decodeName(path.c_str()));
    };
    m_list->addItem(tr("The file: %1 → %2").arg(shown(plan.post.from), shown(plan.post.to)));
    for (const site::PlannedMove& folder : plan.folders)
        m_list->addItem(tr("Its pictures: %1 → %2").arg(shown(folder.from), shown(folder.to)));
    if (plan.own.places > 0)
        m_list->addItem(tr("Links to its pictures in the post itself: %1").arg(plan.own.places));
    for (const site::PlannedText& other : plan.others)
        m_list->addItem(tr("Links in %1: %2").arg(shown(other.file)).arg(other.places));
    if (plan.oldUrl != plan.newUrl)
        m_list->addItem(
            tr("The address: %1 → %2").arg(QString::fromStdString(plan.oldUrl), QString::fromStdString(plan.newUrl)));
}

} // namespace galley
