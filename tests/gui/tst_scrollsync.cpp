// SPDX-License-Identifier: MIT
// Editor and preview side by side in the window: each shows the other's line, whatever lies between and however late it comes.
#ifndef Q_MOC_RUN // which loses count of the brackets in the scripts
#include "attacks/hand.h"
#include "editor/posteditor.h"
#include "windowprobe.h"
#endif

#include <QImage>
#include <QScrollBar>
#include <QWheelEvent>

#include <random>

using namespace galley;
using test::WindowProbe;

namespace
{

constexpr int lateImages = 20;

/// A post whose every line of words begins with its own number, so that the page tells where each line is shown; blocks of
/// all kinds, uneven lines, and an image after each few blocks whose height only its file knows.
class NumberedPost
{
public:
    explicit NumberedPost(const QByteArray& imageAttributes)
    {
        for (const char* line : {"---", "title: t", "layout: none", "---"})
            add(line);
        add("");
        for (int i = 0; i < lateImages; ++i) {
            paragraph(3 + int(m_random() % 6));
            section(i);
            add("<img src=\"late" + QByteArray::number(i) + ".png\" alt=\"L" + QByteArray::number(m_line) + "\"" + imageAttributes + ">");
            add("");
            if (i % 3 == 0) {
                add("## " + words(2));
                add("");
            }
        }
        for (int i = 0; i < 40; ++i)
            paragraph(1 + int(m_random() % 4));
    }
    QByteArray text;

private:
    void add(const QByteArray& line)
    {
        text += line + '\n';
        ++m_line;
    }
    QByteArray words(int count) { return "L" + QByteArray::number(m_line) + QByteArray(" word").repeated(count); }
    QByteArray someWords() { return words(1 + int(m_random() % 60)); }
    void paragraph(int lines)
    {
        for (int i = 0; i < lines; ++i)
            add(someWords());
        add("");
    }
    void section(int i)
    {
        const int items = 4 + int(m_random() % 20);
        if (i % 5 == 1)
            add("```c");
        if (i % 5 == 3) {
            add("| " + words(1) + " | b |");
            add("|---|---|");
        }
        for (int n = 0; n < items && i % 5 != 4; ++n)
            row(i % 5);
        if (i % 5 == 1)
            add("```");
        add("");
    }
    void row(int kind)
    {
        if (kind == 0)
            add("* " + someWords());
        else if (kind == 1)
            add(words(3));
        else if (kind == 2)
            add("> " + someWords());
        else
            add("| " + words(2) + " | cell |");
    }

    std::mt19937 m_random{7};
    int m_line = 0;
};

/// The lines that stand at the window's top, give and take a pixel, by the numbers that the page shows: the script's own
/// account is not asked. They are several where short lines of the source stand in one row.
const QString shownLines = QStringLiteral(R"((() => {
    const seen = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const range = document.createRange();
    while (walker.nextNode()) {
        for (const match of walker.currentNode.data.matchAll(/\bL(\d+)\b/g)) {
            range.setStart(walker.currentNode, match.index);
            range.setEnd(walker.currentNode, match.index + 1);
            seen.push([Number(match[1]), range.getBoundingClientRect().top]);
        }
    }
    for (const image of document.images)
        seen.push([Number(image.alt.slice(1)), image.getBoundingClientRect().top], [Number(image.alt.slice(1)) + 1, image.getBoundingClientRect().bottom]);
    for (const box of document.querySelectorAll('p, pre, ul, table, h2')) { // a block's last line ends where the block does
        const numbers = box.textContent.match(/\bL\d+\b/g);
        if (numbers)
            seen.push([Number(numbers[numbers.length - 1].slice(1)) + 1, box.getBoundingClientRect().bottom]);
    }
    seen.sort((a, b) => a[0] - b[0] || a[1] - b[1]);
    const lineAt = (y) => {
        const after = seen.findIndex((one) => one[1] > y);
        if (after <= 0)
            return after < 0 ? seen[seen.length - 1][0] : 0;
        const [from, to] = [seen[after - 1], seen[after]];
        return from[0] + (to[0] - from[0]) * (y - from[1]) / (to[1] - from[1]);
    };
    return [lineAt(-1), lineAt(1)];
})())");

class SyncProbe : public WindowProbe
{
public:
    explicit SyncProbe(const QByteArray& text) : WindowProbe(QByteArray(), QString())
    {
        for (int i = 0; i < lateImages; ++i) {
            QImage image(60, 120 + 37 * i, QImage::Format_RGB32);
            image.fill(Qt::darkCyan);
            image.save(folder.filePath(QStringLiteral("late%1.png").arg(i)));
        }
        path = folder.filePath(QStringLiteral("post.md"));
        test::writeFile(path, text);
        QSignalSpy applied(&window.preview(), &PreviewPane::patchApplied);
        open(path);
        QVERIFY(applied.count() > 0 || applied.wait(20000));
    }

