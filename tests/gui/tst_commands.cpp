// SPDX-License-Identifier: MIT
#include "editor/commands.h"

#include <QTest>
#include <QTextCursor>
#include <QTextDocument>

#include <functional>

using namespace galley;

namespace
{
/// A document told as text: "a ‹word› b" is a selection, "a | b" a caret.
struct Told {
    explicit Told(QString text)
    {
        const qsizetype caret = text.indexOf(u'|');
        if (caret >= 0)
            text.remove(caret, 1);
        const qsizetype from = text.indexOf(u'‹');
        text.remove(u'‹');
        const qsizetype to = text.indexOf(u'›');
        text.remove(u'›');
        document.setPlainText(text);
        document.clearUndoRedoStacks();
        cursor = QTextCursor(&document);
        cursor.setPosition(static_cast<int>(caret >= 0 ? caret : from));
        if (caret < 0)
            cursor.setPosition(static_cast<int>(to), QTextCursor::KeepAnchor);
    }

    QString tell() const
    {
        QString text = document.toPlainText();
        if (!cursor.hasSelection())
            return text.insert(cursor.position(), u'|');
        return text.insert(cursor.selectionEnd(), u'›').insert(cursor.selectionStart(), u'‹');
    }

    QTextDocument document;
    QTextCursor cursor;
};

using Command = std::function<void(QTextCursor&)>;
const Command bold = [](QTextCursor& c) { commands::toggleMark(c, inlinestyle::Mark::Bold); };
const Command italic = [](QTextCursor& c) { commands::toggleMark(c, inlinestyle::Mark::Italic); };
const Command code = [](QTextCursor& c) { commands::toggleMark(c, inlinestyle::Mark::Code); };
const Command linking = [](QTextCursor& c) { commands::toggleLink(c, QString()); };
const Command heading2 = [](QTextCursor& c) { commands::toggleHeading(c, 2); };
const Command bullets = [](QTextCursor& c) { commands::toggleList(c, linestyle::List::Bulleted); };
const Command numbers = [](QTextCursor& c) { commands::toggleList(c, linestyle::List::Numbered); };
const Command quote = [](QTextCursor& c) { commands::toggleQuote(c); };
} // namespace

Q_DECLARE_METATYPE(Command)

