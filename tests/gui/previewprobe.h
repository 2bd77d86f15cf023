// SPDX-License-Identifier: MIT
// PreviewProbe: a pane in a window of its own, and blocking questions to what it shows.
#pragma once

#include "preview/pageorders.h"
#include "preview/previewpane.h"
#include "preview/previewscheme.h"

#include <QApplication>
#include <QFile>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>
#include <QWebEnginePage>
#include <QWebEngineView>

#include <csignal>

namespace galley::test
{

/// main() of a test program that shows previews: the scheme must be known before the application.
template <class Test>
int previewMain(int argc, char** argv)
{
    const QTemporaryDir settings;
    qputenv("XDG_CONFIG_HOME", QFile::encodeName(settings.path()));
    registerPreviewScheme();
    QStandardPaths::setTestModeEnabled(true);
    QApplication app(argc, argv);
    app.setApplicationName(QStringLiteral("galley-test"));
    Test test;
    return QTest::qExec(&test, argc, argv);
}

class PreviewProbe
{
public:
    PreviewProbe()
    {
        pane.resize(800, 600);
        pane.show();
    }

    /// Shows the page and waits until the DOM does.
    bool show(const RenderedPage& page, const PageAddress& address = {})
    {
        QSignalSpy applied(&pane, &PreviewPane::patchApplied);
        pane.showPage(std::make_shared<const RenderedPage>(page), address);
        return applied.count() > 0 || applied.wait(120000);
    }

    QVariant ask(const QString& script)
    {
        QVariant answer;
        bool done = false;
        const auto state = std::make_shared<std::pair<QVariant*, bool*>>(&answer, &done);
        pane.ask(script, [weak = std::weak_ptr(state)](const QVariant& value) {
            if (const auto held = weak.lock()) {
                *held->first = value;
                *held->second = true;
            }
        });
        if (!QTest::qWaitFor([&] { return done; }, 60000))
            qWarning("no answer to %s", qPrintable(script));
        return answer;
    }

    /// What of the page is not there yet.
    QStringList missing()
    {
        auto answer = std::make_shared<std::optional<QStringList>>();
        pane.askMissing([answer](const QStringList& missing) { *answer = missing; });
        (void)QTest::qWaitFor([&] { return answer->has_value(); }, 2000);
        return answer->value_or(QStringList{QStringLiteral("no answer")});
    }
    bool complete()
    {
        return QTest::qWaitFor([this] { return missing().isEmpty(); }, 20000);
    }

    /// A click of the left button on the page, in window coordinates of the view.
    void clickAt(const QPoint& place, Qt::KeyboardModifiers modifiers = {})
    {
        QWidget* view = pane.view();
        QWidget* target = view->childAt(place) ? view->childAt(place) : view;
        QTest::mouseClick(target, Qt::LeftButton, modifiers, target->mapFrom(view, place));
    }

    void killRenderer() { ::kill(pid_t(pane.view()->page()->renderProcessPid()), SIGKILL); }

    /// The live page as HTML: without the marks, attributes in one order, and without the policy.
    QString serialised()
    {
        return ask(QStringLiteral("galley.serialised ? galley.serialised(document) : (") + serialiser() +
                   QStringLiteral(")(document)"))
            .toString();
    }

    /// What the browser's own parser makes of the page, in the same form.
    QString freshParse(const RenderedPage& page)
    {
        return ask(QLatin1Char('(') + serialiser() + QStringLiteral(")(new DOMParser().parseFromString(") +
                   scriptString(page.html) + QStringLiteral(", 'text/html'))"))
            .toString();
    }

    /// Both of the above compared where they are; "equal", else the two below one another.
    QString difference(const RenderedPage& page) { return ask(comparison(page)).toString(); }

    static QString comparison(const RenderedPage& page)
    {
        return QLatin1String(
                   "((tell) => { const live = tell(document), fresh = tell(new DOMParser().parseFromString(") +
               scriptString(page.html) +
               QLatin1String(", 'text/html')); return live === fresh ? 'equal' : live + '\\n' + fresh })(") +
               serialiser() + QLatin1Char(')');
    }

    static QString serialiser()
    {
        return QStringLiteral(R"((doc) => {
            const attributesOf = Object.getOwnPropertyDescriptor(Element.prototype, 'attributes').get;
            const copy = doc.documentElement.cloneNode(true);
            const walker = document.createTreeWalker(copy, NodeFilter.SHOW_COMMENT);
            const comments = [];
            while (walker.nextNode()) comments.push(walker.currentNode);
            comments.forEach((node) => node.remove());
            copy.querySelectorAll('meta[http-equiv]').forEach((node) => node.remove());
            copy.normalize();
            for (const element of [copy, ...copy.querySelectorAll('*')]) {
                // <input name="attributes"> stands before a form's own attributes.
                const all = [...attributesOf.call(element)].sort((a, b) => (a.name < b.name ? -1 : 1));
                all.forEach((one) => Element.prototype.removeAttributeNode.call(element, one));
                all.forEach((one) => Element.prototype.setAttributeNode.call(element, one));
            }
            return copy.outerHTML;
        })");
    }

    PreviewPane pane;
};

} // namespace galley::test
