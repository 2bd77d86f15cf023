// SPDX-License-Identifier: MIT
// PreviewPage: the web page with every way out of it shut, and the script that keeps it in step.
#pragma once

#include <QJsonObject>
#include <QWebEnginePage>

#include <functional>

namespace galley
{

class PreviewPage final : public QWebEnginePage
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PreviewPage)

public:
    PreviewPage(QWebEngineProfile* profile, QObject* parent);

    /// The only navigation that is accepted: the program's own.
    void open(const QUrl& url);

    /// The trusted level: scripts run, and embeds load in their frames.
    void setScriptsAllowed(bool allowed);

    /// For a document that came without the preview's script: Qt 6.4 loses it at times when a renderer has died.
    void bringScript();

    /// Brings KaTeX into the preview's own world and sets the formulas shown so far.
    void loadFormulas();

    /// Stands in the marks of a trusted page's document, whose scripts may read it; chosen anew for each page object.
    QString marks() const { return m_marks; }

    /// Runs in the preview's own world, where no name of the page reaches. The answer is invalid when the
    /// script failed; it may never come when the renderer dies.
    void ask(const QString& script, std::function<void(const QVariant&)> answer);

Q_SIGNALS:
    void told(const QString& kind, const QJsonObject& fact); ///< a fact from the preview's script
    void navigationRefused(const QUrl& url);

protected:
    bool acceptNavigationRequest(const QUrl& url, NavigationType type, bool isMainFrame) override;
    QWebEnginePage* createWindow(WebWindowType type) override;
    void javaScriptConsoleMessage(JavaScriptConsoleMessageLevel level, const QString& message, int line,
                                  const QString& source) override;
    void javaScriptAlert(const QUrl& origin, const QString& text) override;
    bool javaScriptConfirm(const QUrl& origin, const QString& text) override;
    bool javaScriptPrompt(const QUrl& origin, const QString& text, const QString& value, QString* result) override;
    QStringList chooseFiles(FileSelectionMode mode, const QStringList& old, const QStringList& types) override;

private:
    void shutSettings();
    void refuseRequests();
    void insertScript();
    void setMoreFormulas();
    bool accepts(const QUrl& url, NavigationType type, bool isMainFrame);

    QString m_marks;
    QString m_key; ///< opens the facts that the script tells; known to the script and to nobody else
    QString m_source;         ///< the preview's script
    bool m_scripts = false;   ///< the trusted level
    bool m_expecting = false; ///< the program has asked for a load that was not yet put to the question
};

} // namespace galley
