// SPDX-License-Identifier: MIT
// Renaming a post with what hangs on it: the plan, carrying it out whole or not at all, and the way back.
#include "export/archive.h"
#include "keep/changeset.h"
#include "ordinaryuser.h"
#include "site/renameplan.h"
#include "site/site.h"
#include "temporaryfolder.h"

#include <QProcess>
#include <QStandardPaths>
#include <QTest>

#include <algorithm>
#include <filesystem>
#include <map>

using namespace galley;
namespace fs = std::filesystem;

namespace
{
const std::string postText =
    "---\ntitle: New Name\ndate: 2024-02-03\n---\n![x](/assets/images/2024-01-02-old/a.png) old\n";

class Fixture
{
public:
    Fixture()
    {
        write("_config.yml", "title: T\n");
        write("_posts/sam/2024-01-02-old.md", postText);
        write("assets/images/2024-01-02-old/a.png", "png");
        write(
            "_posts/2024-01-03-other.md",
            "---\n---\n[a]({% post_url sam/2024-01-02-old %}) [b](/2024/02/03/old.html#x) [c](/2024/02/03/older.html)\n"
            "[d]({% link _posts/sam/2024-01-02-old.md %}) /2024/02/03/old. an old-fashioned old\n");
        write("about.md", "---\n---\n![y](/assets/images/2024-01-02-old/a.png)\n");
        write("none.md", "---\n---\nold\n");
    }
    void write(const std::string& name, const std::string& text) const
    {
        fs::create_directories((m_folder.path() / name).parent_path());
        (void)m_folder.write(name, text);
    }
    fs::path root() const { return fs::canonical(m_folder.path()); }
    fs::path post() const { return root() / "_posts/sam/2024-01-02-old.md"; }
    std::shared_ptr<const Site> site() const
    {
        SiteOptions options;
        options.root = root();
        options.now.seconds = 1714979289; // 2024-05-06
        return Site::read(options);
    }
    Expected<site::RenamePlan> plan(const std::string& to) const
    {
        return site::planRename(*site(), post(), postText, to);
    }

private:
    TemporaryFolder m_folder;
};
} // namespace

class tst_Renaming final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void fittingPath_isOfTitleAndDateInTheSameFolder();
    void plan_listsFileFolderAndLinks();
    void plan_leavesWordsThatOnlyLookLikeTheNameAlone();
    void linksElsewhereAndInCode_stayAsTheyAre();
    void includesLayoutsDataAndRelativeLinks_areFollowed();
    void unfitNames_areRefusedWithASentence_data();
    void unfitNames_areRefusedWithASentence();
    void changes_areAppliedAndTakenBack();
    void halfwayFailure_leavesEverythingAsItWas();
    void folderThatTakesNoFile_leavesEverythingAsItWas();
    void nothingIsOverwritten();
    void archive_holdsNamesAndBytes();
    void archive_refusesPathsThatLeaveTheFolder();
};

void tst_Renaming::fittingPath_isOfTitleAndDateInTheSameFolder()
{
    const Fixture fixture;
    QCOMPARE(site::fittingPath(*fixture.site(), fixture.post(), postText),
             std::string("_posts/sam/2024-02-03-new-name.md"));
    QCOMPARE(site::fittingPath(*fixture.site(), fixture.root() / "about.md", postText), std::string());
}

void tst_Renaming::plan_listsFileFolderAndLinks()
{
    const Fixture fixture;
    const auto plan = fixture.plan("_posts/sam/2024-02-03-new-name.md");
    QVERIFY(plan);
    QCOMPARE(plan->oldUrl, std::string("/2024/02/03/old.html"));
    QCOMPARE(plan->newUrl, std::string("/2024/02/03/new-name.html"));
    QCOMPARE(plan->folders.size(), 1u);
    QCOMPARE(plan->folders[0].to, fixture.root() / "assets/images/2024-02-03-new-name");
    QCOMPARE(plan->own.places, 1);
    QVERIFY(plan->own.after.find("(/assets/images/2024-02-03-new-name/a.png) old") != std::string::npos);
    QCOMPARE(plan->others.size(), 2u);
    QCOMPARE(plan->others[0].file, fixture.root() / "_posts/2024-01-03-other.md");
    QCOMPARE(plan->others[1].after, std::string("---\n---\n![y](/assets/images/2024-02-03-new-name/a.png)\n"));
}

void tst_Renaming::plan_leavesWordsThatOnlyLookLikeTheNameAlone()
{
    const Fixture fixture;
    const auto plan = fixture.plan("_posts/sam/2024-02-03-new-name.md");
    QVERIFY(plan);
    QCOMPARE(
        plan->others[0].after,
        std::string("---\n---\n[a]({% post_url sam/2024-02-03-new-name %}) [b](/2024/02/03/new-name.html#x) "
                    "[c](/2024/02/03/older.html)\n"
                    "[d]({% link _posts/sam/2024-02-03-new-name.md %}) /2024/02/03/new-name. an old-fashioned old\n"));
    QCOMPARE(plan->others[0].places, 4);
}

