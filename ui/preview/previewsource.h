// SPDX-License-Identifier: MIT
// PreviewSource: answers galley: requests with the page's own document and the files it may show.
#pragma once

#include "preview/previewfiles.h"
#include "preview/previewpolicy.h"

#include <QWebEngineUrlSchemeHandler>

namespace galley
{

class PreviewSource final : public QWebEngineUrlSchemeHandler
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PreviewSource)

public:
    explicit PreviewSource(QObject* parent = nullptr);

    void setAddress(const PageAddress& address) { m_address = address; }
    const PageAddress& address() const { return m_address; }

    /// What the page's own URL answers: the empty host page, or the published page in the trusted level.
    void setDocument(const QByteArray& html) { m_document = html; }

    /// Asked before the files; empty answers are looked up as files.
    void setResourceProvider(ResourceProvider provider) { m_provider = std::move(provider); }

    void requestStarted(QWebEngineUrlRequestJob* job) override;

Q_SIGNALS:
    void served(const QString& path); ///< a request other than the document's was answered

private:
    std::optional<PreviewResource> find(const QUrl& url) const;

    PageAddress m_address;
    QByteArray m_document;
    ResourceProvider m_provider;
};

} // namespace galley
