// SPDX-License-Identifier: MIT
// The form in the window under the keyboard: where Tab, Esc and F6 lead, what is pasted, whose values it shows.
#include "windowprobe.h"

#include "form/fieldrow.h"
#include "form/frontmatterpanel.h"
#include "sidebar/sidebar.h"
#include "sidebar/sitepanel.h"

#include <QClipboard>
#include <QComboBox>
#include <QDropEvent>
#include <QInputDialog>
#include <QInputMethodEvent>
#include <QLabel>
#include <QLineEdit>
#include <QMimeData>
#include <QScrollArea>
#include <QScrollBar>
#include <QToolButton>

using namespace galley;
using test::WindowProbe;

static const QByteArray post = "---\nlayout: post\ntitle: A title\nauthor: nvola\ndate: 2017-06-19 18:00:00 +0200\n"
                               "tags: [python, meetup]\nimage: a.png\n---\nBody\n";

static FrontMatterPanel* formOf(WindowProbe& probe)
{
    return probe.window.findChild<FrontMatterPanel*>();
}

template <class T>
static T* input(WindowProbe& probe, const char* key)
{
    return formOf(probe)->findChild<T*>(QStringLiteral("input-") + QLatin1String(key));
}

/// The line that the keys of this field go to.
static QLineEdit* lineOf(WindowProbe& probe, const char* key)
{
    if (auto* box = input<QComboBox>(probe, key))
        return box->lineEdit();
    return input<QLineEdit>(probe, key);
}

static bool formShows(WindowProbe& probe, const QString& title)
{
    return QTest::qWaitFor([&] { return lineOf(probe, "title") && lineOf(probe, "title")->text() == title; }, 10000);
}

static void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
{
    QTest::keyClick(QApplication::focusWidget(), key, modifiers);
}

static QPoint placeInWindow(const QWidget& widget)
{
    return widget.mapTo(widget.window(), widget.rect().center());
}

