// SPDX-License-Identifier: MIT
#include "keeping/diffcolumn.h"

#include <QFontDatabase>
#include <QTextBlock>

#include <algorithm>

namespace galley
{

DiffColumn::DiffColumn(QWidget* parent) : QPlainTextEdit(parent)
{
    setReadOnly(true);
    setLineWrapMode(NoWrap); // the columns' lines stand side by side
    setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
}

/// Colours that stay readable under the palette's own text colour, light or dark.
QColor DiffColumn::background(Tint tint) const
{
    const bool dark = palette().color(QPalette::Base).lightness() < 128;
    const auto shade = [dark](QColor colour, double light = 0.16, double onDark = 0.34) {
        colour.setAlphaF(static_cast<float>(dark ? onDark : light));
        return colour;
    };
    switch (tint) {
    case Tint::Gone:
    case Tint::Clash: return shade(QColor(0xd0, 0x20, 0x20));
    case Tint::Come:
    case Tint::Theirs: return shade(QColor(0x10, 0x90, 0x30));
    case Tint::Mine: return shade(QColor(0x20, 0x60, 0xd0));
    case Tint::Both: return shade(QColor(0x80, 0x80, 0x20));
    case Tint::Missing: return shade(QColor(0x80, 0x80, 0x80), 0.10, 0.16);
    case Tint::None: break;
    }
    return {};
}

void DiffColumn::setLines(const QList<DiffLine>& lines)
{
    QString text;
    for (const DiffLine& line : lines)
        text += line.text + u'\n';
    text.chop(1);
    setPlainText(text);
    QTextCursor cursor(document());
    cursor.beginEditBlock();
    QTextBlock block = document()->begin();
    for (auto line = lines.begin(); line != lines.end() && block.isValid(); ++line, block = block.next()) {
        if (line->tint == Tint::None)
            continue;
        QTextBlockFormat format;
        format.setBackground(background(line->tint));
        cursor.setPosition(block.position());
        cursor.setBlockFormat(format);
    }
    cursor.endEditBlock();
    moveCursor(QTextCursor::Start);
}

void DiffColumn::goTo(const QList<int>& changes, int step)
{
    const int here = textCursor().blockNumber();
    const auto after = std::upper_bound(changes.cbegin(), changes.cend(), here);
    const auto before = std::lower_bound(changes.cbegin(), changes.cend(), here);
    if (step > 0 ? after == changes.cend() : before == changes.cbegin())
        return;
    const int block = step > 0 ? *after : *std::prev(before);
    setTextCursor(QTextCursor(document()->findBlockByNumber(block)));
    centerCursor();
}

} // namespace galley
