// SPDX-License-Identifier: MIT
#include "markdown/paragraphlimits.h"

#include "base/limits.h"

#include <algorithm>

namespace galley::markdown
{

namespace
{
constexpr auto npos = std::string_view::npos;

/// Where the lines of a text end. Asked for ascending places it takes linear time in all.
class LineEnds
{
public:
    explicit LineEnds(std::string_view text) : m_text(text), m_feed(find('\n', 0)), m_return(find('\r', 0)) {}

    /// Offset of the first CR or LF from there on, else the text's size.
    std::size_t next(std::size_t from)
    {
        if (m_feed < from)
            m_feed = find('\n', from);
        if (m_return < from)
            m_return = find('\r', from);
        return std::min(m_feed, m_return);
    }

private:
    std::size_t find(char end, std::size_t from) const { return std::min(m_text.find(end, from), m_text.size()); }

    std::string_view m_text;
    std::size_t m_feed;
    std::size_t m_return;
};

/// Calls `visit` with each run of lines without a blank one, and where it begins.
template <class Visit>
void eachParagraph(std::string_view text, Visit visit)
{
    LineEnds ends(text);
    std::size_t begin = 0;
    for (std::size_t from = 0; from <= text.size();) {
        const std::size_t end = ends.next(from);
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
    LineEnds ends(paragraph);
    std::size_t steps = 0;
    std::size_t line = 0;
    std::size_t from = 0;
    for (std::size_t pos = paragraph.find('['); pos != npos; pos = paragraph.find('[', pos + 1)) {
        for (std::size_t end = ends.next(from); end < pos; end = ends.next(from)) {
            ++line;
            from = end + 1;
        }
        if ((steps += line) > limits::bracketLineSteps)
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
