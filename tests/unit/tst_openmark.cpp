// SPDX-License-Identifier: MIT
#include "keep/openmark.h"

#include "keep/keepfolders.h"
#include "temporaryfolder.h"

#include <QTest>

#include <csignal>
#include <optional>
#include <sys/wait.h>
#include <unistd.h>

using namespace galley;
using namespace std::string_literals;
namespace fs = std::filesystem;

namespace
{
struct Desk {
    TemporaryFolder folder;
    fs::path state = folder / "state";
    fs::path post = folder.write("post.md", "text\n");
    fs::path marks = KeepFolders(state).marks;
};
} // namespace

class TestOpenMark : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void twoWindowsOnOnePost_seeOneAnother()
    {
        const Desk desk;
        const auto first = OpenMark::take(desk.state, desk.post, "1.1");
        QCOMPARE(openElsewhere(*first), 0);
        {
            const auto second = OpenMark::take(desk.state, desk.post, "2.1");
            QCOMPARE(openElsewhere(*first), 1);
            QCOMPARE(openElsewhere(*second), 1);
        }
        QCOMPARE(openElsewhere(*first), 0);
    }

    void anotherPost_isNoConcernOfOurs()
    {
        const Desk desk;
        const auto first = OpenMark::take(desk.state, desk.post, "1.1");
        const auto other = OpenMark::take(desk.state, desk.folder / "other.md", "2.1");
        QCOMPARE(openElsewhere(*first), 0);
    }

    void aLinkToThePost_isThePost()
    {
        const Desk desk;
        fs::create_symlink("post.md", desk.folder / "link.md");
        const auto first = OpenMark::take(desk.state, desk.post, "1.1");
        const auto second = OpenMark::take(desk.state, desk.folder / "link.md", "2.1");
        QCOMPARE(openElsewhere(*first), 1);
    }

    void markOfAKilledProgram_isDeleted()
    {
        const Desk desk;
        const auto ours = OpenMark::take(desk.state, desk.post, "1.1");
        const pid_t child = ::fork();
        if (child == 0) {
            const auto theirs = OpenMark::take(desk.state, desk.post, "2.1");
            ::raise(SIGKILL);
        }
        ::waitpid(child, nullptr, 0);
        QCOMPARE(namesIn(desk.marks),
                 ours->path().filename().string() + " " + pathKey(fs::canonical(desk.post)) + "-2.1 ");
        QCOMPARE(openElsewhere(*ours), 0);
        QCOMPARE(namesIn(desk.marks), ours->path().filename().string() + " ");
    }

    void nameOf255Bytes_hasAMarkToo()
    {
        const Desk desk;
        const auto mark = OpenMark::take(desk.state, desk.folder / std::string(255, 'n'), "1.1");
        QVERIFY(mark);
        QCOMPARE(openElsewhere(*mark), 0);
    }

    void stateFolderThatCannotBeMade_isToldWithItsPath()
    {
        const Desk desk;
        desk.folder.write("state", "a file where the folder should be");
        const auto mark = OpenMark::take(desk.state, desk.post, "1.1");
        QVERIFY(!mark && !mark.error().message.empty() && !mark.error().file.empty());
    }
};

QTEST_GUILESS_MAIN(TestOpenMark)
#include "tst_openmark.moc"
