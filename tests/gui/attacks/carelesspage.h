// SPDX-License-Identifier: MIT
// CarelessPage: a web page with everything allowed, that tells what its document does.
#pragma once

#include "attackpost.h"
#include "effects.h"
#include "preview/webengineversions.h"

#include <QWebEngineFullScreenRequest>
#include <QWebEngineNewWindowRequest>
#include <QWebEnginePage>
#include <QWebEngineProfile>
#include <QWebEngineSettings>
#include <QWebEngineUrlRequestInfo>
#include <QWebEngineUrlRequestInterceptor>

namespace galley::test
{

/// Tells requests for files other than the page's own and those of its site.
class FileWatch final : public QWebEngineUrlRequestInterceptor
{
public:
    explicit FileWatch(Effects& effects) : m_effects(effects) {}
    void interceptRequest(QWebEngineUrlRequestInfo& info) override
    {
        const QUrl url = info.requestUrl();
        const QString path = QFileInfo(url.toLocalFile()).canonicalFilePath();
        const bool read = url.isLocalFile() && !path.isEmpty() && !path.startsWith(attackSite() + u'/');
        if (read || url.scheme() == QLatin1String("qrc") || url.scheme() == QLatin1String("chrome"))
            m_effects.add(harm::file, QStringLiteral("reads ") + url.toString().left(80));
    }

private:
    Effects& m_effects;
};

class CarelessPage final : public QWebEnginePage
{
public:
    CarelessPage(QWebEngineProfile* profile, Effects& effects) : QWebEnginePage(profile), m_effects(effects)
    {
        using S = QWebEngineSettings;
        for (const auto attribute :
             {S::JavascriptEnabled, S::JavascriptCanOpenWindows, S::LocalContentCanAccessRemoteUrls,
              S::LocalContentCanAccessFileUrls, S::FullScreenSupportEnabled, S::PluginsEnabled, S::DnsPrefetchEnabled,
              S::AllowRunningInsecureContent})
            settings()->setAttribute(attribute, true);
        settings()->setUnknownUrlSchemePolicy(S::AllowAllUnknownUrlSchemes);
        const auto note = [this](const QString& kind, const char* what) {
            return [this, kind, what] { m_effects.add(kind, QString::fromLatin1(what)); };
        };
        whenPermissionAsked(this, note(harm::script, "asks for a permission"));
        connect(this, &QWebEnginePage::fullScreenRequested, this, note(harm::script, "full screen"));
        connect(this, &QWebEnginePage::renderProcessTerminated, this, note(harm::heavy, "renderer died"));
        connect(this, &QWebEnginePage::newWindowRequested, this, [this](QWebEngineNewWindowRequest& request) {
            m_effects.add(harm::leave,
                          QStringLiteral("opens a window for ") + request.requestedUrl().toString().left(80));
        });
    }

    /// The next load is the program's own.
    void expectLoad() { m_loads = 0; }

protected:
    bool acceptNavigationRequest(const QUrl& url, NavigationType, bool mainFrame) override
    {
        if (!mainFrame)
            return true;
        const bool own = url.path().endsWith(QLatin1String("control.html"));
        if (own && !url.hasFragment() && ++m_loads > 1)
            m_effects.add(harm::leave, QStringLiteral("loads itself again"));
        if (own)
            return true;
        m_effects.add(harm::leave, QStringLiteral("navigates to ") + url.toString().left(80));
        return url.scheme() != QLatin1String("javascript");
    }
    void javaScriptAlert(const QUrl&, const QString&) override { noteDialog(); }
    bool javaScriptConfirm(const QUrl&, const QString&) override { return noteDialog(); }
    bool javaScriptPrompt(const QUrl&, const QString&, const QString&, QString*) override { return noteDialog(); }

private:
    bool noteDialog()
    {
        m_effects.add(harm::script, QStringLiteral("dialog"));
        return false;
    }

    Effects& m_effects;
    int m_loads = 0;
};

} // namespace galley::test
