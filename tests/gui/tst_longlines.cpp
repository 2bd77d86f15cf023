// SPDX-License-Identifier: MIT
// A line too long for one block of the editor is one line all the same: for keys, selections, search, copies, bytes.
#include "base/textcodec.h"
#include "editor/checkedlines.h"
#include "editor/commands.h"
#include "editor/textsearch.h"
#include "longlinefield.h"
#include "randombytes.h"

#include <QApplication>
#include <QClipboard>
#include <QMimeData>
#include <QTest>

#include <set>

using namespace galley;
using namespace galley::test;

class TestLongLines : public QObject
{
    Q_OBJECT

    /// One random deed to both; false when the model does not know what a key does (undo, vertical moves).
    static bool act(Field& field, Model& model, int deed, RandomBytes& random)
    {
        switch (deed) {
        case 0:
            field.key(Qt::Key_Backspace);
            model.remove(-1);
            return true;
        case 1:
            field.key(Qt::Key_Delete);
            model.remove(1);
            return true;
        case 2:
            field.key(Qt::Key_Left);
            model.move(-1, false);
            return true;
        case 3:
            field.key(Qt::Key_Right);
            model.move(1, false);
            return true;
        case 4:
            field.key(Qt::Key_Left, Qt::ShiftModifier);
            model.move(-1, true);
            return true;
        case 5:
            field.key(Qt::Key_Right, Qt::ShiftModifier);
            model.move(1, true);
            return true;
        case 6:
            field.key(Qt::Key_X);
            model.put(QStringLiteral("x"));
            return true;
        case 7:
            field.key(Qt::Key_Space);
            model.put(QStringLiteral(" "));
            return true;
        case 8:
            field.key(Qt::Key_Return);
            model.put(QStringLiteral("\n"));
            return true;
        case 9: paste(field, model, words(random.below(3) ? 3 : 900)); return true;
        case 10:
            field.key(Qt::Key_Return, Qt::ShiftModifier);
            model.put(QStringLiteral("\n"));
            return true;
        case 11: field.document.undo(); return false;
        case 12: field.document.redo(); return false;
        case 13: field.key(Qt::Key_Down); return false;
        case 14: field.key(Qt::Key_End, random.below(2) ? Qt::ShiftModifier : Qt::NoModifier); return false;
        case 15: field.key(Qt::Key_Up, Qt::ShiftModifier); return false;
        case 16: field.key(Qt::Key_Left, Qt::ControlModifier); return false;
        case 17: field.key(Qt::Key_Right, Qt::ControlModifier | Qt::ShiftModifier); return false;
        case 18: field.key(Qt::Key_Backspace, Qt::ControlModifier); return false;
        case 19: field.key(Qt::Key_Delete, Qt::ControlModifier); return false;
        default: select(field, model, random); return true;
        }
    }

    /// Of a word more or less, and of its space or line break.
    static bool isNearly(const QString& shorter, const QString& longer)
    {
        return longer.size() - shorter.size() <= most && longer.count(u'\n') - shorter.count(u'\n') <= 1;
    }

    static void paste(Field& field, Model& model, const QString& words)
    {
        QApplication::clipboard()->setText(words);
        field.pane->paste();
        model.put(words);
    }

    /// Mostly round the cuts.
    static void select(Field& field, Model& model, RandomBytes& random)
    {
        const std::vector<int> cuts = field.cuts();
        const int length = static_cast<int>(model.text.size());
        const int at = cuts.empty() || random.below(5) == 0
                           ? random.below(length + 1)
                           : cuts[static_cast<std::size_t>(random.below(static_cast<int>(cuts.size())))];
        model.caret = qBound(0, at + random.below(7) - 3, length);
        const int reach = random.below(4) == 0 ? 3000 : 5;
        model.anchor = random.below(2) ? model.caret : qBound(0, model.caret + random.below(2 * reach) - reach, length);
        field.select(model.anchor, model.caret);
    }

private Q_SLOTS:
    void document_holdsNoForeignSign()
    {
        Field field(words(4000));
        QVERIFY(field.cuts().size() >= 4);
        for (QTextBlock block = field.document.begin(); block.isValid(); block = block.next()) {
            QVERIFY(!block.text().contains(QChar(longLineMarker)));
            QVERIFY(block.length() - 1 <= most);
        }
        QCOMPARE(field.core(), words(4000));
        QCOMPARE(field.text.lineCount(), 1);
    }

