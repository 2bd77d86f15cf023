// SPDX-License-Identifier: MIT
#include "sidebar/problemspanel.h"

#include "icons.h"
#include "signlabel.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace galley
{

/// Rows shown; a file of 10⁵ faults is not read to the end by anyone.
static constexpr std::size_t rowCount = 500;

static QString rowText(const Diagnostic& diagnostic)
{
    QString place = QString::fromStdString(diagnostic.file);
    if (diagnostic.line > 0 && place.isEmpty())
        place = ProblemsPanel::tr("Line %1").arg(diagnostic.line);
    else if (diagnostic.line > 0)
        place += QLatin1Char(':') + QString::number(diagnostic.line);
    const QString text = QString::fromStdString(diagnostic.text);
    return place.isEmpty() ? text : place + QStringLiteral(":  ") + text;
}

ProblemsPanel::ProblemsPanel(QWidget* parent)
    : QWidget(parent), m_toggle(new QToolButton), m_sign(new SignLabel(16)), m_summary(new QLabel),
      m_fix(new QToolButton), m_list(new QListWidget)
{
    m_toggle->setAutoRaise(true);
    m_toggle->setCheckable(true);
    m_toggle->setIcon(themedIcon(QStringLiteral("up")));
    m_toggle->setAccessibleName(tr("Show all problems"));
    m_summary->setTextFormat(Qt::PlainText);
    m_summary->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    auto* row = new QHBoxLayout;
    row->setContentsMargins(12, 4, 8, 4);
    row->setSpacing(8);
    row->addWidget(m_sign);
    row->addWidget(m_summary, 1);
    row->addWidget(m_fix);
    row->addWidget(m_toggle);
    m_fix->setObjectName(QStringLiteral("fix"));

    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setMaximumHeight(160);
    m_list->setWordWrap(true);
    m_list->hide();
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(row);
    layout->addWidget(m_list);

    connect(m_fix, &QToolButton::clicked, this, [this] { applyFix(m_worst); });
    connect(m_toggle, &QToolButton::toggled, this, &ProblemsPanel::setOpen);
    connect(m_list, &QListWidget::itemActivated, this, &ProblemsPanel::choose);
    connect(m_list, &QListWidget::itemClicked, this, &ProblemsPanel::choose);
    hide();
}

void ProblemsPanel::setDiagnostics(const Diagnostics& diagnostics, std::vector<ProblemFix> fixes)
{
    // The edits may have moved while the problems read the same.
    const bool same = diagnostics == m_diagnostics && fixes.size() == m_fixes.size();
    m_fixes = std::move(fixes);
    if (same)
        return;
    m_diagnostics = diagnostics;
    fillRows();
    setVisible(!diagnostics.empty());
    if (!diagnostics.empty())
        showWorst();
}

void ProblemsPanel::fillRows()
{
    m_list->clear();
    const std::size_t count = std::min(m_diagnostics.size(), rowCount);
    for (std::size_t i = 0; i < count; ++i) {
        const Diagnostic& each = m_diagnostics[i];
        auto* item = new QListWidgetItem(severityIcon(each.severity), rowText(each), m_list);
        const ProblemFix* fix = fixOf(each);
        if (!fix)
            continue;
        auto* place = new QWidget;
        auto* layout = new QHBoxLayout(place);
        layout->setContentsMargins(0, 1, 8, 1);
        auto* button = new QToolButton;
        button->setText(fix->title);
        button->setAccessibleName(fix->title + QStringLiteral(": ") + rowText(each));
        layout->addWidget(button, 0, Qt::AlignRight | Qt::AlignVCenter);
        item->setSizeHint({0, place->sizeHint().height()});
        m_list->setItemWidget(item, place);
        connect(button, &QToolButton::clicked, this, [this, i] { applyFix(i); });
    }
}

void ProblemsPanel::showWorst()
{
    const auto worst =
        std::max_element(m_diagnostics.begin(), m_diagnostics.end(),
                         [](const Diagnostic& a, const Diagnostic& b) { return a.severity < b.severity; });
    m_worst = static_cast<std::size_t>(worst - m_diagnostics.begin());
    m_sign->setSeverity(worst->severity);
    const QString more = m_diagnostics.size() > 1 ? tr("   (and %1 more)").arg(m_diagnostics.size() - 1) : QString();
    m_summary->setText(rowText(*worst) + more);
    m_summary->setToolTip(rowText(*worst));
    const ProblemFix* fix = fixOf(*worst);
    m_fix->setVisible(fix != nullptr);
    m_fix->setText(fix ? fix->title : QString());
}

const ProblemFix* ProblemsPanel::fixOf(const Diagnostic& problem) const
{
    const auto found = std::find_if(m_fixes.begin(), m_fixes.end(), [&](const ProblemFix& fix) {
        return problem.file.empty() && fix.problem.line == problem.line && fix.problem.text == problem.text;
    });
    return found == m_fixes.end() ? nullptr : &*found;
}

void ProblemsPanel::applyFix(std::size_t row)
{
    const ProblemFix* fix = row < m_diagnostics.size() ? fixOf(m_diagnostics[row]) : nullptr;
    if (fix)
        Q_EMIT fixChosen(TextEdit(fix->edit));
}

void ProblemsPanel::setOpen(bool open)
{
    m_list->setVisible(open);
    m_toggle->setIcon(themedIcon(open ? QStringLiteral("down") : QStringLiteral("up")));
}

void ProblemsPanel::choose(const QListWidgetItem* item)
{
    const auto row = static_cast<std::size_t>(m_list->row(item));
    if (row >= m_diagnostics.size())
        return;
    const Diagnostic& chosen = m_diagnostics[row];
    if (!chosen.file.empty())
        Q_EMIT otherFileChosen(QString::fromStdString(chosen.file), chosen.line);
    else if (chosen.line > 0)
        Q_EMIT lineChosen(chosen.line, chosen.column);
}

QStringList ProblemsPanel::texts() const
{
    QStringList texts;
    for (const Diagnostic& each : m_diagnostics)
        texts << rowText(each);
    return texts;
}

} // namespace galley
