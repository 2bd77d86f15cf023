// SPDX-License-Identifier: MIT
#include "editor/documenttext.h"

#include "base/limits.h"
#include "base/textcodec.h"
#include "randombytes.h"

#include <QPlainTextDocumentLayout>
#include <QPlainTextEdit>
#include <QTest>
#include <QTextBlock>
#include <QTextCursor>
#include <QTextDocument>

using namespace galley;
using namespace std::string_literals;

namespace
{
struct Fixture {
    Fixture() { document.setDocumentLayout(new QPlainTextDocumentLayout(&document)); }
    explicit Fixture(std::string_view core) : Fixture() { text.load(core); }
    QTextDocument document;
    DocumentText text{&document};
};
} // namespace

class TestDocumentText : public QObject
{
    Q_OBJECT

    static void editSomewhere(QTextDocument& document, RandomBytes& random)
    {
        const int kind = random.below(10);
        if (kind == 0)
            document.undo();
        else if (kind == 1)
            document.redo();
        QTextCursor cursor(&document);
        const int from = random.below(document.characterCount());
        cursor.setPosition(from);
        if (kind < 6)
            cursor.setPosition(std::min(from + random.below(60), document.characterCount() - 1),
                               QTextCursor::KeepAnchor);
        cursor.beginEditBlock();
        cursor.insertText(kind < 4 ? QString() : toEditorText(fromFileBytes(random.text(6)).text));
        if (kind == 9)
            cursor.movePosition(QTextCursor::Start);
        cursor.insertText(random.below(2) ? QStringLiteral("\n") : QStringLiteral("k"));
        cursor.endEditBlock();
    }

private Q_SLOTS:
    void everyFile_passesThroughADocumentByteForByte()
    {
        RandomBytes random(30261);
        Fixture f;
        for (int i = 0; i < 5'000; ++i) {
            const std::string bytes = random.text(24);
            const FileText file = fromFileBytes(bytes);
            f.text.load(file.text);
            if (toFileBytes(*f.text.text(), file.form) != bytes)
                QFAIL(QByteArray::fromStdString(bytes).toHex().constData());
        }
    }

    void everyCharacter_passesThroughADocument()
    {
        Fixture f;
        for (char32_t c = 0; c <= 0x10FFFF; ++c) {
            if (c >= 0xD800 && c <= 0xDFFF)
                continue;
            if (c > 0x30000 && c % 0x1000 != 0xFFE) // the planes above hold nothing special; a sample will do
                continue;
            const std::string core = "a" + QString::fromUcs4(&c, 1).toStdString() + "b\n";
            QTextCursor cursor(&f.document);
            cursor.select(QTextCursor::Document);
            cursor.insertText(toEditorText(core));
            if (*f.text.text() != core)
                QFAIL(qPrintable(QString::number(c, 16)));
        }
    }

    void plainTextEdit_keepsWhatTheDocumentKeeps()
    {
        RandomBytes random(30262);
        QPlainTextEdit edit;
        DocumentText text(edit.document());
        for (int i = 0; i < 500; ++i) {
            const std::string core = fromFileBytes(random.text(24)).text;
            text.load(core);
            QCOMPARE(*text.text(), core);
        }
    }

    void editsOfBytes_doToTheDocumentWhatTheyDoToTheText()
    {
        RandomBytes random(30263);
        for (int i = 0; i < 5'000; ++i) {
            Fixture f(random.text(16));
            const std::string before = *f.text.text();
            const auto offset = f.text.byteOffset(random.below(f.document.characterCount()));
            const auto end = f.text.byteOffset(random.below(f.document.characterCount()));
            const TextEdit edit{std::min(offset, end), std::max(offset, end) - std::min(offset, end), random.text(2)};
            f.text.apply(edit);
            QCOMPARE(*f.text.text(), applied(before, edit));
            f.document.undo();
            QCOMPARE(*f.text.text(), before);
        }
    }

