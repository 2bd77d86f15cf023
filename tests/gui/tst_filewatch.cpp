// SPDX-License-Identifier: MIT
#include "filewatch.h"
#include "keep/savefile.h"
#include "temporaryfolder.h"

#include <QSignalSpy>
#include <QTest>

using namespace galley;
using namespace std::string_literals;
namespace fs = std::filesystem;

namespace
{
QString toQString(const fs::path& path)
{
    return QString::fromStdString(path.string());
}

struct Watched {
    TemporaryFolder folder;
    fs::path post = folder.write("post.md", "base\n");
    FileWatch watch;
    QSignalSpy changed{&watch, &FileWatch::fileChanged};
    QSignalSpy vanished{&watch, &FileWatch::fileVanished};
    QSignalSpy returned{&watch, &FileWatch::fileReturned};
    std::string seen;

    Watched()
    {
        QObject::connect(&watch, &FileWatch::fileChanged, &watch,
                         [this](const LoadedFile& file) { seen = file.bytes; });
        watch.watch(toQString(post), *readFileState(post));
    }

    void replace(const std::string& bytes)
    {
        folder.write(".other", bytes);
        fs::rename(folder / ".other", post);
    }
};
} // namespace

class TestFileWatch : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void eachAtomicReplacement_isSeen()
    {
        Watched w;
        for (const char* text : {"one", "two", "three"}) {
            w.replace(text);
            QTRY_COMPARE(w.seen, std::string(text));
        }
        QCOMPARE(w.changed.count(), 3);
    }

    void writingIntoTheFile_isSeen()
    {
        Watched w;
        w.folder.write("post.md", "theirs");
        QTRY_COMPARE(w.seen, "theirs"s);
    }

    void touchingTheFile_isSilent()
    {
        Watched w;
        w.replace("base\n");
        QTest::qWait(500);
        QCOMPARE(w.changed.count() + w.vanished.count(), 0);
    }

    void ownSave_isSilent()
    {
        Watched w;
        w.watch.expectOwnSave();
        const auto saved = saveFile({w.post, "mine", *readFileState(w.post)});
        QTest::qWait(300);
        w.watch.watch(toQString(w.post), *saved);
        QTest::qWait(300);
        QCOMPARE(w.changed.count() + w.vanished.count(), 0);
        w.replace("theirs");
        QTRY_COMPARE(w.seen, "theirs"s);
    }

    void removalAndReturn_areSeen()
    {
        Watched w;
        fs::remove(w.post);
        QTRY_COMPARE(w.vanished.count(), 1);
        QCOMPARE(w.vanished[0][0].toString(), QString());
        w.folder.write("post.md", "base\n");
        QTRY_COMPARE(w.returned.count(), 1);
        QCOMPARE(w.changed.count(), 0);
    }

    void rename_tellsTheNewName()
    {
        Watched w;
        fs::rename(w.post, w.folder / "renamed.md");
        QTRY_COMPARE(w.vanished.count(), 1);
        QCOMPARE(w.vanished[0][0].toString(), toQString(w.folder / "renamed.md"));
    }

    void changeBetweenReadingAndWatching_isSeen()
    {
        Watched w;
        const FileState old = *readFileState(w.post);
        w.replace("meanwhile");
        w.watch.watch(toQString(w.post), old);
        QTRY_COMPARE(w.seen, "meanwhile"s);
    }

    void folderRemovedAndMadeAgain_isSeen()
    {
        Watched w;
        fs::create_directory(w.folder / "posts");
        const fs::path post = w.folder.write("posts/a.md", "base\n");
        w.watch.watch(toQString(post), *readFileState(post));
        fs::remove_all(w.folder / "posts");
        QTRY_COMPARE(w.vanished.count(), 1);
        fs::create_directory(w.folder / "posts");
        w.folder.write("posts/a.md", "new checkout\n");
        QTRY_COMPARE_WITH_TIMEOUT(w.seen, "new checkout\n"s, 10'000);
    }
};

QTEST_GUILESS_MAIN(TestFileWatch)
#include "tst_filewatch.moc"
