// SPDX-License-Identifier: MIT
#include "importing/jpegmetadata.h"

namespace galley
{
namespace
{
unsigned byteAt(std::string_view bytes, std::size_t pos)
{
    return static_cast<unsigned char>(bytes[pos]);
}

// APP1 holds Exif and XMP, APP13 IPTC, COM a comment. APP2 stays: it holds the colours' profile.
bool isMetadata(unsigned marker)
{
    return marker == 0xE1 || marker == 0xED || marker == 0xFE;
}
} // namespace

std::string withoutJpegMetadata(std::string_view bytes)
{
    constexpr unsigned startOfScan = 0xDA;
    if (!bytes.starts_with("\xFF\xD8"))
        return std::string(bytes);
    std::string out(bytes.substr(0, 2));
    for (std::size_t pos = 2; pos + 4 <= bytes.size();) {
        const unsigned marker = byteAt(bytes, pos + 1);
        if (byteAt(bytes, pos) != 0xFF || marker == 0xFF || marker < 0xC0)
            return std::string(bytes);
        if (marker == startOfScan)
            return out.append(bytes.substr(pos));
        const std::size_t length = 2 + (byteAt(bytes, pos + 2) << 8 | byteAt(bytes, pos + 3));
        if (length < 4 || pos + length > bytes.size())
            return std::string(bytes);
        if (!isMetadata(marker))
            out.append(bytes.substr(pos, length));
        pos += length;
    }
    return std::string(bytes);
}

} // namespace galley
