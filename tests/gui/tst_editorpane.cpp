// SPDX-License-Identifier: MIT
// The text field as it is painted and as input methods see it.
#include "editor/documenttext.h"
#include "editor/editorlayout.h"
#include "editor/editorpane.h"
#include "editor/findbar.h"
#include "windowprobe.h"

#include <QDirIterator>
#include <QInputMethodEvent>
#include <QInputMethodQueryEvent>
#include <QLineEdit>
#include <QPaintEvent>
#include <QTextBlock>

using namespace galley;
using test::WindowProbe;

namespace
{
struct Field {
    explicit Field(const QString& words = {})
    {
        document.setDocumentLayout(new EditorLayout(&document));
        document.setPlainText(words);
        pane = std::make_unique<EditorPane>(&document);
        pane->setFontAndZoom(QFont(QStringLiteral("DejaVu Sans Mono"), 11), 1);
        pane->resize(900, 400);
        pane->show();
        pane->activateWindow();
        pane->setFocus();
        (void)QTest::qWaitForWindowActive(pane.get());
    }

    QString core() const { return QString::fromStdString(*text.text()); }

    void compose(const QString& preedit, const QString& commit = {})
    {
        QInputMethodEvent event(preedit, {});
        event.setCommitString(commit);
        QApplication::sendEvent(pane.get(), &event);
    }

    QRectF asked(Qt::InputMethodQuery query) const
    {
        QInputMethodQueryEvent event(query);
        QApplication::sendEvent(pane.get(), &event);
        return event.value(query).toRectF();
    }

    void setCaret(int position)
    {
        QTextCursor cursor(&document);
        cursor.setPosition(position);
        pane->setTextCursor(cursor);
    }

    QTextDocument document;
    DocumentText text{&document};
    std::unique_ptr<EditorPane> pane;
};

/// What a widget was asked to paint anew.
class PaintedRegion final : public QObject
{
public:
    explicit PaintedRegion(QWidget* widget) { widget->installEventFilter(this); }

    bool eventFilter(QObject*, QEvent* event) override
    {
        if (event->type() == QEvent::Paint)
            region += static_cast<QPaintEvent*>(event)->region();
        return false;
    }

    QRegion region;
};
} // namespace

