// SPDX-License-Identifier: MIT
#include "editor/findbar.h"

#include "editor/editorpane.h"
#include "editor/longlines.h"
#include "icons.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollBar>
#include <QTextBlock>
#include <QToolButton>

#include <algorithm>

namespace galley
{

FindBar::FindBar(EditorPane* pane, QWidget* parent) : QWidget(parent), m_pane(pane)
{
    build();
    connect(m_find, &QLineEdit::textEdited, this, &FindBar::searchAsTyped);
    connect(m_find, &QLineEdit::returnPressed, this, &FindBar::findNext);
    connect(m_replace, &QLineEdit::returnPressed, this, &FindBar::replaceOne);
    connect(m_matchCase, &QToolButton::toggled, this, &FindBar::searchAsTyped);
    connect(m_wholeWords, &QToolButton::toggled, this, &FindBar::searchAsTyped);
    connect(pane->verticalScrollBar(), &QScrollBar::valueChanged, this, &FindBar::markMatches);
    connect(pane, &QPlainTextEdit::textChanged, this, &FindBar::markMatches);
    hide();
}

QToolButton* FindBar::button(const QString& icon, const QString& tip, bool checkable)
{
    auto* button = new QToolButton(this);
    if (checkable)
        button->setText(icon);
    else
        button->setIcon(themedIcon(icon));
    button->setToolTip(tip);
    button->setAccessibleName(tip);
    button->setCheckable(checkable);
    button->setAutoRaise(true);
    return button;
}

void FindBar::build()
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(12, 6, 8, 6);
    layout->setSpacing(6);

    m_find = new QLineEdit;
    m_find->setPlaceholderText(tr("Find"));
    m_find->setClearButtonEnabled(true);
    m_count = new QLabel;
    m_count->setMinimumWidth(fontMetrics().horizontalAdvance(QStringLiteral("8888 of 8888")));
    m_matchCase = button(QStringLiteral("Aa"), tr("Match case"), true);
    m_wholeWords = button(QStringLiteral("\u201cW\u201d"), tr("Whole words"), true);
    QToolButton* previous = button(QStringLiteral("up"), tr("Previous (Shift+F3)"), false);
    QToolButton* next = button(QStringLiteral("down"), tr("Next (F3)"), false);
    QToolButton* shut = button(QStringLiteral("close"), tr("Close (Esc)"), false);
    connect(previous, &QToolButton::clicked, this, &FindBar::findPrevious);
    connect(next, &QToolButton::clicked, this, &FindBar::findNext);
    connect(shut, &QToolButton::clicked, this, &FindBar::close);
    auto* row = new QHBoxLayout;
    row->setSpacing(4);
    row->addWidget(m_find, 1);
    row->addWidget(m_count);
    for (QToolButton* each : {m_matchCase, m_wholeWords, previous, next, shut})
        row->addWidget(each);
    layout->addLayout(row);

    m_replaceRow = new QWidget;
    m_replace = new QLineEdit;
    m_replace->setPlaceholderText(tr("Replace with"));
    auto* one = new QPushButton(tr("&Replace"));
    auto* all = new QPushButton(tr("Replace &All"));
    connect(one, &QPushButton::clicked, this, &FindBar::replaceOne);
    connect(all, &QPushButton::clicked, this, &FindBar::replaceAll);
    auto* second = new QHBoxLayout(m_replaceRow);
    second->setContentsMargins(0, 0, 0, 0);
    second->addWidget(m_replace, 1);
    second->addWidget(one);
    second->addWidget(all);
    layout->addWidget(m_replaceRow);
}

void FindBar::setColors(const ThemeColors& colors)
{
    m_matchColor = colors.dark ? QColor(0x6b, 0x55, 0x12) : QColor(0xff, 0xe9, 0x9a);
    markMatches();
}

SearchQuery FindBar::query() const
{
    return {m_find->text(), m_matchCase->isChecked(), m_wholeWords->isChecked()};
}