    /// After any keys, selections and edits the text is what one long string would be, and so are caret and selection.
    void anyKeys_doWhatTheyDoToOneString()
    {
        RandomBytes random(81006);
        const int rounds = qEnvironmentVariableIsSet("GALLEY_LONG") ? 60 : 3;
        for (int round = 0; round < rounds; ++round) {
            const bool hasSpaces = round % 3 != 2;
            const QString line = hasSpaces ? words(1800) : QString(9000, u'a');
            Model model{QStringLiteral("First\n") + line + QStringLiteral("\nlast"), 0, 0};
            Field field(model.text);
            field.select(0, 0);
            std::set<QString> seen{model.text};
            for (int i = 0; i < 200; ++i) {
                const int deed = random.below(32);
                const Model before = model;
                const bool isKnown = act(field, model, deed, random);
                const QString core = field.core();
                const auto told = [&] {
                    return qPrintable(
                        QStringLiteral("round %1, step %2, deed %3, caret %4, anchor %5: caret %6, anchor "
                                       "%7, in the field %8, %9")
                            .arg(round)
                            .arg(i)
                            .arg(deed)
                            .arg(before.caret)
                            .arg(before.anchor)
                            .arg(model.caret)
                            .arg(model.anchor)
                            .arg(field.caret())
                            .arg(field.anchor()));
                };
                if (isKnown)
                    QVERIFY2(core == model.text && field.caret() == model.caret && field.anchor() == model.anchor,
                             told());
                if (deed == 11 || deed == 12)
                    QVERIFY2(seen.contains(core), told());
                if (deed >= 13 && deed <= 17)
                    QVERIFY2(core == model.text, told());
                if (deed == 18 || deed == 19)
                    QVERIFY2(core.size() <= model.text.size() && (before.hasSelection() || isNearly(core, model.text)),
                             told());
                QVERIFY2(field.longestBlock() <= most, told());
                const QTextCursor cursor = field.pane->textCursor();
                QVERIFY2(!cursor.atBlockEnd() || !longlines::isCut(cursor.block()), told());
                model = {core, field.anchor(), field.caret()};
                seen.insert(core);
            }
            while (field.document.isUndoAvailable())
                field.document.undo();
            QVERIFY(field.core() == QStringLiteral("First\n") + line + QStringLiteral("\nlast"));
        }
    }

    void arrowKeys_crossACutInOneStep()
    {
        Field field(words(1500));
        const int cut = field.cuts().front();
        field.select(cut - 1, cut - 1);
        field.key(Qt::Key_Right);
        QCOMPARE(field.caret(), cut);
        field.key(Qt::Key_Right);
        QCOMPARE(field.caret(), cut + 1);
        field.key(Qt::Key_Left);
        field.key(Qt::Key_Left);
        QCOMPARE(field.caret(), cut - 1);
        field.select(cut, cut);
        field.key(Qt::Key_Left, Qt::ControlModifier);
        QCOMPARE(field.caret(), cut - 6);
        field.key(Qt::Key_Right, Qt::ControlModifier);
        QCOMPARE(field.caret(), cut);
    }

    void backspaceAndDeleteAtACut_deleteWhatOneSees()
    {
        const QString line = words(1500);
        Field field(line);
        const int cut = field.cuts().front();
        field.select(cut, cut);
        field.key(Qt::Key_Backspace);
        QCOMPARE(field.core(), QString(line).remove(cut - 1, 1));
        QCOMPARE(field.caret(), cut - 1);
        field.key(Qt::Key_Delete);
        QCOMPARE(field.core(), QString(line).remove(cut - 1, 2));
        field.document.undo();
        field.document.undo();
        QCOMPARE(field.core(), line);
        field.key(Qt::Key_End, Qt::ControlModifier);
        field.key(Qt::Key_Home, Qt::ControlModifier);
        field.select(cut, cut);
        field.key(Qt::Key_Backspace, Qt::ControlModifier);
        QCOMPARE(field.core(), QString(line).remove(cut - 6, 6));
    }

