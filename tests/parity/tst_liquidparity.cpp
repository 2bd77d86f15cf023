// SPDX-License-Identifier: MIT
// Random templates, rendered by Ruby's Liquid with Jekyll's filters and by ours. GALLEY_SEED and GALLEY_CASES choose
// others than the fixed ones.
#include "base/jsonreader.h"
#include "liquid/context.h"
#include "liquid/jekyll/json.h"
#include "liquid/registry.h"
#include "liquid/template.h"
#include "liquidcases.h"
#include "testpaths.h"

#include <QProcess>
#include <QStandardPaths>
#include <QTest>

#include <fstream>
#include <set>

using namespace galley;

namespace
{
class ExampleSite final : public liquid::Environment
{
public:
    std::string siteUrl() const override { return "https://example.org"; }
    std::string baseUrl() const override { return "/base"; }
};

/// Ruby names the method that is missing nowhere; we say which value had none. Both begin with "internal".
std::string comparable(const std::string& text)
{
    return text.substr(0, text.find("): internal"));
}

std::string ours(const std::string& source, const Hash& environment)
{
    static const auto registry = std::make_shared<const liquid::Registry>(liquid::jekyllRegistry());
    liquid::ParseOptions options;
    options.registry = registry;
    const auto parsed = liquid::parse(source, options);
    if (!parsed)
        return "refused";
    const ExampleSite site;
    liquid::Context context(site, environment);
    return comparable(liquid::render(**parsed, context).text);
}

std::set<std::string> knownDifferences()
{
    std::set<std::string> known;
    std::ifstream in(test::sourcePath("tests/parity/liquid-known-differences.txt"));
    for (std::string line; std::getline(in, line);) {
        if (!line.empty() && line[0] != '#')
            known.insert(line);
    }
    return known;
}

int setting(const char* name, int otherwise)
{
    bool isNumber = false;
    const int value = qEnvironmentVariableIntValue(name, &isNumber);
    return isNumber ? value : otherwise;
}
} // namespace

class TestLiquidParity : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void randomTemplates_printAsInRuby()
    {
        if (QStandardPaths::findExecutable(QStringLiteral("jekyll")).isEmpty())
            QSKIP("jekyll is not installed");
        const auto environment = readJson(test::LiquidCases::environment());
        QVERIFY2(environment, environment ? "" : environment.error().message.c_str());
        const int count = setting("GALLEY_CASES", 600);
        test::LiquidCases cases(static_cast<unsigned>(setting("GALLEY_SEED", 20170619)));
        const ExampleSite site;
        liquid::Context context(site, environment->hash());
        std::vector<std::string> templates;
        std::string requests;
        for (int i = 0; i < count; ++i) {
            templates.push_back(cases.nextTemplate());
            Hash request;
            request.set("template", templates.back());
            request.set("environment", *environment);
            requests += liquid::toJson(request, context) + "\n";
        }
        const QList<QByteArray> answers = askRuby(requests);
        QCOMPARE(static_cast<int>(answers.size()), count + 1); // an empty one behind the last line break
        const std::set<std::string> known = knownDifferences();
        int different = 0;
        for (std::size_t i = 0; i < templates.size(); ++i) {
            const auto answer = readJson(answers[static_cast<qsizetype>(i)].toStdString());
            QVERIFY(answer);
            const Value output = answer->get("output");
            const std::string theirs = output.isString() ? comparable(output.string()) : "refused";
            const std::string mine = ours(templates[i], environment->hash());
            if (mine == theirs || known.count(templates[i]))
                continue;
            ++different;
            qInfo("template: %s\n  ruby: %s\n  ours: %s", templates[i].c_str(), theirs.c_str(), mine.c_str());
        }
        QCOMPARE(different, 0);
    }

private:
    static QList<QByteArray> askRuby(const std::string& requests)
    {
        constexpr int longest = 240'000; // milliseconds, for Ruby on a busy machine
        QProcess ruby;
        ruby.start(QStringLiteral("ruby"),
                   {QString::fromStdString(test::sourcePath("tests/parity/liquidoracle.rb").string())});
        ruby.write(QByteArray::fromStdString(requests));
        ruby.closeWriteChannel();
        if (!ruby.waitForFinished(longest))
            return {};
        const QByteArray errors = ruby.readAllStandardError();
        if (ruby.exitCode() != 0)
            qInfo("%s", errors.constData());
        return ruby.readAllStandardOutput().split('\n');
    }
};

QTEST_GUILESS_MAIN(TestLiquidParity)
#include "tst_liquidparity.moc"
