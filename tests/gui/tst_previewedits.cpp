// SPDX-License-Identifier: MIT
// The main test of the preview: whatever is edited, the live page is the page that a fresh load would show.
#include "pagemaker.h"
#include "previewprobe.h"

#include <random>

using namespace galley;
using test::makePage;
using test::PreviewProbe;
using test::Shell;

namespace
{

using Blocks = std::vector<std::string>;

/// What Markdown makes, and what people and enemies write as HTML between it.
const Blocks ordinary{
    "<p>plain words here</p>",
    "<h2 id=\"h\">Heading</h2>",
    "<ul>\n<li>a</li>\n<li>b <em>c</em></li>\n</ul>",
    "<ol start=\"3\">\n<li><p>x</p></li>\n</ol>",
    "<pre><code class=\"language-c\">int a;\n\nint b;\n</code></pre>",
    "<pre>\n\nfirst line feed goes</pre>",
    "<blockquote>\n<p>q</p>\n</blockquote>",
    "<table>\n<thead>\n<tr><th>a</th></tr>\n</thead>\n<tbody>\n<tr><td>1</td></tr>\n</tbody>\n</table>",
    "<p><img src=\"a.png\" alt=\"A\"> and <a href=\"https://example.org/\">link</a></p>",
    "<hr>",
    "<details><summary>s</summary>\n<p>hidden</p></details>",
    "<p>&lt;tag&gt; &amp; &quot;entity&quot; \xc3\xa9\xf0\x9f\x98\x80</p>",
    "<div class=\"note\"><p>in a box</p></div>",
    "<svg width=\"9\" height=\"9\"><g><path d=\"M0 0L9 9\"/></g></svg>",
    "<math><mi>x</mi></math>",
    "bare text, no element",
    "<p style=\"color: red\">styled</p>"};
const Blocks broken{"<div>",
                    "</div>",
                    "<p><b>bold never ends</p>",
                    "</b>",
                    "<table><tr><td>cell",
                    "</table>",
                    "<ul><li>open",
                    "</li></ul>",
                    "<p>unclosed",
                    "</p>",
                    "<a href=\"#x\">link never ends",
                    "<!-- comment opens",
                    "comment ends -->",
                    "<!-- whole comment -->",
                    "</article>",
                    "</main></body>",
                    "<select><option>o",
                    "<textarea>",
                    "</textarea>",
                    "<pre>",
                    "</pre>",
                    "<svg><g>",
                    "<math><mtext><p>x",
                    "<style>p { color: red }</style>",
                    "<title>second title</title>",
                    "<template><p>t</p>",
                    "<td>stray cell</td>",
                    "<li>stray item</li>",
                    "<body class=\"late\">",
                    "<html data-late=\"1\">",
                    "<form><input name=\"attributes\"><p>f</p>",
                    "<button>b",
                    "<h1>never ends",
                    "<img name=\"body\">",
                    "<script>var a = \"</p>\";</script>",
                    "<p title=\"quote never ends>x</p>",
                    "<dl><dt>t<dd>d",
                    "<ruby>a<rt>b",
                    "<iframe src=\"https://www.youtube.com/embed/x\"></iframe>",
                    "<nobr>n<nobr>m",
                    "<font color=\"red\">f",
                    "<frameset><frame>",
                    "<plaintext>"};

Blocks edited(Blocks blocks, std::mt19937& random, int percentBroken)
{
    const auto pick = [&] {
        const Blocks& pool = int(random() % 100) < percentBroken ? broken : ordinary;
        return pool[random() % pool.size()];
    };
    const auto place = [&](std::size_t size) { return std::ptrdiff_t(random() % size); };
    // With so many unclosed tags around, pages are mended as often as they are broken.
    std::erase_if(blocks, [&](const std::string& block) {
        return random() % 4 == 0 && std::find(broken.begin(), broken.end(), block) != broken.end();
    });
    switch (random() % 5) {
    case 0:
        if (blocks.size() > 3)
            blocks.erase(blocks.begin() + place(blocks.size()));
        break;
    case 1:
    case 2: {
        if (blocks.empty())
            break;
        std::string& block = blocks[random() % blocks.size()];
        const std::size_t gt = block.find('>');
        block.insert(gt == std::string::npos ? block.size() : gt + 1, 1, char('a' + random() % 26));
        break;
    }
    default:
        if (blocks.size() < 14)
            blocks.insert(blocks.begin() + place(blocks.size() + 1), pick());
    }
    return blocks;
}

Shell shellNamed(const QString& name, std::mt19937& random)
{
    Shell shell;
    if (random() % 4 == 0)
        shell.head.replace(shell.head.find("<title>t"), 8, "<title>" + std::to_string(random() % 3));
    if (name == QLatin1String("paragraph"))
        shell = {"<!doctype html><html><body><p>", "</p><footer>f</footer></body></html>"};
    else if (name == QLatin1String("none"))
        shell = {"", ""};
    else if (name == QLatin1String("quirks"))
        shell = {"<html><head><title>q</title></head><body class=\"a\"><p>before<div>", "</div></body></html>"};
    else if (name == QLatin1String("table"))
        shell = {"<!doctype html><body><table><tr><td>", "</td></tr></table></body>"};
    else if (name == QLatin1String("list"))
        shell = {"<!doctype html><body><ul><li>", "</li></ul><b>after</b></body>"};
    else if (name == QLatin1String("bold"))
        shell = {"<!doctype html><body><div><b>", "</b></div>after</body>"};
    return shell;
}

} // namespace

Q_DECLARE_METATYPE(std::string)

class TestPreviewEdits : public QObject
{
    Q_OBJECT

