// SPDX-License-Identifier: MIT
#include "post/frontmatter.h"

#include "post/yamlchars.h"

#include <algorithm>

namespace galley
{
namespace
{
constexpr std::size_t none = std::string_view::npos;
constexpr std::string_view space = " \t\r\n\f\v"; // Ruby's \s

std::size_t spaceEnd(std::string_view text, std::size_t pos)
{
    return std::min(text.find_first_not_of(space, pos), text.size());
}

// Behind the last line feed of text[from, to); none when there is none.
std::size_t behindLastFeed(std::string_view text, std::size_t from, std::size_t to)
{
    const std::size_t feed = text.substr(from, to - from).rfind('\n');
    return feed == none ? none : from + feed + 1;
}

bool isClosingLine(std::string_view text, std::size_t pos)
{
    const std::string_view fence = text.substr(pos, 3);
    if (fence != "---" && fence != "...")
        return false;
    const std::size_t end = spaceEnd(text, pos + 3);
    return end == text.size() || text.substr(pos, end - pos).find('\n') != none;
}

std::size_t findClosingLine(std::string_view text, std::size_t pos)
{
    while (pos < text.size()) {
        if (isClosingLine(text, pos))
            return pos;
        pos = text.find('\n', pos);
        pos = pos == none ? none : pos + 1;
    }
    return none;
}
} // namespace

FrontMatter findFrontMatter(std::string_view text)
{
    FrontMatter found;
    found.bomLength = text.starts_with("\xEF\xBB\xBF") ? 3 : 0;
    found.begin = found.closingBegin = found.bodyBegin = found.bomLength;
    if (text.substr(found.begin, 3) != "---")
        return found;
    const std::size_t content = behindLastFeed(text, found.begin + 3, spaceEnd(text, found.begin + 3));
    if (content == none)
        return found;
    const std::size_t closing = findClosingLine(text, content);
    if (closing == none) {
        found.neverClosed = true;
        return found;
    }
    found.present = true;
    found.contentBegin = std::min(text.find('\n', found.begin) + 1, closing);
    found.closingBegin = closing;
    // \s* is greedy: it takes the blank lines below too, up to the last line feed before the text.
    const std::size_t blankEnd = spaceEnd(text, closing + 3);
    found.bodyBegin = blankEnd == text.size() ? blankEnd : behindLastFeed(text, closing + 3, blankEnd);
    found.bodyLine = yaml::lineOf(text, found.bodyBegin);
    return found;
}

} // namespace galley
