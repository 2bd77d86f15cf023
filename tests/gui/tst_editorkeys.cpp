// SPDX-License-Identifier: MIT
// Every key that the editor takes itself: what stands there before, the key, what stands there after.
#include "editor/editorlayout.h"
#include "editor/editorpane.h"
#include "editor/posthighlighter.h"

#include "markdown/document.h"
#include "randombytes.h"

#include <QApplication>
#include <QLineEdit>
#include <QTest>
#include <QTextBlock>
#include <QVBoxLayout>

using namespace galley;

namespace
{
/// A text field told as text: "a ‹word› b" is a selection, "a | b" a caret (¦ where the text has | itself).
class Field
{
public:
    explicit Field(const QString& told = {})
    {
        document.setDocumentLayout(new EditorLayout(&document));
        pane = std::make_unique<EditorPane>(&document);
        highlighter = new PostHighlighter(&document);
        highlighter->setColors({});
        pane->resize(700, 500);
        set(told);
    }

    void set(QString text)
    {
        caret = text.contains(u'¦') ? u'¦' : u'|';
        const qsizetype at = text.contains(u'‹') ? -1 : text.indexOf(caret);
        if (at >= 0)
            text.remove(at, 1);
        const qsizetype from = text.indexOf(u'‹');
        text.remove(u'‹');
        const qsizetype to = text.indexOf(u'›');
        text.remove(u'›');
        setPlain(text);
        const qsizetype end = from >= 0 ? to : qMax<qsizetype>(0, at);
        select(static_cast<int>(from >= 0 ? from : end), static_cast<int>(end));
    }

    void setPlain(const QString& text)
    {
        document.setPlainText(text);
        while (highlighter->isPending())
            QCoreApplication::processEvents();
    }

    void select(int from, int to)
    {
        QTextCursor cursor(&document);
        cursor.setPosition(from);
        cursor.setPosition(to, QTextCursor::KeepAnchor);
        pane->setTextCursor(cursor);
    }

    QString text() const { return document.toPlainText(); }

    QString tell() const
    {
        const QTextCursor cursor = pane->textCursor();
        QString told = text();
        if (!cursor.hasSelection())
            return told.insert(cursor.position(), caret);
        return told.insert(cursor.selectionEnd(), u'›').insert(cursor.selectionStart(), u'‹');
    }

    QTextDocument document;
    std::unique_ptr<EditorPane> pane;
    PostHighlighter* highlighter = nullptr;
    QChar caret = u'|';
};

struct Press {
    Qt::Key key = Qt::Key_Tab;
    Qt::KeyboardModifiers modifiers = Qt::NoModifier;
    QString text;

    /// Not QTest::keyClick: that gives no text to keys with modifiers, as an X server does.
    void on(QWidget* widget) const
    {
        QKeyEvent press(QEvent::KeyPress, key, modifiers, text);
        QApplication::sendEvent(widget, &press);
        QKeyEvent release(QEvent::KeyRelease, key, modifiers, text);
        QApplication::sendEvent(widget, &release);
    }
};

const Press tab{Qt::Key_Tab, Qt::NoModifier, QStringLiteral("\t")};
const Press backtab{Qt::Key_Backtab, Qt::ShiftModifier, {}};
const Press enter{Qt::Key_Return, Qt::NoModifier, QStringLiteral("\r")};
const Press keypadEnter{Qt::Key_Enter, Qt::KeypadModifier, QStringLiteral("\r")};
const Press shiftEnter{Qt::Key_Return, Qt::ShiftModifier, QStringLiteral("\r")};
const Press backspace{Qt::Key_Backspace, Qt::NoModifier, QStringLiteral("\b")};
const Press shiftBackspace{Qt::Key_Backspace, Qt::ShiftModifier, QStringLiteral("\b")};
const Press deletion{Qt::Key_Delete, Qt::NoModifier, QStringLiteral("\x7f")};
const Press metaTab{Qt::Key_Tab, Qt::MetaModifier, QStringLiteral("\t")};
const Press altTab{Qt::Key_Tab, Qt::AltModifier, QStringLiteral("\t")};
const Press controlTab{Qt::Key_Tab, Qt::ControlModifier, QStringLiteral("\t")};
const Press altX{Qt::Key_X, Qt::AltModifier, QStringLiteral("x")};
const Press metaX{Qt::Key_X, Qt::MetaModifier, QStringLiteral("x")};
const Press altShiftX{Qt::Key_X, Qt::AltModifier | Qt::ShiftModifier, QStringLiteral("X")};
const Press controlS{Qt::Key_S, Qt::ControlModifier, QStringLiteral("\x13")};
const Press controlEnter{Qt::Key_Return, Qt::ControlModifier, QStringLiteral("\r")};
const Press altEnter{Qt::Key_Return, Qt::AltModifier, QStringLiteral("\r")};
const Press escape{Qt::Key_Escape, Qt::NoModifier, QStringLiteral("\x1b")};
const Press insert{Qt::Key_Insert, Qt::NoModifier, {}};
const Press quote{Qt::Key_QuoteDbl, Qt::ShiftModifier, QStringLiteral("\"")};
} // namespace

