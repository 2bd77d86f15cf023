// SPDX-License-Identifier: MIT
// How the window looks and answers as a whole: colours switched while it runs, mnemonics, keys of other keyboards,
// size.
#include "windowprobe.h"

#include "form/frontmatterpanel.h"
#include "keyspage.h"
#include "sidebar/sidebar.h"
#include "startpage.h"

#include <QAbstractButton>
#include <QLabel>
#include <QMap>
#include <QMenuBar>
#include <QPainter>
#include <QPushButton>
#include <QScreen>

using namespace galley;
using test::WindowProbe;

// Wrong in three places: a problem with a fix, underlines, and an error in the form when the key is doubled.
static const QByteArray post = "---\nlayout: nowhere\ntitle: \"A title\"\ntags: [python, meetup]\n---\n"
                               "# Heading\n\nBody with `code`, *emphasis* and {% nonsense %} wrnog.\n";

static QChar mnemonicOf(const QString& text)
{
    const QKeySequence key = QKeySequence::mnemonic(text);
    return key.isEmpty() ? QChar() : QChar(key[0].key()).toLower();
}

/// Who else answers to a letter in this window as it is shown; empty when each answers alone.
static QStringList clashes(const MainWindow& window)
{
    QMap<QChar, QStringList> owners;
    for (const QAction* menu : window.menuBar()->actions())
        owners[mnemonicOf(menu->text())] << QStringLiteral("menu ") + menu->text();
    for (const auto* button : window.findChildren<QAbstractButton*>()) {
        if (button->isVisible() && !button->shortcut().isEmpty())
            owners[QChar(button->shortcut()[0].key()).toLower()] << QStringLiteral("button ") + button->text();
    }
    for (const auto* label : window.findChildren<QLabel*>()) {
        if (label->isVisible() && label->buddy())
            owners[mnemonicOf(label->text())] << QStringLiteral("label ") + label->text();
    }
    owners.remove(QChar());
    QStringList found;
    for (const QStringList& each : std::as_const(owners)) {
        if (each.size() > 1)
            found << each.join(QStringLiteral(" and "));
    }
    return found;
}

/// Everything of the window but the page, which the browser paints.
static QImage pictureOf(WindowProbe& probe)
{
    QImage image = probe.window.grab().toImage();
    QPainter painter(&image);
    const QWidget& preview = probe.window.preview();
    painter.fillRect(QRect(preview.mapTo(&probe.window, QPoint()), preview.size()), Qt::gray);
    return image;
}

static QMap<const QWidget*, QString> fontsOf(const QWidget& window)
{
    QMap<const QWidget*, QString> fonts;
    for (const auto* widget : window.findChildren<QWidget*>())
        fonts[widget] = widget->font().toString();
    return fonts;
}

static void makeRich(WindowProbe& probe)
{
    QVERIFY(probe.settle());
    QTRY_VERIFY(probe.pane()->extraSelections().size() > 2); // problems and spelling are underlined
    probe.window.notices().show({QStringLiteral("a"), Severity::Error, QStringLiteral("An error"), {}});
    probe.window.notices().show(
        {QStringLiteral("b"), Severity::Note, QStringLiteral("A note"), {{QStringLiteral("Do"), {}}}});
    probe.action(Act::Sidebar)->setChecked(true);
    probe.window.sidebar().showPage(Sidebar::Page::Outline);
    probe.action(Act::Replace)->trigger();
    QTest::keyClick(probe.window.editor().findBar(), Qt::Key_Escape);
    probe.pane()->setFocus();
    probe.pane()->setCursorWidth(0); // it blinks
    QTest::qWait(300);
}