    void endOfThePiece_isNoPlaceForTheCaret()
    {
        const QString line = words(1500);
        Field field(line);
        const int cut = field.cuts().front();
        field.select(cut - 3, cut - 3);
        field.key(Qt::Key_End);
        QCOMPARE(field.caret(), cut - 1); // before the space, as in a row that wraps
        field.key(Qt::Key_Backspace);
        QCOMPARE(field.core(), QString(line).remove(cut - 2, 1));
    }

    void lineThatGrowsAndShrinks_isCutAndWholeAgain()
    {
        Field field(QStringLiteral("short"));
        field.select(5, 5);
        QApplication::clipboard()->setText(words(700));
        for (int i = 0; i < 4; ++i)
            field.pane->paste();
        QVERIFY(field.cuts().size() >= 3);
        QVERIFY(field.longestBlock() <= most);
        field.select(10, static_cast<int>(field.core().size()));
        field.key(Qt::Key_Delete);
        QCOMPARE(field.cuts().size(), std::size_t{0});
        QCOMPARE(field.document.blockCount(), 1);
        while (field.document.isUndoAvailable())
            field.document.undo();
        QCOMPARE(field.core(), QStringLiteral("short"));
        while (field.document.isRedoAvailable())
            field.document.redo();
        QCOMPARE(field.core(), QStringLiteral("shortw0000").left(10));
    }

    void typing_cutsALineAsPartOfTheSameStep()
    {
        Field field(QString(most, u'a'));
        QCOMPARE(field.cuts().size(), std::size_t{0});
        field.select(20, 20);
        field.key(Qt::Key_X);
        QCOMPARE(field.cuts().size(), std::size_t{1});
        QCOMPARE(field.caret(), 21);
        field.document.undo();
        QCOMPARE(field.core(), QString(most, u'a'));
        QVERIFY(!field.document.isUndoAvailable());
        field.document.redo();
        QCOMPARE(field.core(), QString(most, u'a').insert(20, u'x'));
    }

    void search_findsWordsOverACutAndReplacesThem()
    {
        const QString line = words(1500);
        Field field(QStringLiteral("before\n") + line);
        const int cut = field.cuts().front();
        const QString over = field.core().mid(cut - 6, 11); // "w0682 w0683"
        const std::vector<Match> found = textsearch::matches(field.document, {over, true, true});
        QCOMPARE(found.size(), std::size_t{1});
        QCOMPARE(field.offset(found[0].position), cut - 6);
        QTextCursor cursor(&field.document);
        cursor.setPosition(found[0].position);
        cursor.setPosition(found[0].position + found[0].length, QTextCursor::KeepAnchor);
        QCOMPARE(longlines::selectedText(cursor), over);
        QCOMPARE(textsearch::matches(field.document, {QStringLiteral("w"), true, false}).size(), std::size_t{1500});
        QCOMPARE(textsearch::replaceAll(field.document, {over, true, true}, QStringLiteral("one")), 1);
        QCOMPARE(field.core(), QString(QStringLiteral("before\n") + line).replace(over, QStringLiteral("one")));
    }

    void copy_hasNoBreakWhereTheLineIsCut()
    {
        Field field(words(1500) + QStringLiteral("\nnext"));
        field.key(Qt::Key_A, Qt::ControlModifier);
        field.pane->copy();
        QCOMPARE(QApplication::clipboard()->text(), words(1500) + QStringLiteral("\nnext"));
    }

    void pasteOfALongLine_isOneLine()
    {
        Field field(QStringLiteral("ab"));
        field.select(1, 1);
        QApplication::clipboard()->setText(words(3000));
        field.pane->paste();
        QCOMPARE(field.core(), QStringLiteral("a") + words(3000) + QStringLiteral("b"));
        QVERIFY(field.longestBlock() <= most);
    }

    void tripleClick_selectsTheWholeLine()
    {
        Field field(QStringLiteral("one\n") + words(1500) + QStringLiteral("\nlast"));
        const QPoint at(60, field.pane->cursorRect().height() * 4);
        QTest::mouseDClick(field.pane->viewport(), Qt::LeftButton, {}, at);
        QVERIFY(field.pane->textCursor().selectedText().startsWith(u'w'));
        QTest::mousePress(field.pane->viewport(), Qt::LeftButton, {}, at);
        QCOMPARE(longlines::selectedText(field.pane->textCursor()), words(1500) + QStringLiteral("\n"));
    }

