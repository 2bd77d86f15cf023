// SPDX-License-Identifier: MIT
#include "base/oneline.h"
#include "post/postdocument.h"
#include "site/newpost.h"

#include <QTest>

using namespace galley;
using namespace galley::site;

namespace
{
NewPost writeUp()
{
    NewPost post;
    post.title = "C# & friends: meetup #12";
    post.author = "nvola";
    post.date.seconds = 1495751400; // 2017-05-25 22:30 UTC, still the 25th at -0400
    post.date.offset = -14400;
    post.event = "TriPython: May";
    post.speaker = "Stacy \"S\" Morse";
    return post;
}
} // namespace

class TestNewPost : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void path_isJekyllsDateAndSlug()
    {
        QCOMPARE(*postPath(writeUp(), {"_posts/nvola", ".md"}),
                 std::string("_posts/nvola/2017-05-25-c-friends-meetup-12.md"));
        NewPost late = writeUp();
        late.date.seconds = 1495765800; // 2017-05-26 02:30 UTC
        QVERIFY(postPath(late, {})->find("2017-05-25") != std::string::npos);
    }

    void lettersWrittenInTwoWays_areOneName()
    {
        NewPost post = writeUp();
        post.title = "U\xCC\x88"
                     "bung ﬁn";
        QCOMPARE(*postPath(post, {}), std::string("_posts/2017-05-25-übung-fin.md"));
    }

    void folderOfAYear_isThatOfTheNewPost()
    {
        const PostHabit habit = habitOf({{"_posts/2015/03/2015-03-01-a.md", "", "x"}}, "");
        QCOMPARE(*postPath(writeUp(), habit), std::string("_posts/2017/05/2017-05-25-c-friends-meetup-12.md"));
        const PostHabit other = habitOf({{"_posts/2014/2015-03-01-a.md", "", "x"}}, ""); // no year of the post's own
        QVERIFY(postPath(writeUp(), other)->starts_with("_posts/2014/"));
    }

    void withoutAnAuthor_theFolderIsNobodys()
    {
        const std::vector<EarlierPost> several{{"_posts/sam/2017-05-01-b.md", "sam", "x"},
                                               {"_posts/kim/2017-04-01-a.md", "kim", "x"}};
        QCOMPARE(habitOf(several, "").folder, std::string("_posts"));
        const std::vector<EarlierPost> one{{"_posts/sam/2017-05-01-b.md", "sam", "x"}};
        QCOMPARE(habitOf(one, "").folder, std::string("_posts/sam"));
    }

    void dayWithoutATime_staysOne()
    {
        const EarlierPost last{"_posts/2017-04-01-old.md", "", "---\ntitle: Old one\ndate: 2017-04-01\n---\nx\n"};
        NewPost post = writeUp();
        post.title = "New one";
        QCOMPARE(*postText(post, templateLike(last)),
                 std::string("---\ntitle: New one\ndate: 2017-05-25\nauthor: nvola\n---\n\n"));
    }

    void plainQuoting_staysPlain()
    {
        const EarlierPost last{"_posts/2017-04-01-old.md", "nvola", "---\ntitle: Old one\nauthor: nvola\n---\nx\n"};
        NewPost post = writeUp();
        post.title = "New one";
        QCOMPARE(*postText(post, templateLike(last)), std::string("---\ntitle: New one\nauthor: nvola\n---\n\n"));
    }

    void oneLine_joinsWhatLineBreaksPart()
    {
        QCOMPARE(oneLine("Pasted heading\n"), std::string("Pasted heading"));
        QCOMPARE(oneLine(" \r\n a \n\n\t b\r"), std::string("a b"));
        QCOMPARE(oneLine("a\xE2\x80\xA8"
                         "b\xC2\x85"
                         "c\xE2\x80\xA9"),
                 std::string("a b c"));
        QCOMPARE(oneLine(" as  it\tis "), std::string(" as  it\tis "));
        QCOMPARE(oneLine("\xFF\n\xFE"), std::string("\xFF \xFE"));
        QCOMPARE(oneLine("\n\n"), std::string());
    }

    void partsWithLineFeeds_becomeOneLineEach()
    {
        NewPost post;
        post.title = "a\nb\n";
        post.author = "sam\n";
        post.event = "May\r\nmeetup";
        const std::string text = *postText(post, {"x", "---\nauthor:\ntitle:\nevent:\n---\n%{event}!\n"});
        QCOMPARE(text, std::string("---\nauthor: sam\ntitle: a b\nevent: May meetup\n---\nMay meetup!\n"));
        QVERIFY(postPath(post, {})->ends_with("-a-b.md"));
    }

    void titleWithoutALetter_isRefused()
    {
        NewPost post = writeUp();
        post.title = "!!!";
        QVERIFY(!postPath(post, {}));
    }

    void longTitle_isCutToAFileName()
    {
        NewPost post = writeUp();
        post.title = std::string();
        for (int i = 0; i < 300; ++i)
            post.title += "é";
        const std::string path = *postPath(post, {"_posts", ".markdown"});
        const std::string name = path.substr(path.rfind('/') + 1);
        QVERIFY(name.size() <= 255 && name.size() > 240);
        QCOMPARE(QString::fromStdString(name).toStdString(), name); // no letter cut in half
    }

    void everyBuiltInTemplate_givesReadableFrontMatter()
    {
        for (const PostTemplate& pattern : builtInTemplates()) {
            const Expected<std::string> text = postText(writeUp(), pattern);
            QVERIFY2(text.has_value(), pattern.name.c_str());
            const PostDocument post = PostDocument::parse(*text);
            QVERIFY2(!post.broken, text->c_str());
            QCOMPARE(post.values.get("title").string(), std::string("C# & friends: meetup #12"));
            QCOMPARE(post.values.get("author").string(), std::string("nvola"));
            QCOMPARE(post.values.get("date").dateTime().seconds, 1495751400);
            QVERIFY(text->find("%{") == std::string::npos);
        }
    }

    void partsWithoutValue_leaveNoKey()
    {
        const Hash values = PostDocument::parse(*postText(writeUp(), builtInTemplates()[0])).values;
        QCOMPARE(values.get("speaker").string(), std::string("Stacy \"S\" Morse"));
        QVERIFY(!values.contains("place") && !values.contains("link"));
    }

    void likeMyLastOne_keepsOrderQuotesAndComments()
    {
        const EarlierPost last{"_posts/nvola/2017-04-01-old.md", "nvola",
                               "---\nauthor: nvola # me\ntitle: 'Old one'\nevent: \"April\"\nlayout: "
                               "post\ntags: [meetup]\npermalink: /x/\n---\nOld body\n"};
        const std::string text = *postText(writeUp(), templateLike(last));
        QCOMPARE(text, std::string("---\nauthor: nvola # me\ntitle: 'C# & friends: meetup #12'\nevent: "
                                   "\"TriPython: May\"\nlayout: post\n"
                                   "tags: [meetup]\n---\n\n"));
    }

    void folder_isLearnedFromTheAuthorElseFromTheRule()
    {
        const std::vector<EarlierPost> posts{{"_posts/sam/2017-05-01-b.markdown", "sam", {}},
                                             {"_posts/nvola/2017-04-01-a.md", "nvola", {}}};
        QCOMPARE(habitOf(posts, "nvola").folder, std::string("_posts/nvola"));
        QCOMPARE(habitOf(posts, "nvola").extension, std::string(".md"));
        QCOMPARE(habitOf(posts, "kim").folder, std::string("_posts/kim"));
        QCOMPARE(habitOf({}, "kim").folder, std::string("_posts"));
    }

    void authorThatClimbsOut_staysInTheFolder()
    {
        const std::vector<EarlierPost> posts{{"_posts/sam/2017-05-01-b.md", "sam", {}}};
        QVERIFY(postPath(writeUp(), habitOf(posts, "../../etc"))->find("..") == std::string::npos);
    }
};

QTEST_GUILESS_MAIN(TestNewPost)
#include "tst_newpost.moc"
