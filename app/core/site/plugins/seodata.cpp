// SPDX-License-Identifier: MIT
#include "site/plugins/seodata.h"

#include "site/merge.h"
#include "site/plugins/tagkit.h"

#include "base/unicode.h"

#include <algorithm>
#include <map>

namespace galley::site
{

namespace
{
constexpr const char* plainText = "markdownify | strip_html | normalize_whitespace | escape_once";

bool isAbsoluteUrl(const std::string& url)
{
    const std::size_t colon = url.find(':');
    return colon != std::string::npos && colon > 0 && url.find_first_of("/?#") > colon;
}

Value orElse(const Value& first, const Value& second)
{
    return first.isTruthy() ? first : second;
}
} // namespace

SeoData::SeoData(const liquid::Context& context, std::string_view markup)
    : m_context(context), m_page(context.options().page), m_site(context.find("site")),
      m_showsTitle(unicode::toLower(markup).find("title=false") == std::string::npos)
{
    readTitles();
    readAuthor();
}

SeoData::Text SeoData::formatted(const Value& value) const
{
    if (value.isNil())
        return std::nullopt;
    std::string text = filtered(m_context, value, plainText);
    if (text.empty())
        return std::nullopt;
    return text;
}

bool SeoData::isHomeOrAbout() const
{
    const std::string url = textOf(m_page.get("url"));
    for (const char* folder : {"/", "/about/"}) {
        for (const char* file : {"", "index.html", "index.htm"}) {
            if (url == std::string(folder) + file)
                return true;
        }
    }
    return false;
}

std::string SeoData::pageNumber() const
{
    const Value paginator = m_context.find("paginator");
    const Value current = paginator.get("page");
    if (!current.isInteger() || current.integer() <= 1)
        return {};
    const Value own = m_site.get("seo_paginator_message");
    std::string message = own.isString() ? own.string() : "Page %<current>s of %<total>s for ";
    for (const auto& [mark, value] :
         {std::pair<std::string, Value>{"%<current>s", current}, {"%<total>s", paginator.get("total_pages")}}) {
        if (const std::size_t at = message.find(mark); at != std::string::npos)
            message.replace(at, mark.size(), textOf(value));
    }
    return message;
}

void SeoData::readTitles()
{
    m_siteTitle = formatted(orElse(m_site.get("title"), m_site.get("name")));
    const Text tagline = formatted(m_site.get("tagline"));
    const Text siteDescription = formatted(m_site.get("description"));
    m_pageTitle = formatted(m_page.get("title"));
    if (!m_pageTitle)
        m_pageTitle = m_siteTitle;
    if (m_siteTitle && m_pageTitle != m_siteTitle)
        m_title = *m_pageTitle + " | " + *m_siteTitle;
    else if (siteDescription && m_siteTitle)
        m_title = *m_siteTitle + " | " + tagline.value_or(*siteDescription);
    else
        m_title = m_pageTitle;
    if (m_title)
        m_title = pageNumber() + *m_title;
    m_description = formatted(orElse(m_page.get("description"), m_page.get("excerpt")));
    if (!m_description)
        m_description = siteDescription;
}

void SeoData::readAuthor()
{
    Array sources{m_page.get("author")};
    if (m_page.get("authors").isArray() && !m_page.get("authors").array().empty())
        sources.push_back(m_page.get("authors").array().front());
    sources.push_back(m_site.get("author"));
    const auto found = std::find_if(sources.begin(), sources.end(), [](const Value& source) {
        return !source.isNil() && !(source.isString() && source.string().empty());
    });
    if (found == sources.end())
        return;
    if (found->isHash()) {
        m_author.values = found->hash();
    } else if (found->isString()) {
        m_author.values.set("name", *found);
        const Value known = m_site.get("data").get("authors").get(found->string());
        for (const auto& [key, value] : known.isHash() ? known.hash() : Hash())
            m_author.values.set(key, value);
    }
    const Value name = m_author.values.get("name");
    if (name.isTruthy())
        m_author.name = textOf(name);
    const Value twitter = orElse(m_author.values.get("twitter"), name);
    if (twitter.isString())
        m_author.twitter = twitter.string().substr(twitter.string().rfind('@', 0) == 0 ? 1 : 0);
}

std::string SeoData::locale() const
{
    const Value language = orElse(orElse(m_page.get("lang"), m_site.get("lang")), Value("en_US"));
    std::string locale = textOf(orElse(orElse(m_page.get("locale"), m_site.get("locale")), language));
    std::replace(locale.begin(), locale.end(), '-', '_');
    return locale;
}

std::string SeoData::absolute(const Value& path) const
{
    if (path.isString() && isAbsoluteUrl(path.string()))
        return path.string();
    return filtered(m_context, path, "absolute_url");
}

std::string SeoData::canonicalUrl() const
{
    const std::string own = textOf(m_page.get("canonical_url"));
    if (!own.empty())
        return own;
    std::string url = filtered(m_context, m_page.get("url"), "absolute_url");
    constexpr std::string_view index = "/index.html";
    if (url.size() >= index.size() && url.compare(url.size() - index.size(), index.size(), index) == 0)
        url.erase(url.size() - index.size() + 1);
    return url;
}

std::optional<Hash> SeoData::image() const
{
    const Value given = m_page.get("image");
    Hash image;
    image.set("path", Value());
    if (given.isString())
        image.set("path", given);
    for (const auto& [key, value] : given.isHash() ? given.hash() : Hash())
        image.set(key, value);
    const Value raw = orElse(orElse(image.get("path"), image.get("facebook")), image.get("twitter"));
    if (!raw.isTruthy())
        return std::nullopt;
    image.set("path", filtered(m_context, absolute(raw), "uri_escape"));
    return image;
}

SeoData::Text SeoData::name() const
{
    const Value own = m_page.get("seo").get("name");
    if (own.isTruthy())
        return formatted(own);
    if (!isHomeOrAbout())
        return std::nullopt;
    const Value social = m_site.get("social").get("name");
    return social.isTruthy() ? formatted(social) : m_siteTitle;
}

std::string SeoData::type() const
{
    const Value own = m_page.get("seo").get("type");
    if (own.isTruthy())
        return textOf(own);
    if (isHomeOrAbout())
        return "WebSite";
    return m_page.get("date").isTruthy() ? "BlogPosting" : "WebPage";
}

Value SeoData::links() const
{
    const Value own = m_page.get("seo").get("links");
    if (own.isTruthy())
        return own;
    return isHomeOrAbout() ? m_site.get("social").get("links") : Value();
}

SeoData::Text SeoData::date(const Value& value) const
{
    if (!value.isTruthy())
        return std::nullopt;
    return filtered(m_context, value, "date_to_xmlschema");
}

SeoData::Text SeoData::logo() const
{
    const Value logo = m_site.get("logo");
    if (!logo.isTruthy())
        return std::nullopt;
    return filtered(m_context, absolute(logo), "uri_escape");
}

void SeoData::setIf(Hash& hash, const char* key, const Text& text) const
{
    if (text)
        hash.set(key, *text);
}

static Value jsonImage(const Hash& image)
{
    if (image.size() == 1)
        return image.get("path");
    Hash object;
    for (const auto& [key, value] : image) {
        if (!(key == Value("path")))
            object.set(key, value);
    }
    object.set("url", image.get("path"));
    object.set("@type", "imageObject");
    return object;
}

static Value jsonAuthor(const SeoAuthor& author)
{
    const Value type = author.values.get("type");
    if (!author.name || (type.isTruthy() && !(type == Value("Organization")) && !(type == Value("Person"))))
        return {};
    Hash object;
    object.set("@type", type.isTruthy() ? type : Value("Person"));
    object.set("name", *author.name);
    if (author.values.get("url").isTruthy())
        object.set("url", author.values.get("url"));
    return object;
}

static Value jsonPublisher(const std::optional<std::string>& logo, const SeoAuthor& author)
{
    if (!logo)
        return {};
    Hash image;
    image.set("@type", "ImageObject");
    image.set("url", *logo);
    Hash object;
    object.set("@type", "Organization");
    object.set("logo", Value(std::move(image)));
    if (author.name)
        object.set("name", *author.name);
    return object;
}

Hash SeoData::jsonLd() const
{
    const std::string kind = type();
    const Value seo = m_page.get("seo");
    Hash all;
    all.set("@context", "https://schema.org");
    all.set("@type", kind);
    all.set("author", jsonAuthor(m_author));
    setIf(all, "dateModified",
          date(orElse(orElse(seo.get("date_modified"), m_page.get("last_modified_at")), m_page.get("date"))));
    setIf(all, "datePublished", date(m_page.get("date")));
    setIf(all, "description", m_description);
    setIf(all, "headline", m_pageTitle);
    if (const auto picture = image())
        all.set("image", jsonImage(*picture));
    if (kind == "BlogPosting" || kind == "CreativeWork") {
        Hash entity;
        entity.set("@type", "WebPage");
        entity.set("@id", canonicalUrl());
        all.set("mainEntityOfPage", Value(std::move(entity)));
    }
    setIf(all, "name", name());
    all.set("publisher", jsonPublisher(logo(), m_author));
    all.set("sameAs", links());
    all.set("url", canonicalUrl());
    Hash kept;
    for (const auto& [key, value] : all) {
        if (!value.isNil())
            kept.set(key, value);
    }
    return kept;
}

} // namespace galley::site