    std::unique_ptr<PreviewProbe> m_kept;

    void addShells(const QList<const char*>& names)
    {
        QTest::addColumn<QString>("shell");
        QTest::addColumn<int>("percentBroken");
        QTest::addColumn<int>("edits");
        const bool isLongRun = qEnvironmentVariableIsSet("GALLEY_LONG");
        for (const char* name : names)
            QTest::newRow(name) << QString::fromLatin1(name) << 25 << (isLongRun || name == names.first() ? 300 : 100);
        QTest::newRow("well-formed") << QStringLiteral("article") << 0 << (isLongRun ? 300 : 100);
    }

private Q_SLOTS:
    void cleanupTestCase() { m_kept.reset(); }

    void randomEdits_leaveTheTreeThatAFreshParseGives_data()
    {
        // The short check takes 300 edits in the shell that most sites have, and 100 in the one that a paragraph makes
        // and the one that a list makes; the long one 300 in each.
        if (qEnvironmentVariableIsSet("GALLEY_LONG"))
            addShells({"article", "paragraph", "none", "quirks", "table", "list", "bold"});
        else
            addShells({"article", "paragraph", "list"});
    }
    void randomEdits_leaveTheTreeThatAFreshParseGives()
    {
        QFETCH(QString, shell);
        QFETCH(int, percentBroken);
        QFETCH(int, edits);
        PreviewProbe probe;
        PageAddress address;
        address.url = QStringLiteral("/post.html");
        QVERIFY(probe.show(makePage({}, {"<!DOCTYPE html><p>nothing yet", ""}), address));
        // Uncleaned, so that the browser's own parser can be the oracle.
        probe.ask(QStringLiteral("galley.page.cleaning = false"));
        QSignalSpy failed(&probe.pane, &PreviewPane::patchFailed);
        std::mt19937 random(5);
        Blocks blocks;
        for (int i = 0; i < edits; ++i) {
            blocks = edited(blocks, random, percentBroken);
            const RenderedPage page = makePage(blocks, shellNamed(shell, random));
            const QSignalSpy opened(&probe.pane, &PreviewPane::pageOpened);
            QVERIFY(probe.show(page, address));
            if (opened.count() > 0)
                probe.ask(QStringLiteral("galley.page.cleaning = false"));
            if (opened.count() > 0)
                continue; // another doctype is another page, shown cleaned
            QCOMPARE(failed.count(), 0);
            const QString difference = probe.difference(page);
            if (difference != QLatin1String("equal"))
                qWarning("edit %d of %s:\n%s", i, qPrintable(shell), page.html.c_str());
            QCOMPARE(difference, QStringLiteral("equal"));
        }
    }

    void brokenBlock_comesAndGoesWithoutATrace_data()
    {
        QTest::addColumn<std::string>("block");
        for (const std::string& block : broken)
            QTest::newRow(block.c_str()) << block;
    }
    void brokenBlock_comesAndGoesWithoutATrace()
    {
        QFETCH(std::string, block);
        if (!m_kept)
            m_kept = std::make_unique<PreviewProbe>(); // one for all rows: what a row leaves behind, the next
                                                       // one finds
        PreviewProbe& probe = *m_kept;
        const auto matches = [&](const Blocks& blocks) {
            const RenderedPage page = makePage(blocks);
            if (!probe.show(page))
                return false;
            probe.ask(QStringLiteral("galley.page.cleaning = false"));
            return probe.show(page) && probe.difference(page) == QLatin1String("equal");
        };
        probe.show(makePage({"<p>start</p>"}));
        probe.ask(QStringLiteral("galley.page.cleaning = false"));
        const Blocks good{"<p>a</p>", "<p>b <i>c</i></p>", "text d", "<ul>\n<li>e</li>\n</ul>"};
        for (const std::ptrdiff_t place : {0, 2, 4}) {
            QVERIFY(matches(good));
            Blocks with = good;
            with.insert(with.begin() + place, block);
            QVERIFY2(matches(with), "inserted");
            with[place == 4 ? 3 : std::size_t(place) + 1] = "<p>edited</p>";
            QVERIFY2(matches(with), "edited beside it");
            with.push_back("<p>more</p>");
            QVERIFY2(matches(with), "more after it");
        }
        QVERIFY2(matches(good), "removed");
    }

    void randomEdits_leaveThePageThatAFreshLoadShows_data()
    {
        if (qEnvironmentVariableIsSet("GALLEY_LONG"))
            addShells({"article", "paragraph"});
        else
            addShells({"article"});
    }
    void randomEdits_leaveThePageThatAFreshLoadShows()
    {
        QFETCH(QString, shell);
        QFETCH(int, percentBroken);
        QFETCH(int, edits);
        PreviewProbe probe;
        PageAddress address;
        address.url = QStringLiteral("/post.html");
        std::mt19937 random(20170619);
        Blocks blocks;
        PreviewProbe second;
        for (int i = 0; i < edits; ++i) {
            blocks = edited(blocks, random, percentBroken);
            const RenderedPage page = makePage(blocks, shellNamed(shell, random));
            QVERIFY(probe.show(page, address));
            if (i % 15 != 14)
                continue;
            PageAddress other = address;
            other.file = QString::number(i);
            QVERIFY(second.show(page, other));
            const QString live = probe.serialised(), fresh = second.serialised();
            if (live != fresh)
                qWarning("edit %d of %s:\n%s", i, qPrintable(shell), page.html.c_str());
            QCOMPARE(live, fresh);
        }
    }
};

int main(int argc, char** argv)
{
    return test::previewMain<TestPreviewEdits>(argc, argv);
}
#include "tst_previewedits.moc"
