// SPDX-License-Identifier: MIT
#include "site/site.h"
#include "site/sitecontent.h"

#include "export/sitebuild.h"

#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>

using namespace galley;
namespace fs = std::filesystem;

/// A site in a temporary folder, with its output folder beside it.
class SiteFolder
{
public:
    SiteFolder() { write("_config.yml", "title: T\nurl: https://x.example\n"); }

    void write(const std::string& name, const std::string& text) const
    {
        const fs::path path = root() / name;
        fs::create_directories(path.parent_path());
        std::ofstream(path, std::ios::binary) << text;
    }
    fs::path root() const { return base() / "site"; }
    fs::path outside() const { return base() / "outside"; }
    fs::path base() const { return fs::canonical(m_folder.path().toStdString()); }

    SiteOptions options() const
    {
        SiteOptions options;
        options.root = root();
        options.now.seconds = 1714979289; // 2024-05-06
        options.jobs = 2;
        return options;
    }
    BuildResult build() const { return buildSite({options(), base() / "out", {}}); }
    std::string page(const std::string& name) const
    {
        std::ifstream in(base() / "out" / name, std::ios::binary);
        std::ostringstream text;
        text << in.rdbuf();
        return text.str();
    }

private:
    QTemporaryDir m_folder;
};

static bool tells(const Diagnostics& diagnostics, const std::string& file, const std::string& words)
{
    return std::any_of(diagnostics.begin(), diagnostics.end(), [&](const Diagnostic& d) {
        return d.file == file && d.text.find(words) != std::string::npos;
    });
}

