// SPDX-License-Identifier: MIT
// Random Markdown through kramdown itself and through us, with Jekyll's options and with random ones: 500 texts each,
// twenty times as many with GALLEY_LONG; GALLEY_SEED picks others. What differs is shrunk and shown.
// Real posts and kramdown's own cases, cut and joined by chance, go the same way where the shared folder is.
#include "base/jsonreader.h"
#include "htmltree.h"
#include "kramdownserver.h"
#include "markdown/document.h"
#include "markdowncases.h"
#include "markdownmaker.h"
#include "optionmaker.h"
#include "testpaths.h"
#include "textsplicer.h"

#include <QTest>
#include <cstdio>
#include <fstream>

using namespace galley;

namespace
{
constexpr int textsPerSeed = 500;
constexpr int seedsOfLongRun = 20;
constexpr int shown = 20; ///< differences shrunk and shown for each seed; each takes a few hundred runs of kramdown

/// One text with settings, through both.
class Pair
{
public:
    explicit Pair(test::KramdownServer& kramdown) : m_kramdown(kramdown) {}

    bool differs(const std::string& text, const test::Settings& settings)
    {
        const auto theirs = m_kramdown.html(text, test::toJson(settings));
        return theirs && theirs->rfind("kramdown failed", 0) != 0 &&
               !test::compareHtml(markdown::toHtml(text, test::toOptions(settings)).html, *theirs).equal;
    }

    /// Takes settings, then lines and characters away while the two still differ, and prints what is left.
    void show(std::string text, test::Settings settings)
    {
        for (std::size_t i = settings.size(); i-- > 0;) {
            test::Settings fewer = settings;
            fewer.erase(fewer.begin() + static_cast<std::ptrdiff_t>(i));
            if (differs(text, fewer))
                settings = fewer;
        }
        text = test::shrink(text, [&](const std::string& smaller) { return differs(smaller, settings); });
        const std::string ours = markdown::toHtml(text, test::toOptions(settings)).html;
        const QByteArray line = QByteArray::fromStdString(text).toPercentEncoding(" *_`<>[]()!\"'#-=|:{}.~^$&/\\+,;?");
        std::printf("=== %s %s\n--- ours\n%s\n--- kramdown\n%s\n", line.constData(), test::toJson(settings).c_str(),
                    ours.c_str(), m_kramdown.html(text, test::toJson(settings)).value_or("").c_str());
    }

private:
    test::KramdownServer& m_kramdown;
};
/// The Markdown of a file of JSON lines in the shared folder; nothing where that is absent.
std::vector<std::string> markdownOf(const char* file)
{
    std::vector<std::string> texts;
    const auto path = test::sharedPath(file);
    std::ifstream in(path.value_or(std::filesystem::path()));
    for (std::string line; path && std::getline(in, line);) {
        const auto object = readJson(line);
        if (object && object->get("markdown").isString())
            texts.push_back(object->get("markdown").string());
    }
    return texts;
}
} // namespace

class KramdownTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    /// The tables of tests/unit/markdowncases say what kramdown says.
    void tablesOfCases_areKramdownsOwn()
    {
        if (!m_kramdown.isRunning())
            QSKIP("ruby with kramdown and kramdown-parser-gfm is not installed");
        for (const test::MarkdownCase& one : test::markdownCases()) {
            const auto theirs = m_kramdown.html(one.markdown, one.options);
            QVERIFY2(theirs == one.html, one.name.c_str());
        }
    }

    void randomTexts_becomeKramdownsHtml_data() { addSeeds(); }

    void randomTexts_becomeKramdownsHtml()
    {
        QFETCH(int, seed);
        test::MarkdownMaker texts(static_cast<unsigned>(seed));
        compareAll([&] { return texts.next(); });
    }

    void splicedPosts_becomeKramdownsHtml_data() { addSeeds(); }

    void splicedPosts_becomeKramdownsHtml()
    {
        QFETCH(int, seed);
        std::vector<std::string> material = markdownOf("vectors/kramdown-cases.jsonl");
        const std::vector<std::string> posts = markdownOf("vectors/posts-kramdown.jsonl");
        material.insert(material.end(), posts.begin(), posts.end());
        if (material.empty())
            QSKIP("there is no ../shared/vectors with posts and cases");
        test::TextSplicer texts(material, static_cast<unsigned>(seed));
        compareAll([&] { return texts.next(); });
    }

private:
    static void addSeeds()
    {
        QTest::addColumn<int>("seed");
        QTest::addColumn<bool>("withSettings");
        const bool isLong = qEnvironmentVariableIsSet("GALLEY_LONG");
        const int first = qEnvironmentVariableIsSet("GALLEY_SEED") ? qEnvironmentVariableIntValue("GALLEY_SEED") : 1;
        for (int seed = first; seed < first + (isLong ? seedsOfLongRun : 1); ++seed) {
            QTest::addRow("Jekyll's options, seed %d", seed) << seed << false;
            QTest::addRow("random options, seed %d", seed) << seed << true;
        }
    }

    void compareAll(const std::function<std::string()>& nextText)
    {
        QFETCH(int, seed);
        QFETCH(bool, withSettings);
        if (!m_kramdown.isRunning())
            QSKIP("ruby with kramdown and kramdown-parser-gfm is not installed");
        test::OptionMaker options(static_cast<unsigned>(seed));
        Pair pair(m_kramdown);
        int different = 0;
        for (int i = 0; i < textsPerSeed; ++i) {
            const std::string text = nextText();
            const test::Settings settings = withSettings ? options.next() : test::Settings();
            if (!pair.differs(text, settings))
                continue;
            if (++different <= shown)
                pair.show(text, settings);
        }
        std::printf("%s: %d of %d equal\n", QTest::currentDataTag(), textsPerSeed - different, textsPerSeed);
        QCOMPARE(different, 0);
    }

    test::KramdownServer m_kramdown;
};

QTEST_GUILESS_MAIN(KramdownTest)
#include "tst_kramdown.moc"
