// SPDX-License-Identifier: MIT
// A post's safety as the person sees it: notices, their answers, versions, autosave, what comes back after a crash.
#include "windowprobe.h"

#include "keep/journalfile.h"
#include "keep/keepfolders.h"
#include "keeping/diffcolumn.h"
#include "keeping/historydialog.h"
#include "keeping/threewaydialog.h"
#include "posttab.h"
#include "testpaths.h"

#include <QAbstractButton>
#include <QDialogButtonBox>
#include <QListWidget>
#include <QPushButton>

#include <filesystem>
#include <fstream>
#include <sys/stat.h>
#include <unistd.h>

using namespace galley;
using namespace galley::test;
namespace fs = std::filesystem;

namespace
{
const QByteArray base = "one\ntwo\nthree\nfour\nfive\n";

fs::path toPath(const QString& path)
{
    return QFile::encodeName(path).toStdString();
}

/// Types at the beginning of the text.
void type(WindowProbe& probe, const QString& text)
{
    probe.pane()->moveCursor(QTextCursor::Start);
    QTest::keyClicks(probe.pane(), text);
}

void save(WindowProbe& probe)
{
    probe.action(Act::Save)->trigger();
}

bool isSaved(WindowProbe& probe, int ms = 10000)
{
    return QTest::qWaitFor([&] { return !probe.window.post().isModified(); }, ms);
}

bool press(WindowProbe& probe, const QString& id, const QString& button)
{
    if (!QTest::qWaitFor([&] { return probe.window.notices().button(id, button) != nullptr; }, 10000))
        return false;
    probe.window.notices().button(id, button)->click();
    return true;
}

template <class Dialog>
Dialog* dialogOf(WindowProbe& probe)
{
    (void)QTest::qWaitFor([&] { return probe.window.findChild<Dialog*>() != nullptr; }, 5000);
    return probe.window.findChild<Dialog*>();
}

QPushButton* buttonOf(QDialog* dialog, const QString& text)
{
    for (QPushButton* button : dialog->findChildren<QPushButton*>()) {
        if (button->text().remove(QLatin1Char('&')) == text)
            return button;
    }
    return nullptr;
}

/// Another program puts its file in the place of ours, as git and most editors do.
void replace(const QString& path, const QByteArray& bytes)
{
    writeFile(path + QStringLiteral(".other"), bytes);
    fs::rename(toPath(path + QStringLiteral(".other")), toPath(path));
}

/// A journal as a killed program left it.
JournalFile leftJournal(const WindowProbe& probe, const QString& path, const std::string& text, const FileState& state)
{
    const KeepFolders folders(toPath(probe.folder.filePath(QStringLiteral("state"))));
    (void)makePrivateFolder(folders.journals);
    Expected<JournalFile> journal = JournalFile::create(folders.journals / (pathKey(toPath(path)) + "-1.1-1.journal"),
                                                        {toPath(path), {}, state}, base.toStdString());
    (void)journal->append({0, static_cast<std::size_t>(base.size()), text}, text.size());
    return std::move(*journal);
}
} // namespace

