// SPDX-License-Identifier: MIT
// An image as it goes into a site: turned upright, of bearable size, without the place it was taken at.
#pragma once

#include "base/expected.h"

#include <QImage>
#include <QString>

#include <memory>

namespace galley
{

struct PreparedImage {
    std::shared_ptr<const std::string> bytes;
    QString name; ///< the original's, with the extension of what came of it
};

/// `shrink`: photos over 1600 pixels or 1 MB become smaller, and JPEGs lose what they tell besides the picture;
/// otherwise every byte stays. Images of kinds that browsers do not show are converted in any case.
Expected<PreparedImage> prepareImage(std::string bytes, const QString& name, bool shrink);

/// A picture from the clipboard.
Expected<PreparedImage> prepareImage(const QImage& image, const QString& name, bool shrink);

/// Whether the name is that of an image which can go into a post.
bool isImageName(const QString& name);

} // namespace galley
