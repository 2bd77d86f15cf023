// SPDX-License-Identifier: MIT
// RemoteSource: fetches what a page was allowed to load from elsewhere and keeps it, so that it is there offline too.
#pragma once

#include "preview/previewpolicy.h"

#include <QNetworkAccessManager>
#include <QNetworkDiskCache>
#include <QWebEngineUrlSchemeHandler>

class QNetworkReply;

namespace galley
{

/// Answers the remote schemes, to which RequestGate sends what the levels "remote design" and "remote content" allow.
/// No cookies, no referrer, no name and password go out; only style sheets, fonts and images come in.
class RemoteSource final : public QWebEngineUrlSchemeHandler
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(RemoteSource)

public:
    explicit RemoteSource(QObject* parent = nullptr);

    /// Nothing is fetched and nothing kept is shown in the safe level; the trusted level loads as a browser does.
    void setTrust(const PreviewTrust& trust) { m_trust = trust; }

    void requestStarted(QWebEngineUrlRequestJob* job) override;

private:
    bool replyKept(QWebEngineUrlRequestJob* job, const QUrl& url);
    void fetch(QWebEngineUrlRequestJob* job, const QUrl& url);
    void fetched(QWebEngineUrlRequestJob* job, const QUrl& url, QNetworkReply* answer);
    void keep(const QUrl& url, const QByteArray& mimeType, const QByteArray& bytes);

    QNetworkAccessManager m_network;
    QNetworkDiskCache m_kept; ///< used as a store: what may be fetched anew is decided here, not by the servers
    PreviewTrust m_trust;
};

/// The type under which an answer from elsewhere is shown; empty for what is no style sheet, font or image.
QByteArray remoteMimeType(const QByteArray& contentType, const QUrl& url);

} // namespace galley
