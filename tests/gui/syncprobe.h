// SPDX-License-Identifier: MIT
// SyncProbe: a window with a long post whose lines tell their own numbers, on the page as in the text.
#pragma once

#include "editor/posteditor.h"
#include "windowprobe.h"

#include <QImage>
#include <QScrollBar>
#include <QWheelEvent>

#include <random>

namespace galley::test
{

inline constexpr int lateImages = 20;

/// A post whose every line of words begins with its own number, so that the page tells where each line is shown; blocks
/// of all kinds, uneven lines, and an image after each few blocks whose height only its file knows.
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
            add("<img src=\"late" + QByteArray::number(i) + ".png\" alt=\"L" + QByteArray::number(m_line) + "\"" +
                imageAttributes + ">");
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

/// The lines that stand at the window's top, give and take a pixel, by the numbers that the page shows: the script's
/// own account is not asked. They are several where short lines of the source stand in one row.
inline const QString shownLines = QStringLiteral(R"((() => {
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
        writeFile(path, text);
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
    void takeImages()
    {
        ask(QStringLiteral(
            "for (const image of document.images) { image.dataset.src = image.src; image.removeAttribute('src') } 0"));
    }
    void bringImages() { ask(QStringLiteral("for (const image of document.images) image.src = image.dataset.src; 0")); }

    /// Waits until all images in sight are there and nothing moves any more.
    bool quiet()
    {
        double last = -1;
        return QTest::qWaitFor(
            [&] {
                const double y =
                    ask(QStringLiteral(
                            "[...document.images].every((image) => { const box = image.getBoundingClientRect();"
                            "return image.complete || box.top > innerHeight || box.bottom < 0 }) ? scrollY : -1"))
                        .toDouble();
                const bool still = y >= 0 && y == std::exchange(last, y);
                if (!still)
                    QTest::qWait(20);
                return still;
            },
            10000);
    }

    /// The editor's scroll values from which the preview can still stand at its line.
    int lastReachable()
    {
        const double line =
            ask(QStringLiteral("galley.lineOfPlace(document.documentElement.scrollHeight - innerHeight)")).toDouble();
        window.editor().scrollToLine(line - 5);
        const int value = pane()->verticalScrollBar()->value();
        scrollEditor(0);
        return value;
    }

    void wheel(QWidget* widget, int steps)
    {
        const QPointF place(widget->rect().center());
        QWheelEvent event(place, widget->mapToGlobal(place), {}, QPoint(0, -120 * steps), Qt::NoButton, Qt::NoModifier,
                          Qt::NoScrollPhase, false);
        QApplication::sendEvent(widget, &event);
    }
    QWidget* web() { return window.preview().view()->findChild<QWidget*>(); }

    QPoint placeOfWord(const QString& word)
    {
        const QVariantList place =
            ask(QStringLiteral(
                    R"((() => { const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
            while (walker.nextNode()) { const at = walker.currentNode.data.indexOf('%1'); if (at < 0) continue;
                const range = document.createRange(); range.setStart(walker.currentNode, at); range.setEnd(walker.currentNode, at + %2);
                const box = range.getBoundingClientRect(); return [box.left + box.width / 2, box.top + box.height / 2] } return [] })())")
                    .arg(word)
                    .arg(word.size()))
                .toList();
        return {place.value(0).toInt(), place.value(1).toInt()};
    }
};

} // namespace galley::test