Q_DECLARE_METATYPE(Press)

class TestEditorKeys : public QObject
{
    Q_OBJECT

    using Row = std::function<void(const char*, const Press&, const char16_t*, const char16_t*)>;

    static void tabRows(const Row& row)
    {
        row("tab: one selected line", tab, u"a\n‹b›\nc", u"a\n    ‹b›\nc");
        row("tab: a selected word", tab, u"one ‹two› three", u"    one ‹two› three");
        row("tab: plain lines", tab, u"‹plain a\nplain b\nplain c›", u"‹    plain a\n    plain b\n    plain c›");
        row("tab: the line below is not meant", tab, u"‹a\nb\n›c", u"‹    a\n    b›\nc");
        row("tab: empty lines stay empty", tab, u"‹a\n\nb›", u"‹    a\n\n    b›");
        row("tab: lines of a fence", tab, u"```\n‹one\ntwo\n›three\n```", u"```\n‹    one\n    two›\nthree\n```");
        row("tab: a fence with tabs", tab, u"```\n‹\tone\n\ttwo›\n```", u"```\n‹\t\tone\n\t\ttwo›\n```");
        row("tab: list signs in a fence are text", tab, u"```\n‹- a›\n```", u"```\n    ‹- a›\n```");
        row("tab: a paragraph and its list", tab, u"‹Intro line\n- a\n- b›", u"‹  Intro line\n  - a\n  - b›");
        row("tab: items", tab, u"‹1. a\n2. b›", u"‹   1. a\n   2. b›");
        row("tab: one item at its sign", tab, u"- a\n|- b", u"- a\n  |- b");
        row("tab: one item behind its sign", tab, u"- a\n- |b", u"- a\n  - |b");
        row("tab: in an item's text", tab, u"- a |b", u"- a \t|b");
        row("tab: quoted item", tab, u"> - a\n> - |b", u"> - a\n>   - |b");
        row("tab: quoted items", tab, u"‹> - a\n> - b›", u"‹>   - a\n>   - b›");
        row("tab: item in two quotes", tab, u"> > - |b", u"> >   - |b");
        row("tab: quote without a space", tab, u"‹>a\n>b›", u"‹    >a\n    >b›");
        row("tab: a rule is no item", tab, u"‹* * *›\n", u"    ‹* * *›\n");
        row("tab: front matter has no tabs", tab, u"---\ntags:\n|- a\n---\n", u"---\ntags:\n  |- a\n---\n");
        row("tab: front matter's value", tab, u"---\ntitle:|\n---\n", u"---\ntitle:  |\n---\n");
        row("tab: front matter's lines", tab, u"---\n‹a: 1\nb: 2›\n---\n", u"---\n‹  a: 1\n  b: 2›\n---\n");
        row("tab: front matter's own signs stay", tab, u"‹---\na: 1\n---\nb›", u"‹---\n  a: 1\n---\n    b›");
        row("tab: table", tab, u"‹| a | b |\n|---|---|\n| c | d |›", u"‹    | a | b |\n    |---|---|\n    | c | d |›");
        row("tab: nothing selected", tab, u"a|b", u"a\t|b");
        row("tab: indented code", tab, u"    ‹x = 1\n    y = 2›", u"‹        x = 1\n        y = 2›");
        for (const Press& other : {metaTab, altTab, controlTab})
            row("tab with a modifier does nothing", other, u"a ‹b› c", u"a ‹b› c");
    }

