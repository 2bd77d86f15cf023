// SPDX-License-Identifier: MIT
#include "site/plugins/toc.h"

#include "site/merge.h"
#include "site/plugins/plugintags.h"
#include "site/plugins/tagkit.h"
#include "site/plugins/text.h"
#include "site/siteenvironment.h"
#include "site/urls.h"

#include "base/htmlscanner.h"
#include "base/limits.h"
#include "base/unicode.h"

#include <algorithm>
#include <map>
#include <optional>

namespace galley::site
{

namespace
{
int levelOf(const std::string& tag)
{
    return tag.size() == 2 && tag[0] == 'h' && tag[1] >= '1' && tag[1] <= '6' ? tag[1] - '0' : 0;
}

bool hasClass(const HtmlToken& token, const std::string& name)
{
    const HtmlAttribute* attribute = token.attribute("class");
    return attribute && (" " + std::string(attribute->value) + " ").find(" " + name + " ") != std::string::npos;
}

/// Lower case, without punctuation, hyphens for blanks, then as in a query (CGI.escape).
std::string idOf(std::string_view text)
{
    const std::string lower = unicode::toLower(text);
    std::string kept;
    for (std::size_t pos = 0; pos < lower.size();) {
        const std::size_t start = pos;
        const char32_t c = unicode::next(lower, pos);
        if (c == ' ')
            kept += '-';
        else if (c == '-' || c == '_' || unicode::isAlnum(c))
            kept += lower.substr(start, pos - start);
    }
    return escapePath(kept);
}

} // namespace

Toc::Toc(std::string_view html, const Value& config) : m_html(html), m_config(config)
{
    readHeadings();
}

std::string Toc::setting(const char* key, const char* otherwise) const
{
    const Value value = m_config.get(key);
    return value.isNil() ? otherwise : textOf(value);
}

void Toc::readHeadings()
{
    const Value least = m_config.get("min_level");
    const Value most = m_config.get("max_level");
    const auto min = least.isInteger() ? least.integer() : 1;
    const auto max = most.isInteger() ? most.integer() : 6;
    const std::string skipped = setting("no_toc_section_class", "no_toc_section");
    std::vector<std::pair<std::string, bool>> open; // element and whether it hides what it holds
    std::map<std::string, int> used;
    std::optional<TocEntry> heading;
    std::optional<std::string> givenId;
    HtmlScanner scanner(m_html);
    while (const std::optional<HtmlToken> token = scanner.next()) {
        const int level = levelOf(token->name);
        if (token->kind == HtmlToken::Kind::StartTag && !heading) {
            const bool hidden = !open.empty() && open.back().second;
            if (level >= min && level <= max && level > 0 && !hidden && !hasClass(*token, "no_toc")) {
                heading = TocEntry{level, {}, {}, token->offset + token->length};
                const HtmlAttribute* id = token->attribute("id");
                givenId = id ? std::optional<std::string>(id->value) : std::nullopt;
            } else if (token->name == "div" || token->name == "section") {
                open.emplace_back(token->name, hidden || hasClass(*token, skipped));
            }
        } else if (token->kind == HtmlToken::Kind::Text && heading) {
            heading->text += decodedAttribute(m_html.substr(token->offset, token->length));
        } else if (token->kind == HtmlToken::Kind::EndTag && heading && level == heading->level) {
            heading->id = givenId ? *givenId : idOf(heading->text);
            if (const int count = used[heading->id]++; count > 0)
                heading->id += "-" + std::to_string(count);
            heading->text = escapedHtml(heading->text);
            m_entries.push_back(std::move(*heading));
            heading.reset();
        } else if (token->kind == HtmlToken::Kind::EndTag && !open.empty() && open.back().first == token->name) {
            open.pop_back();
        }
    }
}

std::string Toc::items(std::size_t begin, std::size_t end, int depth) const
{
    std::string out;
    if (begin >= end || depth > limits::folderDepth)
        return out;
    int top = m_entries[begin].level;
    for (std::size_t i = begin; i < end; ++i)
        top = std::min(top, m_entries[i].level);
    const std::string tag = m_config.get("ordered_list").isTruthy() ? "ol" : "ul";
    const std::string inner = setting("sublist_class", "");
    for (std::size_t i = begin; i < end;) {
        std::size_t next = i + 1;
        while (next < end && m_entries[next].level > top)
            ++next;
        if (m_entries[i].level > top) { // what comes before the first of the highest level
            out += items(i, next, depth + 1);
            i = next;
            continue;
        }
        out += "<li class=\"" + setting("item_class", "toc-entry") + " " + setting("item_prefix", "toc-") + "h" +
               std::to_string(m_entries[i].level) + "\"><a href=\"#" + m_entries[i].id + "\">" + m_entries[i].text +
               "</a>";
        if (next > i + 1)
            out += "\n<" + tag + (inner.empty() ? "" : " class=\"" + inner + "\"") + ">\n" +
                   items(i + 1, next, depth + 1) + "</" + tag + ">\n";
        out += "</li>\n";
        i = next;
    }
    return out;
}

std::string Toc::list() const
{
    const std::string tag = m_config.get("ordered_list").isTruthy() ? "ol" : "ul";
    return "<" + tag + " id=\"" + setting("list_id", "toc") + "\" class=\"" + setting("list_class", "section-nav") +
           "\">\n" + items(0, m_entries.size(), 0) + "</" + tag + ">";
}

std::string Toc::withAnchors() const
{
    std::string out;
    std::size_t from = 0;
    for (const TocEntry& entry : m_entries) {
        out += m_html.substr(from, entry.inside - from);
        out += "<a class=\"anchor\" href=\"#" + entry.id +
               "\" aria-hidden=\"true\"><span class=\"octicon octicon-link\"></span></a>";
        from = entry.inside;
    }
    return out + std::string(m_html.substr(from));
}

namespace
{
Value configOf(const liquid::Context& context)
{
    const SiteEnvironment* site = siteOf(context);
    return site ? site->content().config.values.get("toc") : Value();
}

bool isEnabled(const liquid::Context& context)
{
    return context.options().page.get("toc") == Value(true);
}

std::string tocTag(liquid::Context& context, std::string_view)
{
    const Value page = context.options().page;
    if (!page.get("toc").isTruthy())
        return {};
    const Value inLayout = context.find("content"); // in a layout the content is converted already
    const std::string html = textOf(inLayout.isString() ? inLayout : page.get("content"));
    return Toc(html, configOf(context)).list();
}

liquid::NodePtr parseTag(liquid::Parser&, const liquid::TagMarkup& markup)
{
    return std::make_unique<PrintingNode>(markup, tocTag);
}

Value tocOnly(const liquid::FilterCall& call)
{
    if (!isEnabled(call.context))
        return "";
    const std::string html = textOf(call.input);
    return Toc(html, configOf(call.context)).list();
}

Value injectAnchors(const liquid::FilterCall& call)
{
    if (!isEnabled(call.context))
        return call.input;
    const std::string html = textOf(call.input);
    return Toc(html, configOf(call.context)).withAnchors();
}

Value tocAndAnchors(const liquid::FilterCall& call)
{
    if (!isEnabled(call.context))
        return call.input;
    const std::string html = textOf(call.input);
    const Toc toc(html, configOf(call.context));
    return toc.list() + toc.withAnchors();
}
} // namespace

void addTocTag(liquid::Registry& registry)
{
    registry.addTag("toc", parseTag);
    registry.addFilter({"toc_only", tocOnly, 0, 0});
    registry.addFilter({"inject_anchors", injectAnchors, 0, 0});
    registry.addFilter({"toc", tocAndAnchors, 0, 0});
}

} // namespace galley::site
