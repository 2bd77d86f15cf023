// SPDX-License-Identifier: MIT
// Colours this project's own files with Rouge and with ours, and counts the characters that get one class.
#include "script/highlight.h"
#include "testpaths.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTest>

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
    int least; ///< percent that agreed when this was written, less four, since the files change
};

constexpr Sample samples[] = {
    {"cmake", "CMakeLists.txt", 87},
    {"cpp", "app/core/base/value.cpp", 91},
    {"shell", "check", 87},
    {"javascript", "app/core/script/highlighter.js", 92},
    {"json", "CMakePresets.json", 98},
    {"css", "resources/layouts/galley.css", 83},
    {"ruby", "tests/parity/learnclasses.rb", 90},
    {"xml", "resources/core.qrc", 96},
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

private:
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
