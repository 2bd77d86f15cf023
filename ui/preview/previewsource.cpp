// SPDX-License-Identifier: MIT
#include "preview/previewsource.h"

#include "base/files.h"
#include "preview/previewscheme.h"
#include "script/math.h"

#include <QBuffer>
#include <QWebEngineUrlRequestJob>

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

} // namespace

PreviewSource::PreviewSource(QObject* parent) : QWebEngineUrlSchemeHandler(parent) {}

std::optional<PreviewResource> PreviewSource::find(const QUrl& url) const
{
    const QString fonts = QLatin1String(programFiles) + QLatin1String("katex/fonts/");
    if (const QString asked = url.toString(QUrl::FullyEncoded); asked.startsWith(fonts)) {
        const std::string font = script::mathFont(asked.mid(fonts.size()).toStdString());
        return PreviewResource{"font/woff2", QByteArray::fromStdString(font)};
    }
    if (m_provider) {
        if (auto made = m_provider(url.path(QUrl::FullyDecoded)))
            return made;
    }
    const auto file = previewFile(m_address, url.path(QUrl::FullyEncoded).toUtf8());
    if (!file)
        return std::nullopt;
    const auto bytes = readFile(file->path);
    if (!bytes)
        return std::nullopt;
    return PreviewResource{file->mimeType, QByteArray(bytes->data(), qsizetype(bytes->size()))};
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
    const auto resource = find(url);
    Q_EMIT served(url.path());
    if (resource)
        reply(job, resource->mimeType, resource->bytes);
    else
        job->fail(QWebEngineUrlRequestJob::UrlNotFound);
}

} // namespace galley
