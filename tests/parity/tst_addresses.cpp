// SPDX-License-Identifier: MIT
// What a URL can hold, and how relative_url and absolute_url write it, beside Jekyll and the gem Addressable in one
// Ruby process.
#include "liquid/jekyll/jekyll.h"
#include "site/urls.h"
#include "testpaths.h"

#include <QProcess>
#include <QStandardPaths>
#include <QTest>

#include <random>

using namespace galley;

namespace
{
struct Case {
    std::string operation; ///< escape, relative, absolute
    std::string url;       ///< the site's
    std::string baseUrl;
    std::string text;
};

std::string ours(const Case& one)
{
    const Expected<std::string> result = one.operation == "escape" ? site::escapedPlaceholder(one.text)
                                         : one.operation == "relative"
                                             ? liquid::relativeUrl(one.baseUrl, one.text)
                                             : liquid::absoluteUrl(one.url, one.baseUrl, one.text);
    return result ? "ok " + *result : "error " + result.error().message;
}

QList<QByteArray> jekylls(const std::vector<Case>& cases)
{
    QByteArray input;
    for (const Case& one : cases) {
        const std::string line = one.operation + "\x01" + one.url + "\x02" + one.baseUrl + "\x01" + one.text;
        input += (input.isEmpty() ? QByteArray() : QByteArray(1, '\0')) + QByteArray::fromStdString(line);
    }
    QProcess ruby;
    ruby.start(QStringLiteral("ruby"),
               {QString::fromStdString(test::sourcePath("tests/parity/addressable.rb").string())});
    ruby.write(input);
    ruby.closeWriteChannel();
    ruby.waitForFinished(120'000);
    return ruby.readAllStandardOutput().split('\0');
}

/// What differs; empty when nothing does.
QByteArray differences(const std::vector<Case>& cases)
{
    const QList<QByteArray> theirs = jekylls(cases);
    if (theirs.size() != static_cast<qsizetype>(cases.size()))
        return "Ruby gave " + QByteArray::number(theirs.size()) + " answers";
    QByteArray out;
    int count = 0, refused = 0;
    for (std::size_t i = 0; i < cases.size(); ++i) {
        const QByteArray mine = QByteArray::fromStdString(ours(cases[i]));
        const QByteArray& their = theirs[static_cast<qsizetype>(i)];
        refused += their.startsWith("error");
        if (mine == their || ++count > 12)
            continue;
        out += "\n" +
               QByteArray::fromStdString(cases[i].operation + " url=" + cases[i].url + " baseurl=" + cases[i].baseUrl +
                                         " text=") +
               QByteArray::fromStdString(cases[i].text).toPercentEncoding(":/?#[]@ %") + "\n  Jekyll: " + their +
               "\n  ours:   " + mine;
    }
    qInfo("%zu cases, Jekyll stops at %d, %d differ", cases.size(), refused, count);
    return out;
}

/// Pieces that mean something in a URL, and letters.
std::string randomText(std::mt19937& random)
{
    static const std::vector<std::string> pieces{
        "http", "https", "ftp",  "svn+ssh", "mailto", "web dev",  "tips", "a",    "B",         "7",   ":",   ":",
        ":",    "/",     "/",    "//",      "@",      "[",        "]",    "?",    "#",         " ",   "%",   "%41",
        "%2b",  "%zz",   "%C3",  ".",       "..",     "/./",      "/../", "ü",    "u\xCC\x88", "ﬁ",   "日",  "80",
        ":80",  ":443",  "0080", "\n",      "<",      "\"",       "\\",   "-",    "+",         "_",   "~",   "&",
        "=",    ";",     "'",    "*",       "é",      "\xC2\xA0", "x",    "e.de", "host.",     "%3A", "%40", "Σ"};
    std::string out;
    const std::size_t count = 1 + random() % 6;
    for (std::size_t i = 0; i < count; ++i)
        out += pieces[random() % pieces.size()];
    return out;
}
} // namespace

class TestAddresses : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        if (QStandardPaths::findExecutable(QStringLiteral("ruby")).isEmpty())
            QSKIP("Ruby is not installed");
    }

    void likelyValues_areEscapedOrRefusedAsJekyllDoes()
    {
        std::vector<Case> cases;
        for (const char* text :
             {"web dev: tips", "tips: web", "c++: x", "c#: x",   "C#",       "1: one",      "a_b: c",
              "ä: b",          ":a",        "a/b: c", "http:",   "http:/",   "http://",     "http://x",
              "http:x",        "mailto:",   "ftp:",   "//",      "//a",      "//a b",       "//a:b",
              "//a:80",        "//a:080/x", "//a:0",  "//u:p@h", "//u@",     "//[::1]",     "//[::1",
              "//[a b]",       "//a<b",     "a?b",    "a#b#c",   "a//b",     "/a: b",       "a [b]",
              "100% x",        "%41",       "",       "a\nb c",  "a b\n: c", "x/y z\nq: r", "Übung",
              "u\xCC\x88",     "a::b"})
            cases.push_back({"escape", "", "", text});
        const QByteArray found = differences(cases);
        QVERIFY2(found.isEmpty(), found.constData());
    }

    void randomValues_areEscapedOrRefusedAsJekyllDoes()
    {
        std::mt19937 random(2015);
        std::vector<Case> cases;
        for (int i = 0; i < 4000; ++i)
            cases.push_back({"escape", "", "", randomText(random)});
        const QByteArray found = differences(cases);
        QVERIFY2(found.isEmpty(), found.constData());
    }

    void urlFilters_writeAndRefuseAsJekyllDoes()
    {
        const std::vector<std::string> sites{"",
                                             "https://e.de",
                                             "http://e.de:80",
                                             "http://e.de:x",
                                             "https://ü.de",
                                             "https://E.DE:8443",
                                             "http://u:p@e.de",
                                             "e.de",
                                             "https:",
                                             "https://[::1]",
                                             "http://a b.de",
                                             "https://e.de/"};
        const std::vector<std::string> bases{"", "", "/base", "base", "/base/", "/b c", "//x", "/ü", "http://y"};
        std::mt19937 random(417);
        std::vector<Case> cases;
        for (int i = 0; i < 6000; ++i)
            cases.push_back({i % 2 == 0 ? "relative" : "absolute", sites[random() % sites.size()],
                             bases[random() % bases.size()], randomText(random)});
        const QByteArray found = differences(cases);
        QVERIFY2(found.isEmpty(), found.constData());
    }
};

QTEST_GUILESS_MAIN(TestAddresses)
#include "tst_addresses.moc"
