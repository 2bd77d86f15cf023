// SPDX-License-Identifier: MIT
#include "post/strayfrontmatter.h"

#include "base/limits.h"
#include "base/unicode.h"
#include "post/frontmatter.h"
#include "post/yamlchars.h"
#include "post/yamlreader.h"
#include "post/yamlspans.h"

#include <algorithm>
#include <array>

namespace galley
{
namespace
{
constexpr std::size_t none = std::string_view::npos;
constexpr int mostLinesAbove = 60;

bool isInvisible(char32_t c)
{
    constexpr std::array<char32_t, 6> marks{0xFEFF, 0x200B, 0x200C, 0x200D, 0x2060, 0x00AD};
    return unicode::isSpace(c) || std::find(marks.begin(), marks.end(), c) != marks.end();
}

// Without white space and invisible characters, Unicode's too, at both ends.
std::string_view bare(std::string_view line)
{
    std::size_t begin = 0;
    for (std::size_t pos = 0; pos < line.size() && isInvisible(unicode::next(line, pos));)
        begin = pos;
    std::size_t end = begin;
    for (std::size_t pos = begin; pos < line.size();) {
        if (!isInvisible(unicode::next(line, pos)))
            end = pos;
    }
    return line.substr(begin, end - begin);
}

// How many hyphens a dash was typed as: editors make — of --- and – of --.
int hyphensOf(char32_t c)
{
    if (c == 0x2014 || c == 0x2015)
        return 3;
    if (c == 0x2013)
        return 2;
    return c == '-' || (c >= 0x2010 && c <= 0x2012) || c == 0x2212 ? 1 : 0;
}

/// What stands behind a line's dashes; nothing for a line that does not begin with such.
std::optional<std::string_view> behindDashes(std::string_view line)
{
    line = bare(line);
    int hyphens = 0;
    std::size_t end = 0;
    for (std::size_t pos = 0; pos < line.size();) {
        const int more = hyphensOf(unicode::next(line, pos));
        if (more == 0)
            break;
        hyphens += more;
        end = pos;
    }
    if (hyphens < 2)
        return std::nullopt;
    return bare(line.substr(end));
}

bool isKeyLine(std::string_view line)
{
    constexpr std::array<std::string_view, 9> known{"title",    "layout",     "date",      "author",     "tags",
                                                    "category", "categories", "permalink", "description"};
    const std::size_t colon = line.find(':');
    return colon != none && (colon + 1 == line.size() || line[colon + 1] == ' ') &&
           std::find(known.begin(), known.end(), line.substr(0, colon)) != known.end();
}

bool isClosing(std::string_view line)
{
    const auto rest = behindDashes(line);
    return (rest && (rest->empty() || rest->starts_with('#'))) || bare(line) == "...";
}

std::string_view lineAt(std::string_view text, std::size_t begin)
{
    return text.substr(begin, yaml::lineEnd(text, begin) - begin);
}

/// Lines of a text, one after the other.
class Finder
{
public:
    explicit Finder(std::string_view text)
        : m_text(text), m_front(findFrontMatter(text)),
          m_break(text.substr(0, text.find('\n')).ends_with('\r') ? "\r\n" : "\n")
    {
    }

    std::optional<StrayFrontMatter> find()
    {
        if (m_front.present)
            return std::nullopt;
        m_begin = m_front.bomLength;
        if (m_front.neverClosed)
            return neverClosed();
        if (!skipAbove())
            return std::nullopt;
        const std::string_view line = lineAt(m_text, m_begin);
        const auto rest = behindDashes(line);
        if (!rest && !isKeyLine(bare(line)))
            return std::nullopt;
        if (rest)
            m_head += opening(*rest);
        const std::size_t inside = rest ? yaml::nextLine(m_text, m_begin) : m_begin;
        if (!findEnd(inside, rest.has_value()) || !isFrontMatter(inside))
            return std::nullopt;
        return found(inside, rest.has_value());
    }

private:
    // Comments go where they stay comments: those of YAML below the line of ---, those of HTML into the body.
    bool skipAbove()
    {
        for (int lines = 0; m_begin < m_text.size() && lines < mostLinesAbove; ++lines) {
            const std::string_view line = bare(lineAt(m_text, m_begin));
            const std::size_t next = yaml::nextLine(m_text, m_begin);
            if (line.starts_with("<!--")) {
                const std::size_t end = m_text.find("-->", m_begin);
                if (end == none || !bare(lineAt(m_text, end + 3)).empty())
                    return false;
                const std::size_t behind = yaml::nextLine(m_text, end);
                m_foot += m_text.substr(m_begin, behind - m_begin);
                m_begin = behind;
                continue;
            }
            if (!line.empty() && !line.starts_with('#'))
                return true;
            if (!line.empty())
                m_head += std::string(line) + m_break;
            m_begin = next;
        }
        return false;
    }

