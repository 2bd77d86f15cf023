// SPDX-License-Identifier: MIT
#include "base/limits.h"
#include "base/textcheck.h"
#include "base/textcodec.h"
#include "base/textdiff.h"
#include "base/unicode.h"
#include "randombytes.h"

#include <QTest>

#include <filesystem>
#include <fstream>
#include <iterator>

using namespace galley;

class TestTextRoundTrip : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyFile_returnsByteForByte()
    {
        RandomBytes random(20261);
        for (int i = 0; i < 100'000; ++i) {
            const std::string bytes = random.text(24);
            const FileText file = fromFileBytes(bytes);
            const QString editor = toEditorText(file.text);
            const std::string core = toCoreText(editor);
            if (core != file.text || toFileBytes(core, file.form) != bytes)
                QFAIL(qPrintable(QStringLiteral("run %1: %2")
                                     .arg(i)
                                     .arg(QString::fromLatin1(QByteArray::fromStdString(bytes).toHex()))));
        }
    }

    void editorText_holdsNothingThatADocumentRefuses()
    {
        RandomBytes random(20262);
        const QString refused = QStringLiteral("\r\u2029\uFDD0\uFDD1");
        for (int i = 0; i < 20'000; ++i) {
            const QString editor = toEditorText(fromFileBytes(random.text(24)).text);
            QVERIFY(!editor.contains(QChar(0)));
            for (const QChar c : refused)
                QVERIFY(!editor.contains(c));
        }
    }

    void noBlock_isLongerThanTheLimit()
    {
        RandomBytes random(20263);
        for (int i = 0; i < 2'000; ++i) {
            const QString editor = toEditorText(random.text(60));
            for (const QStringView line : QStringView(editor).split(u'\n'))
                QVERIFY(static_cast<std::size_t>(line.size()) <= limits::editorLineUnits + 1);
        }
    }

    void anyUtf16_becomesBytesThatStayTheSame()
    {
        RandomBytes random(20264);
        for (int i = 0; i < 50'000; ++i) {
            QString mangled;
            for (int n = random.below(30); n > 0; --n)
                mangled += QChar(
                    static_cast<char16_t>(random.below(3) ? 0xD700 + random.below(0xA00) : random.below(0x10000)));
            const std::string core = toCoreText(mangled);
            QCOMPARE(toCoreText(toEditorText(core)), core);
            QCOMPARE(coreLength(mangled), core.size());
        }
    }

    void columns_countTheSameBytesAsTheText()
    {
        RandomBytes random(20265);
        for (int i = 0; i < 5'000; ++i) {
            const QString editor = toEditorText(random.text(12)).left(300);
            for (const QStringView block : QStringView(editor).split(u'\n')) {
                const std::string core = toCoreText(block);
                for (std::size_t at = 0; at <= core.size(); ++at) {
                    const qsizetype column = editorColumn(block, at);
                    const std::size_t back = coreLength(block.first(column));
                    QVERIFY(back <= at && at - back < 4);
                    QCOMPARE(core.substr(0, back), toCoreText(block.first(column)));
                }
            }
        }
    }

    void displayText_isValidAndKeepsTheLines()
    {
        RandomBytes random(20266);
        for (int i = 0; i < 20'000; ++i) {
            const std::string core = fromFileBytes(random.text(24)).text;
            const std::string shown = displayText(core);
            QCOMPARE(unicode::firstInvalid(shown), std::string::npos);
            QCOMPARE(std::count(shown.begin(), shown.end(), '\n'), std::count(core.begin(), core.end(), '\n'));
            QCOMPARE(hasErrors(checkText(core)), shown != core);
        }
    }

    void editBetween_makesOneTextOfTheOther()
    {
        RandomBytes random(20267);
        for (int i = 0; i < 50'000; ++i) {
            const std::string before = random.text(20);
            std::string after = before;
            for (int n = random.below(3); n > 0; --n) {
                const auto at = static_cast<std::size_t>(random.below(static_cast<int>(after.size()) + 1));
                after.replace(at, static_cast<std::size_t>(random.below(8)), random.text(2));
            }
            const TextEdit edit = editBetween(before, after);
            QCOMPARE(applied(before, edit), after);
            QCOMPARE(edit.length == 0 && edit.text.empty(), before == after);
        }
    }
};

QTEST_GUILESS_MAIN(TestTextRoundTrip)
#include "tst_textroundtrip.moc"
