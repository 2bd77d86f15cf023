// SPDX-License-Identifier: MIT
// All Markdown passes beside md4c on the same megabyte: medians of runs in turn, printed as ratios. Two texts: real
// posts from the folder beside the tree, where it is, and the sample write-up with headings, lists and code between.
#include "base/jsonreader.h"
#include "base/textcodec.h"
#include "longpost.h"
#include "markdown/conversion.h"
#include "testpaths.h"

#include <QTest>

#include <md4c-html.h>

#include <algorithm>
#include <cctype>
#include <chrono>
#include <cstdio>
#include <fstream>
#include <random>

using namespace galley;

namespace
{
constexpr std::size_t megabyte = 1'000'000;
constexpr int rounds = 41;

markdown::Options gfm()
{
    markdown::Options options;
    options.flavour = markdown::Flavour::Gfm;
    return options;
}

/// Whether what follows the post is a paragraph again: an open fence or tag would swallow all posts behind it.
bool endsCleanly(const std::string& post)
{
    const std::string last = "<p>end of the post</p>\n";
    for (const markdown::Options& options : {markdown::optionsFromConfig({}), gfm()}) {
        const std::string html = markdown::toHtml(post + "\n\nend of the post\n", options).html;
        if (html.size() < last.size() || html.compare(html.size() - last.size(), last.size(), last) != 0)
            return false;
    }
    return true;
}

/// The first megabyte of real posts one behind the other; empty where they are not at hand.
std::string realPosts()
{
    const auto file = test::sharedPath("vectors/posts-kramdown.jsonl");
    std::string all;
    if (!file)
        return all;
    std::ifstream in(*file);
    for (std::string line; all.size() < megabyte && std::getline(in, line);) {
        const auto value = readJson(line);
        const std::string bytes = value && value->isHash() ? value->hash().get("markdown").string() : std::string();
        const std::string post = fromFileBytes(bytes).text; // LF line ends, as in the editor
        if (endsCleanly(post))
            all += post + "\n\n";
    }
    return all;
}

template <class Work>
double milliseconds(const Work& work)
{
    const auto begin = std::chrono::steady_clock::now();
    work();
    return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - begin).count();
}

/// md4c with callbacks that count and nothing else: what no program on md4c can be faster than.
void parseOnly(const std::string& text, unsigned flags)
{
    int events = 0;
    const auto block = [](MD_BLOCKTYPE, void*, void* count) { return ++*static_cast<int*>(count), 0; };
    const auto span = [](MD_SPANTYPE, void*, void* count) { return ++*static_cast<int*>(count), 0; };
    const auto piece = [](MD_TEXTTYPE, const MD_CHAR*, MD_SIZE, void* count) { return ++*static_cast<int*>(count), 0; };
    const MD_PARSER parser{0, flags, block, block, span, span, piece, nullptr, nullptr};
    md_parse(text.data(), static_cast<MD_SIZE>(text.size()), &parser, &events);
}

/// md4c's own HTML, what md2html does.
void writeToo(const std::string& text, unsigned flags)
{
    std::string html;
    const auto append = [](const MD_CHAR* piece, MD_SIZE size, void* out) {
        static_cast<std::string*>(out)->append(piece, size);
    };
    md_html(text.data(), static_cast<MD_SIZE>(text.size()), append, &html, flags, 0);
}

double median(std::vector<double> values)
{
    std::sort(values.begin(), values.end());
    return values[values.size() / 2];
}

void printRatios(const char* text, const char* flavour, const std::string& markdown, const markdown::Options& options)
{
    const unsigned flags = options.flavour == markdown::Flavour::CommonMark ? MD_DIALECT_COMMONMARK : MD_DIALECT_GITHUB;
    std::vector<double> ours, toParser, toWriter;
    for (int i = 0; i < rounds; ++i) {
        const double parser = milliseconds([&] { parseOnly(markdown, flags); });
        const double passes = milliseconds([&] { markdown::toHtml(markdown, options); });
        const double writer = milliseconds([&] { writeToo(markdown, flags); });
        ours.push_back(passes);
        toParser.push_back(passes / parser);
        toWriter.push_back(passes / writer);
    }
    std::printf("%-10s %-10s %5.1f ms: %.1f times md4c's parser alone, %.1f times md4c with its HTML writer\n", text,
                flavour, median(ours), median(toParser), median(toWriter));
}

/// A letter typed at any letter of the text: how many such keys convert one paragraph only, and what that takes.
void printKeys(const char* text, const char* flavour, const std::string& markdown, const markdown::Options& options)
{
    const markdown::ConversionPtr before = markdown::convert(markdown, options, nullptr);
    std::mt19937 random(4711);
    std::vector<double> continued, ratios;
    int keys = 0;
    while (keys < 10 * rounds) {
        const std::size_t at = random() % markdown.size();
        if (!std::isalpha(static_cast<unsigned char>(markdown[at])))
            continue;
        ++keys;
        std::string typed = markdown;
        typed.insert(at, 1, 'x');
        bool one = false;
        const double key = milliseconds([&] { one = markdown::convert(typed, options, before)->continues; });
        if (!one)
            continue;
        continued.push_back(key);
        if (ratios.size() < rounds)
            ratios.push_back(milliseconds([&] { markdown::toHtml(typed, options); }) / key);
    }
    if (continued.empty())
        std::printf("%-10s %-10s no key converts its paragraph alone\n", text, flavour);
    else
        std::printf("%-10s %-10s %5.1f ms: %.0f times faster than the whole text, for %.0f %% of the keys\n", text,
                    flavour, median(continued), median(ratios), 100.0 * double(continued.size()) / keys);
}
} // namespace

class BenchMarkdown : public QObject
{
    Q_OBJECT

    static void addTexts()
    {
        QTest::newRow("posts") << QByteArray::fromStdString(realPosts());
        QTest::newRow("write-up") << QByteArray::fromStdString(test::longPost(megabyte));
    }

private Q_SLOTS:
    void allPasses_besideMd4c_data()
    {
        QTest::addColumn<QByteArray>("markdown");
        addTexts();
    }

    void allPasses_besideMd4c()
    {
        QFETCH(QByteArray, markdown);
        if (markdown.isEmpty())
            QSKIP("the real posts are not beside the tree");
        markdown::Options commonMark;
        commonMark.flavour = markdown::Flavour::CommonMark;
        const std::string text = markdown.toStdString();
        printRatios(QTest::currentDataTag(), "kramdown", text, markdown::optionsFromConfig({}));
        printRatios(QTest::currentDataTag(), "gfm", text, gfm());
        printRatios(QTest::currentDataTag(), "commonmark", text, commonMark);
    }

    void key_besideTheWholeText_data()
    {
        QTest::addColumn<QByteArray>("markdown");
        addTexts();
    }

    void key_besideTheWholeText()
    {
        QFETCH(QByteArray, markdown);
        if (markdown.isEmpty())
            QSKIP("the real posts are not beside the tree");
        const std::string text = markdown.toStdString();
        printKeys(QTest::currentDataTag(), "kramdown", text, markdown::optionsFromConfig({}));
        printKeys(QTest::currentDataTag(), "gfm", text, gfm());
    }
};

QTEST_APPLESS_MAIN(BenchMarkdown)
#include "bench_markdown.moc"
