// SPDX-License-Identifier: MIT
// Posts made to choke a program: the window answers keys all the while, and the preview either shows the post or says
// why not.
#ifndef Q_MOC_RUN // which loses count of the brackets in the scripts
#include "attacks/guipulse.h"
#include "windowprobe.h"
#endif

#include <QLabel>

using namespace galley;
using test::WindowProbe;

namespace
{

QByteArray times(const char* text, int count)
{
    return QByteArray(text).repeated(count);
}

QByteArray svgBomb()
{
    QByteArray out = "<svg width=90 height=90><defs><g id=a0><rect width=1 height=1 /></g>";
    for (int i = 1; i < 10; ++i)
        out += "<g id=a" + QByteArray::number(i) + '>' +
               QByteArray("<use href=\"#a" + QByteArray::number(i - 1) + "\"/>").repeated(10) + "</g>";
    return out + "</defs><use href=\"#a9\"/></svg>";
}

/// The sum that PNG puts behind each part (ISO 3309).
quint32 sumOf(const QByteArray& bytes)
{
    quint32 sum = 0xffffffff;
    for (const char byte : bytes) {
        sum ^= quint8(byte);
        for (int bit = 0; bit < 8; ++bit)
            sum = (sum >> 1) ^ (sum & 1 ? 0xedb88320 : 0);
    }
    return ~sum;
}

/// A PNG of this many black pixels a side, one bit each.
QByteArray largePng(int side)
{
    const auto number = [](quint32 value) {
        QByteArray bytes(4, 0);
        for (int i = 0; i < 4; ++i)
            bytes[i] = char(value >> (24 - 8 * i));
        return bytes;
    };
    const auto chunk = [&](const QByteArray& body) {
        return QByteArray(number(quint32(body.size() - 4)) + body + number(sumOf(body)));
    };
    const QByteArray rows = qCompress(QByteArray((side / 8 + 1) * qsizetype(side), 0)).mid(4);
    return QByteArray("\x89PNG\r\n\x1a\n") +
           chunk("IHDR" + number(quint32(side)) + number(quint32(side)) + QByteArray("\1\0\0\0\0", 5)) +
           chunk("IDAT" + rows) + chunk("IEND");
}

struct HeavyPost {
    const char* name;
    QByteArray body;
    bool slow = false; ///< takes its renderer over a minute: the short run looks at the window only, meanwhile
};

/// These are too much for any renderer: it is killed three times, after half a minute each, before the pane says so.
std::vector<HeavyPost> deadlyPosts()
{
    return {
        {"table of 10,000 by 10,000 cells",
         times("th|", 10000) + "\n" + times("---|", 10000) + "\n" + times("td\n", 10000)},
        {"cells that span 65,534",
         "<table>" + times("<tr><td colspan=65534 rowspan=65534>x</td></tr>", 200) + "</table>"},
    };
}

std::vector<HeavyPost> heavyPosts()
{
    return {
        {"definitions written out 50,000 times", "[x]: " + times("x", 50000) + "\n" + times("[x]", 50000)},
        {"half a megabyte of www._", times("www._", 100000)},
        {"20,000 divs inside one another", times("<div>", 20000), true},
        {"20,000 spans inside one another", times("<b><i>", 10000)},
        {"50,000 quotes inside one another", times("> ", 50000) + "a"},
        {"a megabyte in one line", times("word ", 200000)},
        {"a megabyte without a break", times("x", 1000000)},
        {"drawing that repeats itself a billion times", svgBomb()},
        {"picture of 30,000 by 30,000", "<img src=\"bomb.png\">"},
        {"100,000 headings", times("# h\n\n", 100000)},
        {"100,000 unclosed links", times("[a", 100000)},
        {"10,000 formulas", times("$$x^2$$\n\n", 10000)},
        {"post that ends in a digit", "1"},
    };
}

} // namespace

class TestHeavyPosts : public QObject
{
    Q_OBJECT

    /// Asks for the first paragraphs only: the whole page's words would be the heaviest thing here.
    static bool beginsWith(WindowProbe& probe, const QString& words)
    {
        const QString script = QStringLiteral(
            "[...document.querySelectorAll('p')].slice(0, 2).map((p) => p.textContent.slice(0, 99)).join()");
        return probe.ask(script).toString().contains(words);
    }

