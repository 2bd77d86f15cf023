// SPDX-License-Identifier: MIT
#include "sidebar/problemspanel.h"

#include "icons.h"

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

static QIcon signOf(Severity severity)
{
    switch (severity) {
    case Severity::Note:
        return themedIcon(QStringLiteral("note"));
    case Severity::Warning:
        return themedIcon(QStringLiteral("warning"));
    case Severity::Error:
        break;
    }
    return themedIcon(QStringLiteral("error"));
}

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
    : QWidget(parent), m_toggle(new QToolButton), m_sign(new QLabel), m_summary(new QLabel), m_list(new QListWidget)
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
    row->addWidget(m_toggle);

    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setMaximumHeight(160);
    m_list->setWordWrap(true);
    m_list->hide();
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(row);
    layout->addWidget(m_list);

    connect(m_toggle, &QToolButton::toggled, this, &ProblemsPanel::setOpen);
    connect(m_list, &QListWidget::itemActivated, this, &ProblemsPanel::choose);
    connect(m_list, &QListWidget::itemClicked, this, &ProblemsPanel::choose);
    hide();
}

void ProblemsPanel::setDiagnostics(const Diagnostics& diagnostics)
{
    if (diagnostics == m_diagnostics)
        return;
    m_diagnostics = diagnostics;
    m_list->clear();
    for (const Diagnostic& each : diagnostics) {
        if (static_cast<std::size_t>(m_list->count()) == rowCount)
            break;
        new QListWidgetItem(signOf(each.severity), rowText(each), m_list);
    }
    setVisible(!diagnostics.empty());
    if (diagnostics.empty())
        return;
    const auto worst = std::max_element(diagnostics.begin(), diagnostics.end(),
                                        [](const Diagnostic& a, const Diagnostic& b) { return a.severity < b.severity; });
    m_sign->setPixmap(signOf(worst->severity).pixmap(16, 16));
    const QString more =
        diagnostics.size() > 1 ? tr("   (and %1 more)").arg(diagnostics.size() - 1) : QString();
    m_summary->setText(rowText(*worst) + more);
    m_summary->setToolTip(rowText(*worst));
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