    /// First and last line at the preview's top.
    std::pair<double, double> shown()
    {
        const QVariantList lines = ask(shownLines).toList();
        return {lines.value(0).toDouble(), lines.value(1).toDouble()};
    }
    double top() { return window.editor().topLine(); }
    double scrollY() { return ask(QStringLiteral("scrollY")).toDouble(); }
    /// In source lines.
    double error()
    {
        const auto [first, last] = shown();
        return std::max({first - top(), top() - last, 0.0});
    }
    QString places()
    {
        const auto [first, last] = shown();
        return QStringLiteral("editor %1, preview %2 to %3").arg(top()).arg(first).arg(last);
    }
    void scrollPreview(double y) { ask(QStringLiteral("scrollTo(0, %1); 0").arg(y)); }
    void scrollEditor(int value) { pane()->verticalScrollBar()->setValue(value); }

    /// As if no image had come yet, and as if they came now.
    void takeImages() { ask(QStringLiteral("for (const image of document.images) { image.dataset.src = image.src; image.removeAttribute('src') } 0")); }
    void bringImages() { ask(QStringLiteral("for (const image of document.images) image.src = image.dataset.src; 0")); }

    /// Waits until all images in sight are there and nothing moves any more.
    bool quiet()
    {
        double last = -1;
        return QTest::qWaitFor([&] {
            const double y = ask(QStringLiteral("[...document.images].every((image) => { const box = image.getBoundingClientRect();"
                                                "return image.complete || box.top > innerHeight || box.bottom < 0 }) ? scrollY : -1")).toDouble();
            const bool still = y >= 0 && y == std::exchange(last, y);
            if (!still)
                QTest::qWait(20);
            return still;
        }, 10000);
    }

    /// The editor's scroll values from which the preview can still stand at its line.
    int lastReachable()
    {
        const double line = ask(QStringLiteral("galley.lineOfPlace(document.documentElement.scrollHeight - innerHeight)")).toDouble();
        window.editor().scrollToLine(line - 5);
        const int value = pane()->verticalScrollBar()->value();
        scrollEditor(0);
        return value;
    }

    void wheel(QWidget* widget, int steps)
    {
        const QPointF place(widget->rect().center());
        QWheelEvent event(place, widget->mapToGlobal(place), {}, QPoint(0, -120 * steps), Qt::NoButton, Qt::NoModifier, Qt::NoScrollPhase, false);
        QApplication::sendEvent(widget, &event);
    }
    QWidget* web() { return window.preview().view()->findChild<QWidget*>(); }

    QPoint placeOfWord(const QString& word)
    {
        const QVariantList place = ask(QStringLiteral(R"((() => { const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
            while (walker.nextNode()) { const at = walker.currentNode.data.indexOf('%1'); if (at < 0) continue;
                const range = document.createRange(); range.setStart(walker.currentNode, at); range.setEnd(walker.currentNode, at + %2);
                const box = range.getBoundingClientRect(); return [box.left + box.width / 2, box.top + box.height / 2] } return [] })())")
            .arg(word).arg(word.size())).toList();
        return {place.value(0).toInt(), place.value(1).toInt()};
    }
};

} // namespace

class TestScrollSync : public QObject
{
    Q_OBJECT

    static constexpr int probes = 50;

private Q_SLOTS:
    void editorScrolled_showsItsLineInThePreview_data()
    {
        QTest::addColumn<QByteArray>("attributes");
        QTest::addColumn<bool>("late");
        QTest::newRow("images that come after each scroll") << QByteArray() << true;
        if (qEnvironmentVariableIsSet("GALLEY_LONG"))
            QTest::newRow("images that come when they are near") << QByteArray(" loading=\"lazy\"") << false;
    }
    void editorScrolled_showsItsLineInThePreview()
    {
        QFETCH(QByteArray, attributes);
        QFETCH(bool, late);
        SyncProbe probe(NumberedPost(attributes).text);
        QVERIFY(probe.quiet());
        QSignalSpy told(&probe.window.preview(), &PreviewPane::scrolledToLine);
        const int reachable = probe.lastReachable();
        QVERIFY(reachable > 100);
        std::mt19937 random(50);
        for (int i = 0; i < probes; ++i) {
            const int value = 8 + int(random() % unsigned(reachable - 8));
            if (late)
                probe.takeImages();
            probe.scrollEditor(value);
            QTest::qWait(30);
            if (late)
                probe.bringImages();
            const double top = probe.top();
            QVERIFY(probe.quiet());
            QVERIFY2(QTest::qWaitFor([&] { return probe.error() <= 1; }, 2000), qPrintable(QString::number(i) + QStringLiteral(": ") + probe.places()));
            QVERIFY2(std::abs(probe.top() - top) < 0.5, qPrintable(QStringLiteral("probe %1: the editor went from %2 to %3").arg(i).arg(top).arg(probe.top())));
        }
        QCOMPARE(told.count(), 0); // nothing came back
    }

