// SPDX-License-Identifier: MIT
// File → New Write-up… in the whole window, by keys: what is asked, the path that is shown, the file that is made.
#include "windowprobe.h"

#include "form/newpostdialog.h"
#include "siteloader.h"

#include <QClipboard>
#include <QComboBox>
#include <QDateTimeEdit>
#include <QDir>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

using namespace galley;
using namespace galley::test;

namespace
{
/// A class blog with one post of nvola, open in the window, and the dialog over it.
struct Desk {
    Desk()
    {
        QDir(probe.folder.path()).mkpath(QStringLiteral("site/_posts/nvola"));
        QDir(probe.folder.path()).mkpath(QStringLiteral("site/_templates"));
        writeFile(at("_config.yml"),
                  "timezone: America/New_York\nauthors:\n  nvola:\n    name: Natasha\n  sam:\n    name: Sam\n");
        writeFile(at("_posts/nvola/2017-04-01-old.md"),
                  "---\nauthor: nvola # me\ntitle: 'Old one'\nevent: \"April\"\nlayout: post\n---\nOld body\n");
        writeFile(at("_templates/book-review.md"), "---\nlayout: post\ntitle: \"\"\nlink: \"\"\n---\nA book.\n");
        probe.open(at("_posts/nvola/2017-04-01-old.md"));
        probe.settle();
    }

    QString at(const char* path) const { return probe.folder.filePath(QStringLiteral("site/") + QLatin1String(path)); }

    NewPostDialog* ask()
    {
        probe.window.activateWindow();
        if (!QTest::qWaitForWindowActive(&probe.window))
            return nullptr;
        QTest::keyClick(probe.window.editor().pane(), Qt::Key_N, Qt::ControlModifier | Qt::ShiftModifier);
        return QTest::qWaitFor([&] { return dialog() != nullptr; }) ? dialog() : nullptr;
    }
    NewPostDialog* dialog() const { return probe.window.findChild<NewPostDialog*>(); }
    template <class T>
    T* part(const char* name) const
    {
        return dialog()->findChild<T*>(QLatin1String(name));
    }
    void type(const char* field, const QString& text)
    {
        auto* input = part<QWidget>(field);
        auto* box = qobject_cast<QComboBox*>(input);
        QWidget* line = box ? static_cast<QWidget*>(box->lineEdit()) : input;
        line->setFocus();
        QTest::keyClick(line, Qt::Key_A, Qt::ControlModifier);
        QTest::keyClicks(line, text);
    }
    void choose(const QString& pattern)
    {
        auto* templates = part<QComboBox>("template");
        const int index = templates->findText(pattern);
        QVERIFY2(index >= 0, qPrintable(pattern));
        templates->setCurrentIndex(index);
        Q_EMIT templates->activated(index);
    }
    QString path() const { return part<QLabel>("path")->text(); }
    void setDay(int year, int month, int day)
    {
        part<QDateTimeEdit>("date")->setDateTime(QDateTime(QDate(year, month, day), QTime(18, 30)));
    }

    WindowProbe probe;
};

const char* const calendar = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nX-WR-CALNAME:TriPython\r\nBEGIN:VEVENT\r\nUID:1\r\n"
                             "SUMMARY:May meetup\r\nDTSTART:20170525T223000Z\r\nLOCATION:Frontier\r\n"
                             "END:VEVENT\r\nEND:VCALENDAR\r\n";
} // namespace

