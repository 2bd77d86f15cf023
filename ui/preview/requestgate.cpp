// SPDX-License-Identifier: MIT
#include "preview/requestgate.h"

#include "layout/siteassets.h"
#include "preview/previewscheme.h"

#include <QWebEngineUrlRequestInfo>

namespace galley
{

namespace
{

using Info = QWebEngineUrlRequestInfo;

/// What an element of this kind may show of the site's files; scripts may read all that is published.
bool fitsElement(const QUrl& url, Info::ResourceType type)
{
    const std::string mimeType = mimeTypeOf(url.path().toStdString());
    switch (type) {
    case Info::ResourceTypeImage: return fitsUse(mimeType, AssetUse::Image);
    case Info::ResourceTypeMedia:
        return fitsUse(mimeType, AssetUse::Media) || fitsUse(mimeType, AssetUse::Track);
    case Info::ResourceTypeStylesheet: return fitsUse(mimeType, AssetUse::Style);
    case Info::ResourceTypeFontResource: return fitsUse(mimeType, AssetUse::StyleUrl);
    case Info::ResourceTypeScript: return fitsUse(mimeType, AssetUse::Script);
    default: return type != Info::ResourceTypeSubFrame;
    }
}

} // namespace

RequestGate::RequestGate(QObject* parent) : QWebEngineUrlRequestInterceptor(parent) {}

bool RequestGate::isOwn(const QUrl& url) const
{
    return !m_siteUrl.host().isEmpty() && url.host() == m_siteUrl.host() && url.port() == m_siteUrl.port() &&
           isWebUrl(url);
}

bool RequestGate::allows(const QWebEngineUrlRequestInfo& info) const
{
    const QUrl url = info.requestUrl();
    const auto type = info.resourceType();
    if (url.scheme() == QLatin1String(previewScheme))
        return isPreviewUrl(url) && fitsElement(url, type);
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