    void previewScrolled_showsItsLineInTheEditor_data() { editorScrolled_showsItsLineInThePreview_data(); }
    void previewScrolled_showsItsLineInTheEditor()
    {
        QFETCH(QByteArray, attributes);
        QFETCH(bool, late);
        SyncProbe probe(NumberedPost(attributes).text);
        QVERIFY(probe.quiet());
        QSignalSpy told(probe.pane(), &EditorPane::scrolled);
        QSignalSpy heard(&probe.window.preview(), &PreviewPane::scrolledToLine);
        std::mt19937 random(51);
        for (int i = 0; i < probes; ++i) {
            const double room = probe.ask(QStringLiteral("document.documentElement.scrollHeight - innerHeight")).toDouble();
            if (late)
                probe.takeImages();
            QTest::qWait(30);
            const auto before = heard.count();
            probe.scrollPreview(300 + double(random() % unsigned(room - 300)));
            QVERIFY(heard.count() > before || heard.wait(5000));
            if (late)
                probe.bringImages();
            QVERIFY(probe.quiet());
            QVERIFY2(QTest::qWaitFor([&] { return probe.error() <= 1; }, 2000), qPrintable(QString::number(i) + QStringLiteral(": ") + probe.places()));
        }
        QCOMPARE(told.count(), 0);
    }

    void wheels_moveTheOtherSide()
    {
        SyncProbe probe(NumberedPost({}).text);
        QVERIFY(probe.quiet());
        probe.wheel(probe.pane()->viewport(), 9);
        QTRY_VERIFY(probe.scrollY() > 100);
        QVERIFY(probe.quiet());
        QVERIFY2(probe.error() <= 1, qPrintable(QString::number(probe.error())));
        const double top = probe.top();
        probe.wheel(probe.web(), 9);
        QTRY_VERIFY(probe.top() > top + 3);
        QTest::qWait(200);
        QVERIFY2(probe.error() <= 1, qPrintable(QString::number(probe.error())));
    }

    void scrollTogetherOff_leavesEachSideAlone()
    {
        SyncProbe probe(NumberedPost({}).text);
        QVERIFY(probe.quiet());
        probe.action(Act::FollowScroll)->trigger();
        probe.scrollEditor(60);
        QTest::qWait(200);
        const double top = probe.top();
        QVERIFY(top > 10);
        QCOMPARE(probe.scrollY(), 0.0);
        probe.scrollPreview(2500);
        QTest::qWait(200);
        QCOMPARE(probe.top(), top);
        probe.action(Act::FollowScroll)->trigger(); // and at once they are together again
        QTRY_VERIFY(probe.error() <= 1);
        QCOMPARE(probe.top(), top);
    }

    void keysInABlockInSight_moveNothing()
    {
        SyncProbe probe(NumberedPost({}).text);
        QVERIFY(probe.quiet());
        probe.scrollEditor(150);
        QTest::qWait(1);
        QVERIFY(probe.quiet());
        // The caret into a block that begins above the window's top: the block grows, what is seen of it stays.
        const double y = probe.scrollY();
        QVERIFY(y > 300);
        probe.window.editor().goToLine(int(probe.top()) + 2, 4);
        QTest::qWait(100);
        QVERIFY(probe.quiet());
        QCOMPARE(probe.scrollY(), y);
        QTest::keyClicks(probe.pane(), QStringLiteral("more words and still more of them until a line is full of them and then some "));
        QTest::keyClick(probe.pane(), Qt::Key_Return);
        QVERIFY(probe.settle());
        QVERIFY(probe.previewShows(QStringLiteral("until a line is full")));
        QTest::qWait(300);
        QCOMPARE(probe.scrollY(), y);
    }

    void keysInABlockOutOfSight_bringItIntoSightByTheSmallestWay()
    {
        SyncProbe probe(NumberedPost({}).text);
        QVERIFY(probe.quiet());
        probe.window.editor().goToLine(40, 0);
        QVERIFY(probe.quiet());
        for (const double far : {1500.0, 0.0}) {
            probe.action(Act::FollowScroll)->setChecked(false);
            probe.scrollPreview(probe.scrollY() > 1000 ? far : probe.scrollY() + 2500);
            QTest::qWait(100);
            probe.action(Act::FollowScroll)->setChecked(true);
            QTest::qWait(100);
        }
        probe.scrollPreview(probe.ask(QStringLiteral("document.documentElement.scrollHeight")).toDouble());
        QTest::qWait(150);
        QTest::keyClicks(probe.pane(), QStringLiteral("typed"));
        QVERIFY(probe.previewShows(QStringLiteral("typedL")));
        QTRY_VERIFY(probe.placeOfWord(QStringLiteral("typedL")).y() > 0);
        const int height = probe.ask(QStringLiteral("innerHeight")).toInt();
        QVERIFY(probe.placeOfWord(QStringLiteral("typedL")).y() < height);
    }

