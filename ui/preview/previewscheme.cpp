// SPDX-License-Identifier: MIT
#include "preview/previewscheme.h"

#include <QWebEngineUrlScheme>

namespace galley
{

void registerPreviewScheme()
{
    QWebEngineUrlScheme scheme(previewScheme);
    scheme.setSyntax(QWebEngineUrlScheme::Syntax::Host);
    scheme.setFlags(QWebEngineUrlScheme::SecureScheme);
    QWebEngineUrlScheme::registerScheme(scheme);
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

} // namespace galley
