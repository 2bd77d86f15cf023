// SPDX-License-Identifier: MIT
// The tests' own comparison of trees says what jekyll_diff.py says: of real posts left as they are, changed where it
// does not show, and changed where it does.
#include "base/jsonreader.h"
#include "htmltree.h"
#include "testpaths.h"

#include <QDir>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>
#include <cstdio>
#include <fstream>
#include <random>

using namespace galley;

namespace
{
using Random = std::mt19937;

std::size_t below(Random& random, std::size_t count)
{
    return std::uniform_int_distribution<std::size_t>(0, count - 1)(random);
}

/// Never inside a character of several bytes.
std::size_t place(Random& random, const std::string& html)
{
    std::size_t at = below(random, html.size());
    while (at > 0 && (static_cast<unsigned char>(html[at]) & 0xC0) == 0x80)
        --at;
    return at;
}

void replaceOne(Random& random, std::string& html, std::string_view from, std::string_view to)
{
    std::size_t at = html.find(from, below(random, html.size()));
    if (at == std::string::npos)
        at = html.find(from);
    if (at != std::string::npos)
        html.replace(at, from.size(), to);
}

/// What browsers show alike, and what they do not; which is which is for the two to say.
std::string changed(Random& random, std::string html)
{
    using Swap = std::pair<std::string_view, std::string_view>;
    // clang-format off
    static constexpr Swap swaps[] = {{"</p>", ""}, {"</li>", ""}, {"\n", "  \n "}, {" ", "  "}, {"&amp;", "&#38;"},
        {"&lt;", "&#x3c;"}, {"’", "&rsquo;"}, {" />", ">"}, {"<p>", "<!-- c --><p>"}, {"<p>", "<p class=\"\">"},
        {"class=\"highlight\"", "class='highlight'"}, {"<em>", "<i>"}, {"<code", "<code id=\"a\""}, {"href=\"",
        "href=\" "}, {"<span class=\"nb\">", "<span>"}, {"</span>", ""}, {"</tbody>", ""}, {"<td>",
        "<td align=\"left\">"}, {" id=\"", " data-id=\""}, {"highlighter-rouge", "highlighter-rouge x"}, {"<strong>",
        "<STRONG>"}, {"<br />", ""}, {"</div>", ""}, {"<li>", "<li> "}, {"</em>", "</em> "}, {"<pre", "\n<pre"}};
    // clang-format on
    static constexpr std::string_view inserts[] = {"x", " ", "\n", "<!-- -->"};
    const std::string before = html;
    for (int tries = 0; tries < 8 && html == before; ++tries) { // not every post has every mark
        const std::size_t kind = below(random, std::size(swaps) + std::size(inserts) + 1);
        if (kind < std::size(swaps))
            replaceOne(random, html, swaps[kind].first, swaps[kind].second);
        else if (kind < std::size(swaps) + std::size(inserts))
            html.insert(place(random, html), inserts[kind - std::size(swaps)]);
        else
            break; // left as it is
    }
    return html;
}

std::vector<std::string> postsHtml(std::size_t step)
{
    std::vector<std::string> all;
    const auto posts = test::sharedPath("vectors/posts-kramdown.jsonl");
    std::ifstream in(posts.value_or(std::filesystem::path()));
    std::size_t number = 0;
    for (std::string line; posts && std::getline(in, line);) {
        if (number++ % step != 0)
            continue;
        const auto post = readJson(line);
        if (post && post->get("html").isString() && !post->get("html").string().empty())
            all.push_back(post->get("html").string());
    }
    return all;
}

void write(const QString& folder, std::size_t number, const std::string& html)
{
    std::ofstream(folder.toStdString() + "/" + std::to_string(number) + ".html", std::ios::binary) << html;
}
} // namespace

class TreeCompareTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void verdicts_areThoseOfJekyllDiff()
    {
        const bool isLong = qEnvironmentVariableIsSet("GALLEY_LONG");
        const std::vector<std::string> posts = postsHtml(isLong ? 1 : 4);
        if (posts.empty())
            QSKIP("there is no ../shared/vectors with posts");
        const QTemporaryDir folder;
        const QString ours = folder.filePath(QStringLiteral("ours"));
        const QString theirs = folder.filePath(QStringLiteral("theirs"));
        QVERIFY(QDir().mkpath(ours) && QDir().mkpath(theirs));
        Random random(qEnvironmentVariableIsSet("GALLEY_SEED")
                          ? static_cast<unsigned>(qEnvironmentVariableIntValue("GALLEY_SEED"))
                          : 1U);
        std::vector<bool> equal;
        std::vector<std::string> variants;
        for (std::size_t i = 0; i < posts.size(); ++i) {
            variants.push_back(changed(random, posts[i]));
            equal.push_back(test::compareHtml(variants[i], posts[i]).equal);
            write(ours, i, variants[i]);
            write(theirs, i, posts[i]);
        }
        const Value verdicts = verdictsOfJekyllDiff(ours, theirs);
        if (verdicts.isNil())
            QSKIP("python3 is not installed");
        std::size_t equals = 0;
        for (std::size_t i = 0; i < posts.size(); ++i) {
            const Value verdict = verdicts.get(std::to_string(i) + ".html").get("equal");
            QVERIFY(verdict.isBool());
            equals += verdict.boolean();
            const test::HtmlDifference difference = test::compareHtml(variants[i], posts[i]);
            QVERIFY2(verdict.boolean() == equal[i],
                     (std::to_string(i) + ": " + difference.ours + " | " + difference.theirs).c_str());
        }
        std::printf("%zu pairs, %zu of them equal\n", posts.size(), equals);
        QVERIFY(equals > posts.size() / 10 && equals < posts.size()); // both verdicts were asked for
    }

private:
    static Value verdictsOfJekyllDiff(const QString& ours, const QString& theirs)
    {
        const QString script = QString::fromStdString(test::sourcePath("tests/parity/jekyll_diff.py").string());
        QProcess process;
        process.start(QStringLiteral("python3"),
                      {script, QStringLiteral("--batch"), ours, theirs, QStringLiteral("--mode"),
                       QStringLiteral("body"), QStringLiteral("--loose"), QStringLiteral("tokens"),
                       QStringLiteral("--json")});
        process.waitForFinished(250'000);
        const auto answer = readJson(process.readAllStandardOutput().toStdString());
        return answer ? answer->get("files") : Value();
    }
};

QTEST_GUILESS_MAIN(TreeCompareTest)
#include "tst_treecompare.moc"
