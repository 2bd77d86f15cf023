// SPDX-License-Identifier: MIT
// AttackedWindow: the real window with a hostile post in it, and everything that a person would do to it.
#pragma once

#include "../windowprobe.h"
#include "attackpost.h"
#include "beacon.h"
#include "guipulse.h"
#include "hand.h"
#include "pageeffects.h"
#include "preview/webengineversions.h"
#include "systemopener.h"

#include <QLabel>
#include <QMessageBox>

namespace galley::test
{

class AttackedWindow
{
public:
    AttackedWindow(const AttackPost& post, Beacon& beacon)
        : m_post(post), m_path(putIntoSite(post)), m_beacon(beacon), m_view(probe.window.preview().view())
    {
        QWebEnginePage* page = m_view->page();
        const auto note = [this](const char* what) { return [this, what] { m_effects << QString::fromLatin1(what); }; };
        whenPermissionAsked(page, note("asks for a permission"));
        QObject::connect(page, &QWebEnginePage::fullScreenRequested, m_view, note("full screen"));
        QObject::connect(page, &QWebEnginePage::renderProcessTerminated, m_view, note("renderer died"));
        QObject::connect(page, &QWebEnginePage::windowCloseRequested, m_view, note("closes the window"));
        QObject::connect(page, &QWebEnginePage::loadStarted, m_view, [this] { ++m_loads; });
        QObject::connect(&probe.window.preview(), &PreviewPane::pageOpened, m_view, [this] { ++m_ownLoads; });
        QObject::connect(&probe.window.preview(), &PreviewPane::patchFailed, m_view, [this](const QString& why) {
            m_effects << QStringLiteral("preview's script failed: ") + why;
        });
    }

    /// All effects, each once; none when the attack was held off.
    QStringList suffer()
    {
        GuiPulse pulse;
        if (!probe.open(m_path)) // what is no text is refused, in words
            return probe.window.notices().texts().isEmpty()
                       ? QStringList{QStringLiteral("the post does not open and nobody says why")}
                       : QStringList();
        const bool markers = publishedShows(QStringLiteral("before-marker"));
        awaitWord(markers ? QStringLiteral("before-marker") : QString());
        QTest::qWait(250);
        type();
        touchEverything();
        pageKeys();
        QTest::qWait(150);
        look(markers);
        save();
        windowEffects();
        if (pulse.longestWork() > 250)
            m_effects << QStringLiteral("the window was busy for %1 ms").arg(pulse.longestWork());
        m_effects.removeDuplicates();
        return m_effects;
    }

    WindowProbe probe{QByteArray(), QString()};

private:
    static constexpr const char* word = "typedword";

    /// Whether the page as the site publishes it shows the words: a title with "<!--" in it hides them there too.
    bool publishedShows(const QString& words)
    {
        probe.settle();
        const std::shared_ptr<const LiveResult> result = probe.window.page().result();
        return result && probe.bodyOf(QByteArray::fromStdString(result->page.html)).contains(words);
    }

    void awaitWord(const QString& words)
    {
        const bool shown = QTest::qWaitFor(
            [&] {
                return probe
                    .ask(QStringLiteral("Document.prototype.querySelectorAll.call(document, 'html')[0].textContent"))
                    .toString()
                    .contains(words);
            },
            20000);
        if (!shown)
            m_effects << QStringLiteral("preview stays without \u201c%1\u201d").arg(words);
    }

    void type()
    {
        EditorPane* pane = probe.pane();
        const QTextCursor found = pane->document()->find(QStringLiteral("before-marker"));
        QTextCursor caret = found.isNull() ? QTextCursor(pane->document()) : found;
        caret.movePosition(found.isNull() ? QTextCursor::End : QTextCursor::EndOfBlock);
        pane->setTextCursor(caret);
        QTest::keyClicks(pane, QLatin1String(word));
        const QString typed = QStringLiteral("before-marker") + QLatin1String(word);
        if (!found.isNull() && publishedShows(typed))
            awaitWord(typed);
    }

    void touchEverything()
    {
        Hand hand(m_view);
        for (int i = 0; i < touchedTargets; ++i) {
            const QVariantMap place = probe.ask(targetScript(i)).toMap();
            if (place.isEmpty())
                break;
            const QPoint point(place.value(QStringLiteral("x")).toInt(), place.value(QStringLiteral("y")).toInt());
            hand.hover(point);
            hand.click(point);
            hand.click(point, {}, Qt::MiddleButton);
            hand.click(point, Qt::ShiftModifier);
            hand.drag(point, point + QPoint(60, 90));
            expectNoOpener();
            hand.click(point, Qt::ControlModifier);
            QTest::qWait(30);
            expectHonestOpener();
        }
        hand.drop(QUrl(QStringLiteral("http://127.0.0.1:47999/dropped")), QPoint(200, 200));
    }

