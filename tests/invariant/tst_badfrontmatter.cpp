// SPDX-License-Identifier: MIT
// Front matter as it should not be: each file is looked at and edited, or refused with a sentence and a line; no byte
// elsewhere changes.
#include "post/frontmatteredit.h"
#include "post/frontmatterlook.h"
#include "testpaths.h"

#include <QDir>
#include <QFile>
#include <QTest>

using namespace galley;

namespace
{
void addFiles(const QString& folder)
{
    for (const QString& name : QDir(folder).entryList({QStringLiteral("*.md")}, QDir::Files))
        QTest::newRow(qPrintable(QDir(folder).dirName() + QLatin1Char('/') + name)) << folder + QLatin1Char('/') + name;
}

std::string put(const std::string& text, std::string_view key, const Value& value)
{
    const Expected<TextEdit> edit = frontmatter::put(text, key, value);
    return edit ? applied(text, *edit)
                : "refused, line " + std::to_string(edit.error().line) + ": " + edit.error().message;
}

bool refused(const std::string& answer)
{
    return answer.starts_with("refused, line ") && !answer.starts_with("refused, line 0") && !answer.ends_with(": ");
}
} // namespace

class TestBadFrontMatter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void editOfAnyFile_isExactOrRefused_data()
    {
        QTest::addColumn<QString>("path");
        addFiles(QString::fromStdString(test::sourcePath("samples/broken").string()));
        if (const auto attacks = test::sharedPath("attacks"))
            addFiles(QString::fromStdString(attacks->string()));
    }

    void editOfAnyFile_isExactOrRefused()
    {
        QFETCH(QString, path);
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const std::string text = file.readAll().toStdString();
        const FrontMatterLookPtr look = lookAtFrontMatter(text);
        const PostDocument before = look->document(text);
        for (const FrontMatterFinding& finding : look->findings)
            QVERIFY(finding.diagnostic.line > 0 && !finding.diagnostic.text.empty());
        const Expected<TextEdit> edit = frontmatter::put(text, "title", "It's: new");
        if (!edit) {
            QVERIFY(edit.error().line > 0 && !edit.error().message.empty());
            return;
        }
        const std::string after = applied(text, *edit);
        const PostDocument post = PostDocument::parse(after);
        QCOMPARE(post.values.get("title").string(), std::string("It's: new"));
        // Jekyll leaves out the blank lines below front matter, so a text that begins with some loses them with its
        // first.
        const std::size_t blank = before.frontMatter.present ? 0 : before.body.find_first_not_of(" \t\r\n");
        QVERIFY(post.body == before.body.substr(std::min(blank, before.body.size())));
        Hash others = post.values, othersBefore = before.values;
        others.remove("title");
        othersBefore.remove("title");
        QVERIFY(others == othersBefore);
    }

    void keysOfOtherLanguages_areKeysLikeAnyOther()
    {
        const std::string text = "---\n__proto__: a\nconstructor: b\ntoString: c\n---\n";
        QCOMPARE(put(text, "__proto__", "x"), std::string("---\n__proto__: x\nconstructor: b\ntoString: c\n---\n"));
        QCOMPARE(put(text, "prototype", "x"),
                 std::string("---\n__proto__: a\nconstructor: b\ntoString: c\nprototype: x\n---\n"));
    }

    void frontMatterThatIsNoMapping_isRefused()
    {
        for (const char* yaml : {"- a\n- b\n", "just text\n", "42\n", "[a, b]\n"}) {
            const std::string text = std::string("---\n") + yaml + "---\nBody\n";
            QVERIFY2(refused(put(text, "title", "x")), put(text, "title", "x").c_str());
        }
    }

    void dotsThatEndIt_stayWhereTheyAre()
    {
        QCOMPARE(put("---\ntitle: A\n...\nBody\n", "title", "B"), std::string("---\ntitle: B\n...\nBody\n"));
        QCOMPARE(put("---\ntitle: A\n...\nBody\n", "tags", Array{"x"}),
                 std::string("---\ntitle: A\ntags: [x]\n...\nBody\n"));
    }

    void valueThatLooksLikeTheEnd_neverEndsIt()
    {
        for (const char* value : {"---", "...", "a\n---\nb", "a\n...\nb\n", "--- |", "\n---\n"}) {
            const std::string text = "---\ntitle: A\nz: 1\n---\nBody\n";
            const std::string after = put(text, "title", value);
            if (refused(after))
                continue;
            const PostDocument post = PostDocument::parse(after);
            QCOMPARE(post.values.get("title").string(), std::string(value));
            QCOMPARE(post.values.get("z").integer(), std::int64_t{1});
            QVERIFY(post.body == "Body\n");
        }
    }

    void brokenYaml_isRefusedAtItsLine()
    {
        const Expected<TextEdit> edit = frontmatter::put("---\na: 1\nb: [x\nc: 2\n---\n", "a", 2);
        QVERIFY(!edit && edit.error().line >= 3);
    }

    void tenMegabytes_areLookedAtInBoundedTime()
    {
        std::string yaml;
        while (yaml.size() < (10u << 20))
            yaml += "k" + std::to_string(yaml.size()) + ": \"19:00 # " + std::to_string(yaml.size()) + "\"\n";
        const std::string text = "---\n" + yaml + "---\nBody\n";
        const FrontMatterLookPtr look = lookAtFrontMatter(text);
        QVERIFY(look->tooLarge && !look->value && look->findings.empty());
        QVERIFY(look->value.error().message.find("1 MB") != std::string::npos);
        QCOMPARE(lookAtFrontMatter(text + "more", look).get(), look.get());
    }
};

QTEST_GUILESS_MAIN(TestBadFrontMatter)
#include "tst_badfrontmatter.moc"
