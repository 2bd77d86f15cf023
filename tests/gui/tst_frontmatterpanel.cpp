// SPDX-License-Identifier: MIT
// The form over a text, driven by keys: every edit goes through a TextEdit and comes back as a parsed post.
#include "form/fieldrow.h"
#include "form/frontmatterpanel.h"

#include <QCheckBox>
#include <QComboBox>
#include <QCompleter>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPlainTextEdit>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>
#include <QWheelEvent>

using namespace galley;

namespace
{
// Stands in for the window: applies edits to its text and shows the result.
struct Desk {
    explicit Desk(std::string start) : text(std::move(start))
    {
        panel.setTextSource([this] { return text; });
        QObject::connect(&panel, &FrontMatterPanel::editRequested, &panel, [this](const TextEdit& edit) {
            text = applied(text, edit);
            ++edits;
            if (!slow)
                refresh();
        });
        FieldChoices choices;
        choices.layouts = {{"post", {}}, {"page", {}}};
        choices.authors = {{"nvola", "Natasha Vola"}, {"sam", "Sam Q"}};
        choices.tags = {"python", "meetup", "microservices"};
        choices.siblingKeys = {{"speaker", FieldKind::Text, {}}};
        choices.inherited.set("layout", "post");
        panel.setChoices(choices);
        refresh();
        panel.resize(520, 400);
        panel.show();
    }

    void refresh() { show(text); }
    void show(const std::string& shown)
    {
        look = lookAtFrontMatter(shown, look);
        panel.showPost(look, look->document(shown));
    }

    template <class T>
    T* input(const char* key)
    {
        return panel.findChild<T*>(QStringLiteral("input-") + QLatin1String(key));
    }
    FieldRow* row(const char* key) { return panel.findChild<FieldRow*>(QStringLiteral("field-") + QLatin1String(key)); }

    QAction* menuAction(const char* key, const QString& text)
    {
        for (QAction* action : row(key)->findChild<QMenu*>()->actions()) {
            if (action->text() == text && action->isVisible())
                return action;
        }
        return nullptr;
    }

    std::string text;
    int edits = 0;
    FrontMatterLookPtr look;
    bool slow = false; ///< the parsed post comes later than the next key
    FrontMatterPanel panel;
};

const std::string post =
    "---\nlayout: post # the layout\nauthor: nvola\ntitle: \"A title\"\ntags: [python]\n---\nBody\n";
} // namespace