    void replaceAll_isOneUndoStepAndMovesNoCaretBeforeIt()
    {
        Fixture f("title\n\nbody\nend\n");
        QTextCursor caret(&f.document);
        caret.setPosition(3);
        f.text.replaceAll("title\n\nchanged body\nend\n");
        QCOMPARE(caret.position(), 3);
        QCOMPARE(*f.text.text(), "title\n\nchanged body\nend\n"s);
        f.document.undo();
        QCOMPARE(*f.text.text(), "title\n\nbody\nend\n"s);
        QVERIFY(!f.document.isUndoAvailable());
    }

    void typing_changesTheText()
    {
        Fixture f("ab");
        const auto before = f.text.text();
        QTextCursor(&f.document).insertText(QStringLiteral("x"));
        QCOMPARE(*f.text.text(), "xab"s);
        QCOMPARE(*before, "ab"s);
    }

    void positionsAndOffsets_agree()
    {
        Fixture f("\xC3\xA9\xF0\x9F\x98\x80\xFF\r\n\xE2\x80\xA9z\n");
        QCOMPARE(f.text.byteOffset(0), std::size_t{0});
        QCOMPARE(f.text.byteOffset(1), std::size_t{2});
        QCOMPARE(f.text.byteOffset(3), std::size_t{6});
        QCOMPARE(f.text.byteOffset(4), std::size_t{7});
        QCOMPARE(f.text.byteOffset(6), std::size_t{9});
        QCOMPARE(f.text.byteOffset(9), std::size_t{12});
        QCOMPARE(f.text.position(12), 9);
        QCOMPARE(f.text.position(4), 1); // inside the emoji
        QCOMPARE(f.text.position(14), 11);
        QCOMPARE(f.text.position(1000), 11);
    }

    void piecesOfALongLine_areOneLine()
    {
        const std::string longLine(3 * limits::editorLineUnits, 'x');
        Fixture f("a\n" + longLine + "\nb");
        QVERIFY(f.document.blockCount() > 4);
        QCOMPARE(f.text.lineCount(), 3);
        QCOMPARE(f.text.lineOfBlock(3), 1);
        QCOMPARE(f.text.blockOfLine(1).blockNumber(), 1);
        QCOMPARE(f.text.blockOfLine(2).text(), QStringLiteral("b"));
        QCOMPARE(f.text.blockOfLine(99).text(), QStringLiteral("b"));
        QCOMPARE(f.text.lineOfPosition(f.document.characterCount() - 1), 2);
    }

    /// What is kept between two looks is as good as a look at everything.
    void textAfterAnyEdits_isThatOfTheWholeDocument()
    {
        RandomBytes random(5);
        Fixture f(random.text(300));
        for (int i = 0; i < 400; ++i) {
            for (int edits = random.below(4); edits >= 0; --edits)
                editSomewhere(f.document, random);
            const DocumentText whole(&f.document);
            QCOMPARE(*f.text.text(), *whole.text());
            QCOMPARE(f.text.lineCount(), whole.lineCount());
            const int block = random.below(f.document.blockCount());
            QCOMPARE(f.text.lineOfBlock(block), whole.lineOfBlock(block));
            const int place = random.below(f.document.characterCount());
            QCOMPARE(f.text.byteOffset(place), whole.byteOffset(place));
        }
    }

    void textOfAMegabyte_isTakenOnceForAKey()
    {
        std::string core;
        while (core.size() < (1u << 20))
            core += "A line of a long post, as people write them, some sixty bytes.\n";
        Fixture f(core);
        QTextCursor cursor(&f.document);
        cursor.movePosition(QTextCursor::End);
        QBENCHMARK
        {
            cursor.insertText(QStringLiteral("k"));
            (void)f.text.text();
        }
        QCOMPARE(f.text.text(), f.text.text());
    }
};

QTEST_MAIN(TestDocumentText)
#include "tst_documenttext.moc"