class TestCommands : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void command_changesTheTextAndTakesItselfBack_data()
    {
        QTest::addColumn<Command>("command");
        QTest::addColumn<QString>("before");
        QTest::addColumn<QString>("after");
        QTest::addColumn<QString>("again"); // "=": the text before
        const auto row = [](const char* name, const Command& command, const char16_t* before, const char16_t* after,
                            const char16_t* again = u"=") {
            QTest::newRow(name) << command << QString::fromUtf16(before) << QString::fromUtf16(after)
                                << QString::fromUtf16(again);
        };
        row("bold selection", bold, u"a ‹word› b", u"a **‹word›** b");
        row("bold word at caret", bold, u"a wo|rd b", u"a **wo|rd** b");
        row("bold nothing", bold, u"a | b", u"a **|** b");
        row("bold keeps spaces outside", bold, u"a ‹word ›b", u"a **‹word›** b", u"a ‹word› b");
        row("bold around italic", bold, u"‹*so*›", u"**‹*so*›**");
        row("bold off with the signs selected", bold, u"‹**so**›", u"‹so›", u"**‹so›**");
        row("bold off with underscores", bold, u"__s|o__", u"s|o", u"**s|o**");
        row("bold off of both leaves italic", bold, u"***s|o***", u"*s|o*", u"***s|o***");
        row("bold over two lines", bold, u"o‹ne\ntw›o", u"o**‹ne**\n**tw›**o", u"*");
        row("italic", italic, u"‹so›", u"*‹so›*");
        row("italic inside bold", italic, u"**‹so›**", u"***‹so›***");
        row("escaped star is no sign", italic, u"\\*a ‹so›", u"\\*a *‹so›*");
        row("code", code, u"‹x = 1›", u"`‹x = 1›`");
        row("link", linking, u"‹page›", u"[page](|)", u"‹page›");
        row("link off", linking, u"see [the p|age](http://x.org) now", u"see ‹the page› now", u"see [the page](|) now");
        row("link of a URL", linking, u"‹http://x.org›", u"[|](http://x.org)", u"*");
        row("heading", heading2, u"Ti|tle", u"## Ti|tle");
        row("heading changes level", heading2, u"# Ti|tle", u"## Ti|tle", u"Ti|tle");
        row("bullets", bullets, u"‹one\n\ntwo›", u"‹- one\n\n- two›");
        row("numbers", numbers, u"‹one\ntwo›", u"‹1. one\n2. two›");
        row("bullets become numbers", numbers, u"‹- one\n- two›", u"‹1. one\n2. two›", u"‹one\ntwo›");
        row("quote", quote, u"‹one\n\ntwo›", u"‹> one\n>\n> two›");
        row("line below the selection is left alone", bullets, u"‹one\n›two", u"‹- one›\ntwo", u"‹one›\ntwo");
    }

    void command_changesTheTextAndTakesItselfBack()
    {
        QFETCH(Command, command);
        QFETCH(QString, before);
        QFETCH(QString, after);
        QFETCH(QString, again);
        Told told(before);
        command(told.cursor);
        QCOMPARE(told.tell(), after);
        if (again == QStringLiteral("*"))
            return;
        command(told.cursor);
        QCOMPARE(told.tell(), again == QStringLiteral("=") ? before : again);
    }

    void command_isOneUndoStep()
    {
        for (const Command& command : {bold, italic, heading2, bullets, numbers, quote}) {
            Told told(QStringLiteral("‹one\ntwo\nthree›"));
            const QString before = told.document.toPlainText();
            command(told.cursor);
            QVERIFY(told.document.toPlainText() != before);
            told.document.undo();
            QCOMPARE(told.document.toPlainText(), before);
            QVERIFY(!told.document.isUndoAvailable());
        }
    }

    void enter_continuesAList_data()
    {
        QTest::addColumn<QString>("before");
        QTest::addColumn<QString>("after"); // empty: Enter is left to the text field
        const auto row = [](const char* name, const char16_t* before, const char16_t* after) {
            QTest::newRow(name) << QString::fromUtf16(before) << QString::fromUtf16(after);
        };
        row("bullet", u"- one|", u"- one\n- |");
        row("star, indented", u"  * one|", u"  * one\n  * |");
        row("number", u"9. nine|", u"9. nine\n10. |");
        row("in the middle", u"- one| two", u"- one\n- | two");
        row("task", u"- [x] done|", u"- [x] done\n- [ ] |");
        row("quote", u"> so|", u"> so\n> |");
        row("list in a quote", u"> 1. a|", u"> 1. a\n> 2. |");
        row("empty item ends the list", u"- a\n- |", u"- a\n\n|");
        row("empty quote ends it", u"> a\n> |", u"> a\n\n|");
        row("plain text", u"one|", u"");
        row("before the sign", u"|- one", u"");
        row("a rule is no list", u"---|", u"");
        row("emphasis is no list", u"*so*|", u"");
    }

    void enter_continuesAList()
    {
        QFETCH(QString, before);
        QFETCH(QString, after);
        Told told(before);
        QCOMPARE(commands::continueList(told.cursor), !after.isEmpty());
        QCOMPARE(told.tell(), after.isEmpty() ? before : after);
    }

    void tab_indentsAnItemAndBacktabTakesItBack()
    {
        Told told(QStringLiteral("- a\n- |b"));
        commands::indent(told.cursor, true);
        QCOMPARE(told.tell(), QStringLiteral("- a\n  - |b"));
        commands::indent(told.cursor, false);
        QCOMPARE(told.tell(), QStringLiteral("- a\n- |b"));
    }

    /// A heading's sign would make a comment of a value.
    void commandsOnLines_leaveFrontMatterAlone()
    {
        for (const Command& command : {heading2, bullets, numbers, quote}) {
            for (const char16_t* text : {u"---\ntitle: |x\n---\n\nbody", u"---\n‹title: x\n---\n\nbody›"}) {
                Told told(QString::fromUtf16(text));
                const QString before = told.document.toPlainText();
                command(told.cursor);
                QCOMPARE(told.document.toPlainText(), before);
            }
        }
    }
};

QTEST_MAIN(TestCommands)
#include "tst_commands.moc"
