// SPDX-License-Identifier: MIT
// jekyll-relative-links: Markdown links to files of the site become links to their pages.
#include "site/plugins/changing.h"
#include "site/plugins/generators.h"

#include "site/merge.h"
#include "site/plugins/text.h"
#include "site/urls.h"

#include <algorithm>
#include <cctype>
#include <optional>
#include <unordered_map>

namespace galley::site
{

namespace
{
using Targets = std::unordered_map<std::string, std::string>; ///< path from the root → URL

Targets targetsOf(const SiteContent& content)
{
    Targets targets;
    for (const ItemPtr& page : content.pages)
        targets.emplace(page->relativePath, page->url);
    for (const StaticFile& file : content.staticFiles)
        targets.emplace(file.relativePath.substr(file.relativePath.front() == '/' ? 1 : 0), file.url);
    for (const Collection& collection : content.collections) {
        for (const ItemPtr& document : collection.documents) {
            if (document->written)
                targets.emplace(document->relativePath, document->url);
        }
    }
    return targets;
}

bool isAbsolute(std::string_view link)
{
    const std::size_t colon = link.find(':');
    if (colon == std::string_view::npos || colon == 0 || !std::isalpha(static_cast<unsigned char>(link[0])))
        return false;
    for (const char c : link.substr(0, colon)) {
        if (!std::isalnum(static_cast<unsigned char>(c)) && c != '+' && c != '-' && c != '.')
            return false;
    }
    return true;
}

bool leavesRoot(std::string_view path)
{
    int depth = 0;
    for (std::size_t start = 0; start < path.size() && depth >= 0;) {
        const std::size_t end = std::min(path.find('/', start), path.size());
        const std::string_view name = path.substr(start, end - start);
        depth += name == ".." ? -1 : name.empty() || name == "." ? 0 : 1;
        start = end + 1;
    }
    return depth < 0;
}

/// CGI.unescape: a plus sign is a blank, too.
std::string decoded(std::string_view path)
{
    std::string text(path);
    std::replace(text.begin(), text.end(), '+', ' ');
    return unescapePath(text);
}

/// The URL of the file that a link's path names, or nothing: it stays as it is.
std::optional<std::string> urlOf(std::string_view path, const std::string& folder, const Targets& targets,
                                 const SiteContent& content)
{
    if (path.empty() || path.front() == '#' || isAbsolute(path))
        return std::nullopt;
    const std::string plain = decoded(path);
    if (leavesRoot(plain.front() == '/' ? plain : folder + "/" + plain))
        return std::nullopt;
    const std::string whole = plain.front() == '/' ? rooted(plain) : rooted(folder + "/" + plain);
    const auto target = targets.find(whole.substr(1));
    if (target == targets.end())
        return std::nullopt;
    return relativeUrl(content, target->second);
}

constexpr std::size_t npos = std::string_view::npos;

bool isSpace(char c)
{
    return c == ' ' || (c >= '\t' && c <= '\r');
}

/// Where a title of a link that begins at `at` ends: blanks and a text in double quotes. `at` where there is none.
std::size_t titleEnd(std::string_view text, std::size_t at)
{
    std::size_t quote = at;
    while (quote < text.size() && isSpace(text[quote]))
        ++quote;
    if (quote == at || quote >= text.size() || text[quote] != '"')
        return at;
    std::size_t end = text.find('"', quote + 1);
    while (end != npos && text[end - 1] == '\\')
        end = text.find('"', end + 1);
    return end == npos ? at : end + 1;
}

/// A destination: its path goes on to `pathEnd`, the whole link to `close`.
struct Destination {
    std::size_t pathEnd = npos;
    std::size_t close = npos;
};

/// What the plugin's regular expressions find behind `](` or, in a definition, behind `]: `.
class DestinationReader
{
public:
    DestinationReader(std::string_view text, bool isInline) : m_text(text), m_inline(isInline) {}

    std::optional<Destination> read(std::size_t begin) const
    {
        for (std::size_t at = begin; at < m_text.size() && m_text[at] != (m_inline ? ')' : '\n'); ++at) {
            Destination found{at + 1};
            if (readFragment(found))
                return found;
        }
        return std::nullopt;
    }

private:
    bool readFragment(Destination& found) const
    {
        const std::size_t start = found.pathEnd;
        if (start < m_text.size() && m_text[start] == '#') {
            for (std::size_t at = start + 1; at < m_text.size() && m_text[at] != '\n'; ++at) {
                if (readTitle(at + 1, found))
                    return true;
            }
        }
        return readTitle(start, found);
    }

