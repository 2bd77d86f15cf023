// SPDX-License-Identifier: MIT
// What Ruby reads otherwise than it looks: told in Problems, underlined where it stands, mended by one click.
#include "windowprobe.h"

#include "form/frontmatterpanel.h"
#include "sidebar/problemspanel.h"

#include <QLabel>
#include <QToolButton>

using namespace galley;
using namespace galley::test;

namespace
{
const QByteArray post = "---\ntitle: C# meetup #12\ntime: 19:00 # start\nlayout: post\n---\nText\n";

QList<QToolButton*> fixButtons(WindowProbe& probe, const QString& title)
{
    QList<QToolButton*> out;
    for (QToolButton* button : probe.window.editor().problems()->findChildren<QToolButton*>()) {
        if (button->text() == title && !button->isHidden())
            out << button;
    }
    return out;
}
} // namespace

class TestProblemFixes : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void lint_isToldAtItsLineAndUnderlined()
    {
        WindowProbe probe(post);
        QVERIFY(probe.settle());
        const QString problems = probe.window.editor().problemTexts().join(u'\n');
        QVERIFY2(problems.contains(QStringLiteral("Line 2:")) && problems.contains(QStringLiteral("Line 3:")),
                 qPrintable(problems));
        QStringList underlined;
        for (const QTextEdit::ExtraSelection& mark : probe.pane()->extraSelections()) {
            if (mark.format.underlineStyle() == QTextCharFormat::WaveUnderline)
                underlined << mark.cursor.selectedText();
        }
        QVERIFY2(underlined.contains(QStringLiteral("C# meetup #12")), qPrintable(underlined.join(u'|')));
        QVERIFY2(underlined.contains(QStringLiteral("19:00 # start")), qPrintable(underlined.join(u'|')));
    }

    void oneClick_quotesItAndUndoTakesItBack()
    {
        WindowProbe probe(post);
        QVERIFY(probe.settle());
        auto* strip = probe.window.editor().problems()->findChild<QToolButton*>(QStringLiteral("fix"));
        QVERIFY(strip && !strip->isHidden());
        QTest::mouseClick(strip, Qt::LeftButton);
        QVERIFY2(probe.text().contains(QStringLiteral("title: \"C# meetup #12\"\n")), qPrintable(probe.text()));
        QVERIFY(probe.settle());
        QTRY_VERIFY(!probe.window.editor().problemTexts().join(u'\n').contains(QStringLiteral("Line 2:")));
        QTest::mouseClick(strip, Qt::LeftButton);
        QVERIFY2(probe.text().contains(QStringLiteral("time: \"19:00\" # start\n")), qPrintable(probe.text()));
        probe.pane()->undo();
        probe.pane()->undo();
        QCOMPARE(probe.text().toUtf8(), post);
    }

    void frontMatterBelowABlankLine_isMovedByOneClickAndTheFormWaits()
    {
        const QByteArray low = "\n---\ntitle: Low\nlayout: post\n---\nbody\n";
        WindowProbe probe(low);
        QVERIFY(probe.settle());
        const QString problems = probe.window.editor().problemTexts().join(u'\n');
        QVERIFY2(problems.count(QStringLiteral("first line")) == 1, qPrintable(problems));
        auto* form = probe.window.findChild<FrontMatterPanel*>();
        auto* notice = form->findChild<QLabel*>(QStringLiteral("notice"));
        QVERIFY(notice->text().contains(QStringLiteral("first line")));
        form->setField(QStringLiteral("title"), Value("Typed"));
        QCOMPARE(probe.text().toUtf8(), low); // no second one above it
        auto* strip = probe.window.editor().problems()->findChild<QToolButton*>(QStringLiteral("fix"));
        QVERIFY(strip && !strip->isHidden());
        QTest::mouseClick(strip, Qt::LeftButton);
        QCOMPARE(probe.text().toUtf8(), low.mid(1));
        QVERIFY(probe.settle());
        QTRY_VERIFY(notice->text().isEmpty());
        probe.pane()->undo();
        QCOMPARE(probe.text().toUtf8(), low);
    }

    void columnsOfProblems_countLettersOutsideOfTheFirstPlaneOnce()
    {
        WindowProbe probe("---\ntitle: x\n\"😀😀\": 0123\n---\nText\n");
        QVERIFY(probe.settle());
        QStringList underlined;
        for (const QTextEdit::ExtraSelection& mark : probe.pane()->extraSelections()) {
            if (mark.format.underlineStyle() == QTextCharFormat::WaveUnderline)
                underlined << mark.cursor.selectedText();
        }
        QVERIFY2(underlined.contains(QStringLiteral("0123")), qPrintable(underlined.join(u'|')));
    }

    void textTypedAbove_movesTheFixAlong()
    {
        WindowProbe probe(post);
        QVERIFY(probe.settle());
        QTextCursor cursor(probe.window.post().document()->find(QStringLiteral("layout")).block());
        cursor.movePosition(QTextCursor::Start);
        cursor.movePosition(QTextCursor::NextBlock);
        cursor.insertText(QStringLiteral("lang: en\n"));
        QVERIFY(probe.settle());
        const QList<QToolButton*> buttons = fixButtons(probe, QStringLiteral("Quote it"));
        QVERIFY(!buttons.isEmpty());
        QTest::mouseClick(buttons.first(), Qt::LeftButton);
        QVERIFY2(probe.text().startsWith(QStringLiteral("---\nlang: en\ntitle: \"C# meetup #12\"\n")),
                 qPrintable(probe.text()));
    }

    void yamlThatCanNotBeRead_hasAWayToMendTheLine()
    {
        WindowProbe probe("---\ntitle: Meetup: C++\n---\nText\n");
        QVERIFY(probe.settle());
        auto* strip = probe.window.editor().problems()->findChild<QToolButton*>(QStringLiteral("fix"));
        QTRY_VERIFY2(!strip->isHidden(), qPrintable(probe.window.editor().problemTexts().join(u'\n')));
        QTest::mouseClick(strip, Qt::LeftButton);
        QVERIFY2(probe.text().contains(QStringLiteral("title: \"Meetup: C++\"\n")), qPrintable(probe.text()));
    }
};

int main(int argc, char** argv)
{
    return windowMain<TestProblemFixes>(argc, argv);
}
#include "tst_problemfixes.moc"
