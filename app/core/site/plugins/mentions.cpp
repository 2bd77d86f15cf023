// SPDX-License-Identifier: MIT
#include "site/plugins/mentions.h"

#include "base/htmlscanner.h"
#include "site/merge.h"

#include <algorithm>
#include <array>
#include <optional>

namespace galley::site
{

namespace
{
bool isWord(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
}

/// Behind a name there may be anything but a slash, a word character, or a dot that goes on.
bool mayEnd(std::string_view text, std::size_t end)
{
    if (end == text.size())
        return true;
    if (text[end] != '.')
        return text[end] != '/' && !isWord(text[end]);
    const std::size_t after = std::min(text.find_first_not_of('.', end), text.size());
    return after == text.size() || !isWord(text[after]);
}

std::string linked(std::string_view text, const std::string& base)
{
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
        const bool begins = text[at] == '@' && (at == 0 || !isWord(text[at - 1]));
        std::size_t end = at + 1;
        while (begins && end < text.size() && (isWord(text[end]) || (text[end] == '-' && end > at + 1)))
            ++end;
        if (!begins || end == at + 1 || !mayEnd(text, end)) {
            out += text[at++];
            continue;
        }
        const std::string name(text.substr(at + 1, end - at - 1));
        const bool slash = !base.empty() && base.back() == '/';
        out += "<a href=\"" + base + (slash ? "" : "/") + name + "\" class=\"user-mention\">@" + name + "</a>";
        at = end;
    }
    return out;
}

bool isLeftAlone(const std::string& element)
{
    static constexpr std::array<std::string_view, 6> elements{"pre", "code", "a", "style", "script", "textarea"};
    return std::find(elements.begin(), elements.end(), element) != elements.end();
}

std::string withMentions(const std::string& html, const std::string& base)
{
    const std::size_t body = html.find("<body");
    const std::size_t from = body == std::string::npos ? 0 : body;
    std::string out = html.substr(0, from);
    int inside = 0; // elements that are left alone and still open
    HtmlScanner scanner(std::string_view(html).substr(from));
    while (const std::optional<HtmlToken> token = scanner.next()) {
        const std::string_view text = std::string_view(html).substr(from + token->offset, token->length);
        if (token->kind == HtmlToken::Kind::Text && inside == 0) {
            out += linked(text, base);
            continue;
        }
        out += text;
        if (token->kind == HtmlToken::Kind::StartTag && isLeftAlone(token->name))
            ++inside;
        else if (token->kind == HtmlToken::Kind::EndTag && isLeftAlone(token->name) && inside > 0)
            --inside;
    }
    return out;
}
} // namespace

std::string finishedPage(const SiteContent& content, const Item& item, std::string html)
{
    if (!content.plugins.has("jekyll-mentions") || item.outputExtension != ".html")
        return html;
    const Value own = item.data.get("jekyll-mentions");
    if (own == Value(false) || html.find('@') == std::string::npos)
        return html;
    const Value setting = own.isNil() ? content.config.values.get("jekyll-mentions") : own;
    const Value base = setting.isHash() ? setting.get("base_url") : setting;
    return withMentions(html, base.isString() ? base.string() : "https://github.com");
}

} // namespace galley::site