void FindBar::open(bool withReplace)
{
    const QTextCursor cursor = m_pane->textCursor();
    m_origin = cursor.selectionStart();
    const QString selected = longlines::selectedText(cursor);
    if (!selected.isEmpty() && !selected.contains(u'\n'))
        m_find->setText(selected);
    m_replaceRow->setVisible(withReplace);
    show();
    m_find->selectAll();
    m_find->setFocus();
    markMatches();
    showCount();
}

void FindBar::close()
{
    hide();
    m_pane->setMarks(EditorPane::Marks::Matches, {});
    m_pane->setFocus();
}

void FindBar::searchAsTyped()
{
    step(true, m_origin);
}

void FindBar::findNext()
{
    step(true, m_pane->textCursor().selectionEnd());
    m_origin = m_pane->textCursor().selectionStart();
}

void FindBar::findPrevious()
{
    step(false, m_pane->textCursor().selectionStart());
    m_origin = m_pane->textCursor().selectionStart();
}

// Goes round at the end; the caret's move unfolds front matter that holds the match.
void FindBar::step(bool forward, int from)
{
    const std::vector<Match> all = textsearch::matches(*m_pane->document(), query());
    QTextCursor cursor = m_pane->textCursor();
    if (all.empty()) {
        cursor.clearSelection();
    } else {
        auto match = std::find_if(all.begin(), all.end(), [from](const Match& m) { return m.position >= from; });
        if (!forward)
            match = match == all.begin() ? all.end() - 1 : match - 1;
        else if (match == all.end())
            match = all.begin();
        cursor.setPosition(match->position);
        cursor.setPosition(match->position + match->length, QTextCursor::KeepAnchor);
    }
    m_pane->setTextCursor(cursor);
    m_pane->ensureCursorVisible();
    markMatches();
    showCount();
}

void FindBar::markMatches()
{
    if (!isVisible())
        return;
    const auto [first, last] = m_pane->visibleBlocks();
    QList<QTextEdit::ExtraSelection> marks;
    for (const Match& match : textsearch::matches(*m_pane->document(), query(), first, last)) {
        QTextEdit::ExtraSelection mark;
        mark.cursor = QTextCursor(m_pane->document());
        mark.cursor.setPosition(match.position);
        mark.cursor.setPosition(match.position + match.length, QTextCursor::KeepAnchor);
        mark.format.setBackground(m_matchColor);
        marks << mark;
    }
    m_pane->setMarks(EditorPane::Marks::Matches, marks);
}

void FindBar::showCount()
{
    if (m_find->text().isEmpty()) {
        m_count->clear();
        return;
    }
    const std::vector<Match> all = textsearch::matches(*m_pane->document(), query());
    const int caret = m_pane->textCursor().selectionStart();
    const auto current = std::find_if(all.begin(), all.end(), [caret](const Match& m) { return m.position == caret; });
    if (all.empty())
        m_count->setText(tr("Not found"));
    else if (current == all.end())
        m_count->setText(tr("%1 found").arg(all.size()));
    else
        m_count->setText(tr("%1 of %2").arg(current - all.begin() + 1).arg(all.size()));
}

void FindBar::replaceOne()
{
    QTextCursor cursor = m_pane->textCursor();
    const auto sensitivity = m_matchCase->isChecked() ? Qt::CaseSensitive : Qt::CaseInsensitive;
    if (cursor.hasSelection() && longlines::selectedText(cursor).compare(m_find->text(), sensitivity) == 0) {
        cursor.insertText(m_replace->text());
        m_pane->setTextCursor(cursor);
    }
    findNext();
}

void FindBar::replaceAll()
{
    const int count = textsearch::replaceAll(*m_pane->document(), query(), m_replace->text());
    m_count->setText(tr("%1 replaced").arg(count));
}

void FindBar::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape)
        close();
    else
        QWidget::keyPressEvent(event);
}

} // namespace galley
