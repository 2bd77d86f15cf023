// SPDX-License-Identifier: MIT
// jekyll-relative-links: Markdown links to files of the site become links to their pages.
#include "site/plugins/changing.h"
#include "site/plugins/generators.h"

#include "site/merge.h"
#include "site/plugins/text.h"
#include "site/urls.h"

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

/// The URL for what a link says, or nothing: it stays as it is. Path, then fragment; a title is not part of
/// it.
std::optional<std::string> replacement(std::string_view link, const std::string& folder, const Targets& targets,
                                       const SiteContent& content)
{
    const std::size_t hash = std::min(link.find('#'), link.size());
    const std::string_view path = link.substr(0, hash);
    if (path.empty() || isAbsolute(path))
        return std::nullopt;
    std::string plain = unescapePath(path);
    if (leavesRoot(plain.front() == '/' ? plain : folder + "/" + plain))
        return std::nullopt;
    const std::string whole = plain.front() == '/' ? rooted(plain) : rooted(folder + "/" + plain);
    const auto target = targets.find(whole.substr(1));
    if (target == targets.end())
        return std::nullopt;
    return relativeUrl(content, target->second) + std::string(link.substr(hash));
}

class LinkRewriter
{
public:
    LinkRewriter(std::string_view text, std::string folder, const Targets& targets, const SiteContent& content)
        : m_text(text), m_folder(std::move(folder)), m_targets(targets), m_content(content)
    {
    }

    std::string rewritten()
    {
        std::string out;
        for (std::size_t at = 0; at < m_text.size();) {
            const std::size_t begin = destinationAt(at);
            if (begin == npos) {
                out += m_text[at++];
                continue;
            }
            const std::size_t end = std::min(m_text.find_first_of(m_inline ? ") \t\n" : " \t\n", begin), m_text.size());
            out += m_text.substr(at, begin - at);
            const std::string_view link = m_text.substr(begin, end - begin);
            out += replacement(link, m_folder, m_targets, m_content).value_or(std::string(link));
            at = end;
        }
        return out;
    }

private:
    static constexpr std::size_t npos = std::string_view::npos;

    /// Where a link's destination begins when `](` or `]: ` (of a definition at its line's start) stands at
    /// `at`.
    std::size_t destinationAt(std::size_t at)
    {
        if (m_text[at] == '\n')
            m_lineStart = at + 1;
        m_inline = m_text.substr(at, 2) == "](";
        if (m_inline)
            return at + 2;
        const std::string_view before = trimmed(m_text.substr(m_lineStart, at - m_lineStart));
        const bool definition = m_text.substr(at, 3) == "]: " && !before.empty() && before.front() == '[';
        return definition ? at + 3 : npos;
    }

    std::string_view m_text;
    std::string m_folder;
    const Targets& m_targets;
    const SiteContent& m_content;
    std::size_t m_lineStart = 0;
    bool m_inline = false;
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
