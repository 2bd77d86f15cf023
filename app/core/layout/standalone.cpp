// SPDX-License-Identifier: MIT
#include "layout/standalone.h"

#include "base/htmlscanner.h"
#include "layout/cssinliner.h"
#include "layout/mathtext.h"

#include <algorithm>
#include <array>
#include <optional>

namespace galley
{

namespace
{

/// Attributes that load a file into the page: element, attribute.
struct LoadingAttribute {
    std::string_view element;
    std::string_view attribute;
    AssetUse use;
};
constexpr std::array<LoadingAttribute, 9> loadingAttributes{{{"img", "src", AssetUse::Image},
                                                             {"source", "src", AssetUse::Media},
                                                             {"input", "src", AssetUse::Image},
                                                             {"audio", "src", AssetUse::Media},
                                                             {"video", "src", AssetUse::Media},
                                                             {"video", "poster", AssetUse::Image},
                                                             {"track", "src", AssetUse::Track},
                                                             {"image", "href", AssetUse::Image},
                                                             {"image", "xlink:href", AssetUse::Image}}};

std::string lowered(std::string_view text)
{
    std::string out(text);
    std::transform(out.begin(), out.end(), out.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
    return out;
}

/// Elements in which no formula is set: those MathJax and KaTeX's auto-render pass by (as in preview/formulas.js).
bool isVerbatim(std::string_view element)
{
    constexpr std::array<std::string_view, 6> names{"code", "pre", "noscript", "template", "math", "svg"};
    return std::find(names.begin(), names.end(), element) != names.end();
}

std::string withoutClosingTag(std::string text, std::string_view tag)
{
    // "</script" inside a script would end the element: "<\/script" means the same to JavaScript and CSS strings.
    for (std::size_t at = text.find("</"); at != std::string::npos; at = text.find("</", at + 3)) {
        if (lowered(std::string_view(text).substr(at + 2, tag.size())) == tag)
            text.insert(at + 1, "\\");
    }
    return text;
}

/// A script's text for inside the element: "<!--" before "<script" would hide the closing tag (13.2.5.17 and on).
std::string scriptText(std::string text)
{
    for (std::size_t at = text.find("<!--"); at != std::string::npos; at = text.find("<!--", at))
        text.replace(at, 1, "\\x3C");
    return withoutClosingTag(std::move(text), "script");
}

/// The page's own doctype, as long as nothing stands before it: without it the layout is another.
std::string_view doctypeOf(std::string_view page)
{
    const std::size_t begin = page.find_first_not_of(" \t\r\n");
    const std::size_t end = page.find_first_of("<>", begin == std::string_view::npos ? begin : begin + 1);
    if (end == std::string_view::npos || page[end] != '>')
        return {};
    const std::string_view tag = page.substr(begin, end + 1 - begin);
    return lowered(tag.substr(0, 9)) == "<!doctype" ? tag : std::string_view();
}

/// Rewrites one page, token by token.
class Inliner
{
public:
    Inliner(std::string_view page, const StandaloneOptions& options, Diagnostics& diagnostics)
        : m_page(page), m_options(options), m_diagnostics(diagnostics)
    {
    }

    std::string run()
    {
        if (isBound()) // a policy binds what stands behind it, so nothing of the page may come before
            m_out = std::string(doctypeOf(m_page)) + "<meta http-equiv=\"Content-Security-Policy\" content=\"" +
                    escapedAttribute(m_options.policy) + "\">\n";
        m_headEnd = m_out.size();
        const std::size_t top = m_headEnd;
        HtmlScanner scanner(m_page);
        while (const auto token = scanner.next())
            rewrite(*token, top);
        if (m_setMath && m_options.mathStyle)
            insertStyle(m_options.mathStyle());
        if (isBound())
            dropHiddenScripts();
        return std::move(m_out);
    }

private:
    bool isBound() const { return !m_options.policy.empty(); }

    void rewrite(const HtmlToken& token, std::size_t top)
    {
        const std::string_view source = m_page.substr(token.offset, token.length);
        switch (token.kind) {
        case HtmlToken::Kind::StartTag:
            m_element = token.name;
            m_skipEnd.clear();
            if (isVerbatim(token.name))
                ++m_verbatim;
            return startTag(token, source);
        case HtmlToken::Kind::EndTag:
            m_element.clear();
            if (isBound() && token.name == "script")
                return;
            if (isVerbatim(token.name))
                m_verbatim = std::max(0, m_verbatim - 1);
            if (token.name == "head" && m_headEnd == top)
                m_headEnd = m_out.size();
            m_out += source;
            return;
        case HtmlToken::Kind::Text: return text(source);
        case HtmlToken::Kind::Other: m_out += source;
        }
    }

    void text(std::string_view source)
    {
        if (m_element == "script" && isBound())
            return;
        if (m_element == "style") {
            m_out += withoutClosingTag(inlinedCss(source, {}, m_options.assets, m_diagnostics), "style");
        } else if (m_skipEnd == "script" && m_element == "script") {
            m_skipEnd.clear(); // the text of <script src=…> is ignored by browsers
        } else if (m_verbatim == 0 && m_options.math && m_element != "script" && m_element != "textarea" &&
                   m_element != "title" && m_element != "option") {
            const std::string set = withMathSet(source, m_options.math);
            m_setMath = m_setMath || set != source;
            m_out += set;
        } else {
            m_out += source;
        }
    }

    void startTag(const HtmlToken& token, std::string_view source)
    {
        if (isBound() && isUnbinding(token))
            return;
        if (token.name == "link" && linkElement(token))
            return;
        if (token.name == "script" && scriptElement(token))
            return;
        std::size_t copied = token.offset;
        for (const HtmlAttribute& attribute : token.attributes) {
            const auto value = newValue(token, attribute);
            if (!value)
                continue;
            // The new value brings quotes of its own: those of the old one might stand in it.
            const char before = m_page[attribute.offset - 1];
            const std::size_t quote = before == '"' || before == '\'' ? 1 : 0;
            m_out += m_page.substr(copied, attribute.offset - quote - copied);
            m_out += '"' + escapedAttribute(*value) + '"';
            copied = attribute.offset + attribute.value.size() + quote;
        }
        m_out += source.substr(copied - token.offset);
    }

    /// What a bound page does without: scripts, another base, and a meta element that acts (a refresh leads away).
    static bool isUnbinding(const HtmlToken& token)
    {
        const bool acts = std::any_of(token.attributes.begin(), token.attributes.end(), [](const HtmlAttribute& each) {
            return lowered(each.name) == "http-equiv" && lowered(each.value) != "content-type";
        });
        return token.name == "script" || token.name == "base" || (token.name == "meta" && acts);
    }

    /// A style sheet becomes a style element, an icon a data URL; false: the tag stays as it is.
    bool linkElement(const HtmlToken& token)
    {
        const HtmlAttribute* rel = token.attribute("rel");
        const HtmlAttribute* href = token.attribute("href");
        if (!rel || !href || lowered(rel->value).find("stylesheet") == std::string::npos)
            return false;
        const std::string url = local(decodedAttribute(href->value));
        const auto sheet = load(url, {}, AssetUse::Style);
        if (!sheet)
            return false;
        m_out += "<style";
        if (const HtmlAttribute* media = token.attribute("media"))
            m_out += " media=\"" + escapedAttribute(decodedAttribute(media->value)) + '"';
        m_out += '>';
        m_out += withoutClosingTag(inlinedCss(sheet->bytes, urlPath(url), m_options.assets, m_diagnostics), "style");
        m_out += "</style>";
        return true;
    }

    bool scriptElement(const HtmlToken& token)
    {
        const HtmlAttribute* src = token.attribute("src");
        const auto script = src ? load(local(decodedAttribute(src->value)), {}, AssetUse::Script) : std::nullopt;
        if (!script)
            return false;
        m_out += "<script";
        for (const HtmlAttribute& attribute : token.attributes) {
            if (&attribute != src && attribute.name != "integrity" && attribute.name != "crossorigin")
                m_out += ' ' + std::string(attribute.name) + "=\"" +
                         escapedAttribute(decodedAttribute(attribute.value)) + '"';
        }
        m_out += '>' + scriptText(script->bytes);
        m_skipEnd = "script";
        return true;
    }

    /// The value, not escaped yet, that takes the place of the attribute's; nothing when it stays.
    std::optional<std::string> newValue(const HtmlToken& token, const HtmlAttribute& attribute)
    {
        if (!attribute.hasValue)
            return std::nullopt;
        const std::string name = lowered(attribute.name);
        const auto loading = std::find_if(
            loadingAttributes.begin(), loadingAttributes.end(),
            [&](const LoadingAttribute& each) { return each.element == token.name && each.attribute == name; });
        if (loading != loadingAttributes.end())
            return inlinedUrl(decodedAttribute(attribute.value), loading->use);
        if (token.name == "link" && name == "href" && isIcon(token))
            return inlinedUrl(decodedAttribute(attribute.value), AssetUse::Image);
        if (name == "srcset")
            return inlinedSrcset(decodedAttribute(attribute.value));
        if (name == "style" && attribute.value.find("url(") != std::string_view::npos)
            return inlinedCss(decodedAttribute(attribute.value), {}, m_options.assets, m_diagnostics);
        const bool leads = name == "href" && (token.name == "a" || token.name == "area" || token.name == "link");
        if (leads && !m_options.siteUrl.empty() && !attribute.value.empty() && attribute.value.front() == '/' &&
            attribute.value.substr(0, 2) != "//")
            return hostOf(m_options.siteUrl) + decodedAttribute(attribute.value);
        return std::nullopt;
    }

    static bool isIcon(const HtmlToken& token)
    {
        const HtmlAttribute* rel = token.attribute("rel");
        return rel && lowered(rel->value).find("icon") != std::string::npos;
    }

    std::optional<std::string> inlinedUrl(const std::string& value, AssetUse use)
    {
        const auto asset = load(local(value), {}, use);
        return asset ? std::optional(dataUrl(*asset)) : std::nullopt;
    }

    /// "small.jpg 1x, large.jpg 2x": each candidate by itself.
    std::optional<std::string> inlinedSrcset(const std::string& value)
    {
        std::string out;
        for (std::size_t pos = 0; pos < value.size();) {
            const std::size_t start = std::min(value.find_first_not_of(" \t\n,", pos), value.size());
            const std::size_t end = std::min(value.find_first_of(" \t\n,", start), value.size());
            const std::size_t comma = std::min(value.find(',', end), value.size());
            if (end > start) {
                const std::string url = value.substr(start, end - start);
                out += (out.empty() ? "" : ", ") + inlinedUrl(url, AssetUse::Image).value_or(url) + value.substr(end, comma - end);
            }
            pos = comma + 1;
        }
        return out;
    }

    /// The address as a path of the site, when it names the site's own host.
    std::string local(std::string url) const
    {
        const std::string& site = m_options.siteUrl;
        if (!site.empty() && url.compare(0, site.size(), site) == 0 &&
            (url.size() == site.size() || url[site.size()] == '/'))
            url.erase(0, hostOf(site).size());
        return url;
    }

    static std::string hostOf(const std::string& url)
    {
        const std::size_t scheme = url.find("://");
        return url.substr(0, scheme == std::string::npos ? std::string::npos : url.find('/', scheme + 3));
    }

    std::optional<Asset> load(const std::string& url, const std::string& base, AssetUse use)
    {
        if (!isLocalUrl(url)) {
            if (!url.empty() && url.compare(0, 5, "data:") != 0 && url.front() != '#')
                report("Stays a link, it is not part of this site: " + url);
            return std::nullopt;
        }
        auto asset = m_options.assets(urlPath(url), base, use);
        if (asset)
            return *std::move(asset);
        report(asset.error().message);
        return std::nullopt;
    }

    void report(const std::string& text) { m_diagnostics.push_back({{}, 0, 0, Severity::Warning, text}); }

    /// A script tag that only a browser would take for one: inside <svg>, a style element is no style sheet's text.
    void dropHiddenScripts()
    {
        static constexpr std::string_view tag = "<script";
        for (std::size_t at = m_out.find('<'); at != std::string::npos; at = m_out.find('<', at + 1)) {
            if (lowered(std::string_view(m_out).substr(at, tag.size())) == tag)
                m_out.replace(at, 1, "&lt;");
        }
    }

    void insertStyle(const std::string& css)
    {
        m_out.insert(m_headEnd, "<style>" + withoutClosingTag(css, "style") + "</style>\n");
    }

    std::string_view m_page;
    const StandaloneOptions& m_options;
    Diagnostics& m_diagnostics;
    std::string m_out;
    std::string m_element; ///< the last start tag; empty after an end tag
    std::string m_skipEnd;
    std::size_t m_headEnd = 0; ///< bytes into m_out: where </head> stands
    int m_verbatim = 0;        ///< depth of elements without formulas
    bool m_setMath = false;
};

} // namespace

std::string standalonePage(std::string_view page, const StandaloneOptions& options, Diagnostics& diagnostics)
{
    return Inliner(page, options, diagnostics).run();
}

} // namespace galley
