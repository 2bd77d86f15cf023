// SPDX-License-Identifier: MIT
#include "keeping/threewaydialog.h"

#include "keeping/diffcolumn.h"

#include <QDialogButtonBox>
#include <QGridLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollBar>

namespace galley
{

ThreeWayDialog::ThreeWayDialog(const Conflict& conflict, const QString& postName, QWidget* parent)
    : QDialog(parent), m_mine(new DiffColumn), m_base(new DiffColumn), m_theirs(new DiffColumn), m_summary(new QLabel),
      m_buttons(new QDialogButtonBox(QDialogButtonBox::Close))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Compare %1").arg(postName));
    resize(1180, 700);
    m_summary->setWordWrap(true);
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(m_summary);
    layout->addWidget(columns(conflict), 1);
    layout->addWidget(m_buttons);
    scrollTogether();
    addButtons(conflict);
}

QWidget* ThreeWayDialog::columns(const Conflict& conflict)
{
    const ThreeWayLines lines = threeWayLines(conflict.base, conflict.mine, conflict.theirs);
    m_changes = lines.changes;
    m_summary->setText(
        tr("Blue: changed here (%1).  Green: changed on disk (%2).  Red: changed in both, differently (%3).")
            .arg(lines.mineCount)
            .arg(lines.theirsCount)
            .arg(lines.clashCount));
    auto* table = new QWidget;
    auto* grid = new QGridLayout(table);
    grid->setContentsMargins(0, 0, 0, 0);
    const auto add = [&](int column, const QString& title, DiffColumn* view, const QList<DiffLine>& shown) {
        auto* label = new QLabel(title);
        label->setBuddy(view);
        view->setAccessibleName(title);
        view->setLines(shown);
        grid->addWidget(label, 0, column);
        grid->addWidget(view, 1, column);
        grid->setColumnStretch(column, 1);
    };
    add(0, tr("Yours, in this window"), m_mine, lines.mine);
    add(1, tr("As it was before both"), m_base, lines.base);
    add(2, tr("Theirs, on disk"), m_theirs, lines.theirs);
    return table;
}

void ThreeWayDialog::scrollTogether()
{
    for (DiffColumn* from : {m_mine, m_base, m_theirs}) {
        for (DiffColumn* to : {m_mine, m_base, m_theirs}) {
            if (from == to)
                continue;
            connect(from->verticalScrollBar(), &QScrollBar::valueChanged, to->verticalScrollBar(),
                    &QScrollBar::setValue);
            connect(from->horizontalScrollBar(), &QScrollBar::valueChanged, to->horizontalScrollBar(),
                    &QScrollBar::setValue);
        }
    }
}

void ThreeWayDialog::addButtons(const Conflict& conflict)
{
    const auto step = [this](const QString& text, int direction) {
        QPushButton* button = m_buttons->addButton(text, QDialogButtonBox::ActionRole);
        button->setAutoDefault(false);
        button->setEnabled(!m_changes.isEmpty());
        connect(button, &QPushButton::clicked, this, [this, direction] { m_base->goTo(m_changes, direction); });
    };
    step(tr("&Previous Change"), -1);
    step(tr("&Next Change"), 1);
    for (const NoticeButton& answer : conflict.answers) {
        QPushButton* button = m_buttons->addButton(answer.text, QDialogButtonBox::AcceptRole);
        button->setAutoDefault(false);
        connect(button, &QPushButton::clicked, this, [this, run = answer.run] {
            accept();
            run();
        });
    }
    m_buttons->button(QDialogButtonBox::Close)->setDefault(true);
    connect(m_buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
}

} // namespace galley
