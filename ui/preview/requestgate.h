// SPDX-License-Identifier: MIT
// RequestGate: lets a request of the preview through only when the site's level of trust allows it.
#pragma once

#include "preview/previewpolicy.h"

#include <QWebEngineUrlRequestInterceptor>

namespace galley
{

class RequestGate final : public QWebEngineUrlRequestInterceptor
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(RequestGate)

public:
    explicit RequestGate(QObject* parent = nullptr);

    void setTrust(const PreviewTrust& trust) { m_trust = trust; }

    /// Requests below this address are sent to galley://site/ instead: they are the site's own.
    void setSiteUrl(const QUrl& siteUrl) { m_siteUrl = siteUrl; }

    void interceptRequest(QWebEngineUrlRequestInfo& info) override;

Q_SIGNALS:
    void refused(const QUrl& url);

private:
    bool allows(const QWebEngineUrlRequestInfo& info) const;
    bool isOwn(const QUrl& url) const;

    PreviewTrust m_trust;
    QUrl m_siteUrl;
};

} // namespace galley
