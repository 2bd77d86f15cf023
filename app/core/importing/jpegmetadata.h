// SPDX-License-Identifier: MIT
// What a photo tells besides its picture: where it was taken, by whom, with what. Taken out without touching the
// picture.
#pragma once

#include <string>
#include <string_view>

namespace galley
{

/// The JPEG without Exif, XMP, IPTC and comments; other bytes as they are. What is no well-formed JPEG stays whole.
std::string withoutJpegMetadata(std::string_view bytes);

} // namespace galley