class TestSite : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void postInFolders_hasCategoriesOfWhatStandsAbovePosts()
    {
        SiteFolder site;
        site.write("a/b/_posts/deep/2020-01-02-x.md", "---\n---\nHi\n");
        const auto read = Site::read(site.options());
        QCOMPARE(read->content().posts().size(), std::size_t{1});
        QCOMPARE(read->content().posts().front()->url, std::string("/a/b/2020/01/02/x.html"));
    }

    void missingLayout_rendersContentAndWarns()
    {
        SiteFolder site;
        site.write("p.md", "---\nlayout: none-such\n---\nText\n");
        const BuildResult result = site.build();
        QVERIFY(tells(result.diagnostics, "p.md", "none-such"));
        QVERIFY(site.page("p.html").find("<p>Text</p>") != std::string::npos);
        QVERIFY(!result.failed());
    }

    void layoutThatIsAPath_readsNothing()
    {
        SiteFolder site;
        site.write("p.md", "---\nlayout: ../../../../../../etc/passwd\n---\nText\n");
        site.build();
        QVERIFY(site.page("p.html").find("root:") == std::string::npos);
        QVERIFY(site.page("p.html").find("Text") != std::string::npos);
    }

    void layoutLoop_ends()
    {
        SiteFolder site;
        site.write("_layouts/a.html", "---\nlayout: b\n---\nA{{ content }}");
        site.write("_layouts/b.html", "---\nlayout: a\n---\nB{{ content }}");
        site.write("p.html", "---\nlayout: a\n---\nx");
        site.build();
        QCOMPARE(site.page("p.html"), std::string("BAx"));
    }

    void missingInclude_failsTheBuildAndMakesOtherPages()
    {
        SiteFolder site;
        site.write("bad.html", "---\n---\none\n{% include no.html %}");
        site.write("good.html", "---\n---\ngood");
        const BuildResult result = site.build();
        QVERIFY(result.failed());
        QVERIFY(tells(result.diagnostics, "bad.html", "no.html"));
        QCOMPARE(site.page("good.html"), std::string("good"));
    }

    void linkOutOfTheSite_isNotFollowed()
    {
        SiteFolder site;
        fs::create_directories(site.outside());
        std::ofstream(site.outside() / "secret.html") << "---\n---\nsecret";
        fs::create_symlink(site.outside() / "secret.html", site.root() / "link.html");
        fs::create_directory_symlink(site.outside(), site.root() / "folder");
        const BuildResult result = site.build();
        QVERIFY(tells(result.diagnostics, "link.html", "out of the site"));
        QVERIFY(!fs::exists(site.base() / "out/link.html"));
        QVERIFY(!fs::exists(site.base() / "out/folder"));
    }

    void brokenConfig_isAnErrorWithItsLineAndDefaultsServe()
    {
        SiteFolder site;
        site.write("_config.yml", "title: x\nbad: [1, 2\nurl: y: z\n");
        site.write("p.html", "---\n---\np");
        const BuildResult result = site.build();
        QVERIFY(result.failed());
        const auto it = std::find_if(result.diagnostics.begin(), result.diagnostics.end(),
                                     [](const Diagnostic& d) { return d.file == "_config.yml"; });
        QVERIFY(it != result.diagnostics.end());
        QVERIFY(it->line > 1);
        QCOMPARE(site.page("p.html"), std::string("p"));
    }

    void postWithoutDateInItsName_isToldAndLeftOut()
    {
        SiteFolder site;
        site.write("_posts/note.md", "---\n---\nx");
        QVERIFY(tells(site.build().diagnostics, "_posts/note.md", "date"));
    }

    void twoPostsWithOneAddress_areTold()
    {
        SiteFolder site;
        site.write("_posts/2020-01-01-a.md", "---\npermalink: /same.html\n---\nfirst");
        site.write("_posts/2020-01-02-b.md", "---\npermalink: /same.html\n---\nsecond");
        const BuildResult result = site.build();
        QVERIFY(tells(result.diagnostics, "_posts/2020-01-02-b.md", "_posts/2020-01-01-a.md"));
        QVERIFY(site.page("same.html").find("second") != std::string::npos);
    }

    void postThatIsNotUtf8_isAnErrorAtItsLineAndLeftOut()
    {
        SiteFolder site;
        site.write("_posts/2020-01-01-a.md", "---\ntitle: a\n---\nb\xFF\n");
        const BuildResult result = site.build();
        QVERIFY(result.failed());
        QVERIFY(tells(result.diagnostics, "_posts/2020-01-01-a.md", "UTF-8"));
    }

    void aliasBombInData_isAnErrorAndThePagesAreMade()
    {
        SiteFolder site;
        std::string yaml = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n";
        for (int i = 1; i < 12; ++i) {
            const std::string below = "*a" + std::to_string(i - 1);
            yaml += "a" + std::to_string(i) + ": &a" + std::to_string(i) + " [" + below;
            for (int k = 0; k < 9; ++k)
                yaml += ", " + below;
            yaml += "]\n";
        }
        site.write("_data/bomb.yml", yaml);
        site.write("p.html", "---\n---\np");
        QVERIFY(tells(site.build().diagnostics, "_data/bomb.yml", ""));
        QCOMPARE(site.page("p.html"), std::string("p"));
    }

    void unknownTag_leavesAMarkedPlaceholderAndFailsTheBuild()
    {
        SiteFolder site;
        site.write("p.html", "---\n---\na {% strange thing %} b");
        const BuildResult result = site.build();
        QVERIFY(result.failed());
        QVERIFY(tells(result.diagnostics, "p.html", "strange"));
        QVERIFY(site.page("p.html").find("galley-unknown-tag") != std::string::npos);
        QVERIFY(site.page("p.html").find(" b") != std::string::npos);
    }

    void destinationAboveTheSite_isRefused()
    {
        SiteFolder site;
        const BuildResult result = buildSite({site.options(), site.base(), {}});
        QVERIFY(result.failed());
        QVERIFY(!fs::exists(site.base() / "p.html"));
    }

    void editedText_takesThePlaceOfTheFile()
    {
        SiteFolder site;
        site.write("_posts/2020-01-01-a.md", "---\ntitle: old\n---\nold");
        site.write("_posts/2020-01-02-b.md", "---\ntitle: next\n---\nb");
        const auto read = Site::read(site.options());
        Diagnostics problems;
        const auto item = read->itemOf(read->root() / "_posts/2020-01-01-a.md", "---\ntitle: new\n---\nnew", problems);
        const Value page = read->pageValue(item);
        QCOMPARE(page.get("title").string(), std::string("new"));
        QCOMPARE(page.get("content").string(), std::string("new"));
        QCOMPARE(page.get("next").get("title").string(), std::string("next"));
    }
};

QTEST_GUILESS_MAIN(TestSite)
#include "tst_site.moc"