    static void backtabRows(const Row& row)
    {
        row("backtab: plain lines", backtab, u"‹    a\n  b\nc›", u"‹a\nb\nc›");
        row("backtab: tabs", backtab, u"```\n‹\t\ta\n\tb›\n```", u"```\n‹\ta\nb›\n```");
        row("backtab: in code", backtab, u"```\n    x|\n```", u"```\nx|\n```");
        row("backtab: code without indent", backtab, u"```\nx|\n```", u"```\nx|\n```");
        row("backtab: selected code", backtab, u"```\n‹one\ntwo›\n```", u"```\n‹one\ntwo›\n```");
        row("backtab: quoted items", backtab, u"‹>   - a\n>   - b›", u"‹> - a\n> - b›");
        row("backtab: item", backtab, u"- a\n  - |b", u"- a\n- |b");
        row("backtab: an item's text", backtab, u"- a\n  - b c|", u"- a\n- b c|");
        row("backtab: plain text", backtab, u"plain| text", u"plain| text");
        row("backtab: selection in plain text", backtab, u"plain ‹text›", u"plain ‹text›");
        row("backtab: front matter", backtab, u"---\ntags:\n  |- a\n---\n", u"---\ntags:\n|- a\n---\n");
        row("shift+tab as some keyboards send it", {Qt::Key_Tab, Qt::ShiftModifier, QStringLiteral("\t")}, u"  ‹- a›",
            u"‹- a›");
    }

    static void enterRows(const Row& row)
    {
        row("enter: a year is no item", enter, u"It all began in\n1999.|", u"It all began in\n1999.\n|");
        row("enter: 2) is no item", enter, u"2)|", u"2)\n|");
        row("enter: a dash under a title", enter, u"Title\n-|", u"Title\n-\n|");
        row("enter: a lone star", enter, u"*|", u"*\n|");
        row("enter: a rule of stars", enter, u"* * *|", u"* * *\n|");
        row("enter: a rule of dashes", enter, u"- - -|", u"- - -\n|");
        row("enter: a rule that is one word", enter, u"---|", u"---\n|");
        row("enter: a rule with a space behind", enter, u"- - - |", u"- - - \n|");
        row("enter: a rule in a quote", enter, u"> * * *|", u"> * * *\n> |");
        row("enter: item", enter, u"- one|", u"- one\n- |");
        row("enter: keypad", keypadEnter, u"- one|", u"- one\n- |");
        row("enter: other digits are no list", enter, u"١. a|", u"١. a\n|");
        row("enter: empty item ends the list", enter, u"- a\n- |", u"- a\n\n|");
        row("enter: empty item below an empty line", enter, u"- a\n\n- |", u"- a\n\n|");
        row("enter: empty item before another", enter, u"- a\n- |\n- b", u"- a\n\n|\n\n- b");
        row("enter: empty number", enter, u"1. a\n2. |", u"1. a\n\n|");
        row("enter: empty task", enter, u"- [ ] a\n- [ ] |", u"- [ ] a\n\n|");
        row("enter: empty first item", enter, u"- |", u"|");
        row("enter: empty item of a quote", enter, u"> - a\n> - |", u"> - a\n>\n> |");
        row("enter: empty quote", enter, u"> a\n> |", u"> a\n\n|");
        row("enter: empty quote between others", enter, u"> a\n> |\n> b", u"> a\n\n|\n\n> b");
        row("enter: empty inner quote", enter, u"> > a\n> > |", u"> > a\n>\n> |");
        row("enter: quote", enter, u"> so|", u"> so\n> |");
        row("enter: empty tag of front matter", enter, u"---\ntags:\n- a\n- |\n---\n", u"---\ntags:\n- a\n|\n---\n");
        row("enter: item in a fence", enter, u"```\n- |\n```", u"```\n- \n|\n```");
        row("enter: item in indented code", enter, u"Code:\n\n    - |", u"Code:\n\n    - \n|");
        row("enter: item below an item", enter, u"- a\n\n    - b|", u"- a\n\n    - b\n    - |");
        row("enter: before the sign", enter, u"|- one", u"\n|- one");
        row("enter: table", enter, u"| a | b |¦", u"| a | b |\n¦");
        row("enter: over a selection", enter, u"a‹b›c", u"a\n|c");
        row("shift+enter is a plain line break", shiftEnter, u"- one|", u"- one\n|");
        row("shift+enter behind an empty item", shiftEnter, u"- |", u"- \n|");
    }

