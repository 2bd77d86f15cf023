// SPDX-License-Identifier: MIT
#include "textsplicer.h"

#include <iterator>

namespace galley::test
{

namespace
{
constexpr std::size_t mostBytes = 6000; ///< of a text: shrinking a longer one asks kramdown too often

// clang-format off
constexpr std::string_view newLines[] = {"{: .cls}\n", "{: #id key='v'}\n", "\n", "\n", "\n", "^\n", "* a\n",
    "1. b\n", "> q\n", "    code\n", "```\n", "~~~ ruby\n", "<div>\n", "</div>\n", "<div markdown=\"1\">\n",
    "<p markdown=\"span\">\n", "| a | b |\n", "|---|---|\n", "|===|===|\n", ": def\n", "[^n]: note\n", "text[^n]\n",
    "*[HTML]: Hyper\n", "$$\n", "<!-- x\n", "-->\n", "{::comment}\n", "{::nomarkdown}\n",
    "{::options parse_block_html=\"true\" /}\n", "{:/}\n", "* TOC\n{:toc}\n", "<p>\n", "</p>\n", "<pre>\n",
    "</pre>\n", "<br />\n", "---\n", "===\n", "[a]: /url 'title'\n", "{:ref: .x #y}\n", "{: ref}\n", "<details>\n",
    "</details>\n", "<script>\n", "</script>\n", "<td>\n", "+ c\n", "## head {#own}\n", "  \n"};
// clang-format on
// clang-format off
constexpr std::string_view indents[] = {" ", "  ", "   ", "    ", "\t", "> ", "* ", "1. ", " * ", ": ", "- [ ] ",
    "# ", "[^n]: "};
constexpr std::string_view marks[] = {"*", "**", "_", "__", "`", "``", "[", "]", "(", ")", "<", ">", "\\", "!", "\"",
    "'", "#", "-", "--", "+", "|", ":", "$$", "~~", "&", "&amp;", "{", "}", "{:", "{: .c}", "^", " ", "  ", "\t",
    "\n", "\n\n", "    ", "=", "...", "1.", "[^n]", "<b>", "</b>", "<br>", "<span markdown=\"0\">", "</span>", "<!--",
    "-->", "<<", ">>", "](", "][", "[]", "é", "{::comment}", "{:/}", "http://a.b/"};
// clang-format on

std::vector<std::string> linesOf(const std::string& text)
{
    std::vector<std::string> lines;
    for (std::size_t from = 0; from < text.size();) {
        const std::size_t end = std::min(text.find('\n', from), text.size() - 1) + 1;
        lines.push_back(text.substr(from, end - from));
        from = end;
    }
    return lines;
}

/// Never inside a character of several bytes: kramdown takes UTF-8 only.
std::size_t characterStart(std::string_view line, std::size_t place)
{
    while (place > 0 && place < line.size() && (static_cast<unsigned char>(line[place]) & 0xC0) == 0x80)
        --place;
    return place;
}
} // namespace

TextSplicer::TextSplicer(const std::vector<std::string>& texts, unsigned seed) : m_random(seed)
{
    for (const std::string& text : texts) {
        if (!text.empty())
            m_texts.push_back(linesOf(text));
    }
}

std::vector<std::string> TextSplicer::piece()
{
    const std::vector<std::string>& text = m_texts[below(m_texts.size())];
    const std::size_t first = below(text.size());
    const std::size_t last = std::min(first + 1 + below(8), text.size());
    return {text.begin() + static_cast<std::ptrdiff_t>(first), text.begin() + static_cast<std::ptrdiff_t>(last)};
}

void TextSplicer::changeCharacters(std::string& line, const std::string& other)
{
    const std::size_t place = characterStart(line, below(line.size() + 1));
    switch (below(3)) {
    case 0: line.insert(place, marks[below(std::size(marks))]); break;
    case 1: line.insert(place, other.substr(0, other.find('\n'))); break;
    default:
        if (place + 1 < line.size() && static_cast<unsigned char>(line[place]) < 0x80)
            line.erase(place, 1);
    }
}

void TextSplicer::changeLine(std::vector<std::string>& lines)
{
    const std::size_t index = below(lines.size());
    const auto place = lines.begin() + static_cast<std::ptrdiff_t>(index);
    switch (below(8)) {
    case 0: lines.emplace(place, newLines[below(std::size(newLines))]); break;
    case 1: lines.erase(place); break;
    case 2: lines[index].insert(0, indents[below(std::size(indents))]); break;
    case 3: lines[index].erase(0, std::min(lines[index].find_first_not_of(" \t"), lines[index].size())); break;
    case 4: std::swap(lines[index], lines[below(lines.size())]); break;
    default: changeCharacters(lines[index], std::string(lines[below(lines.size())]));
    }
}

std::string TextSplicer::next()
{
    std::vector<std::string> lines;
    for (std::size_t pieces = 1 + below(3); pieces > 0; --pieces) {
        const std::vector<std::string> more = piece();
        lines.insert(lines.end(), more.begin(), more.end());
    }
    for (std::size_t changes = below(7); changes > 0 && !lines.empty(); --changes)
        changeLine(lines);
    std::string text;
    for (const std::string& line : lines) {
        if (text.size() + line.size() <= mostBytes)
            text += line;
        if (!text.empty() && text.back() != '\n')
            text += '\n';
    }
    return text.empty() ? "\n" : text;
}

} // namespace galley::test
