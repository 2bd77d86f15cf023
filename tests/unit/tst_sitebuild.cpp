// SPDX-License-Identifier: MIT
#include "export/sitebuild.h"
#include "sitefolder.h"

#include <QTest>

using namespace galley;
using galley::test::SiteFolder;
namespace fs = std::filesystem;

class TestSiteBuild : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void fileNoLongerMade_isTakenAwayWithItsFolder()
    {
        SiteFolder site;
        site.write("stays.html", "---\n---\nx");
        site.write("deep/er/goes.html", "---\n---\nx");
        QVERIFY(!site.build().failed());
        QVERIFY(fs::exists(site.out() / "deep/er/goes.html"));
        site.remove("deep/er/goes.html");
        QVERIFY(!site.build().failed());
        QVERIFY(!fs::exists(site.out() / "deep"));
        QVERIFY(fs::exists(site.out() / "stays.html"));
    }

    void fileOfSomebodyElse_staysInTheOutput()
    {
        SiteFolder site;
        site.write("a/page.html", "---\n---\nx");
        fs::create_directories(site.out() / "a");
        std::ofstream(site.out() / "a/thesis.txt") << "mine";
        QVERIFY(!site.build().failed());
        site.remove("a/page.html");
        site.write("other.html", "---\n---\nx");
        QVERIFY(!site.build().failed());
        QVERIFY(!fs::exists(site.out() / "a/page.html"));
        QCOMPARE(site.page("a/thesis.txt"), std::string("mine"));
    }

    void keptFile_isNotTakenAway()
    {
        SiteFolder site;
        site.write("_config.yml", "keep_files: [keep]\n");
        site.write("keep/page.html", "---\n---\nx");
        site.write("other.html", "---\n---\nx");
        QVERIFY(!site.build().failed());
        site.remove("keep/page.html");
        QVERIFY(!site.build().failed());
        QVERIFY(fs::exists(site.out() / "keep/page.html"));
    }

    void failedBuild_leavesTheEarlierOneAsItIs()
    {
        SiteFolder site;
        site.write("a.html", "---\n---\nfirst");
        site.write("b.html", "---\n---\nx");
        QVERIFY(!site.build().failed());
        site.write("a.html", "---\n---\nsecond");
        site.write("bad.html", "---\n---\n{% include none.html %}");
        site.remove("b.html");
        const BuildResult result = site.build();
        QVERIFY(result.failed());
        QCOMPARE(result.pages, std::size_t{0});
        QCOMPARE(site.page("a.html"), std::string("first"));
        QVERIFY(fs::exists(site.out() / "b.html"));
    }

    void linkInTheOutput_isReplacedAndItsTargetKept()
    {
        SiteFolder site;
        fs::create_directories(site.outside());
        fs::create_directories(site.out());
        std::ofstream(site.outside() / "precious.txt") << "precious";
        for (const char* name : {"page.html", "file.txt"})
            fs::create_symlink(site.outside() / "precious.txt", site.out() / name);
        site.write("page.html", "---\n---\npage");
        site.write("file.txt", "file");
        QVERIFY(!site.build().failed());
        QCOMPARE(site.page("page.html"), std::string("page"));
        QCOMPARE(site.page("file.txt"), std::string("file"));
        QCOMPARE(site.page("../outside/precious.txt"), std::string("precious"));
    }

    // A file that shares its bytes with one elsewhere is replaced, and nothing is left of what could not be put in
    // place.
    void eachFile_isMovedIntoPlaceWhole()
    {
        SiteFolder site;
        fs::create_directories(site.outside());
        fs::create_directories(site.out() / "folder.html");
        std::ofstream(site.outside() / "precious.txt") << "precious";
        for (const char* name : {"page.html", "file.txt"})
            fs::create_hard_link(site.outside() / "precious.txt", site.out() / name);
        site.write("page.html", "---\n---\npage");
        site.write("file.txt", "file");
        site.write("folder.html", "---\n---\nin the way");
        site.write("folder.html.txt", "x");
        const BuildResult result = site.build();
        QVERIFY(result.failed());
        QVERIFY(test::tells(result.diagnostics, "folder.html", "it is a folder", 1));
        QCOMPARE(site.page("page.html"), std::string("page"));
        QCOMPARE(site.page("file.txt"), std::string("file"));
        QCOMPARE(site.page("../outside/precious.txt"), std::string("precious"));
        for (const auto& entry : fs::recursive_directory_iterator(site.out()))
            QVERIFY2(entry.path().extension() != ".part", entry.path().c_str());
    }

    void failedBuildIntoAnEmptyFolder_writesThePagesThatCouldBeMade()
    {
        SiteFolder site;
        site.write("good.html", "---\n---\ngood");
        site.write("bad.html", "---\n---\nbefore {% include none.html %}");
        const BuildResult result = site.build();
        QVERIFY(result.failed());
        QCOMPARE(site.page("good.html"), std::string("good"));
        QVERIFY(!fs::exists(site.base() / "records") || fs::is_empty(site.base() / "records"));
        site.write("bad.html", "---\n---\nmended"); // what a failed build left is nobody else's, and is replaced
        QVERIFY(!site.build().failed());
        QCOMPARE(site.page("bad.html"), std::string("mended"));
    }

    void destinationAmongTheSources_isRefused()
    {
        SiteFolder site;
        site.write("_posts/2020-01-01-a.md", "---\n---\nx");
        const BuildResult result = buildSite({site.options(), site.root() / "_posts", {}, {}});
        QVERIFY(result.failed());
        QVERIFY(!fs::exists(site.root() / "_posts/2020"));
    }

    void cachedIncludeThatReadsThePage_showsTheFirstPageOnAll_data()
    {
        QTest::addColumn<int>("jobs");
        QTest::newRow("one thread") << 1;
        QTest::newRow("four threads") << 4;
    }

    // jekyll-include-cache: documents are rendered before pages, and the first result stays.
    void cachedIncludeThatReadsThePage_showsTheFirstPageOnAll()
    {
        QFETCH(int, jobs);
        SiteFolder site;
        site.write("_config.yml", "plugins: [jekyll-include-cache]\n");
        site.write("_includes/name.html", "[{{ page.name }}{{ include.n }}]");
        for (int i = 10; i < 90; ++i)
            site.write("_posts/2020-01-01-" + std::to_string(i) + ".html",
                       "---\npermalink: /" + std::to_string(i) +
                           ".html\n---\n{% include_cached name.html %}{% include_cached name.html n=2 %}");
        site.write("a.html", "---\n---\n{% include_cached name.html %}{% include name.html %}");
        QVERIFY(!site.build(jobs).failed());
        QCOMPARE(site.page("10.html"), std::string("[2020-01-01-10.html][2020-01-01-10.html2]"));
        QCOMPARE(site.page("77.html"), site.page("10.html"));
        QCOMPARE(site.page("a.html"), std::string("[2020-01-01-10.html][a.html]"));
    }

    // A list of 40 posts is long enough to be kept with its results.
    void filtersOverKeptLists_giveWhatTheyGiveOnShortOnes()
    {
        SiteFolder site;
        for (int i = 10; i < 50; ++i)
            site.write("_posts/2020-01-01-" + std::to_string(i) + ".html",
                       "---\npermalink: none\nn: " + std::to_string(i) + "\nlist: [a, b" + std::to_string(i % 3) +
                           "]\n" + (i == 20 ? "rare: yes\n" : "") + "---\n");
        const std::string queries =
            "{{ site.posts | where: 'n', 12 | map: 'n' | join }};{{ site.posts | where: 'n', '12' | size }};"
            "{{ site.posts | where: 'rare', nil | size }};{{ site.posts | where: 'rare', true | map: 'n' | join }};"
            "{{ site.posts | where: 'list', 'b1' | size }};{{ site.posts | where: 'list', 'a' | size }};"
            "{{ site.posts | where: 'none', 'x' | size }};{% assign f = site.posts | find: 'n', 13 %}{{ f.n }};"
            "{% assign g = site.posts | find: 'n', 7 %}{{ g.n }};{{ site.posts | where_exp: 'p', 'p.n == page.wanted' "
            "| map: 'n' | join }};"
            "{{ site.posts | group_by: 'list' | size }};{{ site.posts | sort: 'n' | map: 'n' | first }}";
        site.write("one.html", "---\nwanted: 21\n---\n" + queries);
        site.write("two.html", "---\nwanted: 22\n---\n" + queries);
        QVERIFY(!site.build(1).failed());
        QCOMPARE(site.page("one.html"), std::string("12;1;39;20;14;40;0;13;;21;3;10"));
        QCOMPARE(site.page("two.html"), std::string("12;1;39;20;14;40;0;13;;22;3;10"));
    }
};

QTEST_GUILESS_MAIN(TestSiteBuild)
#include "tst_sitebuild.moc"
