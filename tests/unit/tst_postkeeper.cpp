// SPDX-License-Identifier: MIT
#include "keeperdesk.h"

#include "keep/recovery.h"

#include <QTest>

#include <chrono>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace galley;
using namespace galley::test;
using namespace std::string_literals;

class TestPostKeeper : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void openingAPost_writesNothing()
    {
        const Desk desk;
        PostKeeper keeper(desk.state, "1.1");
        keeper.open(opened(desk.post));
        QVERIFY(keeper.note(shared("base\n")));
        QVERIFY(!fs::exists(desk.state));
    }

    void editsOfAKilledProgram_areRecovered()
    {
        const Desk desk;
        {
            PostKeeper keeper(desk.state, "1.1");
            keeper.open(opened(desk.post));
            QVERIFY(keeper.note(shared("base\nmore\n")));
            QVERIFY(findUnsavedPosts(desk.state).posts.empty()); // it still runs
            QVERIFY(keeper.note(shared("base\nmore and more\n")));
        }
        const Recovery found = findUnsavedPosts(desk.state);
        QCOMPARE(found.posts.size(), std::size_t{1});
        QCOMPARE(found.posts[0].contents.text, "base\nmore and more\n"s);
        QCOMPARE(found.posts[0].contents.baseText, "base\n"s);
        QCOMPARE(found.posts[0].situation, RecoverySituation::FileUnchanged);
        QCOMPARE(bytesOf(desk.post), "base\n"s);
    }

    void untitledPost_isRecovered()
    {
        const Desk desk;
        {
            PostKeeper keeper(desk.state, "1.1");
            QVERIFY(keeper.note(shared("a thought")));
        }
        const Recovery found = findUnsavedPosts(desk.state);
        QCOMPARE(found.posts.at(0).contents.text, "a thought"s);
        QCOMPARE(found.posts.at(0).situation, RecoverySituation::Untitled);
    }

    void plannedPost_isUntitledUntilItsFileIsThere()
    {
        const Desk desk;
        const fs::path planned = desk.folder / "_posts/2024-01-02-new.md";
        {
            PostKeeper keeper(desk.state, "1.1");
            keeper.open({planned, {}, {}, shared("")});
            QVERIFY(keeper.note(shared("a thought")));
        }
        Recovery found = findUnsavedPosts(desk.state);
        QCOMPARE(found.posts.at(0).situation, RecoverySituation::Untitled);
        QCOMPARE(found.posts.at(0).contents.header.path, planned.string());
        fs::create_directory(planned.parent_path());
        desk.folder.write("_posts/2024-01-02-new.md", "theirs\n");
        found = findUnsavedPosts(desk.state);
        QCOMPARE(found.posts.at(0).situation, RecoverySituation::FileChanged);
        QCOMPARE(found.posts.at(0).contents.text, "a thought"s);
    }

    void journalOfAChangedFile_bringsAllThreeTexts()
    {
        const Desk desk;
        {
            PostKeeper keeper(desk.state, "1.1");
            keeper.open(opened(desk.post));
            QVERIFY(keeper.note(shared("mine\n")));
        }
        desk.folder.write("post.md", "theirs\n");
        const Recovery found = findUnsavedPosts(desk.state);
        const RecoverablePost& post = found.posts.at(0);
        QCOMPARE(post.situation, RecoverySituation::FileChanged);
        QCOMPARE(post.contents.baseText + post.contents.text + post.diskText, "base\nmine\ntheirs\n"s);
    }

    void journalOfARemovedFile_isKept()
    {
        const Desk desk;
        {
            PostKeeper keeper(desk.state, "1.1");
            keeper.open(opened(desk.post));
            QVERIFY(keeper.note(shared("mine\n")));
        }
        fs::remove(desk.post);
        QCOMPARE(findUnsavedPosts(desk.state).posts.at(0).situation, RecoverySituation::FileMissing);
        QCOMPARE(findUnsavedPosts(desk.state).posts.size(), std::size_t{1});
    }

    void twoProgramsOnOnePost_haveAJournalEach()
    {
        const Desk desk;
        {
            PostKeeper first(desk.state, "1.1");
            PostKeeper second(desk.state, "2.1");
            first.open(opened(desk.post));
            second.open(opened(desk.post));
            QVERIFY(first.note(shared("first\n")) && second.note(shared("second\n")));
            QCOMPARE(journalsInUse(desk.state, desk.post).size(), std::size_t{2});
            QCOMPARE(journalsInUse(desk.state, desk.post, first.journalPath()).size(), std::size_t{1});
            QVERIFY(journalsInUse(desk.state, desk.folder / "other.md").empty());
        }
        QCOMPARE(findUnsavedPosts(desk.state).posts.size(), std::size_t{2});
    }

    void undoneEdits_leaveNoJournal()
    {
        const Desk desk;
        PostKeeper keeper(desk.state, "1.1");
        keeper.open(opened(desk.post));
        QVERIFY(keeper.note(shared("base\nx")) && keeper.note(shared("base\n")));
        QCOMPARE(desk.journals(), ""s);
        QVERIFY(keeper.note(shared("base\ny")));
        QVERIFY(!desk.journals().empty());
    }

    void save_endsTheJournalAndKeepsBothVersions()
    {
        const Desk desk;
        PostKeeper keeper(desk.state, "1.1");
        keeper.open(opened(desk.post));
        QVERIFY(keeper.note(shared("base\nmore\n")));
        const auto saved = keeper.save(saveOf(desk.post, "base\nmore\n!"));
        QVERIFY(saved && saved->notes.empty());
        QCOMPARE(bytesOf(desk.post), "base\nmore\n!"s);
        QCOMPARE(desk.journals(), ""s);
        const auto versions = History(KeepFolders(desk.state).history).versions(desk.post);
        QCOMPARE(versions.size(), std::size_t{2});
        QCOMPARE(bytesOf(versions[0].file) + bytesOf(versions[1].file), "base\nmore\n!base\n"s);
        QVERIFY(keeper.save(saveOf(desk.post, "again")));
    }

    void save_writesTheFilesOwnLineEndsAndMark()
    {
        const Desk desk;
        const auto path = desk.folder.write("dos.md", "\uFEFFa\r\n");
        PostKeeper keeper(desk.state, "1.1");
        keeper.open(opened(path));
        QVERIFY(keeper.save(saveOf(path, "a\nb\n", {true, true})));
        QCOMPARE(bytesOf(path), "\uFEFFa\r\nb\r\n"s);
    }

    void refusedSave_leavesFileAndJournal()
    {
        const Desk desk;
        {
            PostKeeper keeper(desk.state, "1.1");
            keeper.open(opened(desk.post));
            desk.folder.write("post.md", "theirs");
            const auto saved = keeper.save(saveOf(desk.post, "mine"));
            QVERIFY(!saved && saved.error().obstacle == SaveObstacle::ChangedOnDisk);
            QCOMPARE(bytesOf(desk.post), "theirs"s);
        }
        QCOMPARE(findUnsavedPosts(desk.state).posts.at(0).contents.text, "mine"s);
    }

    void saveAs_neverOverwritesUnasked()
    {
        const Desk desk;
        const auto other = desk.folder.write("other.md", "somebody's");
        PostKeeper keeper(desk.state, "1.1");
        keeper.open(opened(desk.post));
        QVERIFY(!keeper.save(saveOf(other, "mine")));
        QVERIFY(keeper.save(saveOf(desk.folder / "new.md", "mine")));
        QCOMPARE(bytesOf(desk.folder / "new.md") + bytesOf(desk.post), "minebase\n"s);
    }

    void journalOfASavedText_isForgottenAtTheNextStart()
    {
        const Desk desk;
        {
            PostKeeper keeper(desk.state, "1.1");
            keeper.open(opened(desk.post));
            QVERIFY(keeper.note(shared("done\n")));
            desk.folder.write("post.md", "done\n"); // killed between the rename and the journal's end
        }
        QVERIFY(findUnsavedPosts(desk.state).posts.empty());
        QCOMPARE(desk.journals(), ""s);
    }

    void adoptedJournal_becomesOurs()
    {
        const Desk desk;
        {
            PostKeeper keeper(desk.state, "1.1");
            keeper.open(opened(desk.post));
            QVERIFY(keeper.note(shared("mine\n")));
        }
        {
            const RecoverablePost found = findUnsavedPosts(desk.state).posts.at(0);
            PostKeeper next(desk.state, "2.1");
            QVERIFY(next.adopt(opened(desk.post), shared(found.contents.text), found.journal));
            QVERIFY(!fs::exists(found.journal) && fs::exists(next.journalPath()));
        }
        QCOMPARE(findUnsavedPosts(desk.state).posts.at(0).contents.text, "mine\n"s);
    }

    void strayOfAKilledSave_isRemovedAndAPersonsCopyIsNot()
    {
        const Desk desk;
        {
            PostKeeper keeper(desk.state, "1.1");
            keeper.open(opened(desk.post));
            QVERIFY(keeper.note(shared("mine and more\n")));
            JournalEncoder encoder;
            std::string journal = encoder.begin({desk.post.native(), {}, *readFileState(desk.post)}, "base\n");
            journal += encoder.edit({0, 5, "mine and more\n"}, 14);
            journal += encoder.saving(desk.post.native());
            desk.folder.write("state/journals/x.journal", journal);
        }
        desk.folder.write("post.md.AbCdEf", "mine and");
        desk.folder.write("post.md.backup", "base\n");
        const auto old = desk.folder.write("post.md.oldone", "mine");
        const timespec times[2] = {{1000, 0}, {1000, 0}};
        QCOMPARE(::utimensat(AT_FDCWD, old.c_str(), times, 0), 0);
        QCOMPARE(findUnsavedPosts(desk.state).straysRemoved, std::size_t{1});
        QVERIFY(!fs::exists(desk.folder / "post.md.AbCdEf"));
        QVERIFY(fs::exists(desk.folder / "post.md.backup") && fs::exists(old));
    }

    void brokenJournals_areSetAsideAndToldOnce()
    {
        const Desk desk;
        fs::create_directories(desk.state / "journals");
        desk.folder.write("state/journals/a.journal", "galley-journal 1\nrubbish");
        desk.folder.write("state/journals/b.journal", "a text that is no journal");
        desk.folder.write("state/journals/c.journal", "");
        const Recovery found = findUnsavedPosts(desk.state);
        QCOMPARE(found.notes.size(), std::size_t{2});
        QCOMPARE(desk.journals(), "a.journal.broken b.journal.broken "s);
        QVERIFY(findUnsavedPosts(desk.state).notes.empty());
    }

    void twentyVersions_areKeptInOrderWhateverTheClockSays()
    {
        const Desk desk;
        const History history(desk.state / "history");
        for (int i = 0; i < 25; ++i)
            QVERIFY(history.add(desk.post, std::to_string(i), 5000 - i));
        QVERIFY(history.add(desk.post, "24", 9999)); // as it is already
        const auto versions = history.versions(desk.post);
        QCOMPARE(versions.size(), std::size_t{20});
        QCOMPARE(bytesOf(versions.front().file) + "…" + bytesOf(versions.back().file), "24…5"s);
        QVERIFY(history.versions(desk.folder / "other.md").empty());
    }

    void journalAfterAFailedWrite_isWholeAndWrittenAnew()
    {
        const Desk desk;
        PostKeeper keeper(desk.state, "1.1");
        keeper.open(opened(desk.post));
        QVERIFY(keeper.note(shared("first\n")));
        {
            const FullDisk full(fs::file_size(keeper.journalPath()) + 10); // ten bytes of the record fit
            const auto noted = keeper.note(shared("second, which is longer than ten bytes\n"));
            QVERIFY(!noted && !noted.error().message.empty());
        }
        const auto broken = readJournal(bytesOf(keeper.journalPath()));
        QVERIFY(broken && !broken->damaged);
        QCOMPARE(broken->text, "first\n"s);
        QVERIFY(keeper.note(shared("third\n")));
        const auto whole = readJournal(bytesOf(keeper.journalPath()));
        QVERIFY(whole && !whole->damaged);
        QCOMPARE(whole->text, "third\n"s);
    }

    void overwrittenText_isKeptAsAVersion()
    {
        const Desk desk;
        PostKeeper keeper(desk.state, "1.1");
        keeper.open(opened(desk.post));
        desk.folder.write("post.md", "theirs\n");
        QVERIFY(!keeper.save(saveOf(desk.post, "mine\n")));
        PostSave save = saveOf(desk.post, "mine\n");
        save.overwriteChanged = true;
        QVERIFY(keeper.save(save));
        std::string versions;
        for (const PostVersion& version : History(desk.state / "history").versions(desk.post))
            versions += bytesOf(version.file);
        QCOMPARE(versions, "mine\ntheirs\nbase\n"s);
    }

    void renamedPost_isSavedAndRecoveredUnderItsNewName()
    {
        const Desk desk;
        const fs::path renamed = desk.folder / "renamed.md";
        {
            PostKeeper keeper(desk.state, "1.1");
            keeper.open(opened(desk.post));
            QVERIFY(keeper.note(shared("mine\n")));
            fs::rename(desk.post, renamed);
            QVERIFY(keeper.moved(renamed));
        }
        const Recovery found = findUnsavedPosts(desk.state);
        QCOMPARE(found.posts.size(), std::size_t{1});
        QCOMPARE(found.posts[0].contents.header.path, renamed.string());
        QCOMPARE(found.posts[0].situation, RecoverySituation::FileUnchanged);
        PostKeeper keeper(desk.state, "2.1");
        keeper.open({renamed, {}, found.posts[0].contents.header.base, shared("base\n")});
        QVERIFY(keeper.save(saveOf(renamed, "mine\n")));
    }

    void automaticSaves_keepAVersionEveryTenMinutes()
    {
        const Desk desk;
        PostKeeper keeper(desk.state, "1.1");
        keeper.open(opened(desk.post));
        for (int minute = 0; minute <= 20; ++minute) {
            PostSave save = saveOf(desk.post, "minute " + std::to_string(minute) + "\n");
            save.nowSeconds = 1000 + minute * 60;
            save.automatic = true;
            QVERIFY(keeper.save(save));
        }
        std::string versions;
        for (const PostVersion& version : History(desk.state / "history").versions(desk.post))
            versions += bytesOf(version.file);
        QCOMPARE(versions, "minute 20\nminute 10\nbase\n"s);
        QVERIFY(keeper.save(saveOf(desk.post, "asked for\n")));
        QCOMPARE(bytesOf(History(desk.state / "history").versions(desk.post).front().file), "asked for\n"s);
    }

    void clockThatJumps_losesNothing()
    {
        for (const int year : {1970, 2038, 2200}) {
            const Desk desk;
            const std::chrono::sys_seconds day = std::chrono::sys_days(std::chrono::year(year) / 1 / 2);
            const fs::file_time_type then = std::chrono::file_clock::from_sys(day);
            fs::last_write_time(desk.post, then);
            {
                PostKeeper keeper(desk.state, "1.1");
                keeper.open(opened(desk.post));
                QVERIFY(keeper.note(shared("mine\n")));
                fs::last_write_time(keeper.journalPath(), then + std::chrono::hours(24 * 365));
            }
            const Recovery found = findUnsavedPosts(desk.state);
            QCOMPARE(found.posts.size(), std::size_t{1});
            QCOMPARE(found.posts[0].contents.text, "mine\n"s);
            QCOMPARE(found.posts[0].situation, RecoverySituation::FileUnchanged);
            PostKeeper keeper(desk.state, "2.1");
            keeper.open(opened(desk.post));
            PostSave save = saveOf(desk.post, "mine\n");
            save.nowSeconds = -5000; // before 1970
            QVERIFY(keeper.save(save));
            save.text = shared("again\n");
            save.nowSeconds = 4'000'000'000;
            QVERIFY(keeper.save(save));
            QCOMPARE(History(desk.state / "history").versions(desk.post).size(), std::size_t{3});
        }
    }

    void stateFolderThatCannotBeMade_isAMessageAndTheSaveGoesOn()
    {
        const Desk desk;
        desk.folder.write("state", "a file where the folder should be");
        PostKeeper keeper(desk.state, "1.1");
        keeper.open(opened(desk.post));
        const auto noted = keeper.note(shared("mine\n"));
        QVERIFY(!noted && !noted.error().message.empty());
        const auto saved = keeper.save(saveOf(desk.post, "mine\n"));
        QVERIFY(saved && !saved->notes.empty());
        QCOMPARE(bytesOf(desk.post), "mine\n"s);
    }

    void longSession_keepsTheJournalShort()
    {
        const Desk desk;
        PostKeeper keeper(desk.state, "1.1");
        keeper.open(opened(desk.post));
        std::string text;
        for (int i = 0; i < 30; ++i) {
            text.assign(1 << 20, static_cast<char>('a' + i % 2));
            QVERIFY(keeper.note(shared(text)));
        }
        QVERIFY(fs::file_size(keeper.journalPath()) < (12u << 20));
        QCOMPARE(readJournal(bytesOf(keeper.journalPath()))->text, text);
        QCOMPARE(namesIn(desk.state / "journals"), keeper.journalPath().filename().string() + " ");
    }
};

QTEST_GUILESS_MAIN(TestPostKeeper)
#include "tst_postkeeper.moc"
