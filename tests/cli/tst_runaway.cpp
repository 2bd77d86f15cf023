// SPDX-License-Identifier: MIT
// Posts and sites that would run or grow for ever: the program ends by itself, within bounds of processor time and
// memory that the system keeps for it, and says why.
#include "sitefolder.h"
#include "testpaths.h"

#include <QTest>

#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>

using namespace galley;

namespace
{

constexpr rlim_t seconds = 60;             // of processor time; what is tried takes less than ten on an idle machine
constexpr rlim_t memory = rlim_t{3} << 30; // of addresses; threads reserve some that they never use

struct Ended {
    int exitCode = -1; ///< -1 when the system ended it
    int signal = 0;
    std::string messages;
    long megabytes = 0; ///< the most it had in use
    double seconds = 0; ///< of processor time
};

/// galley-cli with its bounds, its messages in a file.
Ended run(const test::SiteFolder& folder, std::vector<std::string> arguments)
{
    const std::string told = (folder.base() / "messages").string();
    arguments.insert(arguments.begin(), GALLEY_CLI);
    std::vector<char*> words;
    for (std::string& word : arguments)
        words.push_back(word.data());
    words.push_back(nullptr);
    const pid_t child = fork();
    if (child == 0) {
        const rlimit time{seconds, seconds}, room{memory, memory};
        setrlimit(RLIMIT_CPU, &time);
        setrlimit(RLIMIT_AS, &room);
        (void)!freopen(told.c_str(), "w", stderr);
        (void)!freopen("/dev/null", "w", stdout);
        execv(words[0], words.data());
        _exit(127);
    }
    int status = 0;
    rusage used = {};
    wait4(child, &status, 0, &used);
    Ended ended;
    ended.exitCode = WIFEXITED(status) ? WEXITSTATUS(status) : -1;
    ended.signal = WIFSIGNALED(status) ? WTERMSIG(status) : 0;
    std::ostringstream text;
    text << std::ifstream(told).rdbuf();
    ended.messages = text.str();
    ended.megabytes = used.ru_maxrss / 1024;
    ended.seconds = double(used.ru_utime.tv_sec + used.ru_stime.tv_sec);
    return ended;
}

QByteArray loop(const QByteArray& inside, int times = 100000)
{
    return "{% for i in (1.." + QByteArray::number(times) + ") %}" + inside + "{% endfor %}";
}

/// A selector that doubles with each pair of braces.
QByteArray doubling(int times)
{
    return QByteArray("a, b {&, & {").repeated(times) + "x: y" + QByteArray("}}").repeated(times);
}

} // namespace

class TestRunaway : public QObject
{
    Q_OBJECT

