// SPDX-License-Identifier: MIT
#include "preview/previewpage.h"

#include "preview/previewscheme.h"
#include "preview/webengineversions.h"
#include "script/math.h"

#include <QFile>
#include <QJsonDocument>
#include <QPointer>
#include <QUuid>
#include <QWebEngineFullScreenRequest>
#include <QWebEngineRegisterProtocolHandlerRequest>
#include <QWebEngineScript>
#include <QWebEngineScriptCollection>
#include <QWebEngineSettings>

/// The resources lie in a static library: without a call from outside its namespace the linker leaves them
/// out.
static void initResources()
{
    Q_INIT_RESOURCE(ui);
}

namespace galley
{

namespace
{

QString resourceText(const QString& name)
{
    QFile file(QStringLiteral(":/galley/preview/") + name);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

QString quoted(const QString& text)
{
    const QByteArray json = QJsonDocument(QJsonObject{{QStringLiteral("t"), text}}).toJson(QJsonDocument::Compact);
    return QString::fromUtf8(json.mid(5, json.size() - 6));
}

QString sheetCall(const char* function, const char* name)
{
    return QLatin1String("galley.") + QLatin1String(function) + QLatin1Char('(') +
           quoted(resourceText(QLatin1String(name) + QStringLiteral(".css"))) + QLatin1String(");\n");
}

} // namespace

PreviewPage::PreviewPage(QWebEngineProfile* profile, QObject* parent)
    : QWebEnginePage(profile, parent), m_marks(QUuid::createUuid().toString(QUuid::Id128)),
      m_key(QUuid::createUuid().toString(QUuid::Id128))
{
    shutSettings();
    refuseRequests();
    insertScript();
}

void PreviewPage::shutSettings()
{
    using S = QWebEngineSettings;
    for (const auto attribute : {S::JavascriptEnabled,
                                 S::JavascriptCanOpenWindows,
                                 S::JavascriptCanAccessClipboard,
                                 S::JavascriptCanPaste,
                                 S::LocalStorageEnabled,
                                 S::LocalContentCanAccessRemoteUrls,
                                 S::LocalContentCanAccessFileUrls,
                                 S::PluginsEnabled,
                                 S::PdfViewerEnabled,
                                 S::HyperlinkAuditingEnabled,
                                 S::FullScreenSupportEnabled,
                                 S::ScreenCaptureEnabled,
                                 S::AutoLoadIconsForPage,
                                 S::TouchIconsEnabled,
                                 S::FocusOnNavigationEnabled,
                                 S::AllowRunningInsecureContent,
                                 S::AllowGeolocationOnInsecureOrigins,
                                 S::AllowWindowActivationFromJavaScript,
                                 S::DnsPrefetchEnabled,
                                 S::NavigateOnDropEnabled,
                                 S::ErrorPageEnabled,
                                 S::WebGLEnabled})
        settings()->setAttribute(attribute, false);
    settings()->setAttribute(S::PlaybackRequiresUserGesture, true);
    settings()->setAttribute(S::WebRTCPublicInterfacesOnly, true);
    settings()->setUnknownUrlSchemePolicy(S::DisallowUnknownUrlSchemes);
}

void PreviewPage::refuseRequests()
{
    denyPermissions(this);
    rejectQuota(this);
    connect(this, &QWebEnginePage::fullScreenRequested, this,
            [](QWebEngineFullScreenRequest request) { request.reject(); });
    connect(this, &QWebEnginePage::registerProtocolHandlerRequested, this,
            [](QWebEngineRegisterProtocolHandlerRequest request) { request.reject(); });
}

void PreviewPage::insertScript()
{
    initResources();
    m_source =
        QStringLiteral("Object.defineProperty(globalThis, 'galleyKey', {value: '") + m_key +
        QStringLiteral("'}); Object.defineProperty(globalThis, 'galleyMarks', {value: '") + m_marks +
        QStringLiteral("'});\n");
    for (const char* name : {"dom", "morph", "cleanlists", "uses", "clean", "formulas", "blocks", "rows", "sync",
                             "guard", "look", "lowlayer", "paper", "ready", "begin"})
        m_source += resourceText(QLatin1String(name) + QStringLiteral(".js"));
    for (const char* name : {"preview", "papermarks"})
        m_source += sheetCall("adoptSheet", name);
    for (const char* name : {"browser", "paper"})
        m_source += sheetCall("addLowRules", name);
    QWebEngineScript script;
    script.setName(QStringLiteral("galley"));
    script.setSourceCode(m_source);
    script.setInjectionPoint(QWebEngineScript::DocumentCreation);
    script.setWorldId(QWebEngineScript::ApplicationWorld);
    script.setRunsOnSubFrames(false);
    scripts().insert(script);
}

void PreviewPage::bringScript()
{
    ask(m_source + QLatin1String("0"), [](const QVariant&) {});
}

void PreviewPage::open(const QUrl& url)
{
    m_expecting = true;
    load(url);
}

void PreviewPage::setScriptsAllowed(bool allowed)
{
    m_scripts = allowed;
    settings()->setAttribute(QWebEngineSettings::JavascriptEnabled, allowed);
    settings()->setAttribute(QWebEngineSettings::WebGLEnabled, allowed);
}

void PreviewPage::ask(const QString& script, std::function<void(const QVariant&)> answer)
{
    runJavaScript(script, QWebEngineScript::ApplicationWorld, std::move(answer));
}

void PreviewPage::loadFormulas()
{
    const QString source = QString::fromStdString(script::mathProgram());
    ask(source + QLatin1String("\n;galley.adoptSheet(") +
            quoted(QString::fromStdString(script::mathStylesFrom(programFiles + std::string("katex/fonts/")))) +
            QLatin1String("); galley.startFormulas();"),
        [self = QPointer<PreviewPage>(this)](const QVariant&) {
            if (self)
                self->setMoreFormulas();
        });
}

void PreviewPage::setMoreFormulas()
{
    ask(QStringLiteral("galley.setMoreFormulas()"), [self = QPointer<PreviewPage>(this)](const QVariant& done) {
        if (self && done.isValid() && !done.toBool())
            self->setMoreFormulas();
    });
}

bool PreviewPage::accepts(const QUrl& url, NavigationType type, bool isMainFrame)
{
    if (isMainFrame) {
        const bool own = m_expecting && type == NavigationTypeTyped && isPreviewUrl(url);
        m_expecting = m_expecting && !own;
        return own;
    }
    // A frame of a trusted page loads and goes on by itself; links in it lead nowhere.
    return m_scripts && (isWebUrl(url) || url.scheme() == QLatin1String("about")) &&
           type != NavigationTypeLinkClicked && type != NavigationTypeFormSubmitted;
}

bool PreviewPage::acceptNavigationRequest(const QUrl& url, NavigationType type, bool isMainFrame)
{
    const bool accepted = accepts(url, type, isMainFrame);
    if (!accepted)
        Q_EMIT navigationRefused(url);
    return accepted;
}

QWebEnginePage* PreviewPage::createWindow(WebWindowType)
{
    return nullptr;
}

void PreviewPage::javaScriptConsoleMessage(JavaScriptConsoleMessageLevel, const QString& message, int, const QString&)
{
    if (!message.startsWith(m_key))
        return;
    const QJsonObject fact = QJsonDocument::fromJson(message.mid(m_key.size()).toUtf8()).object();
    Q_EMIT told(fact.value(QLatin1String("kind")).toString(), fact);
}

void PreviewPage::javaScriptAlert(const QUrl&, const QString&) {}

bool PreviewPage::javaScriptConfirm(const QUrl&, const QString&)
{
    return false;
}

bool PreviewPage::javaScriptPrompt(const QUrl&, const QString&, const QString&, QString*)
{
    return false;
}

QStringList PreviewPage::chooseFiles(FileSelectionMode, const QStringList&, const QStringList&)
{
    return {};
}

} // namespace galley
