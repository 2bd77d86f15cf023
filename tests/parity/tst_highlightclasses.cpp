// SPDX-License-Identifier: MIT
// Colours this project's own files with Rouge and with ours, and counts the characters that get one class; the same for
// the code in real posts as Rouge coloured it, where the shared folder is: highlight-floors.txt may only rise.
#include "base/jsonreader.h"
#include "script/highlight.h"
#include "script/lexer.h"
#include "testpaths.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QRegularExpression>
#include <QTest>

#include <fstream>
#include <map>

using namespace galley;

namespace
{
/// One character of code with the class it stands in.
struct Letter {
    QChar character;
    QString name;
};

/// Letters of highlighted HTML; spans do not nest in it.
QList<Letter> letters(const QString& html)
{
    QList<Letter> out;
    QString name;
    for (qsizetype i = 0; i < html.size(); ++i) {
        if (html[i] == u'<') {
            const qsizetype end = html.indexOf(u'>', i);
            const QString tag = html.sliced(i, end - i);
            name = tag.startsWith(u"</") ? QString() : tag.section(u'"', 1, 1);
            i = end;
        } else if (html[i] == u'&') {
            const qsizetype end = html.indexOf(u';', i);
            const QString entity = html.sliced(i + 1, end - i - 1);
            out.append({entity == u"lt" ? u'<' : entity == u"gt" ? u'>' : u'&', name});
            i = end;
        } else {
            out.append({html[i], name});
        }
    }
    return out;
}

const char* const ruby = R"(
require 'rouge'; require 'json'
list = JSON.parse($stdin.read)
puts list.map { |e| Rouge::Formatters::HTML.new.format(Rouge::Lexer.find(e['language']).new.lex(e['code'])) }.to_json
)";

QStringList rouge(const QJsonArray& list)
{
    QProcess process;
    process.start(QStringLiteral("ruby"), {QStringLiteral("-e"), QString::fromUtf8(ruby)});
    process.write(QJsonDocument(list).toJson());
    process.closeWriteChannel();
    process.waitForFinished(60'000);
    QStringList out;
    for (const QJsonValue& html : QJsonDocument::fromJson(process.readAllStandardOutput()).array())
        out.append(html.toString());
    return out;
}

struct Sample {
    const char* language;
    const char* file;
    int least; ///< percent that agree; for those coloured by Prism less four, since the files change
};

constexpr Sample samples[] = {
    {"cmake", "CMakeLists.txt", 87},
    {"cpp", "app/core/base/value.cpp", 100},
    {"shell", "check", 100},
    {"javascript", "app/core/script/highlighter.js", 100},
    {"json", "CMakePresets.json", 100},
    {"css", "resources/layouts/galley.css", 100},
    {"ruby", "tests/parity/learnclasses.rb", 100},
    {"xml", "resources/core.qrc", 100},
};
} // namespace