    // What stands behind the opening dashes, as a line of YAML.
    std::string opening(std::string_view rest) const
    {
        if (rest.empty())
            return {};
        const bool isYaml = rest.starts_with('#') || rest.find(": ") != none || rest.ends_with(':');
        return (isYaml ? std::string() : std::string("# ")) + std::string(rest) + m_break;
    }

    // Where the YAML ends, and where what belongs to it ends.
    bool findEnd(std::size_t inside, bool mayLackClosing)
    {
        std::size_t blank = none;
        for (std::size_t at = inside; at < m_text.size() && at - inside < limits::frontMatterBytes;
             at = yaml::nextLine(m_text, at)) {
            const std::string_view line = lineAt(m_text, at);
            if (isClosing(line)) {
                m_yamlEnd = at;
                m_end = yaml::nextLine(m_text, at);
                return true;
            }
            if (blank == none && bare(line).empty())
                blank = at;
        }
        m_yamlEnd = m_end = blank == none ? m_text.size() : blank;
        m_isOpen = true;
        return mayLackClosing;
    }

    bool isFrontMatter(std::size_t inside) const
    {
        if (m_yamlEnd - inside > limits::formBytes)
            return false;
        const Expected<Value> value = readYaml(m_head + std::string(m_text.substr(inside, m_yamlEnd - inside)));
        return value ? value->isHash() && !value->hash().empty() : hasKeyLine(inside);
    }

    bool hasKeyLine(std::size_t inside) const
    {
        for (std::size_t at = inside; at < m_yamlEnd; at = yaml::nextLine(m_text, at)) {
            if (isKeyLine(bare(lineAt(m_text, at))))
                return true;
        }
        return false;
    }

    StrayFrontMatter found(std::size_t inside, bool hasDashes) const
    {
        StrayFrontMatter stray;
        stray.line = yaml::lineOf(m_text, m_begin) + 1;
        stray.end = m_end;
        const bool isFirst = stray.line == 1;
        if (!hasDashes) {
            stray.why = "The front matter must begin in the first line, with a line of --- above it; Jekyll takes this"
                        " one for text";
            stray.help = "Put a line of --- above it";
        } else if (!isFirst) {
            stray.why = "The front matter must begin in the first line; Jekyll takes this one for text, since there is"
                        " something above it";
            stray.help = "Move it to the first line";
        } else {
            stray.why = "The front matter must begin in the first line with --- and nothing else; Jekyll takes this one"
                        " for text";
            stray.help = "Write the first line as ---";
        }
        const std::string yaml(m_text.substr(inside, m_yamlEnd - inside));
        const bool endsOpen = !yaml.empty() && !yaml.ends_with('\n');
        offer(stray, {m_front.bomLength, m_end - m_front.bomLength,
                      "---" + m_break + m_head + yaml + (endsOpen ? m_break : "") + "---" + m_break + m_foot});
        return stray;
    }

    std::optional<StrayFrontMatter> neverClosed()
    {
        const std::size_t inside = yaml::nextLine(m_text, m_begin);
        StrayFrontMatter stray;
        stray.why = "The front matter opened by --- is never closed, so Jekyll publishes it as text; close it with a"
                    " line of ---";
        findEnd(inside, true);
        stray.end = m_end;
        if (!isFrontMatter(inside))
            return stray;
        const bool endsOpen = m_yamlEnd > 0 && m_text[m_yamlEnd - 1] != '\n';
        stray.help = m_isOpen ? "Close it here" : "Close it with ---";
        offer(stray, {m_yamlEnd, m_end - m_yamlEnd, (endsOpen ? m_break : "") + "---" + m_break});
        return stray;
    }

    // An edit that leaves no front matter behind that can be read is none.
    void offer(StrayFrontMatter& stray, TextEdit edit) const
    {
        const std::string after = applied(m_text, edit);
        const FrontMatter front = findFrontMatter(after);
        const Expected<Value> value = front.present ? readYaml(front.yaml(after)) : unexpected(Error{});
        if (value && value->isHash())
            stray.mend = std::move(edit);
        else
            stray.help.clear();
    }

    std::string_view m_text;
    FrontMatter m_front;
    std::string m_break;
    std::string m_head;        ///< comments above it, and what stands behind its opening dashes
    std::string m_foot;        ///< comments of HTML above it
    std::size_t m_begin = 0;   ///< of its first line
    std::size_t m_yamlEnd = 0; ///< of its closing line
    std::size_t m_end = 0;     ///< behind its closing line
    bool m_isOpen = false;     ///< there is no closing line
};
} // namespace

std::optional<StrayFrontMatter> findStrayFrontMatter(std::string_view text)
{
    return Finder(text).find();
}

} // namespace galley