    void commandsOnLines_meanTheWholeLine()
    {
        Field field(QStringLiteral("- one\n- ") + words(1500));
        const int cut = field.cuts().front();
        const QString before = field.core();
        field.select(cut + 20, cut + 20);
        QTextCursor cursor = field.pane->textCursor();
        commands::indent(cursor, false);
        QCOMPARE(field.core(), before);
        commands::toggleQuote(cursor);
        QCOMPARE(field.core(), QString(before).insert(6, QStringLiteral("> ")));
        QCOMPARE(field.offset(cursor.position()), cut + 22);
        field.document.undo();
        field.select(cut - 6, cut + 5);
        cursor = field.pane->textCursor();
        commands::toggleMark(cursor, inlinestyle::Mark::Bold);
        QCOMPARE(field.core(),
                 QString(before).insert(cut + 5, QStringLiteral("**")).insert(cut - 6, QStringLiteral("**")));
        field.document.undo();
        field.select(cut + 5, cut + 5);
        field.key(Qt::Key_Return); // in a later piece of an item
        QCOMPARE(field.core(), QString(before).insert(cut + 5, QStringLiteral("\n- ")));
    }

    void signsBehindACut_areText()
    {
        QString line = words(700) + QLatin1Char(' ');
        line.truncate(most / 2 + 200);
        line = line.left(line.lastIndexOf(u' ') + 1);
        const QString piece = QStringLiteral("#\t") + QString(most - 2, u'b');
        Field field(line + piece);
        const QTextBlock second = field.document.findBlockByNumber(1);
        QVERIFY(longlines::continues(second) && second.text().startsWith(QStringLiteral("#\t")));
        for (const QTextLayout::FormatRange& range : second.layout()->formats())
            QVERIFY(range.format.fontWeight() != QFont::Bold);
        Field heading(QStringLiteral("# ") + line + piece);
        const QTextBlock rest = heading.document.findBlockByNumber(1);
        QVERIFY(longlines::continues(rest) && !rest.layout()->formats().isEmpty());
        QCOMPARE(rest.layout()->formats().front().format.fontWeight(), int(QFont::Bold));
        Field fence(QStringLiteral("```\n") + line + piece + QStringLiteral("\n```\nplain"));
        QCOMPARE(LineState::unpacked(fence.document.findBlockByNumber(1).userState()).zone, Zone::Fence);
        QCOMPARE(LineState::unpacked(fence.document.lastBlock().userState()).zone, Zone::Body);
    }

    void spelling_readsTheWholeLine()
    {
        const QString line = words(1).repeated(900) + QStringLiteral(" wrongg end");
        CheckedLines lines;
        const WrongLines wrong = lines.wrongWords(
            line.toStdString(), [](const QString& word) { return word != QStringLiteral("wrongg"); }, {});
        QCOMPARE(wrong.size(), std::size_t{1});
        QCOMPARE(wrong.begin()->second.front().start, static_cast<int>(line.indexOf(QStringLiteral("wrongg"))));
    }

    void keyInALineOfAMegabyte_changesOneBlock()
    {
        Field field(words(175'000));
        QVERIFY(field.core().size() > 1'000'000);
        field.select(500'000, 500'000);
        int largest = 0;
        connect(&field.document, &QTextDocument::contentsChange, this,
                [&](int, int removed, int added) { largest = qMax(largest, qMax(removed, added)); });
        for (int i = 0; i < 20; ++i)
            field.key(Qt::Key_X);
        QVERIFY2(largest <= 2 * most, qPrintable(QString::number(largest)));
        QVERIFY(field.longestBlock() <= most);
        QCOMPARE(field.core().count(u'x'), 20);
    }

    /// Time is told, not judged: a line of a megabyte in one block took 0.2 to 9 s for each key.
    void keyInALineOfAMegabyte_isTimed()
    {
        Field field(words(175'000));
        field.select(500'000, 500'000);
        QBENCHMARK_ONCE
        {
            field.key(Qt::Key_X);
        }
    }

    void emojiWhoseSecondHalfIsTheMarker_isItself()
    {
        const QString line = QStringLiteral("🔀").repeated(5000);
        Field field(line + QStringLiteral("\n🔀"));
        QCOMPARE(field.core(), line + QStringLiteral("\n🔀"));
        QVERIFY(field.cuts().size() >= 2);
    }
};

QTEST_MAIN(TestLongLines)
#include "tst_longlines.moc"
