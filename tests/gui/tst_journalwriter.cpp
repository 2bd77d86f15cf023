// SPDX-License-Identifier: MIT
#include "journalwriter.h"
#include "keep/recovery.h"
#include "temporaryfolder.h"

#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTest>

using namespace galley;
using namespace std::string_literals;

namespace
{
struct Desk {
    TemporaryFolder folder;
    std::filesystem::path post = folder.write("post.md", "base\n");
    std::filesystem::path state = folder / "state";
    SharedText text = std::make_shared<const std::string>("base\n");
    std::unique_ptr<JournalWriter> writer = makeWriter();

    std::unique_ptr<JournalWriter> makeWriter()
    {
        auto made = std::make_unique<JournalWriter>(QString::fromStdString(state.string()), [this] { return text; });
        made->open({post, {}, *readFileState(post), text});
        return made;
    }

    void type(std::string added)
    {
        text = std::make_shared<const std::string>(*text + added);
        writer->textEdited();
    }

    std::string recovered() const
    {
        const Recovery found = findUnsavedPosts(state);
        return found.posts.size() == 1 ? found.posts[0].contents.text
                                       : "<" + std::to_string(found.posts.size()) + " journals>";
    }
};
} // namespace

class TestJournalWriter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void steadyTyping_doesNotPushTheDeadlineAway()
    {
        Desk desk;
        const QSignalSpy written(desk.writer.get(), &JournalWriter::journalWritten);
        for (int key = 0; key < 40; ++key) {
            desk.type("k");
            QTest::qWait(20); // a debounce of 150 ms would never end
        }
        QVERIFY2(written.count() >= 2, qPrintable(QString::number(written.count())));
    }

    void closedWithoutAnAnswer_leavesEverythingTyped()
    {
        Desk desk;
        desk.type("the last word");
        desk.writer.reset();
        QCOMPARE(desk.recovered(), "base\nthe last word"s);
    }

    void savedText_isInTheFileAndInNoJournal()
    {
        Desk desk;
        QSignalSpy saved(desk.writer.get(), &JournalWriter::saved);
        desk.type("more\n");
        desk.writer->save({desk.post, desk.text, {}, SaveWay::Ask, false, 1000});
        QVERIFY(saved.wait());
        desk.writer.reset();
        QCOMPARE(bytesOf(desk.post), "base\nmore\n"s);
        QCOMPARE(desk.recovered(), "<0 journals>"s);
    }

    void refusedSave_isToldWithItsObstacle()
    {
        Desk desk;
        QSignalSpy failed(desk.writer.get(), &JournalWriter::saveFailed);
        desk.folder.write("post.md", "theirs");
        desk.type("more\n");
        SaveObstacle obstacle = SaveObstacle::Failed;
        connect(desk.writer.get(), &JournalWriter::saveFailed, this,
                [&](const SaveProblem& p) { obstacle = p.obstacle; });
        desk.writer->save({desk.post, desk.text, {}, SaveWay::Ask, false, 1000});
        QVERIFY(failed.wait());
        QCOMPARE(obstacle, SaveObstacle::ChangedOnDisk);
        QCOMPARE(bytesOf(desk.post), "theirs"s);
    }

    void discardedText_leavesNoJournal()
    {
        Desk desk;
        desk.type("rubbish");
        desk.writer->flush();
        desk.writer->forget();
        desk.writer.reset();
        QCOMPARE(desk.recovered(), "<0 journals>"s);
    }

    void stateFolderThatCannotBeMade_isToldOnceAndTriedAgain()
    {
        Desk desk;
        desk.folder.write("state", "a file in its place");
        QSignalSpy failed(desk.writer.get(), &JournalWriter::journalFailed);
        QSignalSpy written(desk.writer.get(), &JournalWriter::journalWritten);
        desk.type("words");
        QVERIFY(failed.wait());
        QTest::qWait(500);
        QCOMPARE(failed.count(), 1);
        std::filesystem::remove(desk.state);
        QVERIFY(written.wait());
        desk.writer.reset();
        QCOMPARE(desk.recovered(), "base\nwords"s);
    }
};

QTEST_GUILESS_MAIN(TestJournalWriter)
#include "tst_journalwriter.moc"
