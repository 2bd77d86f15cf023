// SPDX-License-Identifier: MIT
// Which words are underlined, which are not looked at, and what the menu does about them.
#include "editor/checkedlines.h"
#include "editor/editorpane.h"
#include "editor/prosewords.h"
#include "editor/speller.h"
#include "editor/spelling.h"
#include "openpost.h"

#include <QMenu>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <random>

using namespace galley;

namespace
{
QStringList words(const char* text)
{
    return QString::fromUtf8(text).split(QLatin1Char(' '), Qt::SkipEmptyParts);
}

QStringList prose(const QString& text)
{
    QStringList out;
    ProseState state;
    bool isFirst = true;
    for (const QString& line : text.split(QLatin1Char('\n'))) {
        for (const ProseWord& word : proseWords(line, state, isFirst))
            out << line.mid(word.start, word.length);
        isFirst = false;
    }
    return out;
}

struct Desk {
    explicit Desk(const char* text, const QStringList& languages = {QStringLiteral("en")})
        : spelling(folder.filePath(QStringLiteral("words.txt")), nullptr), noticed(&spelling, &Spelling::noticed)
    {
        post.load({text, {}}, QString(), {});
        pane = std::make_unique<EditorPane>(post.document());
        pane->resize(600, 400);
        pane->show();
        QSignalSpy checked(&spelling, &Spelling::checked);
        spelling.setPost(&post, pane.get());
        spelling.setLanguages(languages);
        checked.wait(20000);
    }
    bool check()
    {
        QSignalSpy checked(&spelling, &Spelling::checked);
        return checked.wait(20000);
    }
    /// The menu of a click on the word, with the suggestions in it.
    std::unique_ptr<QMenu> menu(const QString& word)
    {
        auto out = std::make_unique<QMenu>();
        out->addAction(QStringLiteral("Undo"));
        Q_EMIT pane->menuOpening(out.get(), post.document()->find(word).position() - 1);
        const auto isFull = [&] { return !action(*out, QStringLiteral("Looking")); };
        return QTest::qWaitFor(isFull, 20000) ? std::move(out) : std::make_unique<QMenu>();
    }
    static QAction* action(const QMenu& menu, const QString& begin)
    {
        for (QAction* each : menu.actions()) {
            if (each->text().startsWith(begin))
                return each;
        }
        return nullptr;
    }

    QTemporaryDir folder;
    OpenPost post;
    std::unique_ptr<EditorPane> pane;
    Spelling spelling;
    QSignalSpy noticed;
};
} // namespace