class TestEditorPane : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void inputMethod_isToldWhereTheTextStands_data()
    {
        QTest::addColumn<int>("width");
        QTest::addColumn<double>("zoom");
        QTest::addColumn<bool>("wrapped");
        for (const int width : {500, 900, 1580}) {
            for (const double zoom : {0.8, 1.0, 2.0}) {
                for (const bool wrapped : {true, false})
                    QTest::addRow("%d %.1f %d", width, zoom, wrapped) << width << zoom << wrapped;
            }
        }
    }

    void inputMethod_isToldWhereTheTextStands()
    {
        QFETCH(int, width);
        QFETCH(double, zoom);
        QFETCH(bool, wrapped);
        Field field(QStringLiteral("first\nsecond line\nthird"));
        field.pane->resize(width, 400);
        field.pane->setFontAndZoom(QFont(QStringLiteral("DejaVu Sans Mono"), 11), zoom);
        field.pane->setWrapped(wrapped);
        field.setCaret(12);
        EditorPane& pane = *field.pane;
        const QPoint margin = pane.viewport()->pos();
        QVERIFY(margin.x() > 0 && margin.y() > 0);
        const QRectF caret = QRectF(pane.cursorRect()).translated(margin);
        QCOMPARE(field.asked(Qt::ImCursorRectangle).toRect().topLeft(), caret.toRect().topLeft());
        QCOMPARE(field.asked(Qt::ImCursorRectangle).toRect().bottom(), caret.toRect().bottom());
        QCOMPARE(field.asked(Qt::ImAnchorRectangle).toRect().topLeft(), caret.toRect().topLeft());
        // The way that platform plugins take.
        const QVariant direct = QInputMethod::queryFocusObject(Qt::ImCursorRectangle, QVariant());
        QCOMPARE(direct.toRectF().toRect().topLeft(), caret.toRect().topLeft());
        // A point of the field is found in the text, as a touch keyboard asks for it.
        QVariant at;
        QVERIFY(QMetaObject::invokeMethod(&pane, "inputMethodQuery", Q_RETURN_ARG(QVariant, at),
                                          Q_ARG(Qt::InputMethodQuery, Qt::ImCursorPosition),
                                          Q_ARG(QVariant, QVariant(caret.center()))));
        QCOMPARE(at.toInt(), 6);
    }

    void anchorOfASelection_isWhereItBegan()
    {
        Field field(QStringLiteral("first\nsecond line\nthird"));
        field.setCaret(2);
        const QPoint began = field.asked(Qt::ImCursorRectangle).toRect().topLeft();
        QTextCursor cursor = field.pane->textCursor();
        cursor.setPosition(12, QTextCursor::KeepAnchor);
        field.pane->setTextCursor(cursor);
        QCOMPARE(field.asked(Qt::ImAnchorRectangle).toRect().topLeft(), began);
        QVERIFY(field.asked(Qt::ImCursorRectangle).toRect().topLeft() != began);
    }

    void composedWord_isCommittedOnceByAClick()
    {
        Field field(QStringLiteral("one\n\nthree"));
        field.setCaret(4);
        field.compose(QStringLiteral("어"));
        QCOMPARE(field.core(), QStringLiteral("one\n\nthree"));
        QTest::mouseClick(field.pane->viewport(), Qt::LeftButton, {}, QPoint(20, 12));
        QCOMPARE(field.core(), QStringLiteral("one\n어\nthree"));
        field.compose({}, QStringLiteral("어")); // ibus-hangul, told of the end
        QCOMPARE(field.core(), QStringLiteral("one\n어\nthree"));
        field.compose({}, QStringLiteral("어")); // and this one is meant
        QCOMPARE(field.core().count(QStringLiteral("어")), 2);
    }

    void wordComposedAfterAClick_isTaken()
    {
        Field field(QStringLiteral("one\n\nthree"));
        field.setCaret(4);
        field.compose(QStringLiteral("어"));
        QTest::mouseClick(field.pane->viewport(), Qt::LeftButton, {}, QPoint(20, 12));
        field.compose(QStringLiteral("어"));
        field.compose({}, QStringLiteral("어"));
        QCOMPARE(field.core().count(QStringLiteral("어")), 2);
    }

    void keyAfterAClick_makesTheNextWordMeant()
    {
        Field field(QStringLiteral("one\n\nthree"));
        field.setCaret(4);
        field.compose(QStringLiteral("어"));
        QTest::mouseClick(field.pane->viewport(), Qt::LeftButton, {}, QPoint(20, 12));
        QTest::keyClick(field.pane.get(), Qt::Key_End);
        field.compose({}, QStringLiteral("어"));
        QCOMPARE(field.core().count(QStringLiteral("어")), 2);
    }

    void clickInTheComposedWord_leavesItComposed()
    {
        Field field(QStringLiteral("one\n\nthree"));
        field.setCaret(4);
        const QPoint start = field.pane->cursorRect().center();
        field.compose(QStringLiteral("nihao"));
        QTest::mouseClick(field.pane->viewport(), Qt::LeftButton, {}, start + QPoint(20, 0));
        QCOMPARE(field.core(), QStringLiteral("one\n\nthree"));
        field.compose({}, QStringLiteral("你好"));
        QCOMPARE(field.core(), QStringLiteral("one\n你好\nthree"));
    }

    void composedWord_isInNoFileJournalOrPreview()
    {
        WindowProbe probe("---\nlayout: post\ntitle: T\n---\nBody\n");
        QVERIFY(probe.settle());
        QTest::keyClick(probe.pane(), Qt::Key_End, Qt::ControlModifier);
        QTest::keyClicks(probe.pane(), QStringLiteral("typed "));
        QInputMethodEvent composing(QStringLiteral("어제"), {});
        QApplication::sendEvent(probe.pane(), &composing);
        QVERIFY(probe.previewShows(QStringLiteral("typed")));
        QVERIFY(probe.settle());
        QVERIFY(!probe.text().contains(QStringLiteral("어제")));
        QVERIFY(!probe.liveBody().contains(QStringLiteral("어제")));
        probe.action(Act::Save)->trigger();
        QVERIFY(QTest::qWaitFor([&] { return probe.disk().contains("typed"); }, 10000));
        for (QDirIterator files(probe.folder.path(), QDir::Files, QDirIterator::Subdirectories); files.hasNext();)
            QVERIFY(!test::readBytes(files.next()).contains("어제")); // the journal is below the same folder
        QInputMethodEvent done(QString(), {});
        done.setCommitString(QStringLiteral("어제"));
        QApplication::sendEvent(probe.pane(), &done);
        QVERIFY(probe.text().endsWith(QStringLiteral("typed 어제")));
    }

    void arabicAndHebrewParagraphs_beginAtTheRightEdge()
    {
        Field field(QStringLiteral("left to right\nمرحبا بالعالم\n- שלום עולם\n> latin"));
        field.pane->grab();
        const auto edges = [&field](int block) {
            const QTextBlock found = field.document.findBlockByNumber(block);
            const QTextLine line = found.layout()->lineAt(0);
            const qreal left = line.cursorToX(0), right = line.cursorToX(static_cast<int>(found.text().size()));
            return std::pair{qMin(left, right), qMax(left, right)};
        };
        const qreal margin = field.document.documentMargin();
        const qreal width = field.document.firstBlock().layout()->lineAt(0).width();
        QCOMPARE(edges(0).first, margin);
        QCOMPARE(edges(3).first, margin);
        for (const int block : {1, 2}) {
            QVERIFY2(qAbs(edges(block).second - (margin + width)) < 4,
                     qPrintable(QStringLiteral("block %1: from %2 to %3 of %4 at %5")
                                    .arg(block)
                                    .arg(edges(block).first)
                                    .arg(edges(block).second)
                                    .arg(width)
                                    .arg(margin)));
            QVERIFY(edges(block).first > margin + width / 2);
        }
        // The caret goes with them, and a click finds the letter that is seen there.
        field.setCaret(field.document.findBlockByNumber(1).position() + 3);
        const QRect caret = field.pane->cursorRect();
        QVERIFY(caret.left() > field.pane->viewport()->width() / 2);
        QCOMPARE(field.pane->cursorForPosition(caret.center()).position(), field.pane->textCursor().position());
    }

    void rightToLeftParagraph_staysAtTheRightWhileItIsTyped()
    {
        Field field;
        QTest::keyClicks(field.pane.get(), QStringLiteral("- "));
        field.pane->insertPlainText(QStringLiteral("مرحبا"));
        field.pane->grab();
        const int first = field.pane->cursorRect().left();
        field.pane->insertPlainText(QStringLiteral(" بالعالم"));
        field.pane->grab();
        QVERIFY(first > field.pane->viewport()->width() / 2);
        QVERIFY(field.pane->cursorRect().left() < first);
    }

    void clearedSelection_isPaintedAnewWithItsGaps()
    {
        Field field(QStringLiteral("one\ntwo words\nthree"));
        QVERIFY(QTest::qWaitForWindowActive(field.pane.get()));
        QTextCursor cursor(&field.document);
        cursor.setPosition(2);
        cursor.setPosition(12, QTextCursor::KeepAnchor);
        field.pane->setTextCursor(cursor);
        QCoreApplication::processEvents();
        PaintedRegion painted(field.pane->viewport());
        cursor.clearSelection();
        field.pane->setTextCursor(cursor);
        QTRY_COMPARE(painted.region.boundingRect(), field.pane->viewport()->rect());
    }

    void currentLine_goesWithTheFocus()
    {
        QWidget window;
        window.resize(900, 460);
        Field field(QStringLiteral("one\ntwo words\nthree"));
        auto* other = new QLineEdit(&window);
        field.pane->setParent(&window);
        field.pane->move(0, 40);
        window.show();
        field.pane->show();
        window.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        field.pane->setFocus();
        QCoreApplication::processEvents();
        PaintedRegion painted(field.pane->viewport());
        other->setFocus();
        QTRY_COMPARE(painted.region.boundingRect(), field.pane->viewport()->rect());
        painted.region = {};
        field.pane->setFocus();
        QTRY_COMPARE(painted.region.boundingRect(), field.pane->viewport()->rect());
        field.pane->setParent(nullptr);
    }
};

int main(int argc, char** argv)
{
    return test::windowMain<TestEditorPane>(argc, argv);
}
#include "tst_editorpane.moc"
