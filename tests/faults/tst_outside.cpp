// SPDX-License-Identifier: MIT
#include "faultpost.h"
#include "faulttable.h"
#include "keep/recovery.h"
#include "temporaryfolder.h"

#include <QTest>

#include <memory>
#include <optional>

using namespace galley;
using namespace galley::faults;
namespace fs = std::filesystem;

namespace
{
/// A desk where we and another program work on one post; it knows what each may expect.
class Desk
{
public:
    explicit Desk(unsigned seed) : m_random(seed) { start(); }

    /// One random step; what was lost by it.
    std::string step()
    {
        switch (m_random() % 9) {
        case 0:
        case 1:
        case 2: return type();
        case 3: return save(false);
        case 4: return save(true);
        case 5: return otherWrites(true);
        case 6: return otherWrites(false);
        case 7: return otherRemovesOrMoves();
        default: return restart();
        }
    }

private:
    void start()
    {
        m_keeper = std::make_unique<PostKeeper>(m_folder / "state", std::to_string(++m_starts));
        const OpenedPost opened = openPost(m_post);
        m_keeper->open(opened);
        m_mine = m_noted = *opened.text;
        m_known = opened.state.exists ? std::optional(*opened.text) : std::nullopt;
    }

    std::string type()
    {
        m_mine += std::to_string(m_random() % 1000) + "\n";
        if (!m_keeper->note(shared(m_mine)))
            return "the journal failed";
        m_noted = m_mine;
        return "";
    }

    /// Somebody else's text is overwritten only when the person said so.
    std::string save(bool overwrite)
    {
        const SaveExpected<SavedPost> saved = m_keeper->save(saveOf(m_post, m_mine, overwrite));
        m_noted = m_mine;
        const bool changed = m_disk != m_known;
        if (saved && changed && !overwrite)
            return "another program's text was overwritten unasked";
        if (!saved && (!changed || overwrite) && fs::exists(m_post.parent_path()))
            return "a save was refused: " + saved.error().error.message;
        if (saved)
            m_disk = m_known = m_mine;
        return checkDisk();
    }

    std::string otherWrites(bool byRenaming)
    {
        if (!fs::exists(m_post.parent_path()))
            fs::create_directory(m_post.parent_path());
        m_disk = "theirs " + std::to_string(m_random() % 5) + "\n";
        m_folder.write(byRenaming ? "posts/.other" : "posts/post.md", *m_disk);
        if (byRenaming)
            fs::rename(m_folder / "posts/.other", m_post);
        return checkDisk();
    }

    std::string otherRemovesOrMoves()
    {
        if (m_random() % 2)
            fs::remove(m_post);
        else
            fs::remove_all(m_post.parent_path());
        m_disk.reset();
        return checkDisk();
    }

    /// The program is killed and started again: what was noted is there, or it is what the file holds.
    std::string restart()
    {
        m_keeper.reset();
        const Recovery found = findUnsavedPosts(m_folder / "state");
        const bool there = std::any_of(found.posts.begin(), found.posts.end(),
                                       [&](const RecoverablePost& post) { return post.contents.text == m_noted; });
        if (!there && m_noted != m_disk && m_noted != m_known.value_or(""))
            return "noted text is gone: " + m_noted;
        for (const RecoverablePost& post : found.posts)
            fs::remove(post.journal); // decided by the person
        start();
        return checkDisk();
    }

    std::string checkDisk() const
    {
        const bool same = m_disk ? bytesOf(m_post) == *m_disk : !fs::exists(m_post);
        return same ? "" : "the file holds " + bytesOf(m_post);
    }

    TemporaryFolder m_folder;
    fs::path m_post = (fs::create_directory(m_folder / "posts"), m_folder.write("posts/post.md", "base\n"));
    std::optional<std::string> m_disk = "base\n"; ///< what lies on the disk; nothing when the file is gone
    std::optional<std::string> m_known;           ///< what we last read or wrote
    std::string m_mine;
    std::string m_noted;
    std::unique_ptr<PostKeeper> m_keeper;
    std::mt19937 m_random;
    int m_starts = 0;
};
} // namespace

class TestOutside : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        // Memory instead of a disk: here the order of things is tried, not the disk.
        if (fs::is_directory("/dev/shm"))
            qputenv("TMPDIR", "/dev/shm");
    }

    void anyInterleavingWithOthersChanges_losesNobodysText()
    {
        FaultLine line("changes from outside, interleaved");
        for (unsigned run = 0; run < 1000; ++run) {
            Desk desk(run);
            std::string loss;
            for (int step = 0; step < 12 && loss.empty(); ++step)
                loss = desk.step();
            line.count(!loss.empty(), "seed " + std::to_string(run) + ": " + loss);
        }
        QCOMPARE(line.losses(), 0);
    }

    void folderReplacedByAnother_isNoticedAtTheSave()
    {
        FaultLine line("folder removed or replaced");
        const TemporaryFolder folder;
        fs::create_directory(folder / "posts");
        const fs::path post = folder.write("posts/post.md", "base\n");
        PostKeeper keeper(folder / "state", "1");
        keeper.open(openPost(post));
        fs::rename(folder / "posts", folder / "old");
        const auto gone = keeper.save(saveOf(post, "mine\n"));
        line.count(gone || gone.error().error.message.empty(), "saved into a folder that is gone");
        fs::create_directory(folder / "posts");
        folder.write("posts/post.md", "another checkout\n");
        const auto replaced = keeper.save(saveOf(post, "mine\n"));
        line.count(replaced || bytesOf(post) != "another checkout\n", "the other file was overwritten");
        line.count(readJournal(bytesOf(keeper.journalPath()))->text != "mine\n", "the text is not in the journal");
        QCOMPARE(line.losses(), 0);
    }
};

QTEST_GUILESS_MAIN(TestOutside)
#include "tst_outside.moc"