class TestFrontMatterPanel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void typing_changesOnlyTheValuesBytes()
    {
        Desk desk(post);
        auto* title = desk.input<QLineEdit>("title");
        QVERIFY(title);
        QCOMPARE(title->text(), QStringLiteral("A title"));
        QTest::keyClick(title, Qt::Key_End);
        QTest::keyClicks(title, QStringLiteral(": part 2"));
        QCOMPARE(desk.text, std::string("---\nlayout: post # the layout\nauthor: nvola\ntitle: \"A title: part 2\"\n"
                                        "tags: [python]\n---\nBody\n"));
        QCOMPARE(title->cursorPosition(), 15);
    }

    void showingAPost_editsNothing()
    {
        Desk desk(post);
        desk.refresh();
        QCOMPARE(desk.edits, 0);
        QCOMPARE(desk.text, post);
    }

    void absentField_isAddedByTheFirstKey()
    {
        Desk desk("---\ntitle: A\n---\nBody\n");
        auto* author = desk.input<QComboBox>("author");
        author->setFocus();
        QTest::keyClicks(author->lineEdit(), QStringLiteral("sam"));
        QCOMPARE(desk.text, std::string("---\ntitle: A\nauthor: sam\n---\nBody\n"));
        QCOMPARE(desk.input<QComboBox>("layout")->lineEdit()->placeholderText(), QStringLiteral("post"));
    }

    void textWithoutFrontMatter_getsSome()
    {
        Desk desk("Body\n");
        QTest::keyClicks(desk.input<QLineEdit>("title"), QStringLiteral("Hi"));
        QCOMPARE(desk.text, std::string("---\ntitle: Hi\n---\nBody\n"));
    }

    void tags_areTypedAndTakenBack()
    {
        Desk desk(post);
        auto* tags = desk.input<QLineEdit>("tags");
        tags->setFocus();
        QTest::keyClicks(tags, QStringLiteral("meetup"));
        QTest::keyClick(tags, Qt::Key_Return);
        QVERIFY2(desk.text.find("tags: [python, meetup]\n") != std::string::npos, desk.text.c_str());
        QTest::keyClick(tags, Qt::Key_Backspace);
        QTest::keyClick(tags, Qt::Key_Backspace);
        QVERIFY2(desk.text.find("tags: []\n") != std::string::npos, desk.text.c_str());
    }

    void wordsInOneText_stayOneText()
    {
        Desk desk("---\ntags: python meetup # two\n---\n");
        auto* tags = desk.input<QLineEdit>("tags");
        tags->setFocus();
        QTest::keyClicks(tags, QStringLiteral("ruby"));
        QTest::keyClick(tags, Qt::Key_Return);
        QCOMPARE(desk.text, std::string("---\ntags: python meetup ruby # two\n---\n"));
        QTest::keyClick(tags, Qt::Key_Backspace);
        QCOMPARE(desk.text, std::string("---\ntags: python meetup # two\n---\n"));
    }

    void wordWithASpace_makesNoListUntilAsked()
    {
        Desk desk("---\ntags: python meetup # two\n---\n");
        auto* tags = desk.input<QLineEdit>("tags");
        tags->setFocus();
        QTest::keyClicks(tags, QStringLiteral("open source"));
        QTest::keyClick(tags, Qt::Key_Return);
        QCOMPARE(desk.text, std::string("---\ntags: python meetup # two\n---\n"));
        QVERIFY(desk.row("tags")->error().contains(QStringLiteral("list")));
        desk.menuAction("tags", QStringLiteral("Turn into a list"))->trigger();
        QCOMPARE(desk.text, std::string("---\ntags: [python, meetup] # two\n---\n"));
        QTest::keyClicks(tags, QStringLiteral("open source"));
        QTest::keyClick(tags, Qt::Key_Return);
        QCOMPARE(desk.text, std::string("---\ntags: [python, meetup, open source] # two\n---\n"));
    }

    void typingInTheBody_neitherReadsNorFillsTheFormAgain()
    {
        Desk desk(post);
        const FrontMatterLookPtr before = desk.look;
        auto* title = desk.input<QLineEdit>("title");
        title->setText(QStringLiteral("a mark that a refresh would take away"));
        desk.text += "more\n";
        desk.refresh();
        QCOMPARE(desk.look.get(), before.get());
        QCOMPARE(title->text(), QStringLiteral("a mark that a refresh would take away"));
        desk.text.replace(desk.text.find("python"), 6, "ruby");
        desk.refresh();
        QVERIFY(desk.look != before);
        QCOMPARE(title->text(), QStringLiteral("A title"));
    }

    void largeFrontMatter_isLeftToTheText_data()
    {
        QTest::addColumn<std::size_t>("size");
        QTest::addColumn<QString>("limit");
        QTest::newRow("over 64 KB is not shown as fields") << (std::size_t(100) << 10) << QStringLiteral("64 KB");
        QTest::newRow("over 1 MB is not read") << (std::size_t(10) << 20) << QStringLiteral("1 MB");
    }

    void largeFrontMatter_isLeftToTheText()
    {
        QFETCH(const std::size_t, size);
        QFETCH(const QString, limit);
        std::string yaml = "title: A\n";
        while (yaml.size() < size)
            yaml += "key" + std::to_string(yaml.size()) + ": value number " + std::to_string(yaml.size()) + "\n";
        Desk desk("---\n" + yaml + "---\nBody\n");
        QVERIFY(desk.look->tooLarge);
        QVERIFY(!desk.input<QLineEdit>("title")->isEnabled());
        QVERIFY(desk.panel.findChild<QLabel*>(QStringLiteral("notice"))->text().contains(limit));
        QCOMPARE(desk.panel.findChildren<FieldRow*>().size(), 5);
        desk.text = post;
        desk.refresh();
        QVERIFY(desk.input<QLineEdit>("title")->isEnabled());
    }

    void number_isShownAsItIsWritten()
    {
        Desk desk("---\ntitle: A\ntime: 19:00 # start\n---\n");
        auto* time = desk.input<QLineEdit>("time");
        QCOMPARE(time->text(), QStringLiteral("19:00"));
        time->setFocus();
        QTest::keyClick(time, Qt::Key_End);
        QTest::keyClick(time, Qt::Key_Backspace);
        QTest::keyClicks(time, QStringLiteral("0"));
        QCOMPARE(desk.text, std::string("---\ntitle: A\ntime: 19:00 # start\n---\n"));
    }

    void wheelOverAChoice_scrollsAndChangesNothing()
    {
        Desk desk(post);
        for (const char* key : {"layout", "author"}) {
            auto* box = desk.input<QComboBox>(key);
            const QPointF at = box->rect().center();
            QWheelEvent wheel(at, box->mapToGlobal(at), {}, QPoint(0, -120), Qt::NoButton, Qt::NoModifier,
                              Qt::NoScrollPhase, false);
            QApplication::sendEvent(box, &wheel);
        }
        QCOMPARE(desk.edits, 0);
        QCOMPARE(desk.text, post);
    }

    void date_needsAShapeAndKeepsTheZone()
    {
        Desk desk("---\ndate: 2017-06-19 18:00:00 +0200\n---\n");
        auto* date = desk.input<QLineEdit>("date");
        QCOMPARE(date->text(), QStringLiteral("2017-06-19 18:00:00"));
        date->setFocus();
        date->selectAll();
        QTest::keyClicks(date, QStringLiteral("2017-06-20"));
        QVERIFY(desk.row("date")->error().isEmpty());
        QTest::keyClicks(date, QStringLiteral(" 1"));
        QVERIFY(!desk.row("date")->error().isEmpty());
        QTest::keyClicks(date, QStringLiteral("9:30"));
        QVERIFY(desk.row("date")->error().isEmpty());
        QCOMPARE(desk.text, std::string("---\ndate: 2017-06-20 19:30:00 +0200\n---\n"));
    }

    void brokenYaml_disablesTheFormAndKeepsItsValues()
    {
        Desk desk(post);
        desk.text.replace(desk.text.find("\"A title\""), 9, "A: b: c");
        desk.refresh();
        auto* title = desk.input<QLineEdit>("title");
        QVERIFY(!title->isEnabled());
        QCOMPARE(title->text(), QStringLiteral("A title"));
        auto* notice = desk.panel.findChild<QLabel*>(QStringLiteral("notice"));
        QVERIFY2(notice->isVisible() && notice->text().contains(QStringLiteral("Line 4")), qPrintable(notice->text()));
        desk.text = post;
        desk.refresh();
        QVERIFY(title->isEnabled() && !notice->isVisible());
    }

    void nestedValue_isEditedAsYaml()
    {
        Desk desk("---\nevent:\n  place: Hall # big\n  at: [1, 2]\n---\n");
        auto* event = desk.input<QPlainTextEdit>("event");
        QVERIFY(event);
        QCOMPARE(event->toPlainText(), QStringLiteral("place: Hall # big\nat: [1, 2]"));
        event->setFocus();
        QTest::keyClick(event, Qt::Key_End, Qt::ControlModifier);
        QTest::keyClicks(event, QStringLiteral("x"));
        QVERIFY(!desk.row("event")->error().isEmpty());
        QCOMPARE(desk.edits, 0);
        QTest::keyClick(event, Qt::Key_Backspace);
        QTest::keyClick(event, Qt::Key_Return);
        QTest::keyClicks(event, QStringLiteral("by: me"));
        QVERIFY2(desk.text.find("  at: [1, 2]\n  by: me\n---") != std::string::npos, desk.text.c_str());
    }

    void lateEcho_doesNotTakeTypedLettersAway()
    {
        Desk desk(post);
        auto* title = desk.input<QLineEdit>("title");
        desk.slow = true;
        title->setFocus();
        QTest::keyClick(title, Qt::Key_End);
        QTest::keyClicks(title, QStringLiteral("a"));
        const std::string late = desk.text;
        QTest::keyClicks(title, QStringLiteral("b"));
        desk.show(late);
        QCOMPARE(title->text(), QStringLiteral("A titleab"));
        desk.refresh();
        QCOMPARE(title->text(), QStringLiteral("A titleab"));
        QVERIFY(desk.text.find("\"A titleab\"") != std::string::npos);
    }

    void changeFromOutside_isShownInTheField()
    {
        Desk desk(post);
        auto* title = desk.input<QLineEdit>("title");
        title->setFocus();
        desk.text.replace(desk.text.find("A title"), 7, "Another");
        desk.refresh();
        QCOMPARE(title->text(), QStringLiteral("Another"));
    }

    void folding_hidesTheFieldsAndShowsASummary()
    {
        Desk desk(post);
        QTest::mouseClick(desk.panel.findChild<QToolButton*>(QStringLiteral("chevron")), Qt::LeftButton);
        QVERIFY(desk.panel.isCollapsed());
        QVERIFY(!desk.input<QLineEdit>("title")->isVisible());
        QTest::mouseClick(desk.panel.findChild<QToolButton*>(QStringLiteral("chevron")), Qt::LeftButton);
        QVERIFY(desk.input<QLineEdit>("title")->isVisible());
    }

    void addedField_takesTheKeyboard()
    {
        Desk desk(post);
        desk.panel.activateWindow();
        auto* add = desk.panel.findChild<QToolButton*>(QStringLiteral("addField"));
        Q_EMIT add->menu()->aboutToShow();
        QAction* speaker = nullptr;
        for (QAction* action : add->menu()->actions())
            speaker = action->text() == QStringLiteral("speaker") ? action : speaker;
        QVERIFY(speaker);
        speaker->trigger();
        QVERIFY2(desk.text.find("speaker: \"\"\n---") != std::string::npos, desk.text.c_str());
        QTRY_VERIFY(desk.input<QLineEdit>("speaker")->hasFocus());
    }

    void yesAndNo_areABox()
    {
        Desk desk("---\ntitle: A\npublished: false # not yet\n---\nBody\n");
        auto* box = desk.input<QCheckBox>("published");
        QVERIFY(box && !box->isChecked());
        QTest::keyClick(box, Qt::Key_Space);
        QCOMPARE(desk.text, std::string("---\ntitle: A\npublished: true # not yet\n---\nBody\n"));
    }

    void pictureField_asksForAFile()
    {
        Desk desk("---\ntitle: A\ncover: /a.jpg\n---\nBody\n");
        const QSignalSpy asked(&desk.panel, &FrontMatterPanel::imageRequested);
        QTest::mouseClick(desk.row("cover")->editor()->findChild<QToolButton*>(), Qt::LeftButton);
        QCOMPARE(asked.size(), 1);
        QCOMPARE(asked.front().front().toString(), QStringLiteral("cover"));
        QCOMPARE(desk.edits, 0);
    }

    void tagsAndAuthors_areCompleted()
    {
        Desk desk(post);
        auto* tags = desk.input<QLineEdit>("tags");
        tags->setFocus();
        QTest::keyClicks(tags, QStringLiteral("Micro"));
        QCOMPARE(tags->completer()->completionCount(), 1);
        QCOMPARE(tags->completer()->currentCompletion(), QStringLiteral("microservices"));
        auto* author = desk.input<QComboBox>("author");
        author->lineEdit()->selectAll();
        QTest::keyClicks(author->lineEdit(), QStringLiteral("sam q"));
        QCOMPARE(author->completer()->completionCount(), 1);
    }

    void keysOfSiblings_areOfferedAndAdded()
    {
        Desk desk(post);
        auto* button = desk.panel.findChild<QToolButton*>(QStringLiteral("addField"));
        QVERIFY(button && button->menu());
        Q_EMIT button->menu()->aboutToShow();
        const QList<QAction*> offered = button->menu()->actions();
        const auto speaker = std::find_if(offered.begin(), offered.end(),
                                          [](QAction* each) { return each->text() == QStringLiteral("speaker"); });
        QVERIFY(speaker != offered.end());
        (*speaker)->trigger();
        QVERIFY2(desk.text.find("\nspeaker:") != std::string::npos, desk.text.c_str());
        QVERIFY(desk.input<QLineEdit>("speaker"));
    }

    void tab_goesThroughTheFieldsInOrder()
    {
        Desk desk(post);
        desk.panel.activateWindow();
        desk.input<QLineEdit>("title")->setFocus();
        QTest::keyClick(desk.input<QLineEdit>("title"), Qt::Key_Tab);
        QTRY_VERIFY(desk.row("author")->editor()->hasFocusInside());
    }
};

QTEST_MAIN(TestFrontMatterPanel)
#include "tst_frontmatterpanel.moc"