void tst_Renaming::linksElsewhereAndInCode_stayAsTheyAre()
{
    const Fixture fixture;
    fixture.write("_config.yml", "title: T\nurl: https://class.example\nbaseurl: /blog\n");
    const std::string kept =
        "[a](https://other.example/2024/02/03/old.html) //other.example/2024/02/03/old.html\n"
        "[b](/archive/2024/02/03/old.html) <https://github.com/u/r/blob/main/_posts/sam/2024-01-02-old.md>\n"
        "`/2024/02/03/old.html` and ``a ` /2024/02/03/old.html``\n"
        "\n```\n[c](/2024/02/03/old.html)\n```\n\n~~~ md\n/assets/images/2024-01-02-old/a.png\n~~~\n"
        "<pre>/2024/02/03/old.html</pre> <code class=\"x\">/2024/02/03/old.html</code>\n";
    fixture.write("kept.md", "---\n---\n" + kept);
    fixture.write("own.md", "---\n---\n[d](https://class.example/blog/2024/02/03/old.html) [e](/blog/2024/02/03/old) "
                            "[f]({{ site.baseurl }}/2024/02/03/old.html) <a href=\"{{ '/2024/02/03/old.html' | "
                            "relative_url }}\">g</a> ![h](../assets/images/2024-01-02-old/a.png)\n" +
                                kept);
    const auto plan = fixture.plan("_posts/sam/2024-02-03-new-name.md");
    QVERIFY(plan);
    const auto of = [&](const char* name) {
        const auto found = std::find_if(plan->others.begin(), plan->others.end(),
                                        [&](const auto& each) { return each.file == fixture.root() / name; });
        return found == plan->others.end() ? std::string() : found->after;
    };
    QCOMPARE(of("kept.md"), std::string());
    QCOMPARE(of("own.md"),
             "---\n---\n[d](https://class.example/blog/2024/02/03/new-name.html) [e](/blog/2024/02/03/new-name) "
             "[f]({{ site.baseurl }}/2024/02/03/new-name.html) <a href=\"{{ '/2024/02/03/new-name.html' | "
             "relative_url }}\">g</a> ![h](../assets/images/2024-02-03-new-name/a.png)\n" +
                 kept);
}

void tst_Renaming::includesLayoutsDataAndRelativeLinks_areFollowed()
{
    const Fixture fixture;
    fixture.write("_includes/nav.html", "<a href=\"/2024/02/03/old.html\">x</a>\n");
    fixture.write("_layouts/page.html", "<a href='{% post_url sam/2024-01-02-old %}'>x</a>{{ content }}\n");
    fixture.write("_data/links.yml", "- {title: x, url: /2024/02/03/old.html}\n");
    fixture.write("_posts/2024-02-03-same-day.md",
                  "---\n---\n[a](old.html) [b](old.html#c) old.html [d]: old.html\n\n[e]: old.html\n"
                  "[f](sam/2024-01-02-old.md)\n");
    const auto plan = fixture.plan("_posts/sam/2024-02-03-new-name.md");
    QVERIFY(plan);
    std::map<std::string, std::string> after;
    for (const site::PlannedText& each : plan->others)
        after[each.file.lexically_relative(fixture.root()).string()] = each.after;
    QCOMPARE(after["_includes/nav.html"], std::string("<a href=\"/2024/02/03/new-name.html\">x</a>\n"));
    QCOMPARE(after["_layouts/page.html"],
             std::string("<a href='{% post_url sam/2024-02-03-new-name %}'>x</a>{{ content }}\n"));
    QCOMPARE(after["_data/links.yml"], std::string("- {title: x, url: /2024/02/03/new-name.html}\n"));
    QCOMPARE(after["_posts/2024-02-03-same-day.md"],
             std::string("---\n---\n[a](new-name.html) [b](new-name.html#c) old.html [d]: new-name.html\n\n"
                         "[e]: new-name.html\n[f](sam/2024-02-03-new-name.md)\n"));
}

void tst_Renaming::unfitNames_areRefusedWithASentence_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("words");
    QTest::newRow("empty") << QString() << QStringLiteral("no name");
    QTest::newRow("leaves the site") << QStringLiteral("../x.md") << QStringLiteral("inside the site");
    QTest::newRow("absolute") << QStringLiteral("/etc/x.md") << QStringLiteral("inside the site");
    QTest::newRow("Windows") << QStringLiteral("_posts/a:b.md") << QStringLiteral("Windows");
    QTest::newRow("too long") << QStringLiteral("_posts/%1.md").arg(QString(253, u'a')) << QStringLiteral("256 bytes");
    QTest::newRow("taken") << QStringLiteral("about.md") << QStringLiteral("already");
}

void tst_Renaming::unfitNames_areRefusedWithASentence()
{
    QFETCH(QString, name);
    QFETCH(QString, words);
    const Fixture fixture;
    const auto plan = fixture.plan(name.toStdString());
    QVERIFY(!plan);
    QVERIFY2(QString::fromStdString(plan.error().message).contains(words), plan.error().message.c_str());
}

