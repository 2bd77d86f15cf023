// SPDX-License-Identifier: MIT
#include "preview/previewfiles.h"

#include "base/files.h"
#include "base/limits.h"

#include <QDir>
#include <QFileInfo>
#include <QHash>
#include <QStringDecoder>
#include <QUrl>

namespace galley
{

namespace fs = std::filesystem;

namespace
{

unexpected<Error> refused(const QByteArray& path, const char* why)
{
    return unexpected<Error>(Error{path.toStdString() + ": " + why, {}, 0});
}

/// A path of plain names: no "..", no hidden name, nothing that some system takes for a separator. A colon is none:
/// names of screenshots have the time of day in them.
bool isPlain(const QString& path)
{
    if (path.contains(QLatin1Char('\\')) || path.contains(QChar(0)))
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

/// Folders above the page of a lone file. Each ".." takes one off, and only below them all the post's folder is meant:
/// "../pic.png" must not end at the root, which is that folder too.
constexpr int loneDepth = 16;

QString loneFolder()
{
    return QStringLiteral("/-").repeated(loneDepth) + QLatin1Char('/');
}

/// What a path of the page names in the post's folder.
QString besidePost(const PageAddress& address, const QString& path)
{
    const QString folder = decodedOnce(address.url.left(address.url.lastIndexOf(QLatin1Char('/')) + 1).toUtf8());
    return address.siteRoot.isEmpty() && path.startsWith(folder) ? path.mid(folder.size()) : path;
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

QString lonePageUrl(const QString& file)
{
    const QString name = file.isEmpty() ? QStringLiteral("untitled") : QFileInfo(file).completeBaseName();
    return loneFolder() + QString::fromLatin1(QUrl::toPercentEncoding(name)) + QStringLiteral(".html");
}

QString shownPath(const PageAddress& address, const QString& encodedPath)
{
    const QString path = decodedOnce(encodedPath.toUtf8());
    if (!address.siteRoot.isEmpty() || !path.startsWith(QLatin1String("/-/")))
        return path;
    return QDir(loneFolder()).relativeFilePath(path);
}

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
                                                  {QStringLiteral("mp3"), "audio/mpeg"},
                                                  {QStringLiteral("m4v"), "video/mp4"},
                                                  {QStringLiteral("ogv"), "video/ogg"},
                                                  {QStringLiteral("oga"), "audio/ogg"},
                                                  {QStringLiteral("opus"), "audio/ogg"},
                                                  {QStringLiteral("m4a"), "audio/mp4"},
                                                  {QStringLiteral("wav"), "audio/wav"},
                                                  {QStringLiteral("flac"), "audio/flac"},
                                                  {QStringLiteral("apng"), "image/apng"},
                                                  {QStringLiteral("vtt"), "text/vtt"}};
    return types.value(QFileInfo(fileName).suffix().toLower());
}

Expected<PreviewFile> previewFile(const PageAddress& address, const QByteArray& encodedPath, FileUse use)
{
    QString path = decodedOnce(encodedPath);
    if (path.isEmpty() || !isPlain(path))
        return refused(encodedPath, "not a plain path");
    if (!address.baseUrl.isEmpty() && path.startsWith(address.baseUrl + QLatin1Char('/')))
        path.remove(0, address.baseUrl.size());
    if (!address.siteRoot.isEmpty()) {
        if (auto file = fileBelow(address.siteRoot, path, encodedPath, use))
            return file;
    }
    if (!address.postFolder.isEmpty()) {
        if (auto file = fileBelow(address.postFolder, besidePost(address, path), encodedPath, use))
            return file;
    }
    return refused(encodedPath, "no such file");
}

} // namespace galley