    void caretMoved_bringsItsLineIntoSightAndElseMovesNothing()
    {
        SyncProbe probe(NumberedPost({}).text);
        QVERIFY(probe.quiet());
        probe.pane()->setFocus();
        QTest::keyClick(probe.pane(), Qt::Key_End, Qt::ControlModifier);
        QTRY_VERIFY(probe.scrollY() > 3000);
        QTest::keyClick(probe.pane(), Qt::Key_Home, Qt::ControlModifier);
        QTRY_COMPARE(probe.scrollY(), 0.0);
        const int height = probe.ask(QStringLiteral("innerHeight")).toInt();
        for (int i = 0; i < 60; ++i) {
            QTest::keyClick(probe.pane(), Qt::Key_Down);
            QTest::qWait(2);
            if (i % 10 != 9 || i < 20)
                continue;
            QVERIFY(probe.quiet());
            const int line = probe.window.editor().caretLine();
            const QVariantList place = probe.ask(QStringLiteral("[galley.placeOfLine(%1) - scrollY, scrollY]").arg(line)).toList();
            QVERIFY2(place.value(0).toDouble() >= -1 && place.value(0).toDouble() < height, qPrintable(QString::number(place.value(0).toDouble())));
        }
    }

    void click_putsTheCaretAtTheWordAndMovesNothing()
    {
        SyncProbe probe("---\ntitle: t\n---\nfirst line of the paragraph\nsecond has *inner stress* and more\n\n* item one\n* item [two](https://example.org/two) here\n" +
                        QByteArray("\nfiller words\n").repeated(100));
        QVERIFY(probe.quiet());
        probe.scrollEditor(1);
        QTest::qWait(50);
        const double y = probe.scrollY();
        test::Hand(probe.window.preview().view()).click(probe.placeOfWord(QStringLiteral("stress")));
        QTRY_COMPARE(probe.window.editor().caretLine(), 4);
        QTextCursor cursor = probe.pane()->textCursor();
        cursor.select(QTextCursor::WordUnderCursor);
        QCOMPARE(cursor.selectedText(), QStringLiteral("stress"));
        QVERIFY(!probe.pane()->textCursor().hasSelection());
        test::Hand(probe.window.preview().view()).click(probe.placeOfWord(QStringLiteral("here")));
        QTRY_COMPARE(probe.window.editor().caretLine(), 7);
        QCOMPARE(probe.scrollY(), y);
    }

    void doubleClick_selectsTheWordInTheText()
    {
        SyncProbe probe("---\ntitle: t\n---\nsame same same\n\nsame [same](https://example.org/same) **same** other same\n");
        QVERIFY(probe.quiet());
        const QPoint place = probe.placeOfWord(QStringLiteral("other"));
        test::Hand hand(probe.window.preview().view());
        hand.click(place);
        QTest::qWait(20);
        hand.doubleClick(place);
        QTRY_COMPARE(probe.pane()->textCursor().selectedText(), QStringLiteral("other"));
        QCOMPARE(probe.window.editor().caretLine(), 5);
        QTRY_VERIFY(probe.pane()->hasFocus());
    }

    void clickWhoseLineIsOutOfTheEditorsSight_movesTheEditorOnly()
    {
        SyncProbe probe(NumberedPost({}).text);
        QVERIFY(probe.quiet());
        probe.action(Act::FollowScroll)->setChecked(false);
        probe.scrollPreview(3000);
        QTest::qWait(100);
        const double y = probe.scrollY();
        probe.action(Act::FollowScroll)->setChecked(true);
        QTRY_COMPARE(probe.scrollY(), 0.0); // together again
        probe.action(Act::FollowScroll)->setChecked(false);
        probe.scrollPreview(y);
        QTest::qWait(100);
        const auto [first, last] = probe.pane()->visibleBlocks();
        test::Hand(probe.window.preview().view()).click(QPoint(80, 300));
        QTRY_VERIFY(probe.pane()->textCursor().blockNumber() > last);
        QTest::qWait(100);
        QCOMPARE(probe.scrollY(), y);
    }
};

int main(int argc, char** argv)
{
    return test::windowMain<TestScrollSync>(argc, argv);
}
#include "tst_scrollsync.moc"
