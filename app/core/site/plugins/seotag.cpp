// SPDX-License-Identifier: MIT
// {% seo %}: the head's title, description, social cards and JSON-LD.
#include "site/plugins/plugintags.h"
#include "site/plugins/seodata.h"
#include "site/plugins/tagkit.h"

#include "site/merge.h"

namespace galley::site
{

namespace
{
class Head
{
public:
    explicit Head(const liquid::Context& context, std::string_view markup) : m_context(context), m_seo(context, markup)
    {
    }

    std::string text()
    {
        m_out = "<!-- Begin Jekyll SEO tag v2.8.0 -->\n";
        if (m_seo.showsTitle())
            m_out += "<title>" + *m_seo.title() + "</title>\n";
        meta("name", "generator", "Jekyll v" + textOf(m_context.find("jekyll").get("version")));
        metaIf("property", "og:title", m_seo.pageTitle());
        metaIf("name", "author", m_seo.author().name);
        meta("property", "og:locale", m_seo.locale());
        metaIf("name", "description", m_seo.description());
        metaIf("property", "og:description", m_seo.description());
        addAddress();
        metaIf("property", "og:site_name", m_seo.siteTitle());
        addImage();
        addKind();
        addNeighbours();
        addCard();
        addNetworks();
        addVerifications();
        m_out += "<script type=\"application/ld+json\">\n" + filtered(m_context, Value(m_seo.jsonLd()), "jsonify") +
                 "</script>\n<!-- End Jekyll SEO tag -->\n";
        return m_out;
    }

private:
    void meta(const char* kind, const char* name, const std::string& content)
    {
        m_out += std::string("<meta ") + kind + "=\"" + name + "\" content=\"" + content + "\" />\n";
    }
    void metaIf(const char* kind, const char* name, const std::optional<std::string>& content)
    {
        if (content)
            meta(kind, name, *content);
    }
    void metaIf(const char* kind, const char* name, const Value& content)
    {
        if (content.isTruthy())
            meta(kind, name, filtered(m_context, content, "append: ''"));
    }
    void link(const char* relation, const std::string& address)
    {
        m_out += std::string("<link rel=\"") + relation + "\" href=\"" + address + "\" />\n";
    }

    void addAddress()
    {
        if (!m_seo.site().get("url").isTruthy())
            return;
        link("canonical", m_seo.canonicalUrl());
        meta("property", "og:url", m_seo.canonicalUrl());
    }

    void addImage()
    {
        m_image = m_seo.image();
        if (!m_image)
            return;
        metaIf("property", "og:image", m_image->get("path"));
        metaIf("property", "og:image:height", m_image->get("height"));
        metaIf("property", "og:image:width", m_image->get("width"));
        metaIf("property", "og:image:alt", m_image->get("alt"));
    }

    void addKind()
    {
        const Value date = m_seo.page().get("date");
        meta("property", "og:type", date.isTruthy() ? "article" : "website");
        if (date.isTruthy())
            meta("property", "article:published_time", filtered(m_context, date, "date_to_xmlschema"));
    }

    void addNeighbours()
    {
        const Value paginator = m_context.find("paginator");
        if (paginator.get("previous_page").isTruthy())
            link("prev", filtered(m_context, paginator.get("previous_page_path"), "absolute_url"));
        if (paginator.get("next_page").isTruthy())
            link("next", filtered(m_context, paginator.get("next_page_path"), "absolute_url"));
    }

    void addCard()
    {
        if (m_image) {
            const Value own = m_seo.page().get("twitter").get("card");
            const Value ofSite = m_seo.site().get("twitter").get("card");
            meta("name", "twitter:card",
                 own.isTruthy()      ? textOf(own)
                 : ofSite.isTruthy() ? textOf(ofSite)
                                     : "summary_large_image");
            metaIf("property", "twitter:image", m_image->get("path"));
            metaIf("name", "twitter:image:alt", m_image->get("alt"));
        } else {
            meta("name", "twitter:card", "summary");
        }
        metaIf("property", "twitter:title", m_seo.pageTitle());
    }

    void addNetworks()
    {
        const Value twitter = m_seo.site().get("twitter");
        if (twitter.isTruthy()) {
            meta("name", "twitter:site", "@" + filtered(m_context, twitter.get("username"), "remove: '@'"));
            if (m_seo.author().twitter)
                meta("name", "twitter:creator", "@" + filtered(m_context, *m_seo.author().twitter, "remove: '@'"));
        }
        const Value facebook = m_seo.site().get("facebook");
        metaIf("property", "fb:admins", facebook.get("admins"));
        metaIf("property", "article:publisher", facebook.get("publisher"));
        metaIf("property", "fb:app_id", facebook.get("app_id"));
    }

    void addVerifications()
    {
        const Value all = m_seo.site().get("webmaster_verifications");
        if (!all.isTruthy()) {
            metaIf("name", "google-site-verification", m_seo.site().get("google_site_verification"));
            return;
        }
        metaIf("name", "google-site-verification", all.get("google"));
        metaIf("name", "msvalidate.01", all.get("bing"));
        metaIf("name", "alexaVerifyID", all.get("alexa"));
        metaIf("name", "yandex-verification", all.get("yandex"));
        metaIf("name", "baidu-site-verification", all.get("baidu"));
        metaIf("name", "facebook-domain-verification", all.get("facebook"));
    }

    const liquid::Context& m_context;
    SeoData m_seo;
    std::optional<Hash> m_image;
    std::string m_out;
};

std::string print(liquid::Context& context, std::string_view markup)
{
    return Head(context, markup).text();
}

liquid::NodePtr parse(liquid::Parser&, const liquid::TagMarkup& markup)
{
    return std::make_unique<PrintingNode>(markup, print);
}
} // namespace

void addSeoTag(liquid::Registry& registry)
{
    registry.addTag("seo", parse);
}

} // namespace galley::site
