// SPDX-License-Identifier: MIT
#include "base/textcut.h"

#include "base/unicode.h"

#include <QChar>

namespace galley::unicode
{

static bool isInside(std::string_view text, std::size_t at)
{
    return (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80;
}

static bool isMarkAt(std::string_view text, std::size_t at)
{
    return QChar::isMark(next(text, at));
}

std::string_view beginning(std::string_view text, std::size_t most)
{
    if (text.size() <= most)
        return text;
    std::size_t end = most;
    do {
        while (end > 0 && isInside(text, end))
            --end;
    } while (end > 0 && isMarkAt(text, end) && --end > 0);
    return text.substr(0, end);
}

} // namespace galley::unicode
