// SPDX-License-Identifier: MIT
#include "preview/previewscheme.h"

#include <QWebEngineUrlScheme>

namespace galley
{

namespace
{

/// Fonts from another host are asked for with CORS; scripts never reach these schemes (see RequestGate).
void registerRemoteScheme(const char* name, int port)
{
    QWebEngineUrlScheme scheme(name);
    scheme.setSyntax(QWebEngineUrlScheme::Syntax::HostAndPort);
    scheme.setDefaultPort(port);
    scheme.setFlags(QWebEngineUrlScheme::SecureScheme | QWebEngineUrlScheme::CorsEnabled);
    QWebEngineUrlScheme::registerScheme(scheme);
}

QUrl withScheme(QUrl url, const char* scheme)
{
    url.setScheme(QLatin1String(scheme));
    return url;
}

} // namespace

void registerPreviewScheme()
{
    QWebEngineUrlScheme scheme(previewScheme);
    scheme.setSyntax(QWebEngineUrlScheme::Syntax::Host);
    scheme.setFlags(QWebEngineUrlScheme::SecureScheme);
    QWebEngineUrlScheme::registerScheme(scheme);
    registerRemoteScheme(remoteScheme, 80);
    registerRemoteScheme(secureRemoteScheme, 443);
}

QUrl previewUrl(const QString& path)
{
    QUrl url;
    url.setScheme(QLatin1String(previewScheme));
    url.setHost(QLatin1String(previewHost));
    // A page's URL comes escaped, as Jekyll writes it.
    url.setPath(path.startsWith(QLatin1Char('/')) ? path : QLatin1Char('/') + path, QUrl::TolerantMode);
    return url;
}

bool isPreviewUrl(const QUrl& url)
{
    return url.scheme() == QLatin1String(previewScheme) && url.host() == QLatin1String(previewHost);
}

bool isWebUrl(const QUrl& url)
{
    return url.scheme() == QLatin1String("https") || url.scheme() == QLatin1String("http");
}

bool isRemoteUrl(const QUrl& url)
{
    return url.scheme() == QLatin1String(secureRemoteScheme) || url.scheme() == QLatin1String(remoteScheme);
}

QUrl remoteUrl(const QUrl& web)
{
    if (!isWebUrl(web))
        return {};
    return withScheme(web, web.scheme() == QLatin1String("https") ? secureRemoteScheme : remoteScheme);
}

QUrl webUrl(const QUrl& remote)
{
    if (!isRemoteUrl(remote))
        return {};
    return withScheme(remote, remote.scheme() == QLatin1String(secureRemoteScheme) ? "https" : "http");
}

} // namespace galley
