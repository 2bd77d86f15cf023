// SPDX-License-Identifier: MIT
#include "preview/previewfiles.h"

#include "base/files.h"
#include "base/limits.h"

#include <QFileInfo>
#include <QHash>
#include <QStringDecoder>

namespace galley
{

namespace fs = std::filesystem;

namespace
{

unexpected<Error> refused(const QByteArray& path, const char* why)
{
    return unexpected<Error>(Error{path.toStdString() + ": " + why, {}, 0});
}

/// A path of plain names: no "..", no hidden name, nothing that some system takes for a separator.
bool isPlain(const QString& path)
{
    if (path.contains(QLatin1Char('\\')) || path.contains(QChar(0)) || path.contains(QLatin1Char(':')))
        return false;
    for (const QString& part : path.split(QLatin1Char('/'), Qt::SkipEmptyParts)) {
        if (part.startsWith(QLatin1Char('.')))
            return false;
    }
    return true;
}

QString decodedOnce(const QByteArray& encodedPath)
{
    const QByteArray bytes = QByteArray::fromPercentEncoding(encodedPath);
    QStringDecoder utf8(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
    const QString text = utf8(bytes);
    return utf8.hasError() ? QString() : text;
}

bool isMarkdown(const QString& fileName)
{
    static const QStringList suffixes{QStringLiteral("md"), QStringLiteral("markdown"), QStringLiteral("mkd"),
                                      QStringLiteral("mkdn"), QStringLiteral("mkdown")};
    return suffixes.contains(QFileInfo(fileName).suffix().toLower());
}

QByteArray typeFor(const QString& fileName, FileUse use)
{
    if (use == FileUse::Show)
        return previewMimeType(fileName);
    return isMarkdown(fileName) ? QByteArray("text/markdown") : QByteArray();
}

Expected<PreviewFile> fileBelow(const QString& folder, const QString& path, const QByteArray& asked, FileUse use)
{
    std::error_code code;
    const fs::path root = fs::canonical(fs::path(folder.toStdString()), code);
    if (code)
        return refused(asked, "the folder is gone");
    const fs::path relative = fs::path(path.toStdString()).relative_path();
    const fs::path file = fs::canonical(root / relative, code);
    if (code)
        return refused(asked, "no such file");
    if (!isInside(file, root))
        return refused(asked, "leads out of the folder");
    if (!fs::is_regular_file(file, code))
        return refused(asked, "not a regular file");
    const QByteArray mime = typeFor(QString::fromStdString(file.filename().string()), use);
    if (mime.isEmpty())
        return refused(asked, "a kind of file that a page does not show");
    if (fs::file_size(file, code) > limits::previewFileBytes || code)
        return refused(asked, "too large");
    return PreviewFile{file, mime};
}

} // namespace

QByteArray previewMimeType(const QString& fileName)
{
    static const QHash<QString, QByteArray> types{{QStringLiteral("png"), "image/png"},
                                                  {QStringLiteral("jpg"), "image/jpeg"},
                                                  {QStringLiteral("jpeg"), "image/jpeg"},
                                                  {QStringLiteral("gif"), "image/gif"},
                                                  {QStringLiteral("webp"), "image/webp"},
                                                  {QStringLiteral("avif"), "image/avif"},
                                                  {QStringLiteral("svg"), "image/svg+xml"},
                                                  {QStringLiteral("bmp"), "image/bmp"},
                                                  {QStringLiteral("ico"), "image/x-icon"},
                                                  {QStringLiteral("css"), "text/css"},
                                                  {QStringLiteral("woff"), "font/woff"},
                                                  {QStringLiteral("woff2"), "font/woff2"},
                                                  {QStringLiteral("ttf"), "font/ttf"},
                                                  {QStringLiteral("otf"), "font/otf"},
                                                  {QStringLiteral("eot"), "application/vnd.ms-fontobject"},
                                                  {QStringLiteral("js"), "text/javascript"},
                                                  {QStringLiteral("mjs"), "text/javascript"},
                                                  {QStringLiteral("json"), "application/json"},
                                                  {QStringLiteral("mp4"), "video/mp4"},
                                                  {QStringLiteral("webm"), "video/webm"},
                                                  {QStringLiteral("ogg"), "audio/ogg"},
                                                  {QStringLiteral("mp3"), "audio/mpeg"}};
    return types.value(QFileInfo(fileName).suffix().toLower());
}

Expected<PreviewFile> previewFile(const PageAddress& address, const QByteArray& encodedPath, FileUse use)
{
    QString path = decodedOnce(encodedPath);
    if (path.isEmpty() || !isPlain(path))
        return refused(encodedPath, "not a plain path");
    if (!address.baseUrl.isEmpty() && path.startsWith(address.baseUrl + QLatin1Char('/')))
        path.remove(0, address.baseUrl.size());
    for (const QString& folder : {address.siteRoot, address.postFolder}) {
        if (folder.isEmpty())
            continue;
        const auto file = fileBelow(folder, path, encodedPath, use);
        if (file)
            return file;
    }
    return refused(encodedPath, "no such file");
}

} // namespace galley