void tst_Renaming::changes_areAppliedAndTakenBack()
{
    const TemporaryFolder folder;
    (void)folder.write("a.md", "own");
    (void)folder.write("b.md", "link a");
    std::filesystem::create_directory(folder / "pics");
    const ChangeSet changes{{{folder / "pics", folder / "new/pics"}, {folder / "a.md", folder / "c.md"}},
                            {{folder / "c.md", "own", "new own"}, {folder / "b.md", "link a", "link c"}}};
    QVERIFY(applyChanges(changes));
    QCOMPARE(bytesOf(folder / "c.md") + bytesOf(folder / "b.md"), std::string("new ownlink c"));
    QVERIFY(fs::is_directory(folder / "new/pics"));
    const auto back = applyChanges(changes.reversed());
    QVERIFY2(back, back ? "" : back.error().message.c_str());
    QCOMPARE(bytesOf(folder / "a.md") + bytesOf(folder / "b.md"), std::string("ownlink a"));
    QVERIFY(fs::is_directory(folder / "pics"));
    QVERIFY(!fs::exists(folder / "c.md"));
}

void tst_Renaming::halfwayFailure_leavesEverythingAsItWas()
{
    const TemporaryFolder folder;
    (void)folder.write("a.md", "own");
    (void)folder.write("b.md", "link a");
    (void)folder.write("d.md", "changed by somebody");
    const ChangeSet changes{{{folder / "a.md", folder / "c.md"}},
                            {{folder / "b.md", "link a", "link c"}, {folder / "d.md", "as it was", "new"}}};
    const auto done = applyChanges(changes);
    QVERIFY(!done);
    QVERIFY(done.error().message.find("d.md was changed meanwhile") != std::string::npos);
    QCOMPARE(bytesOf(folder / "a.md") + bytesOf(folder / "b.md") + bytesOf(folder / "d.md"),
             std::string("ownlink achanged by somebody"));
    QVERIFY(!fs::exists(folder / "c.md"));
}

void tst_Renaming::folderThatTakesNoFile_leavesEverythingAsItWas()
{
    const Fixture fixture;
    const auto plan = fixture.plan("_posts/sam/2024-02-03-new-name.md");
    QVERIFY(plan);
    const test::OrdinaryUser user(fixture.root());
    const test::ReadOnlyFolder images(fixture.root() / "assets/images");
    if (!user.isOne())
        QSKIP("root's rights can not be given up here");
    ChangeSet changes;
    changes.moves = {{fixture.post(), fixture.root() / "_posts/sam/2024-02-03-new-name.md"}};
    changes.moves.push_back(
        {fixture.root() / "assets/images/2024-01-02-old", fixture.root() / "assets/images/2024-02-03-new-name"});
    const Expected<void> done = applyChanges(changes);
    QVERIFY(!done && done.error().message.find("assets/images") != std::string::npos);
    QCOMPARE(bytesOf(fixture.post()), postText);
    QCOMPARE(namesIn(fixture.root() / "_posts/sam"), std::string("2024-01-02-old.md "));
    QCOMPARE(namesIn(fixture.root() / "assets/images"), std::string("2024-01-02-old "));
}

void tst_Renaming::nothingIsOverwritten()
{
    const TemporaryFolder folder;
    (void)folder.write("a.md", "mine");
    (void)folder.write("b.md", "theirs");
    QVERIFY(!applyChanges({{{folder / "a.md", folder / "b.md"}}, {}}));
    QCOMPARE(bytesOf(folder / "a.md") + bytesOf(folder / "b.md"), std::string("minetheirs"));
}

void tst_Renaming::archive_holdsNamesAndBytes()
{
    const QString python = QStandardPaths::findExecutable(QStringLiteral("python3"));
    if (python.isEmpty())
        QSKIP("python3 reads the .zip; it is not installed");
    const std::string noise(300'000, '\xC3');
    const auto zip = zipped({{"_posts/2024-01-02-café.md", "text\n", 1714979289}, {"images/a.png", noise, 1714979289}});
    QVERIFY(zip);
    const TemporaryFolder folder;
    const fs::path path = folder.write("x.zip", *zip);
    QProcess reader;
    reader.start(
        python,
        {QStringLiteral("-c"),
         QStringLiteral("import sys,zipfile\nz=zipfile.ZipFile(sys.argv[1])\nassert z.testzip() is None\n"
                        "sys.stdout.buffer.write(''.join(f'{n}={len(z.read(n))};' for n in z.namelist()).encode())"),
         QString::fromStdString(path.string())});
    QVERIFY(reader.waitForFinished());
    QCOMPARE(reader.readAllStandardOutput(), QByteArray("_posts/2024-01-02-café.md=5;images/a.png=300000;"));
}

void tst_Renaming::archive_refusesPathsThatLeaveTheFolder()
{
    QVERIFY(!zipped({{"../x", "x", 0}}));
    QVERIFY(!zipped({{"/x", "x", 0}}));
    QVERIFY(!zipped({{"a/../../x", "x", 0}}));
}

QTEST_GUILESS_MAIN(tst_Renaming)
#include "tst_renaming.moc"
