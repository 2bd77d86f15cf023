// SPDX-License-Identifier: MIT
// What the tests of long lines type into: an editor, and a plain string that does what every text field would.
#pragma once

#include "base/limits.h"
#include "editor/documenttext.h"
#include "editor/editorlayout.h"
#include "editor/editorpane.h"
#include "editor/linecutter.h"
#include "editor/longlines.h"
#include "editor/posthighlighter.h"

#include <QTest>
#include <QTextBlock>

#include <memory>

namespace galley::test
{

inline constexpr int most = limits::editorLineUnits;

/// "w0000 w0001 …", some five units a word.
inline QString words(int count)
{
    QString line;
    for (int i = 0; i < count; ++i)
        line += QStringLiteral("w%1 ").arg(i, 4, 10, QLatin1Char('0'));
    return line.chopped(1);
}

class Field
{
public:
    explicit Field(const QString& words)
    {
        document.setDocumentLayout(new EditorLayout(&document));
        pane = std::make_unique<EditorPane>(&document);
        highlighter = new PostHighlighter(&document);
        highlighter->setColors({});
        pane->resize(800, 600);
        pane->show();
        text.load(words.toStdString());
        while (highlighter->isPending())
            QCoreApplication::processEvents();
    }

    QString core() const { return QString::fromStdString(*text.text()); }

    /// Offsets of the text, whatever the document's positions are.
    int offset(int position) const
    {
        return static_cast<int>(QString::fromStdString(text.text()->substr(0, text.byteOffset(position))).size());
    }
    int position(int offset) const { return text.position(core().left(offset).toUtf8().size()); }

    int caret() const { return offset(pane->textCursor().position()); }
    int anchor() const { return offset(pane->textCursor().anchor()); }
    void select(int from, int to)
    {
        QTextCursor cursor(&document);
        cursor.setPosition(position(from));
        cursor.setPosition(position(to), QTextCursor::KeepAnchor);
        pane->setTextCursor(cursor);
    }

    void key(Qt::Key key, Qt::KeyboardModifiers modifiers = {}) { QTest::keyClick(pane.get(), key, modifiers); }

    /// Offsets of the cuts, and whether every block is as long as one may be.
    std::vector<int> cuts() const
    {
        std::vector<int> found;
        for (QTextBlock block = document.begin(); block.isValid(); block = block.next()) {
            if (longlines::continues(block))
                found.push_back(offset(block.position()));
        }
        return found;
    }
    int longestBlock() const
    {
        int units = 0;
        for (QTextBlock block = document.begin(); block.isValid(); block = block.next())
            units = qMax(units, block.length() - 1);
        return units;
    }

    QTextDocument document;
    DocumentText text{&document};
    LineCutter cutter{&document};
    std::unique_ptr<EditorPane> pane;
    PostHighlighter* highlighter = nullptr;
};

/// What every text field of one long string would do.
struct Model {
    QString text;
    int anchor = 0;
    int caret = 0;

    int from() const { return qMin(anchor, caret); }
    int to() const { return qMax(anchor, caret); }
    bool hasSelection() const { return anchor != caret; }
    void put(const QString& words)
    {
        const int start = from();
        text.replace(start, to() - start, words);
        anchor = caret = start + static_cast<int>(words.size());
    }
    void move(int by, bool select)
    {
        if (!select && hasSelection())
            caret = by < 0 ? from() : to();
        else
            caret = qBound(0, caret + by, static_cast<int>(text.size()));
        anchor = select ? anchor : caret;
    }
    void remove(int by)
    {
        if (!hasSelection())
            caret = qBound(0, caret + by, static_cast<int>(text.size()));
        put({});
    }
};

} // namespace galley::test