    static void verify(const Ended& ended, const QByteArray& words)
    {
        qInfo("%.0f s, %ld MB", ended.seconds, ended.megabytes);
        QVERIFY2(ended.exitCode == 0 || ended.exitCode == 1,
                 qPrintable(QStringLiteral("signal %1, exit code %2").arg(ended.signal).arg(ended.exitCode)));
        QVERIFY2(ended.messages.find(words.toStdString()) != std::string::npos, ended.messages.substr(0, 500).c_str());
    }

private Q_SLOTS:
    void templateThatRunsAway_isStopped_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QByteArray>("words");
        const auto row = [](const char* name, const QByteArray& body, const char* words = "was stopped") {
            QTest::newRow(name) << body << QByteArray(words);
        };
        const QByteArray numbers = "{% assign a = (1..900000) | reverse %}";
        row("too many items", "{{ (1..4000000) | reverse | size }}", "range too large");
        row("sorting in a loop", loop("{% assign a = (1..900000) | sort | uniq | reverse %}"));
        row("reversing in a loop", numbers + loop("{% assign a = a | reverse %}"));
        row("comparing in a loop",
            numbers + "{% assign b = a | reverse | reverse %}" + loop("{% if a == b %}{% endif %}"));
        row("looking in a list in a loop", numbers + loop("{% if a contains 'x' %}{% endif %}"));
        row("looking in a text in a loop", "{% assign t = 'aaaaaaaa' %}" + loop("{% assign t = t | append: t %}", 20) +
                                               loop("{% if t contains 'aab' %}{% endif %}"));
        row("replacing in a loop", "{% assign t = 'aaaaaaaa' %}" + loop("{% assign t = t | append: t %}", 20) +
                                       loop("{% assign u = t | replace: 'aab', 'c' %}"));
        row("lists that double", "{% assign a = 'x' | split: ',' %}" + loop("{% assign a = a | concat: a %}"),
            "array too large");
        row("texts that double", "{% assign t = 'x' %}" + loop("{% assign t = t | append: t %}"));
        row(
            "many large texts", "{% assign t = 'aaaaaaaa' %}" + loop("{% assign t = t | append: t %}", 22) + [] {
                QByteArray all;
                for (int i = 0; i < 300; ++i)
                    all += "{% assign t" + QByteArray::number(i) + " = t | append: '" + QByteArray::number(i) + "' %}";
                return all;
            }());
        row("many large lists", [] {
            QByteArray all;
            for (int i = 0; i < 300; ++i)
                all += "{% assign a" + QByteArray::number(i) + " = (1..900000) | reverse %}";
            return all;
        }());
        row("text of too many parts",
            "{% assign t = 'a,a,a,a,' %}" + loop("{% assign t = t | append: t %}", 22) + "{{ t | split: ',' | size }}",
            "array too large");
        row("captures inside one another",
            QByteArray("{% capture x %}").repeated(40) + "{% assign t = 'aaaaaaaa' %}" +
                loop("{% assign t = t | append: t %}", 22) + QByteArray("{{ t }}{% endcapture %}{{ t }}").repeated(40),
            ""); // it ends by itself
        row("style sheet that doubles", "{% capture s %}" + doubling(30) + "{% endcapture %}{{ s | scssify }}");
        row("style sheets in a loop", loop("{% capture s %}a{{ i }} { b: c }{% endcapture %}{{ s | scssify }}"));
        row("style sheet that loops", "{% capture s %}@while true { a { b: c } }{% endcapture %}{{ s | scssify }}");
    }
    void templateThatRunsAway_isStopped()
    {
        QFETCH(QByteArray, body);
        QFETCH(QByteArray, words);
        const test::SiteFolder folder;
        folder.write("_posts/2020-01-01-a.md", "---\nlayout: none\n---\n" + body.toStdString() + "\n");
        verify(run(folder, {"render", (folder.root() / "_posts/2020-01-01-a.md").string()}), words);
    }

    void siteThatRunsAway_isStopped()
    {
        const test::SiteFolder folder;
        folder.write("css/a.scss", "---\n---\n" + doubling(30).toStdString());
        folder.write("css/b.scss", "---\n---\n@import 'c';");
        folder.write("_sass/_c.scss", doubling(30).toStdString());
        folder.write("index.md", "---\n---\nwords\n");
        verify(run(folder, {"build", folder.root().string(), "-o", folder.out().string()}), "was stopped");
        QCOMPARE(folder.page("index.html"), std::string("<p>words</p>\n"));
    }

    /// `**` in a pattern asks anew at each folder; twenty of them would ask a million times a million.
    void patternOfManyFolders_takesNoLonger()
    {
        const test::SiteFolder folder;
        std::string pattern, deep;
        for (int i = 0; i < 25; ++i) {
            pattern += "**/a/";
            deep += "a/";
        }
        folder.write("_config.yml", "defaults:\n  - scope: {path: '" + pattern + "b'}\n    values: {x: y}\n");
        folder.write(deep + "c.md", "---\n---\nwords\n");
        const Ended ended = run(folder, {"build", folder.root().string(), "-o", folder.out().string()});
        QCOMPARE(ended.exitCode, 0);
    }

    /// Each opening mark of a formula looked for its end in all of the text.
    void formulasThatNeverEnd_takeNoLonger()
    {
        const test::SiteFolder folder;
        std::string text = "---\nlayout: none\n---\n<p>";
        for (int i = 0; i < 700000; ++i)
            text += "\\(x";
        folder.write("a.html", text + "</p>\n");
        const Ended ended = run(folder, {"render", (folder.root() / "a.html").string(), "--standalone"});
        QCOMPARE(ended.exitCode, 0);
    }
};

QTEST_GUILESS_MAIN(TestRunaway)
#include "tst_runaway.moc"