class TestWindowLook : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void appearanceSwitchedWhileItRuns_looksAsFromTheStart_data()
    {
        QTest::addColumn<int>("first");
        QTest::addColumn<int>("second");
        QTest::newRow("light to dark") << int(Act::AppearanceLight) << int(Act::AppearanceDark);
        QTest::newRow("dark to light") << int(Act::AppearanceDark) << int(Act::AppearanceLight);
    }

    void appearanceSwitchedWhileItRuns_looksAsFromTheStart()
    {
        QFETCH(int, first);
        QFETCH(int, second);
        QImage wanted;
        {
            WindowProbe probe;
            probe.action(Act(second))->trigger();
            QVERIFY(probe.open([&] {
                test::writeFile(probe.path, post);
                return probe.path;
            }()));
            makeRich(probe);
            wanted = pictureOf(probe);
        }
        WindowProbe probe;
        probe.action(Act(first))->trigger();
        test::writeFile(probe.path, post);
        QVERIFY(probe.open(probe.path));
        makeRich(probe);
        const QImage before = pictureOf(probe);
        probe.action(Act(second))->trigger();
        QTest::qWait(300);
        const QImage after = pictureOf(probe);
        QCOMPARE(after.size(), wanted.size());
        QRect different;
        for (int y = 0; y < after.height(); ++y) {
            for (int x = 0; x < after.width(); ++x) {
                if (after.pixel(x, y) != wanted.pixel(x, y))
                    different |= QRect(x, y, 1, 1);
            }
        }
        if (!different.isEmpty()) {
            after.save(QDir::temp().filePath(QStringLiteral("galley-switched.png")));
            wanted.save(QDir::temp().filePath(QStringLiteral("galley-fromstart.png")));
        }
        QVERIFY2(different.isEmpty(), qPrintable(QStringLiteral("differs in %1,%2 %3x%4")
                                                     .arg(different.x())
                                                     .arg(different.y())
                                                     .arg(different.width())
                                                     .arg(different.height())));
        QVERIFY(before != after);
    }

    void editorsFont_staysAfterEachSwitch()
    {
        WindowProbe probe(post);
        const QFont font = probe.pane()->font();
        probe.action(Act::Sidebar)->setChecked(true);
        QTest::qWait(200); // what was made anew is gone
        const QMap<const QWidget*, QString> all = fontsOf(probe.window);
        QVERIFY(QFontInfo(font).fixedPitch());
        for (const Act act : {Act::AppearanceDark, Act::AppearanceLight, Act::AppearanceSystem, Act::AppearanceDark}) {
            probe.action(act)->trigger();
            QCoreApplication::processEvents();
            QCOMPARE(probe.pane()->font().toString(), font.toString());
            QCOMPARE(probe.pane()->document()->defaultFont().toString(), font.toString());
            for (const auto* widget : probe.window.findChildren<QWidget*>()) {
                if (widget->objectName().startsWith(QStringLiteral("qt_scrollarea")))
                    continue; // a part of an area, which paints with the area's font
                QVERIFY2(all.value(widget, widget->font().toString()) == widget->font().toString(),
                         qPrintable(QString::fromLatin1(widget->metaObject()->className()) + u' ' +
                                    widget->objectName() + u": " + all.value(widget)));
            }
        }
        probe.action(Act::ZoomIn)->trigger();
        const QString zoomed = probe.pane()->font().toString();
        probe.action(Act::AppearanceLight)->trigger();
        QCOMPARE(probe.pane()->font().toString(), zoomed);
        probe.action(Act::ZoomReset)->trigger();
    }

    void mnemonics_openTheirMenusOnTheStartPage()
    {
        WindowProbe probe;
        QVERIFY(QTest::qWaitForWindowActive(&probe.window));
        QVERIFY(probe.window.findChild<StartPage*>()->isVisible());
        for (QAction* action : probe.window.menuBar()->actions()) {
            const QChar letter = mnemonicOf(action->text());
            QVERIFY2(!letter.isNull(), qPrintable(action->text()));
            QWidget* focus = QApplication::focusWidget();
            QTest::keyClick(focus ? focus : &probe.window, static_cast<Qt::Key>(letter.toUpper().unicode()),
                            Qt::AltModifier);
            QVERIFY2(action->menu()->isVisible(), qPrintable(action->text()));
            action->menu()->close();
        }
    }

    void mnemonics_neverClash()
    {
        WindowProbe probe;
        QCOMPARE(clashes(probe.window), QStringList());
        test::writeFile(probe.path, post);
        QVERIFY(probe.open(probe.path));
        makeRich(probe);
        QCOMPARE(clashes(probe.window), QStringList());
        probe.action(Act::Replace)->trigger();
        probe.window.sidebar().showPage(Sidebar::Page::Check);
        QCOMPARE(clashes(probe.window), QStringList());
        // Whatever letters the senders of notices wished for.
        for (const char* text : {"&Open", "&File", "&Try Again", "Save &As…", "&Replace the File", "&Open It"})
            probe.window.notices().show({QString::fromLatin1(text),
                                         Severity::Error,
                                         QStringLiteral("?"),
                                         {{QString::fromUtf8(text), {}}, {QStringLiteral("&View"), {}}}});
        QCOMPARE(clashes(probe.window), QStringList());
    }

    void mnemonicsInsideAMenu_areThereAndDifferent()
    {
        WindowProbe probe(post);
        for (const auto* menu : probe.window.menuBar()->findChildren<QMenu*>()) {
            QMap<QChar, QString> known;
            for (const QAction* action : menu->actions()) {
                if (action->isSeparator() || action->text().isEmpty())
                    continue;
                const QChar letter = mnemonicOf(action->text());
                QVERIFY2(!letter.isNull(), qPrintable(action->text()));
                QVERIFY2(!known.contains(letter), qPrintable(action->text() + u" and " + known.value(letter)));
                known[letter] = action->text();
            }
        }
    }

    void keysOfTheTable_areEachOneCommands()
    {
        QMap<QString, QString> known;
        for (const ActionRow& row : actionRows()) {
            for (const QKeySequence& keys : QKeySequence::listFromString(QString::fromLatin1(row.keys))) {
                const QString name = keys.toString();
                if (name.isEmpty())
                    continue;
                QVERIFY2(!known.contains(name), qPrintable(name + u": " + known.value(name)));
                known[name] = QString::fromUtf8(row.text);
            }
        }
    }

    void digitRow_worksByItsPlace_data()
    {
        QTest::addColumn<int>("key");
        QTest::addColumn<int>("scanCode");
        QTest::addColumn<bool>("shift");
        QTest::addColumn<QString>("line");
        // As xkb gives them on a French keyboard: the sign that the key writes, and the key's place.
        QTest::newRow("fr Ctrl+&") << int(Qt::Key_Ampersand) << 10 << false << "# word";
        QTest::newRow("fr Ctrl+é") << int(Qt::Key_Eacute) << 11 << false << "## word";
        QTest::newRow("fr Ctrl+\"") << int(Qt::Key_QuoteDbl) << 12 << false << "### word";
        QTest::newRow("fr Ctrl+Shift+7") << int(Qt::Key_7) << 16 << true << "1. word";
        QTest::newRow("fr Ctrl+Shift+8") << int(Qt::Key_8) << 17 << true << "- word";
        QTest::newRow("fr Ctrl+Shift+9") << int(Qt::Key_9) << 18 << true << "> word";
        QTest::newRow("de Ctrl+Shift+/") << int(Qt::Key_Slash) << 16 << true << "1. word";
        QTest::newRow("fr Ctrl+Shift+1") << int(Qt::Key_1) << 10 << true << "word"; // no command
        QTest::newRow("another key") << int(Qt::Key_Ampersand) << 24 << false << "word";
    }

    void digitRow_worksByItsPlace()
    {
        QFETCH(int, key);
        QFETCH(int, scanCode);
        QFETCH(bool, shift);
        QFETCH(QString, line);
        WindowProbe probe("word\n");
        const Qt::KeyboardModifiers modifiers =
            shift ? Qt::ControlModifier | Qt::ShiftModifier : Qt::KeyboardModifiers(Qt::ControlModifier);
        QKeyEvent press(QEvent::KeyPress, key, modifiers, quint32(scanCode), 0, 0);
        QApplication::sendEvent(probe.pane(), &press);
        QCOMPARE(probe.text().section(u'\n', 0, 0), line);
    }

    void code_hasAKeyThatEveryKeyboardWrites()
    {
        WindowProbe probe("word\n");
        QTest::keyClick(probe.pane(), Qt::Key_C, Qt::ControlModifier | Qt::ShiftModifier);
        QVERIFY2(probe.text().contains(u'`'), qPrintable(probe.text()));
    }

    void windows_fitTheScreen()
    {
        Preferences preferences;
        {
            WindowProbe probe;
            probe.window.resize(2400, 1900); // as it was on a larger screen
            probe.window.move(700, 500);
            probe.window.close();
        }
        WindowProbe again;
        // The probe has its own size; what was remembered is restored before.
        QTemporaryDir state;
        MainWindow window(&again.theme, &again.preferences, state.path());
        const QRect room = window.screen()->availableGeometry();
        QVERIFY2(window.width() <= room.width() && window.height() <= room.height(),
                 qPrintable(QStringLiteral("%1x%2").arg(window.width()).arg(window.height())));
        window.show();
        QVERIFY(room.contains(window.geometry()));
        auto* keys = new KeysPage(&window);
        keys->resize(3000, 3000);
        keys->open();
        QVERIFY(room.contains(QRect(room.topLeft(), keys->size())));
        // Half a screen of 1600x1000 is what scale factor 2 leaves.
        QVERIFY2(
            window.minimumSizeHint().width() <= 800 && window.minimumSizeHint().height() <= 470,
            qPrintable(
                QStringLiteral("%1x%2").arg(window.minimumSizeHint().width()).arg(window.minimumSizeHint().height())));
        again.preferences.setState(QStringLiteral("window/geometry"), {});
    }
};

int main(int argc, char** argv)
{
    return test::windowMain<TestWindowLook>(argc, argv);
}
#include "tst_windowlook.moc"
