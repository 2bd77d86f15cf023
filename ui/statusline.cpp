// SPDX-License-Identifier: MIT
#include "statusline.h"

#include <QLabel>
#include <QLocale>

namespace galley
{

StatusLine::StatusLine(QWidget* parent)
    : QStatusBar(parent), m_caret(nullptr), m_words(nullptr), m_form(nullptr), m_hovered(new QLabel)
{
    setSizeGripEnabled(false);
    setContentsMargins(8, 0, 8, 0);
    m_hovered->setTextFormat(Qt::PlainText);
    m_hovered->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    addWidget(m_hovered, 1);
    m_form = addPart();
    m_words = addPart();
    m_caret = addPart();
}

QLabel* StatusLine::addPart()
{
    auto* label = new QLabel;
    label->setContentsMargins(8, 2, 8, 2);
    addPermanentWidget(label);
    return label;
}

void StatusLine::setCaret(int line, int column)
{
    m_caret->setText(tr("Line %1, Column %2").arg(line).arg(column));
}

void StatusLine::setWords(const WordCount& words)
{
    const QString count = QLocale().toString(words.words);
    const QString label = words.words == 1 ? tr("1 word") : tr("%1 words").arg(count);
    m_words->setText(words.words == 0 ? label : tr("%1 · %2 min read").arg(label).arg(words.minutes));
}

void StatusLine::setForm(FileForm form)
{
    QStringList parts;
    if (form.crlf)
        parts << tr("CRLF line ends");
    if (form.bom)
        parts << tr("byte order mark");
    m_form->setText(parts.join(QStringLiteral(", ")));
    m_form->setVisible(!parts.isEmpty());
}

void StatusLine::setHovered(const QString& target)
{
    m_hovered->setText(target);
}

void StatusLine::setPostOpen(bool open)
{
    m_caret->setVisible(open);
    m_words->setVisible(open);
}

QString StatusLine::text() const
{
    return m_words->text() + QStringLiteral(" | ") + m_caret->text();
}

} // namespace galley
