// SPDX-License-Identifier: MIT
// Bad input for all three dialects, on a small stack: no case needs more than its size in steps. The power of the size
// with which the CPU time grows is taken from a small and a large text of the same run: 1 is linear, 2 is quadratic.
#include "markdown/document.h"
#include "pathologicaltexts.h"

#include <QTest>
#include <QThread>

#include <cmath>
#include <cstdio>
#include <time.h>

using namespace galley;

namespace
{
/// A quarter of what the rendering thread has; sanitizers take several times as much for each call.
#if defined(__SANITIZE_ADDRESS__)
constexpr unsigned stackBytes = 16u << 20;
#else
constexpr unsigned stackBytes = 2u << 20;
#endif

constexpr std::size_t mostBytesPerByte =
    60; ///< limits::markdownOutputFactor with what closes the elements that were open

constexpr double mostPower = 1.67; ///< far enough from 2 and, for what machines with other work measure, from 1
constexpr double judgedFromMilliseconds = 100; ///< quicker cases are noise, and no harm

double cpuMilliseconds()
{
    timespec now{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) / 1e6;
}

struct Result {
    std::size_t markdownBytes = 0;
    markdown::Document document;
    double milliseconds = 0;
};

double powerOfGrowth(const Result& small, const Result& large)
{
    const double sizes = static_cast<double>(large.markdownBytes) / static_cast<double>(small.markdownBytes);
    return std::log(large.milliseconds / small.milliseconds) / std::log(sizes);
}

Result rendered(const std::string& text, const markdown::Options& options)
{
    Result result;
    result.markdownBytes = text.size();
    const auto thread = QThread::create([&] {
        const double begin = cpuMilliseconds();
        result.document = markdown::toHtml(text, options);
        result.milliseconds = cpuMilliseconds() - begin;
    });
    thread->setStackSize(stackBytes);
    thread->start();
    thread->wait();
    delete thread;
    return result;
}

bool mentions(const markdown::Document& document, std::string_view words)
{
    for (const Diagnostic& diagnostic : document.diagnostics) {
        if (diagnostic.text.find(words) != std::string::npos)
            return true;
    }
    return false;
}
} // namespace

class PathologicalTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void badInput_takesTimeAndSpaceOfItsSize_data()
    {
        QTest::addColumn<int>("index");
        QTest::addColumn<int>("flavour");
        const auto& texts = test::pathologicalTexts();
        for (std::size_t i = 0; i < texts.size(); ++i) {
            for (const auto& [name, flavour] : {std::pair{"kramdown", markdown::Flavour::Kramdown},
                                                {"gfm", markdown::Flavour::Gfm},
                                                {"commonmark", markdown::Flavour::CommonMark}})
                QTest::addRow("%s, %s", texts[i].name.data(), name) << static_cast<int>(i) << static_cast<int>(flavour);
        }
    }

    void badInput_takesTimeAndSpaceOfItsSize()
    {
        QFETCH(int, index);
        QFETCH(int, flavour);
        const test::PathologicalText& text = test::pathologicalTexts()[static_cast<std::size_t>(index)];
        markdown::Options options = markdown::optionsFromConfig({});
        options.flavour = static_cast<markdown::Flavour>(flavour);
        const Result small = rendered(text.make(text.size / 8), options);
        const Result large = rendered(text.make(text.size), options);
        const double power = powerOfGrowth(small, large);
        std::printf("%-60s %7zu kB %6.1f ms, grows with the power %4.2f\n", QTest::currentDataTag(),
                    large.markdownBytes / 1000, large.milliseconds, power);
        QVERIFY(large.document.html.size() <= (1u << 21) + mostBytesPerByte * large.markdownBytes);
        QVERIFY2(large.milliseconds < judgedFromMilliseconds || power < mostPower,
                 "the time grows faster than the text");
    }

    void cutByALimit_isSaid()
    {
        const markdown::Options kramdown = markdown::optionsFromConfig({});
        const auto document = [&](std::string_view name) {
            for (const test::PathologicalText& text : test::pathologicalTexts()) {
                if (text.name == name)
                    return rendered(text.make(text.size), kramdown).document;
            }
            return markdown::Document{};
        };
        QVERIFY(mentions(document("nested quotes"), "nested too deeply"));
        QVERIFY(mentions(document("nested brackets"), "too many marks"));
        QVERIFY(mentions(document("a wide table of short rows"), "too many empty cells"));
        QVERIFY(mentions(document("a long address used often"), "far larger than its text"));
        QVERIFY(mentions(document("attribute lists on a word"), "too many attributes"));
    }
};

QTEST_APPLESS_MAIN(PathologicalTest)
#include "tst_pathological.moc"
