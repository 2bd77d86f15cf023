// SPDX-License-Identifier: MIT
#include "preview/requestgate.h"

#include "preview/previewscheme.h"

#include <QWebEngineUrlRequestInfo>

namespace galley
{

RequestGate::RequestGate(QObject* parent) : QWebEngineUrlRequestInterceptor(parent) {}

bool RequestGate::isOwn(const QUrl& url) const
{
    return !m_siteUrl.host().isEmpty() && url.host() == m_siteUrl.host() && url.port() == m_siteUrl.port() &&
           isWebUrl(url);
}

bool RequestGate::allows(const QWebEngineUrlRequestInfo& info) const
{
    using Info = QWebEngineUrlRequestInfo;
    const QUrl url = info.requestUrl();
    const auto type = info.resourceType();
    if (url.scheme() == QLatin1String(previewScheme))
        return isPreviewUrl(url) && type != Info::ResourceTypeSubFrame;
    if (url.scheme() == QLatin1String("data"))
        return type == Info::ResourceTypeImage || (m_trust.scripts && type == Info::ResourceTypeFontResource);
    if (isRemoteUrl(url) && m_trust.scripts) // these may be read across origins: not with scripts
        return false;
    if (!isWebUrl(url) && !isRemoteUrl(url))
        return m_trust.scripts && url.scheme() == QLatin1String("blob");
    switch (type) {
    case Info::ResourceTypeStylesheet:
    case Info::ResourceTypeFontResource: return m_trust.design || m_trust.scripts;
    case Info::ResourceTypeImage:
    case Info::ResourceTypeMedia: return m_trust.content || m_trust.scripts;
    case Info::ResourceTypeScript:
    case Info::ResourceTypeXhr:
    case Info::ResourceTypeSubFrame:
    case Info::ResourceTypeWorker: return m_trust.scripts;
    default: return false;
    }
}

void RequestGate::interceptRequest(QWebEngineUrlRequestInfo& info)
{
    const QUrl url = info.requestUrl();
    if (isOwn(url)) {
        info.redirect(previewUrl(url.path()));
        return;
    }
    if (!allows(info)) {
        info.block(true);
        Q_EMIT refused(url);
    } else if (isWebUrl(url) && !m_trust.scripts &&
               info.resourceType() != QWebEngineUrlRequestInfo::ResourceTypeMedia) {
        info.redirect(remoteUrl(url)); // videos are streamed, not kept
    }
}

} // namespace galley
