// SPDX-License-Identifier: MIT
#include "preview/remotesource.h"

#include "base/limits.h"
#include "preview/previewfiles.h"
#include "preview/previewscheme.h"

#include <QBuffer>
#include <QDateTime>
#include <QNetworkReply>
#include <QPointer>
#include <QStandardPaths>
#include <QWebEngineUrlRequestJob>

namespace galley
{

namespace
{

/// So long a kept copy is shown without asking: each load of the page would tell the server of the reader.
constexpr qint64 freshSeconds = 3600;
constexpr int patience = 20000;        // ms without a byte, when there is nothing to show instead …
constexpr int patienceWithCopy = 4000; // … and when there is an older copy
constexpr int redirectsFollowed = 5;

void reply(QWebEngineUrlRequestJob* job, const QByteArray& mimeType, const QByteArray& bytes)
{
    auto* buffer = new QBuffer(job);
    buffer->setData(bytes);
    job->reply(mimeType, buffer);
}

/// Whether the server said that there is no such thing; all else (no network, a server in trouble) may pass.
bool isGone(const QNetworkReply& answer)
{
    const int status = answer.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    return status >= 400 && status < 500;
}

QNetworkRequest requestFor(const QUrl& url, int timeout)
{
    QNetworkRequest request(url);
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::NoLessSafeRedirectPolicy);
    request.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
    request.setMaximumRedirectsAllowed(redirectsFollowed);
    request.setTransferTimeout(timeout);
    request.setRawHeader("Accept-Language", "en"); // else the system's language goes out
    return request;
}

} // namespace

QByteArray remoteMimeType(const QByteArray& contentType, const QUrl& url)
{
    const QByteArray given = contentType.split(';').constFirst().trimmed().toLower();
    const bool unsaid = given.isEmpty() || given == "application/octet-stream" || given == "binary/octet-stream";
    const QByteArray type = unsaid ? previewMimeType(url.fileName()) : given;
    const bool shown = type == "text/css" || type.startsWith("image/") || type.startsWith("font/") ||
                       type.startsWith("application/font-") || type.startsWith("application/x-font-") ||
                       type == "application/vnd.ms-fontobject";
    return !shown ? QByteArray() : unsaid ? type : contentType;
}

RemoteSource::RemoteSource(QObject* parent) : QWebEngineUrlSchemeHandler(parent)
{
    m_kept.setCacheDirectory(QStandardPaths::writableLocation(QStandardPaths::CacheLocation) +
                             QStringLiteral("/remote"));
    m_kept.setMaximumCacheSize(qint64(limits::remoteCacheBytes));
}

void RemoteSource::requestStarted(QWebEngineUrlRequestJob* job)
{
    const bool allowed = (m_trust.design || m_trust.content) && !m_trust.scripts;
    const QUrl url = webUrl(job->requestUrl());
    if (!allowed || job->requestMethod() != "GET" || !url.isValid()) {
        job->fail(QWebEngineUrlRequestJob::RequestDenied);
        return;
    }
    const bool fresh = m_kept.metaData(url).expirationDate() > QDateTime::currentDateTimeUtc();
    if (!fresh || !replyKept(job, url))
        fetch(job, url);
}

bool RemoteSource::replyKept(QWebEngineUrlRequestJob* job, const QUrl& url)
{
    const std::unique_ptr<QIODevice> kept(m_kept.data(url));
    if (!kept)
        return false;
    for (const auto& [name, value] : m_kept.metaData(url).rawHeaders()) {
        if (name == "Content-Type") {
            reply(job, value, kept->readAll());
            return true;
        }
    }
    return false;
}

void RemoteSource::fetch(QWebEngineUrlRequestJob* job, const QUrl& url)
{
    const bool hasCopy = m_kept.metaData(url).isValid();
    QNetworkReply* answer = m_network.get(requestFor(url, hasCopy ? patienceWithCopy : patience));
    connect(answer, &QNetworkReply::downloadProgress, answer, [answer](qint64 received) {
        if (received > qint64(limits::previewFileBytes))
            answer->abort();
    });
    connect(answer, &QNetworkReply::finished, this,
            [this, job = QPointer<QWebEngineUrlRequestJob>(job), url, answer] { fetched(job, url, answer); });
    connect(job, &QObject::destroyed, answer, &QNetworkReply::abort); // another page is shown by now
}

void RemoteSource::fetched(QWebEngineUrlRequestJob* job, const QUrl& url, QNetworkReply* answer)
{
    answer->deleteLater();
    if (!job)
        return;
    if (answer->error() != QNetworkReply::NoError) {
        if (isGone(*answer))
            m_kept.remove(url);
        if (!replyKept(job, url))
            job->fail(QWebEngineUrlRequestJob::RequestFailed);
        return;
    }
    const QByteArray mimeType = remoteMimeType(answer->rawHeader("Content-Type"), answer->url());
    if (mimeType.isEmpty()) {
        job->fail(QWebEngineUrlRequestJob::RequestDenied);
        return;
    }
    const QByteArray bytes = answer->readAll();
    if (!answer->rawHeader("Cache-Control").toLower().contains("no-store"))
        keep(url, mimeType, bytes);
    reply(job, mimeType, bytes);
}

void RemoteSource::keep(const QUrl& url, const QByteArray& mimeType, const QByteArray& bytes)
{
    QNetworkCacheMetaData about;
    about.setUrl(url);
    about.setSaveToDisk(true);
    about.setExpirationDate(QDateTime::currentDateTimeUtc().addSecs(freshSeconds));
    about.setRawHeaders({{"Content-Type", mimeType}, {"Content-Length", QByteArray::number(bytes.size())}});
    QIODevice* store = m_kept.prepare(about); // none when it is larger than the store likes
    if (!store)
        return;
    store->write(bytes);
    m_kept.insert(store);
}

} // namespace galley
