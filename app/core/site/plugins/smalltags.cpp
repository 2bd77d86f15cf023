// SPDX-License-Identifier: MIT
// {% feed_meta %}, {% gist %}, {% avatar %}, and what stands for tags nobody knows.
#include "site/plugins/plugintags.h"
#include "site/plugins/tagkit.h"
#include "site/plugins/text.h"

#include "liquid/expression.h"
#include "site/merge.h"
#include "site/siteenvironment.h"
#include "site/urls.h"

#include <array>
#include <cstdint>
#include <cstdlib>

namespace galley::site
{

namespace
{
std::string feedMeta(liquid::Context& context, std::string_view)
{
    const SiteEnvironment* site = siteOf(context);
    if (!site)
        return {};
    const Hash& config = site->content().config.values;
    const Value path = config.get("feed").get("path");
    const Value title = config.get("title").isTruthy() ? config.get("title") : config.get("name");
    std::string link = "<link type=\"application/atom+xml\" rel=\"alternate\" href=\"" +
                       escapedHtml(absoluteUrl(site->content(), path.isString() ? path.string() : "feed.xml")) + "\"";
    if (title.isTruthy())
        link += " title=\"" + escapedHtml(textOf(title)) + "\"";
    return link + " />";
}

/// A word of the tag, or the value of the expression it is.
std::string resolved(liquid::Context& context, std::string_view word)
{
    const Value value = word.empty() ? Value() : liquid::Expression::parse(word).evaluate(context);
    return value.isNil() ? std::string(word) : textOf(value);
}

/// Jekyll's tag asks the network for the code inside <noscript>; this program asks no network.
std::string gist(liquid::Context& context, std::string_view markup)
{
    const std::string_view text = trimmed(markup);
    std::size_t gap = std::min(text.find(' '), text.size());
    const bool oneBlank = text.find_first_of(" \t", gap + 1) == std::string_view::npos;
    if (!oneBlank)
        gap = text.size(); // with a slash somewhere, all of it names the gist
    if (text.empty() || (!oneBlank && text.find('/', 1) == std::string_view::npos)) {
        context.fail("Syntax error in tag 'gist': write {% gist user/1234567 %} or {% gist user/1234567 file.md %}");
        return {};
    }
    const std::string id = resolved(context, text.substr(0, gap));
    const std::string file = resolved(context, trimmed(text.substr(gap)));
    return "<script src=\"https://gist.github.com/" + id + ".js" + (file.empty() ? "" : "?file=" + file) +
           "\"> </script>";
}

std::uint32_t crc32(std::string_view bytes)
{
    std::uint32_t crc = 0xFFFFFFFFu;
    for (const char c : bytes) {
        crc ^= static_cast<unsigned char>(c);
        for (int bit = 0; bit < 8; ++bit)
            crc = (crc >> 1) ^ ((crc & 1u) ? 0xEDB88320u : 0u);
    }
    return ~crc;
}

/// The value after `name=` in the tag's text.
std::string option(std::string_view text, const std::string& name)
{
    const std::size_t at = text.find(name + "=");
    if (at == std::string_view::npos || (at > 0 && text[at - 1] != ' '))
        return {};
    const std::size_t begin = at + name.size() + 1;
    return std::string(text.substr(begin, text.find_first_of(" \t", begin) - begin));
}

std::string userOf(const liquid::Context& context, std::string_view text)
{
    const std::string variable = option(text, "user");
    if (variable.empty()) {
        std::string_view name = text.substr(0, text.find(' '));
        return std::string(name.substr(!name.empty() && name.front() == '@' ? 1 : 0));
    }
    Value value;
    for (std::size_t start = 0; start <= variable.size();) {
        const std::size_t end = std::min(variable.find('.', start), variable.size());
        const std::string key = variable.substr(start, end - start);
        value = start == 0 ? context.find(key) : value.get(key);
        start = end + 1;
    }
    return value.isTruthy() ? textOf(value) : variable;
}

std::string avatar(liquid::Context& context, std::string_view markup)
{
    const std::string filled = filledIn(context, markup);
    const std::string_view text = trimmed(filled);
    const std::string user = userOf(context, text);
    const std::string own = option(text, "size");
    const std::string size = own.empty() ? "40" : own;
    const auto address = [&](int scale) {
        const std::string pixels = scale == 1 ? size : std::to_string(std::atoi(size.c_str()) * scale);
        const std::string path = user + "?v=3&s=" + pixels;
        // Jekyll chooses the server by the path of scale 1
        return "https://avatars" + std::to_string(crc32(user + "?v=3&s=" + size) % 4) + ".githubusercontent.com/" +
               path;
    };
    std::string set;
    for (int scale = 1; scale <= 4; ++scale)
        set += (scale > 1 ? ", " : "") + address(scale) + " " + std::to_string(scale) + "x";
    const bool lazy = text.find("lazy=true") != std::string_view::npos;
    const std::string sources = lazy ? "src=\"\" data-src=\"" + address(1) + "\" data-srcset=\"" + set + "\""
                                     : "src=\"" + address(1) + "\" srcset=\"" + set + "\"";
    return "<img class=\"" + std::string(std::atoi(size.c_str()) < 48 ? "avatar avatar-small" : "avatar") +
           "\" alt=\"" + user + "\" width=\"" + size + "\" height=\"" + size + "\" data-proofer-ignore=\"true\" " +
           sources + " />";
}

template <std::string (*print)(liquid::Context&, std::string_view)>
liquid::NodePtr printing(liquid::Parser&, const liquid::TagMarkup& markup)
{
    return std::make_unique<PrintingNode>(markup, print);
}

class UnknownNode final : public liquid::Node
{
public:
    explicit UnknownNode(const liquid::TagMarkup& markup)
        : Node(markup.line), m_name(markup.name), m_text(trimmed(markup.text))
    {
    }

    void render(liquid::Context& context, std::string& out) const override
    {
        context.fail("Unknown tag '" + m_name + "'");
        context.takeError(line()); // notes the error; the placeholder stands for its text
        if (m_name.rfind("end", 0) == 0)
            return;
        const std::string shown = "{% " + m_name + (m_text.empty() ? "" : " " + m_text) + " %}";
        out += "<mark class=\"galley-unknown-tag\" title=\"Unknown tag\">" + escapedHtml(shown) + "</mark>";
    }

private:
    std::string m_name;
    std::string m_text;
};
} // namespace

void addFeedTag(liquid::Registry& registry)
{
    registry.addTag("feed_meta", printing<feedMeta>);
}

void addGistTag(liquid::Registry& registry)
{
    registry.addTag("gist", printing<gist>);
}

void addAvatarTag(liquid::Registry& registry)
{
    registry.addTag("avatar", printing<avatar>);
}

liquid::NodePtr unknownTag(liquid::Parser&, const liquid::TagMarkup& markup)
{
    return std::make_unique<UnknownNode>(markup);
}

} // namespace galley::site
