// SPDX-License-Identifier: MIT
// jekyll-titles-from-headings: a page without a title is called after its first heading.
#include "site/plugins/changing.h"
#include "site/plugins/generators.h"

#include "site/urls.h"

#include "markdown/document.h"

#include <algorithm>
#include <optional>

namespace galley::site
{

namespace
{
struct FoundTitle {
    std::string text;
    std::size_t end = 0; ///< of the heading, in bytes of the body
};

std::string withoutMarkup(const std::string& html)
{
    std::string text;
    bool inTag = false;
    for (const char c : html) {
        inTag = inTag ? c != '>' : c == '<';
        if (!inTag && c != '>')
            text += c;
    }
    return text;
}

std::string normalized(const std::string& markdown, const markdown::Options& options)
{
    std::string out;
    for (const char c : withoutMarkup(markdown::toHtml(markdown, options).html)) {
        const bool blank = c == ' ' || c == '\n' || c == '\t' || c == '\r';
        if (!blank)
            out += c;
        else if (!out.empty() && out.back() != ' ')
            out += ' ';
    }
    return std::string(trimmed(out));
}

/// `# Title` (one to three), or a line with === or --- below, as the first thing of the body.
std::optional<FoundTitle> firstHeading(std::string_view body)
{
    const std::size_t start = body.find_first_not_of(" \t\r\n");
    if (start == std::string_view::npos)
        return std::nullopt;
    const std::size_t end = std::min(body.find('\n', start), body.size());
    std::string_view line = body.substr(start, end - start);
    const std::size_t hashes = std::min(line.find_first_not_of('#'), line.size());
    if (hashes >= 1 && hashes <= 3 && hashes < line.size() && (line[hashes] == ' ' || line[hashes] == '\t')) {
        // The plugin's pattern takes closing hashes for the title's.
        return FoundTitle{std::string(trimmed(line.substr(hashes))), end};
    }
    if (end >= body.size())
        return std::nullopt;
    const std::size_t nextEnd = std::min(body.find('\n', end + 1), body.size());
    const std::string_view rule = trimmed(body.substr(end + 1, nextEnd - end - 1));
    if (rule.empty() || rule.find_first_not_of("-=") != std::string_view::npos)
        return std::nullopt;
    return FoundTitle{std::string(trimmed(line)), nextEnd};
}

/// Takes the heading off, and blanks before and behind what is left, whose lines stay true.
void strip(Item& item, std::size_t length)
{
    const std::size_t begin = item.bodyOffset;
    const std::size_t end = std::min(item.text.find_first_not_of(" \t\r\n", begin + length), item.text.size());
    const auto lines = std::count(item.text.begin() + static_cast<std::ptrdiff_t>(begin),
                                  item.text.begin() + static_cast<std::ptrdiff_t>(end), '\n');
    item.bodyOffset = end;
    item.bodyLine += static_cast<int>(lines);
    item.text.resize(std::max(end, item.text.find_last_not_of(" \t\r\n") + 1));
}

bool stripsTitle(const Item& item, const Value& settings)
{
    const Value own = item.data.get("strip_title");
    return (item.data.contains("strip_title") ? own : settings.get("strip_title")) == Value(true);
}
} // namespace

void addTitlesFromHeadings(SiteContent& content)
{
    const Value settings = content.config.values.get("titles_from_headings");
    if (settings.get("enabled") == Value(false))
        return;
    const markdown::Options options = markdown::optionsFromConfig(Value(content.config.values));
    const bool documents = settings.get("collections") == Value(true);
    const ItemFactory factory(content);
    changeItemsAndEdits(content, documents, [settings, options, factory](Item& item) {
        if (item.conversion != Conversion::Markdown || item.generated ||
            (!item.isDocument() && !item.data.get("title").isNil()))
            return false;
        const std::optional<FoundTitle> title = firstHeading(item.body());
        const bool strips = stripsTitle(item, settings);
        if (title)
            item.data.set("title", normalized(title->text, options));
        if (strips) { // without a heading too: the plugin then only takes off the blanks
            strip(item, title ? title->end : 0);
            if (item.collection == "posts" && factory.separatesExcerpt(item))
                factory.renewExcerpt(item);
        }
        return title || strips;
    });
}

} // namespace galley::site
