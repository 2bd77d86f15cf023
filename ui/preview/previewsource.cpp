// SPDX-License-Identifier: MIT
#include "preview/previewsource.h"

#include "base/files.h"
#include "base/outermost.h"
#include "preview/previewscheme.h"
#include "script/math.h"

#include <QBuffer>
#include <QPointer>
#include <QWebEngineUrlRequestJob>

#include <cstdio>

namespace galley
{

namespace
{

void reply(QWebEngineUrlRequestJob* job, const QByteArray& mimeType, const QByteArray& bytes)
{
    auto* buffer = new QBuffer(job); // the job takes its device along when it ends
    buffer->setData(bytes);
    job->reply(mimeType, buffer);
}

/// Enough that a slow style sheet does not hold up pictures.
constexpr int workers = 4;

/// What is wanted of the site, with all that a worker needs to answer.
struct Wanted {
    QUrl url;
    PageAddress address;
    ResourceProvider provider;
};

std::optional<PreviewResource> found(const Wanted& wanted, const std::stop_token& stop)
{
    const QString fonts = QLatin1String(programFiles) + QLatin1String("katex/fonts/");
    if (const QString asked = wanted.url.toString(QUrl::FullyEncoded); asked.startsWith(fonts)) {
        const std::string font = script::mathFont(asked.mid(fonts.size()).toStdString());
        return PreviewResource{"font/woff2", QByteArray::fromStdString(font)};
    }
    if (wanted.provider)
        return wanted.provider(wanted.url.path(QUrl::FullyDecoded), stop);
    const auto file = previewFile(wanted.address, wanted.url.path(QUrl::FullyEncoded).toUtf8());
    if (!file)
        return std::nullopt;
    const auto bytes = readFile(file->path);
    if (!bytes)
        return std::nullopt;
    return PreviewResource{file->mimeType, QByteArray(bytes->data(), qsizetype(bytes->size()))};
}

} // namespace

PreviewSource::PreviewSource(QObject* parent) : QWebEngineUrlSchemeHandler(parent)
{
    m_workers.setMaxThreadCount(workers);
}

PreviewSource::~PreviewSource()
{
    m_ending.request_stop();
    m_workers.waitForDone();
}

/// The job goes when the page no longer wants it; the work for it ends then too.
void PreviewSource::answer(QWebEngineUrlRequestJob* job, const QUrl& url)
{
    std::stop_source unwanted;
    connect(job, &QObject::destroyed, this, [unwanted]() mutable { unwanted.request_stop(); });
    m_workers.start([this, job = QPointer(job), wanted = Wanted{url, m_address, m_provider}, unwanted,
                     ending = m_ending.get_token()]() mutable {
        const std::stop_callback all(ending, [&unwanted] { unwanted.request_stop(); });
        std::optional<PreviewResource> resource;
        if (const auto why = thrownBy([&] { resource = found(wanted, unwanted.get_token()); }))
            std::fprintf(stderr, "galley: a file of the page was given up: %s\n", why->c_str());
        QMetaObject::invokeMethod(
            this,
            [this, job, path = wanted.url.path(), resource = std::move(resource)] {
                if (!job)
                    return;
                Q_EMIT served(path);
                if (resource)
                    reply(job, resource->mimeType, resource->bytes);
                else
                    job->fail(QWebEngineUrlRequestJob::UrlNotFound);
            },
            Qt::QueuedConnection);
    });
}

void PreviewSource::requestStarted(QWebEngineUrlRequestJob* job)
{
    const QUrl url = job->requestUrl();
    if (job->requestMethod() != "GET" || !isPreviewUrl(url)) {
        job->fail(QWebEngineUrlRequestJob::RequestDenied);
        return;
    }
    // The program's own load has no initiator; everything else was asked for by a page.
    const bool ownLoad = !job->initiator().isValid();
    if (ownLoad || url.path(QUrl::FullyDecoded) == previewUrl(m_address.url).path(QUrl::FullyDecoded)) {
        reply(job, "text/html; charset=utf-8", m_document);
        return;
    }
    answer(job, url);
}

} // namespace galley
