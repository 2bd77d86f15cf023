// SPDX-License-Identifier: MIT
#include "comparedialog.h"

#include "base/linediff.h"
#include "base/textcheck.h"

#include <QDialogButtonBox>
#include <QFontDatabase>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTextBlock>
#include <QVBoxLayout>

#include <algorithm>

namespace galley
{

namespace
{
constexpr int contextLines = 3;
constexpr qsizetype mostColumns = 2000; // a line of 1 MB would take seconds to lay out, and nobody reads it here

/// Red and green that stay readable on the palette's own text colour, light or dark.
QColor tint(const QPalette& palette, QColor colour)
{
    const bool dark = palette.color(QPalette::Base).lightness() < 128;
    colour.setAlphaF(dark ? 0.35 : 0.18);
    return colour;
}
} // namespace

CompareDialog::CompareDialog(QWidget* parent)
    : QDialog(parent), m_legend(new QLabel(this)), m_view(new QPlainTextEdit(this)),
      m_buttons(new QDialogButtonBox(QDialogButtonBox::Close, this))
{
    setWindowTitle(tr("Compare"));
    resize(900, 640);
    m_view->setReadOnly(true);
    m_view->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_view->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_legend->setWordWrap(true);
    QPushButton* previous = m_buttons->addButton(tr("&Previous change"), QDialogButtonBox::ActionRole);
    QPushButton* next = m_buttons->addButton(tr("&Next change"), QDialogButtonBox::ActionRole);
    connect(previous, &QPushButton::clicked, this, [this] { goTo(false); });
    connect(next, &QPushButton::clicked, this, [this] { goTo(true); });
    connect(m_buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    m_buttons->button(QDialogButtonBox::Close)->setDefault(true);
    auto* column = new QVBoxLayout(this);
    column->addWidget(m_legend);
    column->addWidget(m_view);
    column->addWidget(m_buttons);
}

void CompareDialog::compare(const QString& oldName, std::string_view oldText, const QString& newName,
                            std::string_view newText)
{
    m_view->clear();
    m_changes.clear();
    const std::vector<std::string_view> oldLines = splitLines(oldText);
    const std::vector<std::string_view> newLines = splitLines(newText);
    const std::vector<DiffRun> runs = diffLines(oldText, newText);
    for (std::size_t i = 0; i < runs.size(); ++i) {
        const DiffRun& run = runs[i];
        const bool removed = run.kind == DiffRun::Kind::Removed;
        const auto& lines = removed ? oldLines : newLines;
        const int first = removed ? run.beforeLine : run.afterLine;
        if (run.kind != DiffRun::Kind::Same && (i == 0 || runs[i - 1].kind == DiffRun::Kind::Same))
            m_changes.append(m_view->document()->isEmpty() ? 0 : m_view->blockCount());
        for (int n = 0; n < run.count; ++n) {
            if (run.kind == DiffRun::Kind::Same && n == (i == 0 ? 0 : contextLines)) {
                const int skipped = run.count - n - (i + 1 == runs.size() ? 0 : contextLines);
                if (skipped > 1) {
                    showLine(u'…', {}, 0);
                    n += skipped;
                    if (n >= run.count)
                        break;
                }
            }
            showLine(run.kind == DiffRun::Kind::Same ? u' ' : removed ? u'−' : u'+',
                     lines[static_cast<std::size_t>(first + n)], first + n + 1);
        }
    }
    m_legend->setText(m_changes.isEmpty() ? tr("%1 and %2 are the same.").arg(oldName, newName)
                                          : tr("− %1    + %2    %n change(s)", nullptr, static_cast<int>(m_changes.size()))
                                                .arg(oldName, newName));
    m_view->moveCursor(QTextCursor::Start);
}

void CompareDialog::showLine(QChar sign, std::string_view line, int number)
{
    QTextCursor cursor(m_view->document());
    cursor.movePosition(QTextCursor::End);
    if (!m_view->document()->isEmpty())
        cursor.insertBlock();
    QTextBlockFormat format;
    if (sign == u'−')
        format.setBackground(tint(palette(), Qt::red));
    else if (sign == u'+')
        format.setBackground(tint(palette(), Qt::green));
    cursor.setBlockFormat(format);
    const QString text = QString::fromStdString(displayText(line)).left(mostColumns);
    cursor.insertText(number == 0 ? QString(sign) : QStringLiteral("%1 %2  ").arg(sign).arg(number, 5) + text);
}

void CompareDialog::goTo(bool next)
{
    const int here = m_view->textCursor().blockNumber();
    const auto wanted = next ? std::upper_bound(m_changes.cbegin(), m_changes.cend(), here)
                             : std::lower_bound(m_changes.cbegin(), m_changes.cend(), here);
    if (next ? wanted == m_changes.cend() : wanted == m_changes.cbegin())
        return;
    const int block = next ? *wanted : *std::prev(wanted);
    m_view->setTextCursor(QTextCursor(m_view->document()->findBlockByNumber(block)));
    m_view->centerCursor();
}

} // namespace galley