    bool readTitle(std::size_t at, Destination& found) const
    {
        const std::size_t behind = titleEnd(m_text, at);
        return closes(behind, found) || (behind > at && closes(at, found));
    }

    bool closes(std::size_t at, Destination& found) const
    {
        found.close = at;
        if (m_inline) {
            ++found.close;
            return at < m_text.size() && m_text[at] == ')';
        }
        while (found.close < m_text.size() && m_text[found.close] != '\n' && isSpace(m_text[found.close]))
            ++found.close;
        return found.close >= m_text.size() || m_text[found.close] == '\n';
    }

    std::string_view m_text;
    bool m_inline;
};

class LinkRewriter
{
public:
    LinkRewriter(std::string_view text, std::string folder, const Targets& targets, const SiteContent& content)
        : m_text(text), m_folder(std::move(folder)), m_targets(targets), m_content(content)
    {
    }

    std::string rewritten()
    {
        for (std::size_t at = 0; at < m_text.size();) {
            if (m_text[at] == '\n')
                m_lineStart = at + 1;
            const std::size_t behind = m_text[at] == ']' ? rewrite(at) : at;
            if (behind == at)
                m_out += m_text[at++];
            else
                at = behind;
        }
        return std::move(m_out);
    }

private:
    /// Where the link whose text ends at `at` ends when it was rewritten; else `at`.
    std::size_t rewrite(std::size_t at)
    {
        const std::string_view line = m_text.substr(m_lineStart, at - m_lineStart);
        const std::size_t bracket = line.find('[');
        const bool isInline = m_text.substr(at, 2) == "](" && bracket != npos;
        const bool defines =
            m_text.substr(at, 3) == "]: " && bracket == line.find_first_not_of(" \t\r\f\v") && bracket != npos;
        if (!isInline && !defines)
            return at;
        const std::size_t begin = at + (isInline ? 2 : 3);
        const auto found = DestinationReader(m_text, isInline).read(begin);
        if (!found)
            return at;
        const auto url = urlOf(m_text.substr(begin, found->pathEnd - begin), m_folder, m_targets, m_content);
        const std::string_view path = url ? std::string_view(*url) : m_text.substr(begin, found->pathEnd - begin);
        m_out += m_text.substr(at, begin - at);
        m_out += path;
        m_out += m_text.substr(found->pathEnd, found->close - found->pathEnd);
        const std::size_t lastBreak = m_text.substr(0, found->close).rfind('\n');
        m_lineStart = lastBreak == npos ? 0 : lastBreak + 1;
        return found->close;
    }

    std::string_view m_text;
    std::string m_out;
    std::string m_folder;
    const Targets& m_targets;
    const SiteContent& m_content;
    std::size_t m_lineStart = 0;
};

bool isExcluded(const Item& item, const Value& settings)
{
    for (const Value& path : listOf(settings.get("exclude"))) {
        if (item.relativePath.rfind(textOf(path), 0) == 0)
            return true;
    }
    return false;
}
} // namespace

void replaceRelativeLinks(SiteContent& content)
{
    const Value settings = content.config.values.get("relative_links");
    if (settings.get("enabled") == Value(false))
        return;
    const ItemFactory factory(content);
    const SiteContent& site = content;
    const bool documents = settings.get("collections") == Value(true);
    changeItemsAndEdits(content, documents, [settings, factory, &site, targets = targetsOf(site)](Item& item) {
        if (item.conversion != Conversion::Markdown || isExcluded(item, settings))
            return false;
        const std::size_t slash = item.relativePath.rfind('/');
        const std::string folder = slash == std::string::npos ? "" : item.relativePath.substr(0, slash);
        std::string body = LinkRewriter(item.body(), folder, targets, site).rewritten();
        const bool hasOwnExcerpt = item.isDocument() && item.data.get("excerpt").isTruthy();
        if (body == item.body() && !hasOwnExcerpt)
            return false;
        item.text.replace(item.bodyOffset, std::string::npos, body);
        if (item.isDocument())
            factory.renewExcerpt(item); // the plugin makes it anew, over an own one too
        return true;
    });
}

} // namespace galley::site