class TestSpelling : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void codeAddressesLiquidHtmlAndKeys_areNoProse()
    {
        QCOMPARE(prose(QStringLiteral("Words `in code` and\n```\nfenced lines\n```\nafter")), words("Words and after"));
        QCOMPARE(prose(QStringLiteral("See https://exampel.org/abuot and www.exampel.org or me@exampel.org")),
                 words("See and or"));
        QCOMPARE(prose(QStringLiteral("A [link text](/some/adress.html) here")), words("link text here"));
        QCOMPARE(prose(QStringLiteral("{% inclued foo %} word {{ paeg.title }} <spann class=\"xx\">inside</spann>")),
                 words("word inside"));
        QCOMPARE(prose(QStringLiteral("---\nlayuot: psot\ntitle: Some title\nauthor: nvola\n---\nBody")),
                 words("Some title Body"));
    }

    void emphasisAndTheWordsOfLinks_areProse()
    {
        QCOMPARE(prose(QStringLiteral("See [this wrongg](https://example.org/a) and [one](b.md) or [some more][id].")),
                 words("See this wrongg and one or some more"));
        QCOMPARE(prose(QStringLiteral("_wrongg_ __very wrongg__ *starred* ***both*** ~~struck~~ _a_ “_quoted_”.")),
                 words("wrongg very wrongg starred both struck quoted"));
        QCOMPARE(prose(QStringLiteral("Text\\\nmore \\*starred\\* and end\\")), words("Text more starred and end"));
        QCOMPARE(prose(QStringLiteral("_posts and a_name or _private_name are names, C:\\dir too")),
                 words("and or are names too"));
        QCOMPARE(prose(QStringLiteral("First.Second exampel.org end")), words("First Second end"));
    }

    void codeOfManyLines_isNoProse()
    {
        QCOMPARE(prose(QStringLiteral("Text\n\n    indented code\n\n    more code\n\nafter")), words("Text after"));
        QCOMPARE(prose(QStringLiteral("- item\n\n    of the list\n\n        code in it\n")), words("item of the list"));
        QCOMPARE(prose(QStringLiteral("Text\n    goes on")), words("Text goes on"));
        QCOMPARE(prose(QStringLiteral("A `span that\nends here` after\n\nA ` alone\n\nnext")), words("after next"));
        QCOMPARE(prose(QStringLiteral("{% highlight ruby %}\ndef foo\n{% endhighlight %}\nafter")), words("after"));
        QCOMPARE(prose(QStringLiteral("<pre>\nfoo bar\n\nbaz\n</pre> after <code>xyz</code> end")), words("after end"));
        QCOMPARE(prose(QStringLiteral("<script>\nlet foo = 1 < 2;\n</script>\nafter")), words("after"));
    }

    void formulas_areNoProse()
    {
        QCOMPARE(prose(QStringLiteral("Let $$\\alpha foo$$ be")), words("Let be"));
        QCOMPARE(prose(QStringLiteral("$$\nfoo bar\n\nbaz\n$$\nafter")), words("after"));
        QCOMPARE(prose(QStringLiteral("An \\(x foo\\) and \\[\nfoo\n\\] end")), words("An and end"));
        QCOMPARE(prose(QStringLiteral("Costs $five and $six, not $foo_bar$ here")),
                 words("Costs five and six not here"));
        QCOMPARE(prose(QStringLiteral("Costs $$ unclosed\n\nnext")), words("Costs next"));
    }

    void tagsOfManyLinesAndAttributeLists_areNoProse()
    {
        QCOMPARE(prose(QStringLiteral("<img alt=\"foo > bar\"\n  title='baz'> after")), words("after"));
        QCOMPARE(prose(QStringLiteral("{% include foo.html\n  alt=\"bar\" %} after {{ site.foo |\n bar }} end")),
                 words("after end"));
        QCOMPARE(prose(QStringLiteral("Text\n{: .foo #bar title=\"baz\"}\n*word*{: .klass} end")),
                 words("Text word end"));
        QCOMPARE(
            prose(QStringLiteral("[ident]: https://x.org \"Foo\"\n[^note]: prose here\nsee[^note] &nbsp; :smile:")),
            words("prose here see"));
        QCOMPARE(prose(QStringLiteral("a <b and more\n\nnext")), words("next"));
    }

    void descriptionOfSeveralLines_isProse()
    {
        QCOMPARE(prose(QStringLiteral(
                     "---\ndescription: >\n  Some text\n  more\nlayuot: foo\nnested:\n  title: bar\n---\nBody")),
                 words("Some text more Body"));
        QCOMPARE(prose(QStringLiteral("---\ntitle: A `foo` and {{ bar }}\n---\n")), words("and"));
    }

    void wordsOfScriptsTheDictionaryHasNot_areNotWrong()
    {
        Desk desk("日本語の文章 Привет мир 한글 שלום wrnog Ελληνικά Приvет 😀😀\n");
        QCOMPARE(desk.spelling.wrongWords(), words("wrnog"));
    }

    void dictionaryOfAnotherScript_findsItsOwnWrongWords()
    {
        QTemporaryDir folder;
        const auto write = [&](const char* name, const QByteArray& text) {
            QFile file(folder.filePath(QLatin1String(name)));
            return file.open(QIODevice::WriteOnly) && file.write(text) == text.size();
        };
        // KOI8-R, as Debian's old Russian dictionary: привет, мир.
        QVERIFY(write("ru_RU.aff", "SET KOI8-R\nTRY \xCF\xC5\xC1\n"));
        QVERIFY(write("ru_RU.dic", "2\n\xD0\xD2\xC9\xD7\xC5\xD4\n\xCD\xC9\xD2\n"));
        const std::unique_ptr<Speller> speller = Speller::load(folder.filePath(QStringLiteral("ru_RU")));
        QVERIFY(speller);
        QVERIFY(speller->isRight(QStringLiteral("привет")));
        QVERIFY(!speller->isRight(QStringLiteral("превет")));
        QVERIFY(speller->isRight(QStringLiteral("word"))); // Latin is not its business
    }

    void namesAndNumbers_areNoProse()
    {
        QCOMPARE(prose(QStringLiteral("JavaScript NASA mp3 snake_case don't it’s a")), words("don't it’s"));
    }

    void wrongWords_areFoundAgainAfterTyping()
    {
        Desk desk("A wrnog word. It’s fine, don't worry.\n");
        QCOMPARE(desk.spelling.wrongWords(), words("wrnog"));
        QTextCursor cursor = desk.post.document()->find(QStringLiteral("wrnog"));
        cursor.insertText(QStringLiteral("wrong"));
        QVERIFY(desk.check());
        QCOMPARE(desk.spelling.wrongWords(), QStringList());
    }

    void suggestion_replacesTheWordAsOneStep()
    {
        Desk desk("A wrnog word.\n");
        const std::unique_ptr<QMenu> menu = desk.menu(QStringLiteral("wrnog"));
        QAction* wrong = Desk::action(*menu, QStringLiteral("wrong"));
        QVERIFY(wrong);
        wrong->trigger();
        QCOMPARE(*desk.post.text().text(), std::string("A wrong word.\n"));
        desk.post.document()->undo();
        QCOMPARE(*desk.post.text().text(), std::string("A wrnog word.\n"));
        QVERIFY(!Desk::action(*desk.menu(QStringLiteral("word")), QStringLiteral("Add")));
    }

    void ownWord_isRightFromThenOnAndInTheNextRun()
    {
        Desk desk("We use Galleyish things and galleyish words.\n");
        QCOMPARE(desk.spelling.wrongWords(), words("Galleyish galleyish"));
        const std::unique_ptr<QMenu> menu = desk.menu(QStringLiteral("galleyish words"));
        desk.spelling.addWord(QStringLiteral("galleyish"));
        QVERIFY(desk.check());
        QCOMPARE(desk.spelling.wrongWords(), QStringList());
        QFile file(desk.folder.filePath(QStringLiteral("words.txt")));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), QByteArray("galleyish\n"));
    }

    void missingDictionary_isOneSentence()
    {
        Desk desk("Text\n", {QStringLiteral("xx-YY")});
        QCOMPARE(desk.noticed.count(), 1);
        const auto notice = desk.noticed.first().first().value<Notice>();
        QVERIFY2(notice.text.contains(QStringLiteral("hunspell-xx")), qPrintable(notice.text));
        desk.post.document()->setPlainText(QStringLiteral("Other wrnog text"));
        QVERIFY(desk.check());
        QCOMPARE(desk.noticed.count(), 1);
        QCOMPARE(desk.spelling.wrongWords(), QStringList());
    }

    void languageThatIsAPath_opensNothing()
    {
        QVERIFY(Speller::dictionaryFor(QStringLiteral("../../etc/passwd"), Speller::folders()).isEmpty());
        QVERIFY(Speller::dictionaryFor(QString(), Speller::folders()).isEmpty());
        QVERIFY(Speller::dictionaryFor(QStringLiteral("en-GB"), Speller::folders()).contains(QStringLiteral("/en_")));
    }

    void switchedOff_underlinesNothing()
    {
        Desk desk("A wrnog word.\n");
        desk.spelling.setOn(false);
        QVERIFY(desk.pane->extraSelections().isEmpty());
        QCOMPARE(desk.spelling.wrongWords(), QStringList());
    }

    void lineLookedAtBefore_isNotLookedAtAgain()
    {
        CheckedLines lines;
        QStringList asked;
        const auto isRight = [&](const QString& word) {
            asked << word;
            return !word.startsWith(QLatin1Char('w'));
        };
        const auto askedFor = [&](std::string_view text) {
            asked.clear();
            lines.wrongWords(text, isRight, {});
            return asked;
        };
        QCOMPARE(askedFor("one wtwo\nthree\nfour wfive\n"), words("one wtwo three four wfive"));
        QCOMPARE(askedFor("one wtwo\nthree wsix\nfour wfive\n"), words("three wsix"));
        QCOMPARE(askedFor("new\none wtwo\nthree wsix\nfour wfive\n"), words("new one wtwo")); // the first is another
        QCOMPARE(askedFor("new\n```\nthree wsix\n```\nfour wfive\n"), QStringList());         // code
        QCOMPARE(askedFor("new\nthree wsix\nfour wfive\n"), words("three wsix"));
        std::stop_source stop;
        stop.request_stop();
        lines.wrongWords("new\nthree wsix\n", isRight, stop.get_token()); // a newer text came at once
        QCOMPARE(askedFor("new\nthree wsix\nfour wfive\n"), QStringList());
        lines.forget();
        QCOMPARE(askedFor("new\nthree wsix\n"), words("new three wsix"));
    }

    void linesLookedAtBefore_haveTheSameWrongWords()
    {
        const QStringList kinds = words("wone two --- ``` ~~~ title:_wx ok_wrong <!-- --> {%_wraw_%}");
        std::mt19937 random(20261);
        CheckedLines kept;
        const auto isRight = [](const QString& word) { return !word.contains(QLatin1Char('w')); };
        QStringList text{kinds[0], kinds[1]};
        for (int edit = 0; edit < 2000; ++edit) {
            const qsizetype at = static_cast<qsizetype>(random() % static_cast<unsigned>(text.size() + 1));
            if (random() % 2 == 0 && text.size() > 1)
                text.removeAt(std::min(at, text.size() - 1));
            else
                text.insert(at, QString(kinds[static_cast<qsizetype>(random() % 10)]).replace(u'_', u' '));
            const std::string bytes = text.join(QLatin1Char('\n')).toStdString();
            std::stop_source stop;
            if (random() % 8 == 0)
                stop.request_stop();
            const WrongLines found = kept.wrongWords(bytes, isRight, stop.get_token());
            if (!stop.stop_requested() && found != CheckedLines().wrongWords(bytes, isRight, {}))
                QFAIL(qPrintable(text.join(QLatin1Char('\n'))));
        }
    }

    void megabyteOfProse_isCheckedWhileKeysGoOn()
    {
        QByteArray text;
        while (text.size() < (1 << 20))
            text += "Some lines of prose with a wrnog word and many right ones in each of them.\n";
        Desk desk(text.constData());
        QVERIFY(desk.spelling.wrongWords().size() > 10000);
        QVERIFY(desk.pane->extraSelections().size() < 100); // what is in sight
    }
};

QTEST_MAIN(TestSpelling)
#include "tst_spelling.moc"