class TestHighlightClasses : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void classes_agreeWithRouge()
    {
        QJsonArray list;
        for (const Sample& sample : samples) {
            QFile file(QString::fromStdString(test::sourcePath(sample.file).string()));
            QVERIFY2(file.open(QIODevice::ReadOnly), sample.file);
            list.append(QJsonObject{{QStringLiteral("language"), QLatin1String(sample.language)},
                                    {QStringLiteral("code"), QString::fromUtf8(file.readAll())}});
        }
        const QStringList theirs = rouge(list);
        if (theirs.isEmpty())
            QSKIP("ruby-rouge is not installed");
        QCOMPARE(theirs.size(), list.size());
        for (qsizetype i = 0; i < list.size(); ++i)
            compare(samples[i], list[i][QStringLiteral("code")].toString(), letters(theirs[i]));
    }

    // Rouge's demos, all languages that have a lexer here.
    void lexers_agreeWithRougeOnItsDemos()
    {
        QProcess process;
        process.start(
            QStringLiteral("ruby"),
            {QStringLiteral("-e"), QStringLiteral("require 'rouge'; require 'json'; puts Rouge::Lexer.all.map { |l| "
                                                  "{ language: l.tag, code: l.demo } }.to_json")});
        process.waitForFinished(60'000);
        QJsonArray list;
        for (const QJsonValue& demo : QJsonDocument::fromJson(process.readAllStandardOutput()).array()) {
            if (script::lexerFor(demo[QStringLiteral("language")].toString().toStdString()))
                list.append(demo);
        }
        if (list.isEmpty())
            QSKIP("ruby-rouge is not installed");
        QVERIFY(list.size() >= 24);
        const QStringList theirs = rouge(list);
        QCOMPARE(theirs.size(), list.size());
        for (qsizetype i = 0; i < list.size(); ++i) {
            const std::string language = list[i][QStringLiteral("language")].toString().toStdString();
            compare({language.c_str(), "demo", 100}, list[i][QStringLiteral("code")].toString(), letters(theirs[i]));
        }
    }

    void postsClasses_agreeWithRouge()
    {
        const auto posts = test::sharedPath("vectors/posts-kramdown.jsonl");
        if (!posts)
            QSKIP("there is no ../shared/vectors with posts");
        std::map<std::string, Count> counts;
        std::ifstream in(*posts);
        for (std::string line; std::getline(in, line);) {
            const auto post = readJson(line);
            if (post && post->get("html").isString())
                countPost(QString::fromStdString(post->get("html").string()), counts);
        }
        const std::map<std::string, int> floors = readFloors();
        Count total;
        bool sunk = false;
        for (const auto& [language, count] : counts) {
            total.all += count.all;
            total.same += count.same;
            const auto floor = floors.find(language);
            const bool low = floor != floors.end() && count.percent() < floor->second;
            qInfo("%-12s %5.1f %% of %6d characters%s", language.c_str(), count.percent(), count.all,
                  low ? ": BELOW its floor" : "");
            sunk |= low;
        }
        qInfo("%-12s %5.1f %% of %6d characters", "all", total.percent(), total.all);
        QVERIFY(total.all > 0);
        QVERIFY(total.percent() >= floors.at("all"));
        QVERIFY(!sunk);
    }

private:
    struct Count {
        int all = 0;
        int same = 0;
        double percent() const { return all == 0 ? 100 : 100.0 * same / all; }
    };

    /// The blocks that Rouge coloured: `<div class="language-x …">` with one `<code>`.
    static void countPost(const QString& html, std::map<std::string, Count>& counts)
    {
        static const QRegularExpression block(
            QStringLiteral("<div class=\"language-([^ \"]+)[^\"]*highlighter-rouge\"><div class=\"highlight\">"
                           "<pre class=\"highlight\"><code>(.*?)</code></pre>"),
            QRegularExpression::DotMatchesEverythingOption);
        for (auto match = block.globalMatch(html); match.hasNext();) {
            const QRegularExpressionMatch found = match.next();
            const std::string language = found.captured(1).toStdString();
            const QList<Letter> theirs = letters(found.captured(2));
            QString code;
            for (const Letter& letter : theirs)
                code += letter.character;
            const auto coloured = script::highlight(code.toStdString(), language);
            if (language == "plaintext" || !coloured)
                continue;
            const QList<Letter> ours = letters(QString::fromStdString(*coloured));
            QCOMPARE(ours.size(), theirs.size());
            Count& count = counts[language];
            for (qsizetype i = 0; i < ours.size(); ++i) {
                if (theirs[i].character.isSpace())
                    continue;
                ++count.all;
                count.same += ours[i].name == theirs[i].name;
            }
        }
    }

    static std::map<std::string, int> readFloors()
    {
        std::map<std::string, int> floors;
        std::ifstream in(test::sourcePath("tests/parity/highlight-floors.txt"));
        for (std::string line; std::getline(in, line);) {
            const std::size_t space = line.find(' ');
            if (!line.empty() && line[0] != '#' && space != std::string::npos)
                floors[line.substr(0, space)] = std::stoi(line.substr(space + 1));
        }
        return floors;
    }

    static void compare(const Sample& sample, const QString& code, const QList<Letter>& theirs)
    {
        const auto html = script::highlight(code.toStdString(), sample.language);
        QVERIFY(html);
        const QList<Letter> ours = letters(QString::fromStdString(*html));
        QCOMPARE(ours.size(), theirs.size());
        int all = 0;
        int same = 0;
        for (qsizetype i = 0; i < ours.size(); ++i) {
            QCOMPARE(ours[i].character, theirs[i].character);
            if (ours[i].character.isSpace())
                continue;
            ++all;
            same += ours[i].name == theirs[i].name;
        }
        const double percent = 100.0 * same / all;
        qInfo("%-10s %5.1f %% of %d characters", sample.language, percent, all);
        QVERIFY2(percent >= sample.least, sample.language);
    }
};

QTEST_GUILESS_MAIN(TestHighlightClasses)
#include "tst_highlightclasses.moc"
