// SPDX-License-Identifier: MIT
#include "base/textdiff.h"
#include "keep/crc32.h"
#include "keep/journalfile.h"
#include "randombytes.h"
#include "temporaryfolder.h"

#include <QTest>

using namespace galley;
using namespace std::string_literals;

namespace
{
const JournalHeader header{"/posts/a.md", {true, true}, {true, 5, -7, 42, "abc"}};

/// A journal of random edits; `texts` and `sizes` receive the text and the journal's size after each record.
std::string randomJournal(RandomBytes& random, std::vector<std::string>& texts, std::vector<std::size_t>& sizes)
{
    JournalEncoder encoder;
    std::string text = random.text(20);
    std::string journal = encoder.begin(header, text);
    texts = {text};
    sizes = {journal.size()};
    for (int n = random.below(12); n > 0; --n) {
        const auto at = static_cast<std::size_t>(random.below(static_cast<int>(text.size()) + 1));
        std::string next = text;
        next.replace(at, static_cast<std::size_t>(random.below(9)), random.text(3));
        const TextEdit edit = editBetween(text, next);
        journal += encoder.edit(edit, next.size());
        text = std::move(next);
        texts.push_back(text);
        sizes.push_back(journal.size());
    }
    return journal;
}
} // namespace

class TestJournal : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void checksum_isThatOfTheStandard()
    {
        QCOMPARE(crc32("123456789"), 0xCBF43926u);
        QCOMPARE(crc32("456789", crc32("123")), 0xCBF43926u);
    }

    void anyEdits_areReplayed()
    {
        RandomBytes random(50261);
        std::vector<std::string> texts;
        std::vector<std::size_t> sizes;
        for (int i = 0; i < 3'000; ++i) {
            const std::string journal = randomJournal(random, texts, sizes);
            const auto read = readJournal(journal);
            QVERIFY(read && !read->damaged);
            QVERIFY(read->header == header);
            QCOMPARE(read->baseText, texts.front());
            QCOMPARE(read->text, texts.back());
            QCOMPARE(read->edits, texts.size() - 1);
        }
    }

    void truncatedJournal_givesTheTextOfItsLastWholeRecord()
    {
        RandomBytes random(50262);
        std::vector<std::string> texts;
        std::vector<std::size_t> sizes;
        for (int i = 0; i < 300; ++i) {
            const std::string journal = randomJournal(random, texts, sizes);
            for (int n = 0; n < 20; ++n) {
                const auto size = static_cast<std::size_t>(random.below(static_cast<int>(journal.size()) + 1));
                const auto read = readJournal(std::string_view(journal).substr(0, size));
                const auto whole = std::upper_bound(sizes.begin(), sizes.end(), size) - sizes.begin();
                QCOMPARE(bool(read), whole > 0);
                if (!read)
                    continue;
                QCOMPARE(read->text, texts[static_cast<std::size_t>(whole - 1)]);
                QCOMPARE(read->damaged, size != sizes[static_cast<std::size_t>(whole - 1)]);
            }
        }
    }

    void anyFlippedByte_isNoticedAndWhatStandsBeforeItIsGood()
    {
        RandomBytes random(50263);
        std::vector<std::string> texts;
        std::vector<std::size_t> sizes;
        for (int i = 0; i < 300; ++i) {
            const std::string journal = randomJournal(random, texts, sizes);
            for (int n = 0; n < 20; ++n) {
                std::string flipped = journal;
                const auto at = static_cast<std::size_t>(random.below(static_cast<int>(journal.size())));
                flipped[at] = static_cast<char>(flipped[at] ^ (1 << random.below(8)));
                const auto read = readJournal(flipped);
                const auto good = std::upper_bound(sizes.begin(), sizes.end(), at) - sizes.begin();
                QCOMPARE(bool(read), good > 0);
                if (read) {
                    QVERIFY(read->damaged);
                    QCOMPARE(read->text, texts[static_cast<std::size_t>(good - 1)]);
                }
            }
        }
    }

    void doubledRecord_isNotAppliedTwice()
    {
        JournalEncoder encoder;
        const std::string begin = encoder.begin(header, "");
        const std::string edit = encoder.edit({0, 0, "a"}, 1);
        const auto read = readJournal(begin + edit + edit);
        QCOMPARE(read->text, "a"s);
        QVERIFY(read->damaged);
    }

    void foreignFiles_areNoJournals()
    {
        QVERIFY(!readJournal(""));
        QVERIFY(!readJournal("galley-journal 2\n"));
        QVERIFY(!readJournal("# A post\n"));
    }

    void begunSave_isNotedUntilTheNextEdit()
    {
        JournalEncoder encoder;
        std::string journal = encoder.begin(header, "a");
        journal += encoder.edit({1, 0, "b"}, 2);
        journal += encoder.saving("/x.md");
        QCOMPARE(readJournal(journal)->savingPath, "/x.md"s);
        journal += encoder.edit({2, 0, "c"}, 3);
        QCOMPARE(readJournal(journal)->savingPath, ""s);
        QCOMPARE(readJournal(journal)->text, "abc"s);
    }

    void journalOnDisk_isHeldAsLongAsItsWriterLives()
    {
        const TemporaryFolder folder;
        const auto path = folder / "x.journal";
        {
            auto journal = JournalFile::create(path, header, "text");
            QVERIFY(journal && journal->append({4, 0, "!"}, 5));
            QVERIFY(isLocked(path));
            QVERIFY(!JournalFile::create(path, header, "text"));
            QCOMPARE(readJournal(bytesOf(path))->text, "text!"s);
            QCOMPARE(bytesOf(path).size(), journal->size());
        }
        QVERIFY(!isLocked(path));
    }
};

QTEST_GUILESS_MAIN(TestJournal)
#include "tst_journal.moc"