    void pageKeys()
    {
        QWidget* target = m_view->focusProxy() ? m_view->focusProxy() : m_view;
        for (const Qt::Key key : {Qt::Key_Tab, Qt::Key_Return, Qt::Key_Space, Qt::Key_PageDown, Qt::Key_End,
                                  Qt::Key_Home, Qt::Key_F5, Qt::Key_Backspace})
            QTest::keyClick(target, key);
        probe.ask(QStringLiteral("scrollTo(0, 99999)"));
        probe.ask(QStringLiteral("scrollTo(0, 0)"));
    }

    void expectNoOpener()
    {
        for (const QUrl& url : m_opener.opened)
            m_effects << QStringLiteral("opens without being asked: ") + url.toString().left(80);
        m_opener.opened.clear();
    }

    /// Ctrl+click is the person's wish; only the web and mail are fit for it, and no other host than the words say.
    void expectHonestOpener()
    {
        for (const QUrl& url : m_opener.opened) {
            if (url.scheme() != QLatin1String("http") && url.scheme() != QLatin1String("https") &&
                url.scheme() != QLatin1String("mailto"))
                m_effects << QStringLiteral("opens ") + url.toString().left(80);
            if (m_post.text.contains("www.mybank.example"))
                m_effects << QStringLiteral("opens another host than the link says");
        }
        m_opener.opened.clear();
        for (QWidget* window : QApplication::topLevelWidgets()) {
            if (auto* box = qobject_cast<QMessageBox*>(window); box && box->isVisible())
                box->reject();
        }
    }

    void look(bool markers)
    {
        const QVariant answer = probe.ask(effectsScript());
        if (!answer.isValid())
            m_effects << QStringLiteral("the preview does not answer");
        m_effects << pageEffects(answer.toMap(), markers && answer.isValid());
        if (!probe
                 .ask(QStringLiteral("Document.prototype.querySelectorAll.call(document, 'script, iframe, object, "
                                     "embed, base, [onerror], [onclick]').length"))
                 .toInt() == 0)
            m_effects << QStringLiteral("something that runs is in the page");
        if (!isPreviewUrl(m_view->page()->url()))
            m_effects << QStringLiteral("the page is now ") + m_view->page()->url().toString().left(80);
        if (m_loads > m_ownLoads)
            m_effects << QStringLiteral("%1 loads, the program asked for %2").arg(m_loads).arg(m_ownLoads);
        for (const QString& hit : m_beacon.hits())
            m_effects << QStringLiteral("request: ") + hit;
        const QByteArray statm = fileBytes(QStringLiteral("/proc/%1/statm").arg(m_view->page()->renderProcessPid()));
        if (statm.split(' ').value(1).toLongLong() * 4096 > (qint64(1) << 30))
            m_effects << QStringLiteral("renderer takes over 1 GiB");
    }

    /// Bytes outside the typed word stay what they were.
    void save()
    {
        probe.action(Act::Save)->trigger();
        if (!QTest::qWaitFor([&] { return !probe.window.post().isModified(); }, 5000))
            m_effects << QStringLiteral("the post can not be saved");
        const QByteArray now = fileBytes(m_path), &old = m_post.text;
        qsizetype front = 0, back = 0;
        while (front < old.size() && front < now.size() && old[front] == now[front])
            ++front;
        while (back < old.size() - front && back < now.size() - front &&
               old[old.size() - 1 - back] == now[now.size() - 1 - back])
            ++back;
        if (front + back != old.size() || now.size() == old.size())
            m_effects << QStringLiteral("saving changed bytes that were not edited");
    }

    void windowEffects()
    {
        for (QWidget* widget : QApplication::allWidgets()) {
            if (widget->isWindow() && widget->isVisible() && widget != &probe.window)
                m_effects << QStringLiteral("a window opened: ") + nameOf(widget);
            const auto* label = qobject_cast<QLabel*>(widget);
            const bool rich = label && label->textFormat() != Qt::PlainText && Qt::mightBeRichText(label->text());
            if (rich && label->text().contains(QLatin1String("attack-canary")))
                m_effects << QStringLiteral("rich text in a label");
            if (Qt::mightBeRichText(widget->toolTip()) && widget->toolTip().contains(QLatin1String("attack-canary")))
                m_effects << QStringLiteral("rich text in a tool tip");
        }
        if (!QDir(canaryFolder()).entryList({QStringLiteral("pwned-*")}).isEmpty())
            m_effects << QStringLiteral("a shell ran the text");
    }

    static QString nameOf(const QWidget* widget)
    {
        const auto* box = qobject_cast<const QMessageBox*>(widget);
        return QString::fromLatin1(widget->metaObject()->className()) + (box ? u' ' + box->text() : QString());
    }

    AttackPost m_post;
    QString m_path;
    Beacon& m_beacon;
    QWebEngineView* m_view;
    SystemOpener m_opener;
    QStringList m_effects;
    int m_loads = 0;
    int m_ownLoads = 0;
};

} // namespace galley::test
