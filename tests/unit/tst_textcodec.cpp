// SPDX-License-Identifier: MIT
#include "base/limits.h"
#include "base/textcheck.h"
#include "base/textcodec.h"
#include "base/textdiff.h"

#include <QTest>

using namespace galley;
using namespace std::string_literals;
using namespace std::string_view_literals;

namespace
{
/// Not QString::fromUtf16: that drops a byte order mark.
QString utf16(std::u16string_view units)
{
    return QStringView(units).toString();
}
} // namespace

class TestTextCodec : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void uniformCrLf_isThatOfTheFile()
    {
        const FileText file = fromFileBytes("\xEF\xBB\xBF"
                                            "a\r\nb\r\n");
        QCOMPARE(file.text, "a\nb\n"s);
        QVERIFY(file.form.crlf && file.form.bom);
    }

    void mixedLineEnds_keepTheirCarriageReturns()
    {
        const FileText file = fromFileBytes("a\r\nb\n");
        QVERIFY(!file.form.crlf);
        QCOMPARE(file.text, "a\r\nb\n"s);
        QCOMPARE(toEditorText(file.text), utf16(u"a\xDC0D\nb\n"sv));
    }

    void aLineTypedIntoACrLfFile_endsWithCrLf() { QCOMPARE(toFileBytes("a\nnew\n", {false, true}), "a\r\nnew\r\n"s); }

    void secondBom_isText()
    {
        const FileText file = fromFileBytes("\xEF\xBB\xBF\xEF\xBB\xBFx");
        QCOMPARE(toEditorText(file.text), utf16(u"\uFEFFx"sv));
    }

    void whatADocumentRefuses_isEscapedByteByByte()
    {
        QCOMPARE(toEditorText("\0\r\xE2\x80\xA9"s), utf16(u"\xDC00\xDC0D\xDCE2\xDC80\xDCA9"sv));
        QCOMPARE(toEditorText("\xFF\xC3"), utf16(u"\xDCFF\xDCC3"sv));
    }

    void noBreakSpaceAndLineSeparator_stay()
    {
        QCOMPARE(toEditorText("\xC2\xA0\xE2\x80\xA8"), utf16(u"\u00A0\u2028"sv));
    }

    void longLine_isCutBehindASpaceAndIsOneLineAgain()
    {
        std::string line;
        while (line.size() < 3 * limits::editorLineUnits)
            line += "word ";
        const QString editor = toEditorText(line + "\n");
        const QStringList blocks = editor.split(u'\n');
        QVERIFY(blocks.size() > 3);
        QVERIFY(blocks[0].endsWith(QStringLiteral("word ") + QChar(longLineMarker)));
        QCOMPARE(toCoreText(editor), line + "\n");
    }

    void oneMegabyteWithoutASpace_isCutInLinearTime()
    {
        QBENCHMARK_ONCE
        {
            QCOMPARE(toCoreText(toEditorText(std::string(1 << 20, 'x'))).size(), std::size_t{1} << 20);
        }
    }

    void deletedMarker_makesTheLineBreakReal()
    {
        const QString editor = utf16(u"ab\xDD00\ncd"sv);
        QCOMPARE(toCoreText(editor), "abcd"s);
        QCOMPARE(toCoreText(QString(editor).remove(QChar(longLineMarker))), "ab\ncd"s);
        QCOMPARE(toCoreText(QString(editor).remove(u'\n')), "abcd"s);
    }

    void loneSurrogates_becomeReplacementCharacters()
    {
        QCOMPARE(toCoreText(utf16(u"\xD83Dx\xDE00"sv)), "\xEF\xBF\xBDx\xEF\xBF\xBD"s);
    }

    void pastedLineEnds_areLineBreaks()
    {
        QCOMPARE(pastedText(utf16(u"a\r\nb\rc\u2029d"sv)), QStringLiteral("a\nb\nc\nd"));
    }

    void copiedText_hidesEscapesAndMarkers()
    {
        QCOMPARE(copiedText(utf16(u"a\xDD00\u2029b\u2029\xDCE2\xDC80\xDCA9\xDCFF"sv)), utf16(u"ab\n\u2029\uFFFD"sv));
    }

    void invalidUtf8_isAnErrorAtItsLineAndColumn()
    {
        const Diagnostics found = checkText("good\n\xC3\xA9\xE9 bad \xE9\n");
        QCOMPARE(found.size(), std::size_t{1});
        QCOMPARE(found[0].line, 2);
        QCOMPARE(found[0].column, 2);
        QCOMPARE(found[0].severity, Severity::Error);
        QVERIFY(found[0].text.find("0xE9") != std::string::npos);
    }

    void aBookInLatin1_fillsNoList()
    {
        std::string book;
        for (int i = 0; i < 1000; ++i)
            book += "caf\xE9\n";
        const Diagnostics found = checkText(book);
        QCOMPARE(found.size(), limits::textDiagnostics + 1);
        QCOMPARE(found.back().text, "980 more lines with invalid UTF-8"s);
    }

    void nulAndStrayCarriageReturn_areWarnedOfOnce()
    {
        const Diagnostics found = checkText("a\0b\0\nc\rd\re"s);
        QCOMPARE(found.size(), std::size_t{2});
        QVERIFY(!hasErrors(found));
        QCOMPARE(found[1].line, 2);
    }

    void binaryFiles_areToldFromText()
    {
        QVERIFY(whyNotText("\x7F"
                           "ELF\x02\x01\x01\0\0\0\0\0\0\0\0\0\x03\0>\0\x01\0\0\0"s));
        QVERIFY(whyNotText("\xFF\xFEh\0i\0"s));
        QVERIFY(!whyNotText("<scr\0ipt>\0"s));
        QVERIFY(!whyNotText("caf\xE9 \xC8\xC7\xC6\xC5"));
        QVERIFY(!whyNotText(""));
    }

    void knownKindsOfFiles_areRefusedByTheirName()
    {
        // The head of a PDF is text; its sample holds hardly a control byte.
        const std::string pdf = "%PDF-1.4\n%\xE2\xE3\xCF\xD3\n1 0 obj\n<< /Type /Catalog >>\nendobj\n";
        QCOMPARE(whyNotText(pdf).value_or(""), "it is a PDF document, not text"s);
        QCOMPARE(whyNotText("\x89PNG\r\n\x1A\n\0\0\0\rIHDR"s).value_or(""), "it is a PNG picture, not text"s);
        QCOMPARE(whyNotText("GIF89a\x01\0\x01\0\x80\0\0"s).value_or(""), "it is a GIF picture, not text"s);
        QCOMPARE(whyNotText("\xFF\xD8\xFF\xE0 JFIF").value_or(""), "it is a JPEG picture, not text"s);
        QVERIFY(whyNotText("PK\x03\x04 word/document.xml"));
        QVERIFY(whyNotText("\0\0\0\x18"
                           "ftypheic"s));
        // A post may speak of them.
        for (const char* text :
             {"GIF89a is a format\n", "ID3 tags\n", "OggS\n", "%PDF files\n", "PK\n", "---\n%PDF-1.4\n"})
            QVERIFY2(!whyNotText(text), text);
    }

    void editBetween_keepsCharactersWhole()
    {
        const TextEdit edit = editBetween("a\xC3\xA9z", "a\xC3\xA8z");
        QCOMPARE(edit.offset, std::size_t{1});
        QCOMPARE(edit.text, "\xC3\xA8"s);
    }
};

QTEST_GUILESS_MAIN(TestTextCodec)
#include "tst_textcodec.moc"
