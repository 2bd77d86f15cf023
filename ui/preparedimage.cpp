// SPDX-License-Identifier: MIT
#include "preparedimage.h"

#include "base/limits.h"
#include "importing/jpegmetadata.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QFileInfo>
#include <QImageReader>

#include <algorithm>

namespace galley
{

/// Pixels of the longer side: two for each of a column of 800, for dense screens.
static constexpr int longestSide = 1600;
static constexpr std::size_t largeBytes = 1u << 20; // one second on a slow line
static constexpr int jpegQuality = 85;

static QStringList webSuffixes()
{
    return {QStringLiteral("jpg"), QStringLiteral("jpeg"), QStringLiteral("png"), QStringLiteral("gif"),
            QStringLiteral("svg"), QStringLiteral("webp"), QStringLiteral("avif")};
}

static QStringList convertedSuffixes()
{
    return {QStringLiteral("bmp"), QStringLiteral("tif"), QStringLiteral("tiff"), QStringLiteral("heic"),
            QStringLiteral("ppm")};
}

static QString suffixOf(const QString& name)
{
    return QFileInfo(name).suffix().toLower();
}

bool isImageName(const QString& name)
{
    return webSuffixes().contains(suffixOf(name)) || convertedSuffixes().contains(suffixOf(name));
}

static Error failure(const QString& name, const QString& why)
{
    const QString text = QCoreApplication::translate("PreparedImage", "%1: %2").arg(QFileInfo(name).fileName(), why);
    return Error{text.toStdString(), {}, 0};
}

static PreparedImage made(std::string bytes, const QString& name)
{
    return {std::make_shared<const std::string>(std::move(bytes)), name};
}

/// PNG for what is drawn or has see-through parts, JPEG for photos.
static PreparedImage encoded(QImage image, const QString& name, bool asJpeg)
{
    for (const QString& key : image.textKeys())
        image.setText(key, QString());
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, asJpeg ? "JPEG" : "PNG", asJpeg ? jpegQuality : -1);
    const QString stem = QFileInfo(name).completeBaseName();
    const QString suffix = asJpeg ? QStringLiteral(".jpg") : QStringLiteral(".png");
    return made(asJpeg ? withoutJpegMetadata(bytes.toStdString()) : bytes.toStdString(), stem + suffix);
}

static QImage fitted(const QImage& image)
{
    const bool isLarge = std::max(image.width(), image.height()) > longestSide;
    return isLarge ? image.scaled(longestSide, longestSide, Qt::KeepAspectRatio, Qt::SmoothTransformation) : image;
}

static Expected<QImage> read(QImageReader& reader, const QString& name)
{
    const QSize size = reader.size();
    if (size.isValid() && static_cast<std::size_t>(size.width()) * static_cast<std::size_t>(size.height()) >
                              limits::imageMegapixels * 1'000'000)
        return unexpected(failure(name, QCoreApplication::translate("PreparedImage", "the image has too many pixels")));
    reader.setAutoTransform(true);
    QImageReader::setAllocationLimit(static_cast<int>(limits::imageMegapixels * 4)); // MB
    const QImage image = reader.read();
    if (image.isNull())
        return unexpected(
            failure(name, QCoreApplication::translate("PreparedImage", "this is no image that can be read")));
    return image;
}

Expected<PreparedImage> prepareImage(std::string bytes, const QString& name, bool shrink)
{
    const QString suffix = suffixOf(name);
    const bool isWeb = webSuffixes().contains(suffix);
    const bool isDrawing = suffix == QStringLiteral("svg") || suffix == QStringLiteral("gif");
    if (isDrawing || (isWeb && !shrink))
        return made(std::move(bytes), name);
    QByteArray data = QByteArray::fromStdString(bytes);
    QBuffer buffer(&data);
    buffer.open(QIODevice::ReadOnly);
    QImageReader reader(&buffer);
    reader.setDecideFormatFromContent(true);
    const bool isJpeg = reader.format() == "jpeg";
    const bool isUpright = reader.transformation() == QImageIOHandler::TransformationNone;
    const QSize size = reader.size();
    const bool isLarge = bytes.size() > largeBytes || std::max(size.width(), size.height()) > longestSide;
    if (isWeb && size.isValid() && isUpright && !isLarge)
        return made(isJpeg ? withoutJpegMetadata(bytes) : std::move(bytes), name);
    const Expected<QImage> image = read(reader, name);
    if (!image)
        return unexpected(image.error());
    PreparedImage smaller =
        encoded(fitted(*image), name, !image->hasAlphaChannel() && (isJpeg || bytes.size() > largeBytes));
    const bool isWorse = isWeb && isUpright && smaller.bytes->size() >= bytes.size();
    return isWorse ? made(isJpeg ? withoutJpegMetadata(bytes) : std::move(bytes), name) : smaller;
}

Expected<PreparedImage> prepareImage(const QImage& image, const QString& name, bool shrink)
{
    PreparedImage png = encoded(shrink ? fitted(image) : image, name, false);
    const bool isPhoto = shrink && png.bytes->size() > largeBytes && !image.hasAlphaChannel();
    return isPhoto ? encoded(fitted(image), name, true) : png;
}

} // namespace galley