class TestNewWriteUp : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void path_isShownAsItIsTyped()
    {
        Desk desk;
        QVERIFY(desk.ask());
        QVERIFY(!desk.part<QPushButton>("create")->isEnabled());
        desk.setDay(2017, 5, 25);
        desk.type("input-author", QStringLiteral("nvola"));
        desk.type("input-title", QStringLiteral("C# & friends"));
        QVERIFY2(desk.path().endsWith(QStringLiteral("_posts/nvola/2017-05-25-c-friends.md")), qPrintable(desk.path()));
        desk.type("input-author", QStringLiteral("sam"));
        QVERIFY2(desk.path().endsWith(QStringLiteral("_posts/sam/2017-05-25-c-friends.md")), qPrintable(desk.path()));
        desk.type("input-title", QStringLiteral("!!!"));
        QVERIFY(!desk.part<QPushButton>("create")->isEnabled());
        QVERIFY2(desk.path().contains(QStringLiteral("letter")), qPrintable(desk.path()));
    }

    void file_isMadeByTheFirstSaveAndNotBefore()
    {
        Desk desk;
        QVERIFY(desk.ask());
        desk.setDay(2017, 5, 25);
        desk.type("input-author", QStringLiteral("sam"));
        desk.choose(QStringLiteral("Meetup write-up"));
        desk.type("input-title", QStringLiteral("Natasha's meetup"));
        desk.type("input-event", QStringLiteral("TriPython: May"));
        QTest::keyClick(desk.part<QLineEdit>("input-title"), Qt::Key_Return);
        QTRY_VERIFY(desk.probe.text().contains(QStringLiteral("event: \"TriPython: May\"")));
        QVERIFY(desk.probe.text().contains(QStringLiteral("title: 'Natasha''s meetup'")));
        QVERIFY(desk.probe.text().contains(QStringLiteral("author: sam\n")));
        QVERIFY(desk.probe.text().contains(QStringLiteral("-0400")));
        QVERIFY(desk.probe.window.post().isModified());
        QVERIFY(!QFileInfo::exists(desk.at("_posts/sam")));
        desk.probe.action(Act::Save)->trigger();
        QTRY_VERIFY(QFileInfo::exists(desk.at("_posts/sam/2017-05-25-natasha-s-meetup.md")));
        QTRY_VERIFY(!desk.probe.window.post().isModified());
        QCOMPARE(desk.probe.window.post().path(), desk.at("_posts/sam/2017-05-25-natasha-s-meetup.md"));
    }

    void caretOfANewWriteUp_isInItsBodyAndInSight()
    {
        Desk desk;
        desk.probe.window.resize(800, 480);
        QVERIFY(desk.ask());
        desk.choose(QStringLiteral("Meetup write-up"));
        desk.type("input-title", QStringLiteral("Seen"));
        QTest::keyClick(desk.part<QLineEdit>("input-title"), Qt::Key_Return);
        QTRY_VERIFY(desk.probe.text().contains(QStringLiteral("Seen")));
        QVERIFY(desk.probe.settle());
        EditorPane* pane = desk.probe.pane();
        QTRY_COMPARE(desk.probe.window.focusWidget(), pane);
        QTRY_VERIFY(pane->viewport()->rect().contains(pane->cursorRect()));
        QVERIFY(pane->textCursor().blockNumber() >
                desk.probe.text().left(desk.probe.text().indexOf(QStringLiteral("\n---"))).count(u'\n') + 1);
        // And stays there when something takes room from the text.
        desk.probe.window.resize(800, 420);
        QTRY_VERIFY(pane->viewport()->rect().contains(pane->cursorRect()));
    }

    void pastedPhoto_isInTheSiteAndOnThePageBeforeTheFirstSave()
    {
        Desk desk;
        QVERIFY(desk.ask());
        desk.setDay(2017, 5, 25);
        desk.type("input-author", QStringLiteral("sam"));
        desk.choose(QStringLiteral("Plain post"));
        desk.type("input-title", QStringLiteral("Photos"));
        QTest::keyClick(desk.part<QLineEdit>("input-title"), Qt::Key_Return);
        QTRY_VERIFY(desk.probe.text().contains(QStringLiteral("title: 'Photos'")));
        QVERIFY(desk.probe.settle());
        QImage image(30, 20, QImage::Format_RGB32);
        image.fill(Qt::red);
        QApplication::clipboard()->setImage(image);
        QTest::keyClick(desk.probe.pane(), Qt::Key_End, Qt::ControlModifier);
        QTest::keyClick(desk.probe.pane(), Qt::Key_V, Qt::ControlModifier);
        const QString address = QStringLiteral("/assets/images/2017-05-25-photos/2017-05-25-photos.png");
        QTRY_VERIFY2(desk.probe.text().contains(QStringLiteral("](") + address + QLatin1Char(')')),
                     qPrintable(desk.probe.text()));
        QVERIFY(QFileInfo::exists(desk.probe.folder.filePath(QStringLiteral("site")) + address));
        QVERIFY(desk.probe.settle());
        QVERIFY(desk.probe.window.page().result()->page.html.find(address.toStdString()) != std::string::npos);
        QVERIFY(!QFileInfo::exists(desk.at("_posts/sam")));
    }

    void date_isThisMomentWhereTheSiteIs()
    {
        Desk desk;
        // Never the same day as in New York at the same time of day, wherever this test runs.
        writeFile(desk.at("_config.yml"), "timezone: Pacific/Kiritimati\n");
        auto* loader = desk.probe.window.findChild<SiteLoader*>();
        QSignalSpy loaded(loader, &SiteLoader::siteLoaded);
        loader->reload();
        QVERIFY(loaded.wait(10000)); // it is read off the window's thread
        QVERIFY(desk.ask());
        const QDateTime utc = QDateTime::currentDateTimeUtc();
        const QDateTime there = desk.part<QDateTimeEdit>("date")->dateTime();
        const QDateTime wanted = utc.addSecs(14 * 3600);
        QVERIFY2(qAbs(QDateTime(there.date(), there.time(), Qt::UTC).secsTo(wanted)) < 120,
                 qPrintable(there.toString()));
        desk.choose(QStringLiteral("Talk notes"));
        desk.type("input-title", QStringLiteral("Now"));
        QTest::keyClick(desk.part<QLineEdit>("input-title"), Qt::Key_Return);
        QTRY_VERIFY(desk.probe.text().contains(QStringLiteral("Now")));
        QVERIFY2(desk.probe.text().contains(there.toString(QStringLiteral("yyyy-MM-dd HH:mm")) +
                                            QStringLiteral(":00 +1400")),
                 qPrintable(desk.probe.text()));
    }

    void anotherSite_hasItsOwnPeopleAndItsOwnWayOfWriting()
    {
        Desk desk;
        QVERIFY(desk.ask());
        desk.type("input-author", QStringLiteral("sam"));
        desk.type("input-title", QStringLiteral("Remembered"));
        QTest::keyClick(desk.part<QLineEdit>("input-title"), Qt::Key_Return);
        QTRY_VERIFY(!desk.dialog());
        desk.probe.action(Act::Save)->trigger();
        QTRY_VERIFY(!desk.probe.window.post().isModified());
        QDir(desk.probe.folder.path()).mkpath(QStringLiteral("other/_posts"));
        const QString post = desk.probe.folder.filePath(QStringLiteral("other/_posts/2017-04-01-old.md"));
        writeFile(desk.probe.folder.filePath(QStringLiteral("other/_config.yml")), "title: x\n");
        writeFile(post, "---\ntitle: Old one\n---\nBody\n");
        desk.probe.open(post);
        QVERIFY(desk.probe.settle());
        QVERIFY(desk.ask());
        QCOMPARE(desk.part<QComboBox>("input-author")->currentText(), QString());
        desk.choose(QStringLiteral("Like my last one"));
        desk.choose(QStringLiteral("Plain post"));
        desk.type("input-title", QStringLiteral("New one"));
        QTest::keyClick(desk.part<QLineEdit>("input-title"), Qt::Key_Return);
        QTRY_COMPARE(desk.probe.text(), QStringLiteral("---\ntitle: New one\n---\n\n"));
    }

    void titleChangedBeforeTheFirstSave_namesTheFile()
    {
        Desk desk;
        QVERIFY(desk.ask());
        desk.setDay(2017, 5, 25);
        desk.type("input-author", QStringLiteral("sam"));
        desk.choose(QStringLiteral("Plain post"));
        desk.type("input-title", QStringLiteral("First"));
        QTest::keyClick(desk.part<QLineEdit>("input-title"), Qt::Key_Return);
        QTRY_VERIFY(desk.probe.text().contains(QStringLiteral("title: 'First'")));
        QTextCursor cursor(desk.probe.window.post().document()->find(QStringLiteral("First")));
        cursor.insertText(QStringLiteral("Second"));
        desk.probe.action(Act::Save)->trigger();
        QTRY_VERIFY(QFileInfo::exists(desk.at("_posts/sam/2017-05-25-second.md")));
    }

    void likeMyLastOne_isOfferedToWhoHasOneAndAuthorIsRemembered()
    {
        Desk desk;
        QVERIFY(desk.ask());
        desk.type("input-author", QStringLiteral("sam"));
        QCOMPARE(desk.part<QComboBox>("template")->findText(QStringLiteral("Like my last one")), -1);
        desk.type("input-author", QStringLiteral("nvola"));
        desk.choose(QStringLiteral("Like my last one"));
        desk.setDay(2017, 5, 25);
        desk.type("input-title", QStringLiteral("New one"));
        QTest::keyClick(desk.part<QLineEdit>("input-title"), Qt::Key_Return);
        QTRY_VERIFY2(desk.probe.text().startsWith(
                         QStringLiteral("---\nauthor: nvola # me\ntitle: 'New one'\nlayout: post\n---\n")),
                     qPrintable(desk.probe.text()));
        QTRY_VERIFY(!desk.dialog());
        QVERIFY(desk.ask());
        QCOMPARE(desk.part<QComboBox>("input-author")->currentText(), QStringLiteral("nvola"));
        QCOMPARE(desk.part<QComboBox>("template")->currentText(), QStringLiteral("Like my last one"));
    }

    void templateOfTheSite_asksOnlyForItsOwnParts()
    {
        Desk desk;
        QVERIFY(desk.ask());
        desk.choose(QStringLiteral("Book Review"));
        QVERIFY(desk.part<QLineEdit>("input-link")->isVisible());
        QVERIFY(!desk.part<QWidget>("input-speaker")->isVisible());
        desk.choose(QStringLiteral("Talk notes"));
        QVERIFY(desk.part<QWidget>("input-speaker")->isVisible());
    }

    void nameThatIsTaken_canNotBeMade()
    {
        Desk desk;
        QVERIFY(desk.ask());
        desk.setDay(2017, 4, 1);
        desk.type("input-author", QStringLiteral("nvola"));
        desk.type("input-title", QStringLiteral("Old"));
        QVERIFY(!desk.part<QPushButton>("create")->isEnabled());
        QVERIFY2(desk.path().contains(QStringLiteral("already")), qPrintable(desk.path()));
    }

    void event_fillsTheFields()
    {
        Desk desk;
        QVERIFY(desk.ask());
        desk.choose(QStringLiteral("Meetup write-up"));
        const QString file = desk.probe.folder.filePath(QStringLiteral("may.ics"));
        writeFile(file, calendar);
        desk.dialog()->importEvent(file);
        QTRY_COMPARE(desk.part<QLineEdit>("input-title")->text(), QStringLiteral("May meetup"));
        QCOMPARE(desk.part<QComboBox>("input-group")->currentText(), QStringLiteral("TriPython"));
        QCOMPARE(desk.part<QComboBox>("input-place")->currentText(), QStringLiteral("Frontier"));
        QCOMPARE(desk.part<QDateTimeEdit>("date")->dateTime().toString(Qt::ISODate),
                 QStringLiteral("2017-05-25T18:30:00"));
        QVERIFY(desk.part<QPushButton>("create")->isEnabled());
    }

    void icsThatIsNone_isASentenceAndChangesNothing()
    {
        Desk desk;
        QVERIFY(desk.ask());
        desk.type("input-title", QStringLiteral("Mine"));
        const QString file = desk.probe.folder.filePath(QStringLiteral("not.ics"));
        writeFile(file, "# Markdown, really\n");
        desk.dialog()->importEvent(file);
        QTRY_VERIFY2(desk.path().contains(QStringLiteral("no calendar file")), qPrintable(desk.path()));
        QCOMPARE(desk.part<QLineEdit>("input-title")->text(), QStringLiteral("Mine"));
        desk.dialog()->importEvent(desk.probe.folder.filePath(QStringLiteral("missing.ics")));
        QTRY_VERIFY2(desk.path().contains(QStringLiteral("missing.ics")), qPrintable(desk.path()));
    }

    void siteThatCanNotBeWritten_keepsTheText()
    {
        Desk desk;
        QVERIFY(desk.ask());
        desk.setDay(2017, 5, 25);
        desk.type("input-author", QStringLiteral("sam"));
        desk.type("input-title", QStringLiteral("Lost"));
        QTest::keyClick(desk.part<QLineEdit>("input-title"), Qt::Key_Return);
        QTRY_VERIFY(desk.probe.text().contains(QStringLiteral("Lost")));
        QFile blocker(desk.at("_posts/sam")); // a file where the folder should be: root may write everywhere
        QVERIFY(blocker.open(QIODevice::WriteOnly));
        blocker.close();
        desk.probe.action(Act::Save)->trigger();
        QVERIFY(desk.probe.waitForNotice(QStringLiteral("folder")));
        QVERIFY(desk.probe.window.post().isModified());
        QVERIFY(desk.probe.text().contains(QStringLiteral("Lost")));
    }

    void authorOfTheShownPost_standsThereUntilOneIsRemembered()
    {
        Desk desk;
        desk.probe.preferences.setState(QStringLiteral("newpost/author"), {});
        QVERIFY(desk.ask());
        QCOMPARE(desk.part<QComboBox>("input-author")->currentText(), QStringLiteral("nvola"));
    }

    void unsavedWriteUp_comesBackWithItsPlace_whereNothingWasTyped()
    {
        Desk desk;
        QVERIFY(desk.ask());
        desk.setDay(2017, 5, 25);
        desk.type("input-author", QStringLiteral("sam"));
        desk.type("input-title", QStringLiteral("Kept"));
        QTest::keyClick(desk.part<QLineEdit>("input-title"), Qt::Key_Return);
        QTRY_VERIFY(desk.probe.text().contains(QStringLiteral("Kept")));
        // What a kill leaves behind: the journal, without the program that holds it.
        const QDir journals(desk.probe.folder.filePath(QStringLiteral("state/journals")));
        QTRY_COMPARE(journals.entryList({QStringLiteral("*.journal")}).size(), 1);
        const QString name = journals.entryList({QStringLiteral("*.journal")}).first();
        const QString state = desk.probe.folder.filePath(QStringLiteral("later"));
        QVERIFY(QDir().mkpath(state + QStringLiteral("/journals")));
        QVERIFY(QFile::copy(journals.filePath(name), state + QStringLiteral("/journals/") + name));

        MainWindow later(&desk.probe.theme, &desk.probe.preferences, state);
        later.show();
        later.recoverUnsaved();
        QTRY_VERIFY(later.documents().isOpen());
        QTRY_COMPARE(*later.post().text().text(), *desk.probe.window.post().text().text());
        QCOMPARE(later.post().place(), desk.at("_posts/sam/2017-05-25-kept.md"));
        QVERIFY(later.post().isModified());
        QVERIFY(!QFileInfo::exists(desk.at("_posts/sam")));
        later.actions()[Act::Save]->trigger();
        QTRY_COMPARE(later.post().path(), desk.at("_posts/sam/2017-05-25-kept.md"));
        QVERIFY(readBytes(desk.at("_posts/sam/2017-05-25-kept.md")).contains("Kept"));
    }

    void escape_makesNothing()
    {
        Desk desk;
        const QString before = desk.probe.text();
        QVERIFY(desk.ask());
        desk.type("input-title", QStringLiteral("Never"));
        QTest::keyClick(desk.part<QLineEdit>("input-title"), Qt::Key_Escape);
        QTRY_VERIFY(!desk.dialog());
        QCOMPARE(desk.probe.text(), before);
    }
};

int main(int argc, char** argv)
{
    return windowMain<TestNewWriteUp>(argc, argv);
}
#include "tst_newwriteup.moc"
