// SPDX-License-Identifier: MIT
// What the form offers comes from the site: its authors, layouts, tags, keys of other posts, defaults.
#include "post/yamlreader.h"
#include "site/authors.h"
#include "site/fieldchoices.h"
#include "site/site.h"
#include "sitefolder.h"

#include <QTest>

using namespace galley;

Q_DECLARE_METATYPE(galley::FieldKind)

namespace
{
std::string told(const std::vector<site::Author>& authors)
{
    std::string text;
    for (const site::Author& author : authors)
        text += author.key + "=" + author.name + ";";
    return text;
}

std::string values(const std::vector<FieldChoices::Option>& options)
{
    std::string text;
    for (const FieldChoices::Option& option : options)
        text += option.value + "=" + option.name + ";";
    return text;
}
} // namespace

class FieldChoicesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void kind_isToldByNameAndValue_data()
    {
        QTest::addColumn<QByteArray>("key");
        QTest::addColumn<QByteArray>("yaml");
        QTest::addColumn<FieldKind>("kind");
        const auto row = [](const char* key, const char* yaml, FieldKind kind) {
            QTest::addRow("%s: %s", key, yaml) << QByteArray(key) << QByteArray(yaml) << kind;
        };
        row("title", "Hello", FieldKind::Text);
        row("title", "2017", FieldKind::Text);
        row("layout", "post", FieldKind::Choice);
        row("author", "", FieldKind::Choice);
        row("author", "{name: A}", FieldKind::Source);
        row("date", "", FieldKind::Date);
        row("date", "2017-06-19 10:00:00 +0200", FieldKind::Date);
        row("date", "tomorrow", FieldKind::Date);
        row("seen", "2017-06-19", FieldKind::Date);
        row("tags", "a b", FieldKind::List);
        row("tags", "[a, b]", FieldKind::List);
        row("tags", "[a, 1]", FieldKind::Source);
        row("speakers", "[Ada, Grace]", FieldKind::List);
        row("published", "", FieldKind::Boolean);
        row("published", "false", FieldKind::Boolean);
        row("published", "maybe", FieldKind::Text);
        row("anything", "yes", FieldKind::Boolean);
        row("order", "3", FieldKind::Number);
        row("rating", "4.5", FieldKind::Number);
        row("cover", "/a.jpg", FieldKind::Image);
        row("cover", "{path: a.jpg}", FieldKind::Source);
        row("notes", "|\n  one\n  two\n", FieldKind::Lines);
        row("description", "short", FieldKind::Lines);
        row("speaker", "Stacy", FieldKind::Text);
    }

    void kind_isToldByNameAndValue()
    {
        QFETCH(QByteArray, key);
        QFETCH(QByteArray, yaml);
        QFETCH(FieldKind, kind);
        const Expected<Value> all = readYaml("key: " + yaml.toStdString() + "\n");
        QVERIFY(all.has_value());
        const Value value = all->get("key");
        QCOMPARE(fieldKind(key.toStdString(), yaml.isEmpty() ? nullptr : &value), kind);
    }

    void authors_areFoundWhereverTheSiteKeepsThem_data()
    {
        QTest::addColumn<QByteArray>("file");
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("authors");
        const auto row = [](const char* name, const char* file, const char* text, const char* authors) {
            QTest::newRow(name) << QByteArray(file) << QByteArray(text) << QByteArray(authors);
        };
        row("none", "a.txt", "x", "");
        row("configuration, names", "_config.yml", "authors:\n  sam: Sam Q\n  ada: Ada L\n", "ada=Ada L;sam=Sam Q;");
        row("configuration, data", "_config.yml", "authors:\n  ada: {name: Ada L, web: x}\n  bob: {web: y}\n",
            "ada=Ada L;bob=;");
        row("data, mapping", "_data/authors.yml", "ada:\n  name: Ada L\n", "ada=Ada L;");
        row("data, list", "_data/authors.yml", "- short_name: ada\n  name: Ada L\n- {username: bob}\n- Cy\n- 3\n",
            "Cy=Cy;ada=Ada L;bob=;");
        row("data, table", "_data/authors.csv", "id,name\nada,Ada L\n", "ada=Ada L;");
        row("data, nothing in it", "_data/authors.yml", "\n", "");
        row("collection", "_authors/jill.md", "---\nshort_name: jill\nname: Jill Smith\n---\n", "");
    }

    void authors_areFoundWhereverTheSiteKeepsThem()
    {
        QFETCH(QByteArray, file);
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, authors);
        test::SiteFolder folder;
        folder.write(file.toStdString(), text.toStdString());
        QCOMPARE(told(site::listedAuthors(*Site::read(folder.options()))), authors.toStdString());
    }

    void collectionOfAuthors_isAListOfThem()
    {
        test::SiteFolder folder;
        folder.write("_config.yml", "collections: [authors]\n");
        folder.write("_authors/jill.md", "---\nshort_name: js\nname: Jill Smith\n---\n");
        folder.write("_authors/ted-doe.md", "---\n---\n");
        const auto authors = site::listedAuthors(*Site::read(folder.options()));
        QCOMPARE(told(authors), std::string("js=Jill Smith;ted-doe=Ted Doe;"));
        QCOMPARE(site::nameOfAuthor(authors, "js"), std::string("Jill Smith"));
        QCOMPARE(site::nameOfAuthor(authors, "nobody"), std::string("nobody"));
    }

    void choices_areThoseOfTheSite()
    {
        test::SiteFolder folder;
        folder.write("_config.yml",
                     "timezone: Europe/Berlin\nauthors: {ada: Ada L}\ndefaults:\n- scope: {path: _posts/nvola}\n"
                     "  values: {layout: post, comments: true}\n- scope: {path: ''}\n  values: {lang: en}\n");
        folder.write("_layouts/post.html", "{{ content }}");
        folder.write("_layouts/talks/slides.html", "{{ content }}");
        const auto post = [&](const char* name, const char* keys) {
            folder.write(std::string("_posts/") + name, std::string("---\n") + keys + "---\n");
        };
        post("2020-01-01-a.md", "tags: [b, a]\nspeaker: Stacy\ncover: x.jpg\nauthor: nvola\n");
        post("2020-01-02-b.md", "tags: b\nspeaker: Ann\ncategories: [talks]\n");
        const auto site = Site::read(folder.options());
        const FieldChoices choices = fieldChoices(*site, folder.root() / "_posts/nvola/2020-01-03-c.md");
        QCOMPARE(values(choices.layouts), std::string("post=;talks/slides=;"));
        QCOMPARE(values(choices.authors), std::string("ada=Ada L;nvola=;"));
        QCOMPARE(choices.tags, (std::vector<std::string>{"b", "a"}));
        QCOMPARE(choices.categories, (std::vector<std::string>{"talks"}));
        QCOMPARE(choices.timeZone, std::string("Europe/Berlin"));
        QVERIFY(choices.inherited.get("layout") == Value("post") && choices.inherited.get("comments") == Value(true) &&
                choices.inherited.get("lang") == Value("en"));
        QVERIFY(fieldChoices(*site, folder.root() / "_posts/2020-01-03-c.md").inherited.get("layout").isNil());
        QCOMPARE(choices.siblingKeys.front().name, std::string("speaker"));
        QCOMPARE(values(choices.siblingKeys.front().values), std::string("Ann=;Stacy=;"));
        const auto cover = std::find_if(choices.siblingKeys.begin(), choices.siblingKeys.end(),
                                        [](const auto& key) { return key.name == "cover"; });
        QVERIFY(cover != choices.siblingKeys.end() && cover->kind == FieldKind::Image);
    }
};

QTEST_APPLESS_MAIN(FieldChoicesTest)
#include "tst_fieldchoices.moc"