    static void otherRows(const Row& row)
    {
        row("backspace: letter", backspace, u"ab|", u"a|");
        row("backspace: a selection", backspace, u"a‹bc›d", u"a|d");
        row("backspace: two lines", backspace, u"a\n|b", u"a|b");
        row("shift+backspace", shiftBackspace, u"🇩🇪|", u"|");
        row("alt+letter types nothing", altX, u"a ‹b› c", u"a ‹b› c");
        row("alt+shift+letter types nothing", altShiftX, u"a ‹b› c", u"a ‹b› c");
        row("meta+letter types nothing", metaX, u"a ‹b› c", u"a ‹b› c");
        row("ctrl+s types nothing", controlS, u"a ‹b› c", u"a ‹b› c");
        row("ctrl+enter does nothing", controlEnter, u"- a ‹b› c", u"- a ‹b› c");
        row("alt+enter does nothing", altEnter, u"- a ‹b› c", u"- a ‹b› c");
        row("escape does nothing", escape, u"a ‹b› c", u"a ‹b› c");
        row("insert does nothing", insert, u"a ‹b› c", u"a ‹b› c");
        row("quote is typed", quote, u"a |b", u"a \"|b");
        row("quote over a selection is typing", quote, u"a ‹b› c", u"a \"| c");
    }

    static void graphemeRows(const Row& row)
    {
        row("backspace: flag", backspace, u"a🇩🇪|", u"a|");
        row("backspace: second flag", backspace, u"🇩🇪🇫🇷|", u"🇩🇪|");
        row("backspace: lone regional letter", backspace, u"🇩🇪🇫|", u"🇩🇪|");
        row("backspace: heart", backspace, u"a❤\uFE0F|", u"a|");
        row("backspace: family", backspace, u"a👨\u200D👩\u200D👧|b", u"a|b");
        row("backspace: skin", backspace, u"👍🏽|", u"|");
        row("backspace: skin and joiner", backspace, u"👩🏽\u200D🚀|", u"|");
        row("backspace: joiner with heart", backspace, u"x👩\u200D❤\uFE0F\u200D👨|", u"x|");
        row("backspace: key cap", backspace, u"a1\uFE0F\u20E3|", u"a|");
        row("backspace: Scotland", backspace,
            u"a\U0001F3F4\U000E0067\U000E0062\U000E0073\U000E0063\U000E0074\U000E007F|", u"a|");
        row("backspace: two emoji", backspace, u"😀😀|", u"😀|");
        row("backspace: an accent goes alone", backspace, u"ae\u0301|", u"ae|");
        row("backspace: a vowel sign goes alone", backspace, u"का|", u"क|");
        row("backspace: letter outside the first plane", backspace, u"a𝐀|", u"a|");
        row("delete: flag", deletion, u"a|🇩🇪🇫🇷", u"a|🇫🇷");
        row("delete: heart", deletion, u"|❤\uFE0Fa", u"|a");
        row("delete: family", deletion, u"a|👨\u200D👩\u200D👧b", u"a|b");
        row("delete: skin", deletion, u"|👍🏽a", u"|a");
        row("delete: key cap", deletion, u"|1\uFE0F\u20E3a", u"|a");
        row("delete: letter with its accent", deletion, u"|e\u0301a", u"|a");
    }

private Q_SLOTS:
    void key_changesTheTextAndUndoTakesItBack_data()
    {
        QTest::addColumn<Press>("key");
        QTest::addColumn<QString>("before");
        QTest::addColumn<QString>("after");
        int number = 0;
        const Row row = [&number](const char* name, const Press& key, const char16_t* before, const char16_t* after) {
            QTest::addRow("%d %s", ++number, name) << key << QString::fromUtf16(before) << QString::fromUtf16(after);
        };
        tabRows(row);
        backtabRows(row);
        enterRows(row);
        otherRows(row);
        graphemeRows(row);
    }

