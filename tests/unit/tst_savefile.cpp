// SPDX-License-Identifier: MIT
#include "keep/savefile.h"

#include "base/fileerror.h"
#include "base/files.h"
#include "ordinaryuser.h"
#include "temporaryfolder.h"

#include <QTest>

#include <sys/stat.h>
#include <sys/xattr.h>
#include <unistd.h>

using namespace galley;
using namespace std::string_literals;
namespace fs = std::filesystem;

namespace
{
FileState known(const fs::path& path)
{
    return *readFileState(path);
}

SaveExpected<FileState> save(const fs::path& path, std::string_view bytes, const FileState& state,
                             SaveWay way = SaveWay::Ask, bool overwrite = false)
{
    return saveFile({path, bytes, state, way, overwrite});
}
} // namespace

class TestSaveFile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void knownFile_isReplacedAndItsNewStateTold()
    {
        const TemporaryFolder folder;
        const auto path = folder.write("post.md", "old");
        const auto saved = save(path, "new text", known(path));
        QVERIFY(saved);
        QCOMPARE(bytesOf(path), "new text"s);
        QVERIFY(*saved == known(path));
        QCOMPARE(namesIn(folder.path()), "post.md "s);
    }

    void newFile_isMade()
    {
        const TemporaryFolder folder;
        QVERIFY(save(folder / "new.md", "text", {}));
        QCOMPARE(bytesOf(folder / "new.md"), "text"s);
    }

    void emptyText_makesAnEmptyFile()
    {
        const TemporaryFolder folder;
        const auto path = folder.write("post.md", "old");
        QVERIFY(save(path, "", known(path)));
        QCOMPARE(bytesOf(path), ""s);
    }

    void modeOwnerAndExtendedAttributes_stay()
    {
        const TemporaryFolder folder;
        const auto path = folder.write("post.md", "old");
        ::chmod(path.c_str(), 0640);
        const bool root = ::geteuid() == 0;
        if (root)
            QCOMPARE(::chown(path.c_str(), 1234, 2345), 0);
        const bool attributes = ::setxattr(path.c_str(), "user.note", "kept", 4, 0) == 0;
        QVERIFY(save(path, "new", known(path)));
        struct stat info = {};
        ::stat(path.c_str(), &info);
        QCOMPARE(info.st_mode & 07777, 0640u);
        if (root)
            QVERIFY(info.st_uid == 1234 && info.st_gid == 2345);
        char value[8] = {};
        if (attributes)
            QCOMPARE(::getxattr(path.c_str(), "user.note", value, sizeof value), ssize_t{4});
        if (!root || !attributes)
            qInfo("owner or extended attributes could not be tried here");
    }

    void symbolicLinks_areFollowedAndStay()
    {
        const TemporaryFolder folder;
        fs::create_directory(folder / "real");
        const auto path = folder.write("real/post.md", "old");
        fs::create_symlink("real/post.md", folder / "one.md");
        fs::create_symlink("one.md", folder / "two.md");
        QVERIFY(save(folder / "two.md", "new", known(path)));
        QCOMPARE(bytesOf(path), "new"s);
        QVERIFY(fs::is_symlink(folder / "two.md") && fs::is_symlink(folder / "one.md"));
    }

    void linkToANameOf255Bytes_isFollowed()
    {
        const TemporaryFolder folder;
        const std::string name(255, 'n');
        const fs::path post = folder.write(name, "old");
        fs::create_symlink(name, folder / "link.md");
        QVERIFY(save(folder / "link.md", "new", known(post)));
        QCOMPARE(bytesOf(post), "new"s);
        QVERIFY(fs::is_symlink(folder / "link.md"));
    }

    void danglingLink_getsItsTarget()
    {
        const TemporaryFolder folder;
        fs::create_symlink("target.md", folder / "link.md");
        QVERIFY(save(folder / "link.md", "new", {}));
        QCOMPARE(bytesOf(folder / "target.md"), "new"s);
        QVERIFY(fs::is_symlink(folder / "link.md"));
    }

    void circleOfLinks_isRefused()
    {
        const TemporaryFolder folder;
        fs::create_symlink("b", folder / "a");
        fs::create_symlink("a", folder / "b");
        const auto saved = save(folder / "a", "new", {});
        QVERIFY(!saved && saved.error().obstacle == SaveObstacle::Failed);
    }

    void changedFile_isAskedAboutAndUntouched()
    {
        const TemporaryFolder folder;
        const auto path = folder.write("post.md", "old");
        const FileState state = known(path);
        folder.write("post.md", "theirs");
        const auto saved = save(path, "mine", state);
        QVERIFY(!saved && saved.error().obstacle == SaveObstacle::ChangedOnDisk);
        QCOMPARE(bytesOf(path), "theirs"s);
        QCOMPARE(namesIn(folder.path()), "post.md "s);
        QVERIFY(save(path, "mine", state, SaveWay::Ask, true));
        QCOMPARE(bytesOf(path), "mine"s);
    }

    void touchedFile_isStillTheOneWeKnow()
    {
        const TemporaryFolder folder;
        const auto path = folder.write("post.md", "old");
        const FileState state = known(path);
        fs::remove(path);
        folder.write("post.md", "old");
        QVERIFY(save(path, "new", state));
    }

    void removedFile_isAskedAbout()
    {
        const TemporaryFolder folder;
        const auto path = folder.write("post.md", "old");
        const FileState state = known(path);
        fs::remove(path);
        const auto saved = save(path, "new", state);
        QVERIFY(!saved && saved.error().obstacle == SaveObstacle::ChangedOnDisk);
        QCOMPARE(namesIn(folder.path()), ""s);
    }

    void unexpectedFile_isNotOverwritten()
    {
        const TemporaryFolder folder;
        const auto path = folder.write("post.md", "somebody's");
        const auto saved = save(path, "new", {});
        QVERIFY(!saved && saved.error().obstacle == SaveObstacle::ChangedOnDisk);
        QCOMPARE(bytesOf(path), "somebody's"s);
    }

    void hardLinks_areAskedAbout()
    {
        const TemporaryFolder folder;
        const auto path = folder.write("post.md", "old");
        fs::create_hard_link(path, folder / "other.md");
        const auto saved = save(path, "new", known(path));
        QVERIFY(!saved && saved.error().obstacle == SaveObstacle::HardLinked);
        QVERIFY(save(path, "both", known(path), SaveWay::InPlace));
        QCOMPARE(bytesOf(folder / "other.md"), "both"s);
        QVERIFY(save(path, "one", known(path), SaveWay::Replace));
        QCOMPARE(bytesOf(folder / "other.md"), "both"s);
        QCOMPARE(bytesOf(path), "one"s);
    }

    void writeProtectedFile_isAskedAboutAndKeepsItsMode()
    {
        const TemporaryFolder folder;
        const fs::path post = folder.write("post.md", "old");
        fs::permissions(post, fs::perms::owner_read | fs::perms::group_read);
        const FileState known = *readFileState(post);
        const auto asked = saveFile({post, "new", known});
        QVERIFY(!asked && asked.error().obstacle == SaveObstacle::FileReadOnly);
        QCOMPARE(bytesOf(post), "old"s);
        QVERIFY(saveFile({post, "new", known, SaveWay::Replace}));
        QCOMPARE(bytesOf(post), "new"s);
        QVERIFY(fs::status(post).permissions() == (fs::perms::owner_read | fs::perms::group_read));
    }

    void savingInPlace_shortensTheFileToo()
    {
        const TemporaryFolder folder;
        const auto path = folder.write("post.md", "a long text");
        QVERIFY(save(path, "short", known(path), SaveWay::InPlace));
        QCOMPARE(bytesOf(path), "short"s);
    }

    void vanishedFolder_isToldWithPathAndReason()
    {
        const TemporaryFolder folder;
        const auto saved = save(folder / "gone/post.md", "new", {});
        QVERIFY(!saved);
        QVERIFY(saved.error().error.file.find("post.md") != std::string::npos);
        QCOMPARE(saved.error().error.message, "Can't write " + saved.error().error.file + ": there is no such folder");
    }

    void fileThatCannotBeRead_isToldInOneSentence_data()
    {
        QTest::addColumn<std::string>("name");
        QTest::addColumn<std::string>("reason");
        QTest::newRow("missing") << "none.md"s
                                 << "there is no such file"s;
        QTest::newRow("missing, named like a word of the reason") << "no"s
                                                                  << "there is no such file"s;
        QTest::newRow("folder") << "folder"s
                                << "it is a folder"s;
        QTest::newRow("below a file") << "secret.md/a.md"s
                                      << "a part of its path is not a folder"s;
        QTest::newRow("no permission") << "secret.md"s
                                       << "you have no permission"s;
        QTest::newRow("circle of links") << "circle.md"s
                                         << "its symbolic links lead in a circle"s;
        QTest::newRow("long name") << std::string(300, 'x') << "its name is too long"s;
    }

    void fileThatCannotBeRead_isToldInOneSentence()
    {
        QFETCH(std::string, name);
        QFETCH(std::string, reason);
        const TemporaryFolder folder;
        fs::create_directory(folder / "folder");
        fs::create_symlink("circle.md", folder / "circle.md");
        fs::permissions(folder.write("secret.md", "text"), fs::perms::none);
        const test::OrdinaryUser user(folder.path());
        if (!user.isOne())
            QSKIP("root's rights can not be given up here");
        const fs::path path = folder / name;
        const auto loaded = loadFile(path);
        QVERIFY(!loaded);
        QCOMPARE(loaded.error().message, "Can't open " + path.string() + ": " + reason);
        QCOMPARE(loaded.error().file, path.string());
        QCOMPARE(reasonOf(loaded.error()), reason);
        QCOMPARE(messageBesideName(loaded.error()), "Can't open it: " + reason);
        const auto read = readFile(path);
        QVERIFY(!read && read.error().message.starts_with("Can't read " + path.string() + ": "));
    }

    void folderInThePlaceOfThePost_isRefused()
    {
        const TemporaryFolder folder;
        fs::create_directory(folder / "post.md");
        QVERIFY(!save(folder / "post.md", "new", {}));
        QVERIFY(fs::is_directory(folder / "post.md"));
    }

    void nameOf255Bytes_canBeSaved()
    {
        const TemporaryFolder folder;
        const auto path = folder.write(std::string(252, 'n') + ".md", "old");
        QVERIFY(save(path, "new", known(path)));
        QCOMPARE(bytesOf(path), "new"s);
        QCOMPARE(namesIn(folder.path()), path.filename().string() + " ");
    }
};

QTEST_GUILESS_MAIN(TestSaveFile)
#include "tst_savefile.moc"