class tst_Keeping final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void changedHereAndOnDisk_isComparedThreeWaysAndCombined()
    {
        WindowProbe probe(base);
        type(probe, QStringLiteral("mine "));
        replace(probe.path, "one\ntwo\nthree\nfour\ntheirs\n");
        QVERIFY(probe.waitForNotice(QStringLiteral("changed by another program")));
        QVERIFY(press(probe, QStringLiteral("changed"), QStringLiteral("Compare…")));
        auto* dialog = dialogOf<ThreeWayDialog>(probe);
        QVERIFY(dialog);
        const QList<DiffColumn*> columns = dialog->findChildren<DiffColumn*>();
        QCOMPARE(columns.size(), 3);
        QVERIFY(columns[0]->toPlainText().contains(QStringLiteral("mine one")));
        QVERIFY(columns[1]->toPlainText().contains(QStringLiteral("five")) &&
                !columns[1]->toPlainText().contains(QStringLiteral("mine")));
        QVERIFY(columns[2]->toPlainText().contains(QStringLiteral("theirs")));
        QVERIFY(buttonOf(dialog, QStringLiteral("Close"))->isDefault());
        buttonOf(dialog, QStringLiteral("Combine Both"))->click();
        QCOMPARE(probe.text(), QStringLiteral("mine one\ntwo\nthree\nfour\ntheirs\n"));
        QVERIFY(probe.window.post().isModified());
        QVERIFY(!probe.window.notices().has(QStringLiteral("changed")));
        save(probe);
        QVERIFY(isSaved(probe));
        QCOMPARE(probe.disk(), QByteArray("mine one\ntwo\nthree\nfour\ntheirs\n"));
    }

    void clashingChanges_areNotCombined_andSavingAsksAgain()
    {
        WindowProbe probe(base);
        type(probe, QStringLiteral("mine "));
        replace(probe.path, "theirs one\ntwo\nthree\nfour\nfive\n");
        QVERIFY(probe.waitForNotice(QStringLiteral("changed by another program")));
        QVERIFY(!probe.window.notices().button(QStringLiteral("changed"), QStringLiteral("Combine Both")));
        probe.window.notices().dismissAll(probe.window.documents().current());
        save(probe);
        QVERIFY(probe.waitForNotice(QStringLiteral("changed by another program")));
        QCOMPARE(probe.disk(), QByteArray("theirs one\ntwo\nthree\nfour\nfive\n"));
        QVERIFY(press(probe, QStringLiteral("changed"), QStringLiteral("Take Theirs")));
        QCOMPARE(probe.text(), QStringLiteral("theirs one\ntwo\nthree\nfour\nfive\n"));
        probe.action(Act::Undo)->trigger();
        QVERIFY(probe.text().startsWith(QStringLiteral("mine one")));
    }

    void keepingMine_savesAndKeepsTheirsAsAVersion()
    {
        WindowProbe probe(base);
        type(probe, QStringLiteral("mine "));
        replace(probe.path, "theirs\n");
        QVERIFY(press(probe, QStringLiteral("changed"), QStringLiteral("Keep Mine")));
        QVERIFY(isSaved(probe));
        QVERIFY(probe.disk().startsWith("mine one"));
        probe.action(Act::History)->trigger();
        auto* dialog = dialogOf<HistoryDialog>(probe);
        QVERIFY(dialog);
        auto* list = dialog->findChild<QListWidget*>();
        QTRY_COMPARE(list->count(), 3); // mine, theirs, as opened
        list->setCurrentRow(1);
        auto* view = dialog->findChild<DiffColumn*>();
        QTRY_VERIFY(view->toPlainText().contains(QStringLiteral("theirs")));
        QTRY_VERIFY(buttonOf(dialog, QStringLiteral("Restore This Version"))->isEnabled());
        buttonOf(dialog, QStringLiteral("Restore This Version"))->click();
        QCOMPARE(probe.text(), QStringLiteral("theirs\n"));
        QVERIFY(probe.window.post().isModified());
        probe.action(Act::Undo)->trigger();
        QVERIFY(probe.text().startsWith(QStringLiteral("mine one")));
    }

    void unchangedPost_followsTheDisk_andUndoBringsItBack()
    {
        WindowProbe probe(base);
        replace(probe.path, "theirs\n");
        QTRY_COMPARE(probe.text(), QStringLiteral("theirs\n"));
        QVERIFY(!probe.window.post().isModified());
        probe.action(Act::Undo)->trigger();
        QCOMPARE(probe.text(), QString::fromUtf8(base));
    }

    void removedFile_isSavedAgain()
    {
        WindowProbe probe(base);
        fs::remove(toPath(probe.path));
        QVERIFY(press(probe, QStringLiteral("changed"), QStringLiteral("Save It Again")));
        QTRY_COMPARE(probe.disk(), base);
    }

    void renamedFile_isFollowedAndSaved()
    {
        WindowProbe probe(base);
        type(probe, QStringLiteral("x"));
        const QString renamed = probe.folder.filePath(QStringLiteral("renamed.md"));
        fs::rename(toPath(probe.path), toPath(renamed));
        QVERIFY(press(probe, QStringLiteral("changed"), QStringLiteral("Go On under the New Name")));
        QCOMPARE(probe.window.post().path(), renamed);
        save(probe);
        QVERIFY(isSaved(probe));
        QCOMPARE(readBytes(renamed), "x" + base);
        QCOMPARE(probe.disk(), QByteArray("<missing>"));
    }

    void hardLinkedFile_isAskedAbout()
    {
        WindowProbe probe(base);
        const QString other = probe.folder.filePath(QStringLiteral("other.md"));
        fs::create_hard_link(toPath(probe.path), toPath(other));
        type(probe, QStringLiteral("x"));
        save(probe);
        QVERIFY(press(probe, QStringLiteral("save"), QStringLiteral("Change All Names")));
        QVERIFY(isSaved(probe));
        QCOMPARE(readBytes(other), "x" + base);
    }

    void writeProtectedFile_isAskedAbout()
    {
        WindowProbe probe(base);
        ::chmod(toPath(probe.path).c_str(), 0444);
        type(probe, QStringLiteral("x"));
        save(probe);
        QVERIFY(probe.waitForNotice(QStringLiteral("write-protected")));
        QCOMPARE(probe.disk(), base);
        QVERIFY(press(probe, QStringLiteral("save"), QStringLiteral("Save Anyway")));
        QVERIFY(isSaved(probe));
        QCOMPARE(probe.disk(), "x" + base);
    }

    void stateFolderThatCannotBeWritten_isTold_andSavingStillWorks()
    {
        WindowProbe probe;
        writeFile(probe.folder.filePath(QStringLiteral("state")), "a file where the folder should be");
        writeFile(probe.path, base);
        probe.open(probe.path);
        type(probe, QStringLiteral("x"));
        QVERIFY(probe.waitForNotice(QStringLiteral("can't be kept for recovery")));
        save(probe);
        QVERIFY(isSaved(probe));
        QCOMPARE(probe.disk(), "x" + base);
    }

    void nameOf255Bytes_isOpenedTypedAndSaved()
    {
        const QString name = QString(252, QLatin1Char('n')) + QStringLiteral(".md");
        WindowProbe probe(base, name);
        type(probe, QStringLiteral("x"));
        save(probe);
        QVERIFY(isSaved(probe));
        QCOMPARE(probe.disk(), "x" + base);
        replace(probe.folder.filePath(QStringLiteral("short")), "theirs\n");
        fs::rename(toPath(probe.folder.filePath(QStringLiteral("short"))), toPath(probe.path));
        QTRY_COMPARE(probe.text(), QStringLiteral("theirs\n"));
    }

    void twoWindowsOnOnePost_areToldOfOneAnother()
    {
        WindowProbe probe(base);
        {
            MainWindow second(&probe.theme, &probe.preferences, probe.folder.filePath(QStringLiteral("state")));
            second.show();
            second.open(probe.path);
            QVERIFY(probe.waitForNotice(QStringLiteral("open in another window")));
            QTRY_VERIFY(second.notices().has(QStringLiteral("elsewhere")));
            type(probe, QStringLiteral("first "));
            save(probe);
            QVERIFY(isSaved(probe));
            QTRY_VERIFY(second.post().text().text()->starts_with("first one"));
        }
        QTRY_VERIFY(!probe.window.notices().has(QStringLiteral("elsewhere")));
    }

    void unsavedText_isThereAgain()
    {
        WindowProbe probe;
        writeFile(probe.path, base);
        (void)leftJournal(probe, probe.path, "unsaved\n", *readFileState(toPath(probe.path)));
        probe.window.recoverUnsaved();
        QTRY_COMPARE(probe.window.documents().isOpen(), true);
        QCOMPARE(probe.text(), QStringLiteral("unsaved\n"));
        QVERIFY(probe.waitForNotice(QStringLiteral("is back")));
        QCOMPARE(probe.disk(), base);
        probe.action(Act::Undo)->trigger();
        QCOMPARE(probe.text(), QString::fromUtf8(base));
    }

    void unsavedTextOfANameOf255Bytes_isThereAgain()
    {
        WindowProbe probe({}, QString(252, QLatin1Char('n')) + QStringLiteral(".md"));
        writeFile(probe.path, base);
        (void)leftJournal(probe, probe.path, "unsaved\n", *readFileState(toPath(probe.path)));
        probe.window.recoverUnsaved();
        QTRY_COMPARE(probe.window.documents().isOpen(), true);
        QCOMPARE(probe.text(), QStringLiteral("unsaved\n"));
        save(probe);
        QVERIFY(isSaved(probe));
        QCOMPARE(probe.disk(), QByteArray("unsaved\n"));
    }

    void unsavedTextOfAChangedFile_comesBackWithTheQuestion()
    {
        WindowProbe probe;
        writeFile(probe.path, base);
        (void)leftJournal(probe, probe.path, "mine one\ntwo\nthree\nfour\nfive\n", *readFileState(toPath(probe.path)));
        replace(probe.path, "one\ntwo\nthree\nfour\ntheirs\n");
        probe.window.recoverUnsaved();
        QVERIFY(press(probe, QStringLiteral("changed"), QStringLiteral("Compare…")));
        auto* dialog = dialogOf<ThreeWayDialog>(probe);
        QVERIFY(dialog);
        QVERIFY(dialog->findChildren<DiffColumn*>()[1]->toPlainText().contains(QStringLiteral("five")));
        buttonOf(dialog, QStringLiteral("Combine Both"))->click();
        QCOMPARE(probe.text(), QStringLiteral("mine one\ntwo\nthree\nfour\ntheirs\n"));
    }

    void journalThatIsStillHeld_isFoundByTheSecondLook()
    {
        WindowProbe probe;
        writeFile(probe.path, base);
        auto held = std::make_unique<JournalFile>(
            leftJournal(probe, probe.path, "unsaved\n", *readFileState(toPath(probe.path))));
        probe.window.recoverUnsaved();
        QTest::qWait(1500);
        QVERIFY(!probe.window.documents().isOpen());
        held.reset();
        QTRY_VERIFY_WITH_TIMEOUT(probe.window.documents().isOpen(), 15000);
        QCOMPARE(probe.text(), QStringLiteral("unsaved\n"));
    }

    void autosave_savesPostsOfASiteOnly()
    {
        WindowProbe probe(base);
        probe.action(Act::Autosave)->setChecked(true);
        type(probe, QStringLiteral("outside "));
        QTest::qWait(3000);
        QVERIFY(probe.window.post().isModified());
        QCOMPARE(probe.disk(), base);
        writeFile(probe.folder.filePath(QStringLiteral("_config.yml")), "title: A site\n");
        type(probe, QStringLiteral("inside "));
        QVERIFY(isSaved(probe));
        QVERIFY(probe.disk().startsWith("inside outside one"));
        probe.action(Act::Autosave)->setChecked(false);
    }

    void autosave_neverOverwritesAnothersChange()
    {
        WindowProbe probe(base);
        writeFile(probe.folder.filePath(QStringLiteral("_config.yml")), "title: A site\n");
        probe.action(Act::Autosave)->setChecked(true);
        replace(probe.path, "theirs\n");
        type(probe, QStringLiteral("mine "));
        QTest::qWait(4000);
        QCOMPARE(probe.disk(), QByteArray("theirs\n"));
        probe.action(Act::Autosave)->setChecked(false);
    }

    /// The files that want to break programs: what was typed and taken back is saved as every byte was.
    void hostileFiles_areSavedByteForByte()
    {
        const auto attacks = sharedPath("attacks");
        if (!attacks)
            QSKIP("the folder shared is not here");
        int files = 0;
        WindowProbe probe(base);
        for (const auto& entry : fs::directory_iterator(*attacks)) {
            if (entry.path().extension() != ".md")
                continue;
            const QString path = probe.folder.filePath(QString::fromStdString(entry.path().filename().string()));
            const QByteArray bytes = readBytes(QString::fromStdString(entry.path().string()));
            writeFile(path, bytes);
            QSignalSpy refused(&probe.window.documents(), &DocumentController::noticed);
            probe.window.open(path);
            QVERIFY(QTest::qWaitFor([&] { return probe.window.post().path() == path || refused.count() > 0; }, 10000));
            if (probe.window.post().path() != path)
                continue; // UTF-16 is refused with a sentence
            type(probe, QStringLiteral("x"));
            QTest::keyClick(probe.pane(), Qt::Key_Backspace);
            QTest::keyClick(probe.pane(), Qt::Key_End);
            probe.window.post().document()->setModified(true);
            save(probe);
            QVERIFY2(isSaved(probe), qPrintable(path));
            QVERIFY2(readBytes(path) == bytes, qPrintable(path));
            probe.window.documents().closePost();
            ++files;
        }
        QVERIFY2(files > 150, qPrintable(QString::number(files)));
    }
};

int main(int argc, char** argv)
{
    return windowMain<tst_Keeping>(argc, argv);
}
#include "tst_keeping.moc"
