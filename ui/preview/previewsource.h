// SPDX-License-Identifier: MIT
// PreviewSource: answers galley: requests with the page's own document and the files it may show; files are read and
// made on threads of its own.
#pragma once

#include "preview/previewfiles.h"
#include "preview/previewpolicy.h"

#include <QThreadPool>
#include <QWebEngineUrlSchemeHandler>

namespace galley
{

class PreviewSource final : public QWebEngineUrlSchemeHandler
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PreviewSource)

public:
    explicit PreviewSource(QObject* parent = nullptr);
    ~PreviewSource() override;

    void setAddress(const PageAddress& address) { m_address = address; }
    const PageAddress& address() const { return m_address; }

    /// What the page's own URL answers: the empty host page, or the published page in the trusted level.
    void setDocument(const QByteArray& html) { m_document = html; }

    /// Knows what the site publishes: with one, nothing else is served. A page without a site shows what lies in its
    /// post's folder.
    void setResourceProvider(ResourceProvider provider) { m_provider = std::move(provider); }

    void requestStarted(QWebEngineUrlRequestJob* job) override;

Q_SIGNALS:
    void served(const QString& path); ///< a request other than the document's was answered

private:
    void answer(QWebEngineUrlRequestJob* job, const QUrl& url);

    PageAddress m_address;
    QByteArray m_document;
    ResourceProvider m_provider;
    std::stop_source m_ending;
    QThreadPool m_workers; ///< a style sheet may take seconds; the window's thread never waits for one
};

} // namespace galley
