// SPDX-License-Identifier: MIT
// WindowProbe: the whole window over a folder of its own, with questions to what it shows.
#pragma once

#include "actions.h"
#include "documentcontroller.h"
#include "editor/editorpane.h"
#include "editor/findbar.h"
#include "editor/frontmatterfold.h"
#include "editor/posteditor.h"
#include "exporting.h"
#include "livepage.h"
#include "mainwindow.h"
#include "noticestack.h"
#include "openpost.h"
#include "preferences.h"
#include "preview/pageorders.h"
#include "preview/previewpane.h"
#include "preview/previewscheme.h"
#include "statusline.h"
#include "theme.h"

#include <QApplication>
#include <QFile>
#include <QMenu>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

namespace galley::test
{

/// main() of a test program with windows: XDG folders of its own, the scheme known before the application.
template <class Test>
int windowMain(int argc, char** argv)
{
    const QTemporaryDir home;
    for (const char* name : {"HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME"})
        qputenv(name, QFile::encodeName(home.path()));
    registerPreviewScheme();
    QApplication app(argc, argv);
    QApplication::setApplicationName(QStringLiteral("galley"));
    Test test;
    return QTest::qExec(&test, argc, argv);
}

inline void writeFile(const QString& path, const QByteArray& bytes)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(bytes), bytes.size());
}

inline QByteArray readBytes(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("<missing>");
}

class WindowProbe
{
public:
    explicit WindowProbe(const QByteArray& text = {}, const QString& name = QStringLiteral("post.md"))
        : theme(*qApp), path(folder.filePath(name)),
          window(&theme, &preferences, folder.filePath(QStringLiteral("state")))
    {
        window.resize(1100, 760);
        window.show();
        window.activateWindow();
        if (text.isNull())
            return;
        writeFile(path, text);
        open(path);
    }

    bool open(const QString& file)
    {
        QSignalSpy opened(&window.documents(), &DocumentController::opened);
        window.open(file);
        return opened.count() > 0 || opened.wait(10000);
    }

    EditorPane* pane() { return window.editor().pane(); }
    QString text() { return QString::fromStdString(*window.post().text().text()); }
    QByteArray disk() { return readBytes(path); }
    QAction* action(Act act) { return window.actions()[act]; }

    /// Waits until the last look at the text is that of the text as it stands.
    bool settle()
    {
        return QTest::qWaitFor([this] { return window.page().result() && window.page().isCurrent(); }, 20000);
    }

    /// A question to the preview's own world.
    QVariant ask(const QString& script)
    {
        auto answer = std::make_shared<std::optional<QVariant>>();
        window.preview().ask(script, [answer](const QVariant& value) { *answer = value; });
        if (!QTest::qWaitFor([&] { return answer->has_value(); }, 20000))
            return {};
        return **answer;
    }

    /// The live body as HTML, without the preview's own comments.
    QString liveBody() { return ask(QLatin1Char('(') + bodyWriter() + QStringLiteral(")(document)")).toString(); }

    /// What the browser's own parser makes of this page's body, in the same form.
    QString bodyOf(const QByteArray& html)
    {
        return ask(QLatin1Char('(') + bodyWriter() + QStringLiteral(")(new DOMParser().parseFromString(") +
                   scriptString(html.toStdString()) + QStringLiteral(", 'text/html'))"))
            .toString();
    }

    static QString bodyWriter()
    {
        return QStringLiteral(R"((doc) => {
            const copy = doc.body.cloneNode(true);
            const walker = document.createTreeWalker(copy, NodeFilter.SHOW_COMMENT);
            const comments = [];
            while (walker.nextNode()) comments.push(walker.currentNode);
            comments.forEach((node) => node.remove());
            copy.normalize();
            return copy.outerHTML;
        })");
    }

    /// Waits until the preview's body contains these words.
    bool previewShows(const QString& words)
    {
        return QTest::qWaitFor(
            [&] {
                return ask(QStringLiteral("document.body ? document.body.innerText : ''")).toString().contains(words);
            },
            20000);
    }

    bool waitForNotice(const QString& words)
    {
        return QTest::qWaitFor([&] { return window.notices().texts().join(u'\n').contains(words); }, 10000);
    }

    QTemporaryDir folder;
    Preferences preferences;
    Theme theme;
    QString path;
    MainWindow window;
};

} // namespace galley::test