    static bool saysThatItStopped(WindowProbe& probe)
    {
        const auto labels = probe.window.preview().findChildren<QLabel*>();
        return std::any_of(labels.begin(), labels.end(), [](const QLabel* label) {
            return label->isVisible() && label->text().contains(QLatin1String("too much for it"));
        });
    }

    static bool showsOrExplains(WindowProbe& probe, const QString& words, int milliseconds)
    {
        return QTest::qWaitFor([&] { return saysThatItStopped(probe) || beginsWith(probe, words); }, milliseconds);
    }

private Q_SLOTS:
    void keys_areAnsweredWithinATenthOfASecond_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<bool>("awaited");
        const bool isLongRun = qEnvironmentVariableIsSet("GALLEY_LONG");
        for (const HeavyPost& post : heavyPosts())
            QTest::newRow(post.name) << post.body << (isLongRun || !post.slow);
        if (!isLongRun)
            return;
        for (const HeavyPost& post : deadlyPosts())
            QTest::newRow(post.name) << post.body << true;
    }

    void keys_areAnsweredWithinATenthOfASecond()
    {
        QFETCH(QByteArray, body);
        QFETCH(bool, awaited);
        WindowProbe probe("first words\n\n" + body);
        test::writeFile(probe.folder.filePath(QStringLiteral("bomb.png")),
                        body.contains("bomb.png") ? largePng(30000) : QByteArray());
        if (awaited)
            QVERIFY(showsOrExplains(probe, QStringLiteral("first words"), 150000));
        else
            QTest::qWait(2000);
        QTextCursor caret(probe.pane()->document());
        caret.movePosition(QTextCursor::EndOfBlock);
        probe.pane()->setTextCursor(caret);
        QTest::qWait(200);
        test::GuiPulse pulse;
        for (int i = 0; i < 8; ++i) {
            QTest::keyClick(probe.pane(), 'k');
            QTest::qWait(40);
        }
        if (awaited)
            QVERIFY(showsOrExplains(probe, QStringLiteral("first wordskkkkkkkk"), 60000));
        else
            QTest::qWait(2000);
        QVERIFY(probe.text().startsWith(QStringLiteral("first wordskkkkkkkk")));
        QVERIFY2(pulse.longestWork() <= 100, qPrintable(QString::number(pulse.longestWork())));
        qInfo("longest work of the window's thread: %.1f ms", pulse.longestWork());
    }

    /// 16 ms are a frame. What the editor and the preview's side of the program do for a key is measured in processor
    /// time of the window's thread, since other programs may have the machine at the same time.
    void keysInAMegabyte_leaveTheWindowItsFrames()
    {
        QByteArray text = "---\ntitle: long\n---\nfirst words\n\n";
        for (int i = 0; text.size() < (1 << 20); ++i)
            text += "Paragraph " + QByteArray::number(i) +
                    " with *some* emphasis, [a link](https://example.org/) and `code`, and words after it.\n\n";
        WindowProbe probe(text);
        QVERIFY(showsOrExplains(probe, QStringLiteral("first words"), 20000));
        QTest::qWait(1500);
        QVERIFY(probe.settle());
        QTextCursor caret(probe.pane()->document());
        caret.movePosition(QTextCursor::NextBlock, QTextCursor::MoveAnchor, 400);
        caret.movePosition(QTextCursor::EndOfBlock);
        probe.pane()->setTextCursor(caret);
        QTest::qWait(300);
        test::GuiPulse pulse;
        for (int i = 0; i < 60; ++i) {
            QTest::keyClick(probe.pane(), 'k');
            QTest::qWait(50);
        }
        QVERIFY(probe.settle());
        qInfo("60 keys: longest %.1f ms, over 16 ms: %d times", pulse.longestWork(), pulse.countOver(16));
        // One in twenty may be the test's own asking or Qt's first layout of a new place.
        QVERIFY2(
            pulse.countOver(16) <= 3,
            qPrintable(QStringLiteral("%1 times, longest %2 ms").arg(pulse.countOver(16)).arg(pulse.longestWork())));
    }
};

int main(int argc, char** argv)
{
    return test::windowMain<TestHeavyPosts>(argc, argv);
}
#include "tst_heavyposts.moc"
