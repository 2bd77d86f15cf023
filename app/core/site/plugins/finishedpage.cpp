// SPDX-License-Identifier: MIT
#include "site/plugins/finishedpage.h"

#include "base/htmlscanner.h"
#include "site/merge.h"

#include <algorithm>
#include <optional>

namespace galley::site
{

namespace
{
std::string mentioned(const SiteContent& content, const Item& item, std::string html)
{
    const Value own = item.data.get("jekyll-mentions");
    if (own == Value(false) || html.find('@') == std::string::npos)
        return html;
    const Value setting = own.isNil() ? content.config.values.get("jekyll-mentions") : own;
    const Value base = setting.isHash() ? setting.get("base_url") : setting;
    return withMentions(html, base.isString() ? base.string() : "https://github.com");
}

std::string pictured(const SiteContent& content, std::string html)
{
    if (!content.emoji.isHash() || html.find(':') == std::string::npos)
        return html;
    const Value source = content.config.values.get("emoji").get("src");
    return withEmoji(html, source.isTruthy() ? textOf(source) : "https://github.githubassets.com/images/icons",
                     content.emoji.hash());
}
} // namespace

std::string textsChanged(const std::string& html, const std::vector<std::string_view>& leftAlone,
                         const std::function<std::string(std::string_view)>& change)
{
    const std::size_t body = html.find("<body");
    const std::size_t from = body == std::string::npos ? 0 : body;
    const auto isLeftAlone = [&](const std::string& element) {
        return std::find(leftAlone.begin(), leftAlone.end(), element) != leftAlone.end();
    };
    std::string out = html.substr(0, from);
    int inside = 0; // elements that are left alone and still open
    HtmlScanner scanner(std::string_view(html).substr(from));
    while (const std::optional<HtmlToken> token = scanner.next()) {
        const std::string_view text = std::string_view(html).substr(from + token->offset, token->length);
        if (token->kind == HtmlToken::Kind::Text && inside == 0) {
            out += change(text);
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

std::string finishedPage(const SiteContent& content, const Item& item, std::string html)
{
    const Value permalink = item.data.get("permalink");
    const bool endsInFolder = permalink.isString() && !permalink.string().empty() && permalink.string().back() == '/';
    if (item.outputExtension != ".html" && !endsInFolder) // Jekyll::Mentions.mentionable?
        return html;
    if (content.plugins.has("jekyll-mentions"))
        html = mentioned(content, item, std::move(html));
    return content.plugins.has("jemoji") ? pictured(content, std::move(html)) : html;
}

} // namespace galley::site
