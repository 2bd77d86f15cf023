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
};
constexpr std::array<LoadingAttribute, 9> loadingAttributes{{{"img", "src"},
                                                             {"source", "src"},
                                                             {"input", "src"},
                                                             {"audio", "src"},
                                                             {"video", "src"},
                                                             {"video", "poster"},
                                                             {"track", "src"},
                                                             {"image", "href"},
                                                             {"image", "xlink:href"}}};

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
        if (text.compare(at + 2, tag.size(), tag) == 0)
            text.insert(at + 1, "\\");
    }
    return text;
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
        HtmlScanner scanner(m_page);
        while (const auto token = scanner.next())
            rewrite(*token);
        if (m_setMath && m_options.mathStyle)
            insertStyle(m_options.mathStyle());
        return std::move(m_out);
    }

private:
    void rewrite(const HtmlToken& token)
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
            if (isVerbatim(token.name))
                m_verbatim = std::max(0, m_verbatim - 1);
            if (token.name == "head" && m_headEnd == 0)
                m_headEnd = m_out.size();
            m_out += source;
            return;
        case HtmlToken::Kind::Text: return text(source);
        case HtmlToken::Kind::Other: m_out += source;
        }
    }

    void text(std::string_view source)
    {
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
        if (token.name == "link" && linkElement(token))
            return;
        if (token.name == "script" && scriptElement(token))
            return;
        std::size_t copied = token.offset;
        for (const HtmlAttribute& attribute : token.attributes) {
            const auto value = newValue(token.name, attribute);
            if (!value)
                continue;
            m_out += m_page.substr(copied, attribute.offset - copied);
            const bool quoted =
                attribute.offset > 0 && (m_page[attribute.offset - 1] == '"' || m_page[attribute.offset - 1] == '\'');
            m_out += quoted ? *value : '"' + *value + '"';
            copied = attribute.offset + attribute.value.size();
        }
        m_out += source.substr(copied - token.offset);
    }

    /// A style sheet becomes a style element, an icon a data URL; false: the tag stays as it is.
    bool linkElement(const HtmlToken& token)
    {
        const HtmlAttribute* rel = token.attribute("rel");
        const HtmlAttribute* href = token.attribute("href");
        if (!rel || !href || rel->value.find("stylesheet") == std::string_view::npos)
            return false;
        const std::string url = local(href->value);
        const auto sheet = load(url, {});
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
        const auto script = src ? load(local(src->value), {}) : std::nullopt;
        if (!script)
            return false;
        m_out += "<script";
        for (const HtmlAttribute& attribute : token.attributes) {
            if (&attribute != src && attribute.name != "integrity" && attribute.name != "crossorigin")
                m_out += ' ' + std::string(attribute.name) + "=\"" + std::string(attribute.value) + '"';
        }
        m_out += '>' + withoutClosingTag(script->bytes, "script");
        m_skipEnd = "script";
        return true;
    }

    std::optional<std::string> newValue(const std::string& element, const HtmlAttribute& attribute)
    {
        const auto is = [&](const LoadingAttribute& loading) {
            return loading.element == element && loading.attribute == attribute.name;
        };
        if (std::any_of(loadingAttributes.begin(), loadingAttributes.end(), is) ||
            (element == "link" && attribute.name == "href"))
            return inlinedUrl(attribute.value);
        if (attribute.name == "srcset")
            return inlinedSrcset(decodedAttribute(attribute.value));
        if (attribute.name == "style" && attribute.value.find("url(") != std::string_view::npos)
            return escapedAttribute(inlinedCss(decodedAttribute(attribute.value), {}, m_options.assets, m_diagnostics));
        if (element == "a" && attribute.name == "href" && !m_options.siteUrl.empty() && !attribute.value.empty() &&
            attribute.value.front() == '/' && attribute.value.substr(0, 2) != "//")
            return escapedAttribute(hostOf(m_options.siteUrl)) + std::string(attribute.value);
        return std::nullopt;
    }

    std::optional<std::string> inlinedUrl(std::string_view value)
    {
        const auto asset = load(local(value), {});
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
                out += (out.empty() ? "" : ", ") + inlinedUrl(url).value_or(url) + value.substr(end, comma - end);
            }
            pos = comma + 1;
        }
        return escapedAttribute(out);
    }

    /// The address as a path of the site, when it names the site's own host.
    std::string local(std::string_view attributeValue) const
    {
        std::string url = decodedAttribute(attributeValue);
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

    std::optional<Asset> load(const std::string& url, const std::string& base)
    {
        if (!isLocalUrl(url)) {
            if (!url.empty() && url.compare(0, 5, "data:") != 0 && url.front() != '#')
                report("Stays a link, it is not part of this site: " + url);
            return std::nullopt;
        }
        auto asset = m_options.assets(urlPath(url), base);
        if (asset)
            return *std::move(asset);
        report(asset.error().message);
        return std::nullopt;
    }

    void report(const std::string& text) { m_diagnostics.push_back({{}, 0, 0, Severity::Warning, text}); }

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