    void key_changesTheTextAndUndoTakesItBack()
    {
        QFETCH(Press, key);
        QFETCH(QString, before);
        QFETCH(QString, after);
        Field field(before);
        const QString text = field.text();
        key.on(field.pane.get());
        QCOMPARE(field.tell(), after);
        if (field.text() == text) {
            QVERIFY(!field.document.isUndoAvailable());
            return;
        }
        field.document.undo();
        QCOMPARE(field.text(), text);
        QVERIFY(!field.document.isUndoAvailable());
    }

    /// What is typed behind a list or a quote that was left is a paragraph of its own.
    void textBehindALeftList_isAParagraphOfItsOwn_data()
    {
        QTest::addColumn<QString>("before");
        QTest::addColumn<QString>("paragraph");
        const auto row = [](const char* before, const char* paragraph) {
            QTest::newRow(before) << QString::fromUtf8(before) << QString::fromUtf8(paragraph);
        };
        row("- a\n- |", "</ul>\n\n<p>next</p>\n");
        row("1. a\n2. |", "</ol>\n\n<p>next</p>\n");
        row("- a\n  - b\n  - |", "</ul>\n\n<p>next</p>\n");
        row("- a\n- |\n- b", "</ul>\n\n<p>next</p>\n\n<ul>");
        row("> a\n> |", "</blockquote>\n\n<p>next</p>\n");
        row("> a\n> |\n> b", "</blockquote>\n\n<p>next</p>\n\n<blockquote>");
        row("> - a\n> - |", "  </ul>\n\n  <p>next</p>\n</blockquote>");
        row("> > a\n> > |", "  </blockquote>\n\n  <p>next</p>\n</blockquote>");
    }

    void textBehindALeftList_isAParagraphOfItsOwn()
    {
        QFETCH(QString, before);
        QFETCH(QString, paragraph);
        Field field(before);
        enter.on(field.pane.get());
        QTest::keyClicks(field.pane.get(), QStringLiteral("next"));
        const QString html = QString::fromStdString(markdown::toHtml(field.text().toStdString(), {}).html);
        QVERIFY2(html.contains(paragraph), qPrintable(html));
    }

    void tabAndShiftTab_stayInTheEditor()
    {
        QWidget window;
        auto* layout = new QVBoxLayout(&window);
        auto* before = new QLineEdit;
        auto* after = new QLineEdit;
        Field field(QStringLiteral("plain |text"));
        layout->addWidget(before);
        layout->addWidget(field.pane.get());
        layout->addWidget(after);
        window.show();
        window.activateWindow();
        field.pane->setFocus();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        for (const Press& key : {tab, backtab, metaTab, Press{Qt::Key_Tab, Qt::ShiftModifier, QStringLiteral("\t")}}) {
            key.on(field.pane.get());
            QVERIFY(field.pane->hasFocus());
        }
        field.pane->setParent(nullptr);
    }

