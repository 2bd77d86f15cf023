// SPDX-License-Identifier: MIT
#include "markdown/paragraphlimits.h"

#include "base/limits.h"

#include <algorithm>

namespace galley::markdown
{

namespace
{
constexpr auto npos = std::string_view::npos;

/// Calls `visit` with each run of lines without a blank one, and where it begins.
template <class Visit>
void eachParagraph(std::string_view text, Visit visit)
{
    std::size_t begin = 0;
    for (std::size_t from = 0; from <= text.size();) {
        const std::size_t end = std::min(text.find_first_of("\r\n", from), text.size());
        const bool blank = text.substr(from, end - from).find_first_not_of(" \t") == npos;
        const std::size_t next = end + (text.substr(end, 2) == "\r\n" ? 2 : 1);
        if (blank || next > text.size()) {
            visit(begin, text.substr(begin, (blank ? from : text.size()) - begin));
            begin = next;
        }
        from = next;
    }
}

/// Offset in the paragraph from where on brackets would take more steps than allowed; npos where none does.
/// md4c 0.4.8 walks a paragraph's lines from its first one for each "[...]" that is no link.
std::size_t boundOfBrackets(std::string_view paragraph)
{
    std::size_t steps = 0;
    std::size_t line = 0;
    for (std::size_t pos = paragraph.find_first_of("[\r\n"); pos != npos;
         pos = paragraph.find_first_of("[\r\n", pos + 1)) {
        if (paragraph[pos] != '[')
            ++line;
        else if ((steps += line) > limits::bracketLineSteps)
            return pos;
    }
    return npos;
}

bool isEscaped(std::string_view text, std::size_t pos)
{
    std::size_t backslashes = 0;
    while (backslashes < pos && text[pos - 1 - backslashes] == '\\')
        ++backslashes;
    return backslashes % 2 == 1;
}

void appendEscaped(std::string& out, std::string_view text)
{
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '[' && !isEscaped(text, i))
            out += '\\';
        out += text[i];
    }
}
} // namespace

bool admitsAutolinks(std::string_view text)
{
    std::size_t longest = 0;
    eachParagraph(text,
                  [&](std::size_t, std::string_view paragraph) { longest = std::max(longest, paragraph.size()); });
    return longest <= limits::autolinkParagraphBytes;
}

std::string withBracketsBounded(std::string text, Diagnostics& diagnostics)
{
    std::string out;
    std::size_t copied = 0;
    eachParagraph(text, [&](std::size_t begin, std::string_view paragraph) {
        const std::size_t bound = boundOfBrackets(paragraph);
        if (bound == npos)
            return;
        const auto line =
            static_cast<int>(std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(begin + bound), '\n'));
        diagnostics.push_back({{},
                               line + 1,
                               0,
                               Severity::Warning,
                               "This paragraph has too many brackets; none is read as a link from here on"});
        out.append(text, copied, begin + bound - copied);
        appendEscaped(out, paragraph.substr(bound));
        copied = begin + paragraph.size();
    });
    if (copied == 0)
        return text;
    return out.append(text, copied);
}

} // namespace galley::markdown