class TestFormKeys : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tab_goesThroughTheFormAsItIsSeenAndOnToTheText()
    {
        WindowProbe probe(post);
        QVERIFY(formShows(probe, QStringLiteral("A title")));
        QTRY_VERIFY(lineOf(probe, "image")->isVisible());
        lineOf(probe, "title")->setFocus();
        QPoint last = placeInWindow(*QApplication::focusWidget());
        QStringList stops;
        while (QApplication::focusWidget() != probe.pane() && stops.size() < 40) {
            press(Qt::Key_Tab);
            const QWidget* stop = QApplication::focusWidget();
            QVERIFY(stop);
            const QString name = QString::fromLatin1(stop->metaObject()->className()) + u' ' + stop->objectName();
            stops << name;
            QVERIFY2(!stop->visibleRegion().isEmpty(), qPrintable(name));
            const QPoint here = placeInWindow(*stop);
            const bool sameLine = qAbs(here.y() - last.y()) < 12;
            QVERIFY2(sameLine ? here.x() > last.x() : here.y() > last.y(), qPrintable(stops.join(u'\n')));
            last = here;
        }
        QCOMPARE(QApplication::focusWidget(), probe.pane());
        // author, date, calendar, zone, layout, two chips, tags, image, its button, the text
        QCOMPARE(stops.size(), 11);
        // Shift+Tab moves the text's lines; Shift+F6 goes back to the field one came from.
        press(Qt::Key_F6, Qt::ShiftModifier);
        for (int i = 1; i < stops.size(); ++i)
            press(Qt::Key_Backtab, Qt::ShiftModifier);
        QCOMPARE(QApplication::focusWidget(), lineOf(probe, "title"));
    }

    void tab_leadsToTheTextAlsoInAnotherTabAndAfterTheFieldsChanged()
    {
        WindowProbe probe(post);
        const QString second = probe.folder.filePath(QStringLiteral("second.md"));
        test::writeFile(second, "---\ntitle: Second\nsubtitle: x\nnumber: 3\n---\nText\n");
        QVERIFY(probe.open(second));
        QVERIFY(formShows(probe, QStringLiteral("Second")));
        QTRY_VERIFY(lineOf(probe, "number")->isVisible());
        lineOf(probe, "number")->setFocus();
        press(Qt::Key_Tab);
        QCOMPARE(QApplication::focusWidget(), probe.pane());
        press(Qt::Key_F6, Qt::ShiftModifier);
        QCOMPARE(QApplication::focusWidget(), lineOf(probe, "number"));
    }

    void escape_goesBackToTheText_fromEveryFieldAndFromTheSidebar()
    {
        WindowProbe probe(post);
        QVERIFY(formShows(probe, QStringLiteral("A title")));
        for (const char* key : {"title", "author", "date", "layout", "tags", "image"}) {
            input<QWidget>(probe, key)->setFocus();
            press(Qt::Key_Escape);
            QVERIFY2(probe.pane()->hasFocus(), key);
        }
        formOf(probe)->findChild<QToolButton*>(QStringLiteral("chevron"))->setFocus();
        press(Qt::Key_Escape);
        QVERIFY(probe.pane()->hasFocus());
        probe.action(Act::ShowSite)->trigger();
        QVERIFY(probe.window.sidebar().site()->filter()->hasFocus());
        press(Qt::Key_Escape);
        QVERIFY(probe.pane()->hasFocus());
        QCOMPARE(probe.text().toUtf8(), post);
    }

    void f6_goesRoundTheShownPanes()
    {
        WindowProbe probe(post);
        QVERIFY(formShows(probe, QStringLiteral("A title")));
        probe.action(Act::Sidebar)->setChecked(true);
        const auto isIn = [](const QWidget* pane) {
            const QWidget* focus = QApplication::focusWidget();
            return focus && (pane == focus || pane->isAncestorOf(focus));
        };
        probe.pane()->setFocus();
        press(Qt::Key_F6);
        QVERIFY(isIn(&probe.window.preview()));
        press(Qt::Key_F6);
        QVERIFY(isIn(&probe.window.sidebar()));
        press(Qt::Key_F6);
        QCOMPARE(QApplication::focusWidget(), lineOf(probe, "title"));
        press(Qt::Key_F6);
        QVERIFY(probe.pane()->hasFocus());
        press(Qt::Key_F6, Qt::ShiftModifier);
        QVERIFY(isIn(formOf(probe)));
        probe.action(Act::Sidebar)->setChecked(false);
        press(Qt::Key_F6, Qt::ShiftModifier);
        QVERIFY(isIn(&probe.window.preview()));
    }

    void lightOfTheCaretsLine_isOnlyThereWithTheFocus()
    {
        WindowProbe probe(post);
        QVERIFY(formShows(probe, QStringLiteral("A title")));
        probe.pane()->setFocus();
        const auto isLit = [&] {
            const QRect caret = probe.pane()->cursorRect();
            const QImage image = probe.pane()->viewport()->grab().toImage();
            const QPoint place(image.width() - 20, caret.center().y());
            return image.pixelColor(place) != probe.pane()->palette().color(QPalette::Base);
        };
        QVERIFY(isLit());
        // What Qt repaints by itself is not enough: the whole viewport must be asked for.
        struct Paints final : QObject {
            bool eventFilter(QObject* watched, QEvent* event) override
            {
                if (event->type() == QEvent::Paint)
                    area += static_cast<QPaintEvent*>(event)->region();
                return QObject::eventFilter(watched, event);
            }
            QRegion area;
        } paints;
        QCoreApplication::processEvents();
        probe.pane()->viewport()->installEventFilter(&paints);
        lineOf(probe, "title")->setFocus();
        const QRect caret = probe.pane()->cursorRect();
        const QRect line(0, caret.top(), probe.pane()->viewport()->width(), caret.height());
        QVERIFY(QTest::qWaitFor([&] { return paints.area.contains(line) && (QRegion(line) - paints.area).isEmpty(); }));
        QVERIFY(!isLit());
    }

    void pastedLineFeed_isNoPartOfTheValue_data()
    {
        QTest::addColumn<QString>("key");
        QTest::addColumn<QString>("pasted");
        QTest::addColumn<QString>("line");
        QTest::newRow("title") << "title"
                               << "Pasted heading\n"
                               << "title: Pasted heading\n";
        QTest::newRow("title, inside") << "title"
                                       << "\n Two\r\n  lines \n"
                                       << "title: Two lines\n";
        QTest::newRow("title, separators") << "title" << QString::fromUtf8("a\u2028b\u2029") << "title: a b\n";
        QTest::newRow("author") << "author"
                                << "sam\n"
                                << "author: sam\n";
        QTest::newRow("layout") << "layout"
                                << "page\n\n"
                                << "layout: page\n";
        QTest::newRow("date") << "date"
                              << "2018-01-02\n"
                              << "date: 2018-01-02\n";
        QTest::newRow("image") << "image"
                               << "b.png\n"
                               << "image: b.png\n";
        QTest::newRow("one line") << "title"
                                  << " as it is "
                                  << "title: \" as it is \"\n";
    }

    void pastedLineFeed_isNoPartOfTheValue()
    {
        QFETCH(QString, key);
        QFETCH(QString, pasted);
        QFETCH(QString, line);
        QByteArray text = post;
        text.replace(" 18:00:00 +0200", "");
        WindowProbe probe(text);
        QVERIFY(formShows(probe, QStringLiteral("A title")));
        auto* field = input<QWidget>(probe, key.toLatin1());
        field->setFocus();
        QLineEdit* edit = lineOf(probe, key.toLatin1());
        edit->selectAll();
        QApplication::clipboard()->setText(pasted);
        QTest::keyClick(field, Qt::Key_V, Qt::ControlModifier);
        QVERIFY2(probe.text().contains(line) || probe.text().contains(QString(line).replace(u'"', u'\'')),
                 qPrintable(probe.text()));
        QCOMPARE(edit->text(), pasted.contains(u'\n') ? edit->text().trimmed() : edit->text());
        // As one step back: the paste, not the field.
        QVERIFY(probe.settle());
    }

    void tag_pastedWithItsLineFeed_isAWord()
    {
        WindowProbe probe(post);
        QVERIFY(formShows(probe, QStringLiteral("A title")));
        auto* tags = lineOf(probe, "tags");
        tags->setFocus();
        QApplication::clipboard()->setText(QStringLiteral("ruby\n"));
        QTest::keyClick(tags, Qt::Key_V, Qt::ControlModifier);
        QTest::keyClick(tags, Qt::Key_Return);
        QVERIFY2(probe.text().contains(QStringLiteral("tags: [python, meetup, ruby]\n")), qPrintable(probe.text()));
    }

    void everyWayIntoAField_makesOneLine_data()
    {
        QTest::addColumn<QString>("way");
        for (const char* way : {"Edit menu", "context menu", "drop", "input method"})
            QTest::newRow(way) << QString::fromLatin1(way);
    }

    void everyWayIntoAField_makesOneLine()
    {
        QFETCH(QString, way);
        WindowProbe probe(post);
        QVERIFY(formShows(probe, QStringLiteral("A title")));
        QLineEdit* title = lineOf(probe, "title");
        title->setFocus();
        title->selectAll();
        const QString text = QStringLiteral("one\n two\n");
        QApplication::clipboard()->setText(text);
        if (way == u"Edit menu") {
            probe.action(Act::Paste)->trigger();
        } else if (way == u"context menu") {
            QContextMenuEvent event(QContextMenuEvent::Mouse, title->rect().center(),
                                    title->mapToGlobal(title->rect().center()));
            QApplication::sendEvent(title, &event);
            auto* menu = qobject_cast<QMenu*>(QApplication::activePopupWidget());
            QVERIFY(menu);
            QAction* paste = nullptr;
            for (QAction* action : menu->actions()) {
                if (action->text().startsWith(QLineEdit::tr("&Paste")))
                    paste = action;
            }
            QVERIFY(paste && paste->isEnabled());
            menu->setActiveAction(paste);
            QTest::keyClick(menu, Qt::Key_Return);
        } else if (way == u"drop") {
            title->clear();
            QMimeData data;
            data.setText(text);
            QDragEnterEvent enter(QPoint(5, 5), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
            QApplication::sendEvent(title, &enter);
            QDropEvent drop(QPointF(5, 5), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
            QApplication::sendEvent(title, &drop);
            QVERIFY(drop.isAccepted());
        } else {
            QInputMethodEvent event;
            event.setCommitString(text);
            QApplication::sendEvent(title, &event);
        }
        QCOMPARE(title->text(), QStringLiteral("one two"));
        QVERIFY2(probe.text().contains(QStringLiteral("title: one two\n")), qPrintable(probe.text()));
    }

    void fieldsOfQtsOwnDialogs_takeOneLineToo()
    {
        WindowProbe probe(post);
        QInputDialog dialog(&probe.window);
        dialog.setTextValue(QString());
        dialog.open();
        auto* line = dialog.findChild<QLineEdit*>();
        QVERIFY(line);
        QApplication::clipboard()->setText(QStringLiteral("name\nmore\n"));
        QTest::keyClick(line, Qt::Key_V, Qt::ControlModifier);
        QCOMPARE(dialog.textValue(), QStringLiteral("name more"));
    }

    void postThatCanNotBeRead_showsNoneOfTheOtherPostsValues()
    {
        WindowProbe probe("---\ntitle: Alpha post\nauthor: alice\ntags: [x, y]\nextra: z\n---\nA\n");
        QVERIFY(formShows(probe, QStringLiteral("Alpha post")));
        const QString broken = probe.folder.filePath(QStringLiteral("b.md"));
        test::writeFile(broken, "---\ntitle: [\nauthor: bob\n---\nB\n");
        QVERIFY(probe.open(broken));
        QVERIFY(probe.settle());
        QVERIFY(!input<QWidget>(probe, "title")->isEnabled());
        for (const char* key : {"title", "author", "date", "layout", "tags"})
            QCOMPARE(lineOf(probe, key)->text(), QString());
        QVERIFY(!input<QWidget>(probe, "extra"));
        for (const auto* chip : formOf(probe)->findChildren<QToolButton*>())
            QVERIFY2(!(chip->isVisible() && chip->text().endsWith(u'×')), qPrintable(chip->text()));
        // Its own last good values stay while it is broken for a moment.
        probe.window.documents().showNext(1);
        QVERIFY(formShows(probe, QStringLiteral("Alpha post")));
        probe.window.editor().goToLine(1, 7);
        QTest::keyClicks(probe.pane(), QStringLiteral("["));
        QVERIFY(probe.settle());
        QVERIFY(!input<QWidget>(probe, "title")->isEnabled());
        QCOMPARE(lineOf(probe, "title")->text(), QStringLiteral("Alpha post"));
    }

    void form_isAsHighAsItsFields_data()
    {
        QTest::addColumn<QByteArray>("tags");
        QTest::addColumn<int>("width");
        for (const int width : {900, 1100, 1400}) {
            QTest::addRow("none, %d", width) << QByteArray("[]") << width;
            QTest::addRow("two, %d", width) << QByteArray("[python, meetup]") << width;
            QTest::addRow("many, %d", width)
                << QByteArray("[python, meetup, microservices, documentation, conference, community, testing]")
                << width;
        }
    }

    void form_isAsHighAsItsFields()
    {
        QFETCH(QByteArray, tags);
        QFETCH(int, width);
        WindowProbe probe("---\ntitle: A title\ntags: " + tags + "\n---\nBody\n");
        probe.window.resize(width, 900);
        QVERIFY(formShows(probe, QStringLiteral("A title")));
        auto* scroll = formOf(probe)->findChild<QScrollArea*>();
        QTRY_COMPARE(scroll->verticalScrollBar()->maximum(), 0);
        // And no higher: no empty strip below the last field.
        QCOMPARE(scroll->viewport()->height(), scroll->widget()->height());
        // Chips that come while it is shown make room for themselves.
        auto* line = lineOf(probe, "tags");
        line->setFocus();
        for (const char* tag : {"one", "two", "three", "four", "five"}) {
            QTest::keyClicks(line, QString::fromLatin1(tag));
            QTest::keyClick(line, Qt::Key_Return);
        }
        QTRY_COMPARE(scroll->verticalScrollBar()->maximum(), 0);
    }
};

int main(int argc, char** argv)
{
    return test::windowMain<TestFormKeys>(argc, argv);
}
#include "tst_formkeys.moc"