    /// Of random texts and selections: Tab and then Shift+Tab gives the text back, and so does undo.
    void tabOverAnySelection_isTakenBack()
    {
        RandomBytes random(81501);
        Field field;
        for (int i = 0; i < rounds(); ++i) {
            const QString text = someText(random);
            field.setPlain(text);
            const int length = static_cast<int>(field.text().size());
            field.select(random.below(length + 1), random.below(length + 1));
            if (!field.pane->textCursor().hasSelection())
                continue;
            tab.on(field.pane.get());
            const QString indented = field.text();
            backtab.on(field.pane.get());
            QCOMPARE(field.text(), text);
            if (indented != text)
                field.document.undo();
            QCOMPARE(field.text(), indented);
            if (indented != text)
                field.document.undo();
            QCOMPARE(field.text(), text);
        }
    }

    /// No key takes a letter away, save those that delete or type over a selection; undo takes all of them back.
    void noKey_takesLettersAway()
    {
        RandomBytes random(81502);
        const Press keys[] = {tab,
                              backtab,
                              shiftEnter,
                              enter,
                              metaTab,
                              altTab,
                              controlTab,
                              altX,
                              altShiftX,
                              metaX,
                              controlS,
                              escape,
                              controlEnter,
                              altEnter,
                              insert,
                              keypadEnter,
                              {Qt::Key_B, Qt::ControlModifier, QStringLiteral("\x02")},
                              {Qt::Key_Home, Qt::NoModifier, {}},
                              {Qt::Key_Down, Qt::ShiftModifier, {}},
                              {Qt::Key_F4, Qt::NoModifier, {}}};
        Field field;
        for (int i = 0; i < rounds(); ++i) {
            const QString text = someText(random);
            field.setPlain(text);
            const int length = static_cast<int>(field.text().size());
            field.select(random.below(length + 1), random.below(length + 1));
            const Press& key = keys[random.below(static_cast<int>(std::size(keys)))];
            const bool isEnter = key.key == Qt::Key_Return || key.key == Qt::Key_Enter;
            if (isEnter && field.pane->textCursor().hasSelection())
                field.select(0, 0);
            const QString told = field.tell();
            key.on(field.pane.get());
            if (lettersOf(field.text()) != lettersOf(text))
                QFAIL(qPrintable(QStringLiteral("key %1: %2\n→ %3").arg(key.key).arg(told, field.tell())));
            while (field.document.isUndoAvailable())
                field.document.undo();
            QCOMPARE(field.text(), text);
        }
    }

private:
    static int rounds() { return qEnvironmentVariableIsSet("GALLEY_LONG") ? 100'000 : 3'000; }

    static QString lettersOf(const QString& text)
    {
        QString letters;
        for (const QChar c : text) {
            if (c.isLetter())
                letters += c;
        }
        return letters;
    }

    static QString someText(RandomBytes& random)
    {
        static const char* const pieces[] = {
            "- ",  "* ",  "1. ",      "2)",    "1999.", "> ",   ">",    "- [ ] ",    "    ",   "\t",        "  ",
            "```", "~~~", "---",      "* * *", "- - -", "a",    "word", "two words", "|",      "| a | b |", "<!--",
            "-->", "# ",  "title: x", "- ",    "  - ",  "> - ", "=",    "`code`",    "**so**", " "};
        QString text;
        if (random.below(4) == 0)
            text = QStringLiteral("---\ntitle: x\ntags:\n- a\n---\n");
        for (int lines = random.below(8); lines >= 0; --lines) {
            for (int n = random.below(4); n > 0; --n)
                text += QString::fromUtf8(pieces[random.below(static_cast<int>(std::size(pieces)))]);
            text += lines > 0 ? QStringLiteral("\n") : QString();
        }
        return text;
    }
};

QTEST_MAIN(TestEditorKeys)
#include "tst_editorkeys.moc"
