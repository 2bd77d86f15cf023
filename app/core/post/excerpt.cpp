// SPDX-License-Identifier: MIT
#include "post/excerpt.h"

#include <algorithm>
#include <vector>

namespace galley
{
namespace
{
constexpr std::size_t none = std::string_view::npos;

bool isWordByte(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
}

std::size_t skipSpace(std::string_view text, std::size_t pos)
{
    return std::min(text.find_first_not_of(" \t\r\n\f\v", pos), text.size());
}

std::size_t tagNameBegin(std::string_view text, std::size_t tag)
{
    const std::size_t pos = tag + 2;
    return skipSpace(text, pos + (text.substr(pos, 1) == "-"));
}

// {%-?\s*(\w+)\s*.*?-?%}
std::vector<std::string_view> tagNames(std::string_view text)
{
    std::vector<std::string_view> names;
    for (std::size_t tag = text.find("{%"); tag != none;) {
        const std::size_t begin = tagNameBegin(text, tag);
        std::size_t end = begin;
        while (end < text.size() && isWordByte(text[end]))
            ++end;
        const std::size_t close = end > begin ? text.find("%}", end) : tag;
        if (close == none)
            break;
        if (end > begin)
            names.push_back(text.substr(begin, end - begin));
        tag = text.find("{%", end > begin ? close + 2 : tag + 2);
    }
    return names;
}

// {%-?\s*end#{tag}.*?\s*-?%}
bool hasEndTag(std::string_view text, std::string_view name)
{
    const std::size_t lastClose = text.rfind("%}");
    for (std::size_t tag = text.find("{%"); tag != none && lastClose != none; tag = text.find("{%", tag + 2)) {
        const std::size_t begin = tagNameBegin(text, tag);
        if (text.substr(begin, 3) == "end" && text.substr(begin + 3, name.size()) == name &&
            lastClose >= begin + 3 + name.size())
            return true;
    }
    return false;
}

bool closeTags(std::string& head, const std::function<bool(std::string_view)>& isLiquidBlock)
{
    const std::string source = head;
    const std::vector<std::string_view> names = tagNames(source);
    std::vector<std::string_view> settled; // a name is closed at most once: its own end tag is then found
    for (auto name = names.rbegin(); name != names.rend(); ++name) {
        if (std::find(settled.begin(), settled.end(), *name) != settled.end())
            continue;
        settled.push_back(*name);
        if (isLiquidBlock(*name) && !hasEndTag(head, *name))
            head += "\n{% end" + std::string(*name) + " %}";
    }
    return head.size() != source.size();
}

// ^ {0,3}(\[[^\]]+\])(:.+)$ over `tail`: label and the rest of its line.
class Definitions
{
public:
    explicit Definitions(std::string_view tail) : m_tail(tail) {}

    bool next(std::string_view& label, std::string_view& rest)
    {
        while (m_line < m_tail.size()) {
            std::size_t open = m_line;
            while (open < m_line + 3 && open < m_tail.size() && m_tail[open] == ' ')
                ++open;
            if (open < m_tail.size() && m_tail[open] == '[' && matchAt(open, label, rest))
                return true;
            const std::size_t feed = m_tail.find('\n', m_line);
            m_line = feed == none ? m_tail.size() : feed + 1;
        }
        return false;
    }

private:
    bool matchAt(std::size_t open, std::string_view& label, std::string_view& rest)
    {
        if (m_bracket != none && m_bracket <= open)
            m_bracket = m_tail.find(']', open); // kept between lines: the search stays linear
        if (m_bracket == none || m_bracket == open + 1 || m_tail.substr(m_bracket + 1, 1) != ":")
            return false;
        const std::size_t end = std::min(m_tail.find('\n', m_bracket), m_tail.size());
        if (end < m_bracket + 3)
            return false;
        label = m_tail.substr(open, m_bracket + 1 - open);
        rest = m_tail.substr(m_bracket + 1, end - m_bracket - 1);
        m_line = end + 1;
        return true;
    }

    std::string_view m_tail;
    std::size_t m_line = 0;
    std::size_t m_bracket = 0;
};

std::string usedDefinitions(std::string_view head, std::string_view tail)
{
    std::string out;
    std::string_view label;
    std::string_view rest;
    for (Definitions definitions(tail); definitions.next(label, rest);) {
        if (head.find(label) == none)
            continue;
        out += out.empty() ? "" : "\n";
        out += std::string(label) + std::string(rest);
    }
    return out;
}
} // namespace

ExcerptSource excerptSource(std::string_view body, std::string_view separator,
                            const std::function<bool(std::string_view tag)>& isLiquidBlock)
{
    const std::size_t cut = body.find(separator);
    ExcerptSource excerpt;
    excerpt.text = std::string(body.substr(0, cut));
    const std::string_view tail = cut == none ? std::string_view() : body.substr(cut + separator.size());
    if (tail.empty())
        return excerpt;
    excerpt.closedTags = closeTags(excerpt.text, isLiquidBlock);
    if (const std::string definitions = usedDefinitions(excerpt.text, tail); !definitions.empty())
        excerpt.text += "\n\n" + definitions;
    return excerpt;
}

} // namespace galley
