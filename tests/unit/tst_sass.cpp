// SPDX-License-Identifier: MIT
// Sass in a process of its own: its limits, its end with the request, and what is remembered.
#include "base/childprogram.h"
#include "base/limits.h"
#include "site/sass.h"

#include <QTest>

#include <sys/resource.h>
#include <sys/wait.h>

#include <cerrno>
#include <thread>

using namespace galley;

namespace
{

/// A selector that doubles with each pair of braces: 365 bytes that no machine can compile.
std::string doubling()
{
    std::string text;
    for (int i = 0; i < 26; ++i)
        text += "a, b {&, & {";
    text += "x: y";
    for (int i = 0; i < 26; ++i)
        text += "}}";
    return text;
}

/// Faults of pages of all processes that were started and have ended: another one has more.
long childrensFaults()
{
    rusage used = {};
    getrusage(RUSAGE_CHILDREN, &used);
    return used.ru_minflt;
}

bool hasNoChild()
{
    return waitpid(-1, nullptr, WNOHANG) == -1 && errno == ECHILD;
}

} // namespace

class TestSass : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void styleSheet_isCompiledByAnotherProcess()
    {
        site::SassCompiler compiler({});
        const long before = childrensFaults();
        const auto result = compiler.css({"a { b { c: d } }", false, "stdin", false, {}}, {});
        QVERIFY2(result, result ? "" : result.error().message.c_str());
        QCOMPARE(result->css, std::string("a b { c: d; }\n"));
        QVERIFY(childrensFaults() > before);
        QVERIFY(hasNoChild());
    }

    void sameStyleSheet_isCompiledOnce()
    {
        site::SassCompiler compiler({});
        const site::SassQuestion question{"a { b: 1 + 1 }", false, "stdin", false, {}};
        const auto first = compiler.css(question, {});
        const long before = childrensFaults();
        QCOMPARE(compiler.css(question, {})->css, first->css);
        QCOMPARE(childrensFaults(), before);
        QVERIFY(compiler.css({"a { b: 1 + 2 }", false, "stdin", false, {}}, {})->css != first->css);
    }

    void faultyStyleSheet_namesItsLine()
    {
        site::SassCompiler compiler({});
        const auto result = compiler.css({"a { b: c }\nd { e: ; }\n", false, "stdin", false, {}}, {});
        QVERIFY(!result);
        QCOMPARE(result.error().line, 2);
        QVERIFY(result.error().file.empty());
    }

    void styleSheetThatDoubles_reachesALimitAndIsNotTriedAgain()
    {
        site::SassCompiler compiler({});
        const auto result = compiler.css({doubling(), false, "stdin", false, {}}, {});
        QVERIFY(!result);
        QVERIFY2(result.error().message.find("The style sheet was stopped: it takes more than") != std::string::npos,
                 result.error().message.c_str());
        const long before = childrensFaults();
        QCOMPARE(compiler.css({doubling(), false, "stdin", false, {}}, {}).error().message, result.error().message);
        QCOMPARE(childrensFaults(), before);
        QVERIFY(hasNoChild());
    }

    void stopRequest_endsTheProcessAndNothingIsRemembered()
    {
        site::SassCompiler compiler({});
        std::stop_source stop;
        std::jthread impatient([&stop] {
            std::this_thread::sleep_for(std::chrono::milliseconds(200));
            stop.request_stop();
        });
        const auto result = compiler.css({doubling(), false, "stdin", false, {}}, stop.get_token());
        QVERIFY(!result && result.error().message.find("the rendering was stopped") != std::string::npos);
        QVERIFY(hasNoChild());
        const auto again = compiler.css({doubling(), false, "stdin", false, {}}, stop.get_token());
        QVERIFY(again.error().message.find("the rendering was stopped") != std::string::npos);
    }

    void programThatSaysTooMuch_isEnded()
    {
        const ChildAnswer answer =
            askProgram("/usr/bin/yes", {}, {std::chrono::milliseconds(60'000), std::size_t{1} << 20}, {});
        QVERIFY(answer.ending == ChildAnswer::Ending::TooLong);
        QVERIFY(hasNoChild());
    }

    void programThatNeverAnswers_isEndedAtTheDeadline()
    {
        const ChildAnswer answer = askProgram("/usr/bin/tee", std::string(8u << 20, 'x'),
                                              {std::chrono::milliseconds(60'000), std::size_t{64} << 20}, {});
        QVERIFY(answer.ending == ChildAnswer::Ending::Ended); // a large question and a large answer at once
        QCOMPARE(answer.bytes.size(), std::size_t{8} << 20);
        const ChildAnswer late = askProgram("/usr/bin/yes", {}, {std::chrono::milliseconds(1), ~std::size_t{0}}, {});
        QVERIFY(late.ending == ChildAnswer::Ending::TooLate);
        QVERIFY(hasNoChild());
    }

    void missingProgram_isToldAndNotRemembered()
    {
        const ChildAnswer answer = askProgram("/nowhere/galley-sass", {}, {std::chrono::milliseconds(1000), 10}, {});
        QVERIFY(answer.ending == ChildAnswer::Ending::NotStarted);
        QVERIFY(!answer.bytes.empty());
        QVERIFY(!helperProgram("galley-none"));
    }
};

QTEST_GUILESS_MAIN(TestSass)
#include "tst_sass.moc"
