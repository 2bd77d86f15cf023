// SPDX-License-Identifier: MIT
// jekyll-sitemap and jekyll-feed: pages whose Liquid source is ours, rendered with the other pages.
#include "site/plugins/changing.h"
#include "site/plugins/generators.h"

#include "site/merge.h"
#include "site/sitemodel.h"
#include "site/urls.h"

#include <algorithm>
#include <filesystem>

namespace galley::site
{

namespace
{
constexpr const char* sitemapSource = R"(<?xml version="1.0" encoding="UTF-8"?>
{%- if page.xsl %}<?xml-stylesheet type="text/xsl" href="{{ "/sitemap.xsl" | absolute_url }}"?>{% endif %}
<urlset xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="http://www.sitemaps.org/schemas/sitemap/0.9 http://www.sitemaps.org/schemas/sitemap/0.9/sitemap.xsd" xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
{%- for group in site.collections %}{% if group.output != false %}{% for entry in group.docs %}{% if entry.sitemap != false %}
<url>
<loc>{{ entry.url | replace: "/index.html", "/" | absolute_url | xml_escape }}</loc>
{% assign changed = entry.last_modified_at | default: entry.date %}{% if changed %}<lastmod>{{ changed | date_to_xmlschema }}</lastmod>
{% endif %}</url>{% endif %}{% endfor %}{% endif %}{% endfor %}
{%- for entry in site.html_pages %}{% if entry.sitemap != false and entry.url != "/404.html" %}
<url>
<loc>{{ entry.url | replace: "/index.html", "/" | absolute_url | xml_escape }}</loc>
{% if entry.last_modified_at %}<lastmod>{{ entry.last_modified_at | date_to_xmlschema }}</lastmod>
{% endif %}</url>{% endif %}{% endfor %}
{%- for entry in page.static_files %}{% if entry.sitemap != false and entry.name != "404.html" %}
<url>
<loc>{{ entry.path | replace: "/index.html", "/" | absolute_url | xml_escape }}</loc>
<lastmod>{{ entry.modified_time | date_to_xmlschema }}</lastmod>
</url>{% endif %}{% endfor %}
</urlset>
)";

constexpr const char* feedHead = R"(<?xml version="1.0" encoding="utf-8"?>
{%- if page.xsl %}<?xml-stylesheet type="text/xml" href="{{ '/feed.xslt.xml' | absolute_url }}"?>{% endif -%}
<feed xmlns="http://www.w3.org/2005/Atom"{% if site.lang %} xml:lang="{{ site.lang }}"{% endif %}>
<generator uri="https://jekyllrb.com/" version="{{ jekyll.version }}">Jekyll</generator>
{%- assign address = page.url | absolute_url -%}
<link href="{{ address }}" rel="self" type="application/atom+xml" />
<link href="{{ '/' | absolute_url }}" rel="alternate" type="text/html"{% if site.lang %} hreflang="{{ site.lang }}"{% endif %} />
<updated>{{ site.time | date_to_xmlschema }}</updated>
<id>{{ address | xml_escape }}</id>
{%- assign heading = site.title | default: site.name -%}
{%- if page.collection != "posts" %}{% assign part = page.collection | capitalize %}{% assign heading = heading | append: " | " | append: part %}{% endif -%}
{%- if page.category %}{% assign part = page.category | capitalize %}{% assign heading = heading | append: " | " | append: part %}{% endif -%}
{%- if heading %}<title type="html">{{ heading | smartify | xml_escape }}</title>{% endif -%}
{%- if site.description %}<subtitle>{{ site.description | xml_escape }}</subtitle>{% endif -%}
{%- if site.author %}<author><name>{{ site.author.name | default: site.author | xml_escape }}</name>
{%- if site.author.email %}<email>{{ site.author.email | xml_escape }}</email>{% endif -%}
{%- if site.author.uri %}<uri>{{ site.author.uri | xml_escape }}</uri>{% endif -%}
</author>{% endif -%}
)";

constexpr const char* feedList = R"({%- assign list = site[page.collection] -%}
{%- if page.tags %}{% assign list = site.tags[page.tags] %}{% endif -%}
{%- if page.category %}{% assign list = list | where: "categories", page.category %}{% endif -%}
{%- unless site.show_drafts %}{% assign list = list | where_exp: "entry", "entry.draft != true" %}{% endunless -%}
{%- assign list = list | sort: "date" | reverse -%}
{%- assign most = site.feed.posts_limit | default: 10 -%}
{%- for entry in list limit: most -%}
<entry{% if entry.lang %} xml:lang="{{ entry.lang }}"{% endif %}>
{%- assign name = entry.title | smartify | strip_html | normalize_whitespace | xml_escape -%}
{%- assign address = entry.url | absolute_url -%}
<title type="html">{{ name }}</title>
<link href="{{ address }}" rel="alternate" type="text/html" title="{{ name }}" />
<published>{{ entry.date | date_to_xmlschema }}</published>
<updated>{{ entry.last_modified_at | default: entry.date | date_to_xmlschema }}</updated>
<id>{{ entry.id | absolute_url | xml_escape }}</id>
{%- assign short = entry.feed.excerpt_only | default: site.feed.excerpt_only -%}
{%- unless short %}<content type="html" xml:base="{{ address | xml_escape }}"><![CDATA[{{ entry.content | strip }}]]></content>{% endunless -%}
)";

constexpr const char* feedEntryEnd =
    R"({%- assign writer = entry.author | default: entry.authors[0] | default: site.author -%}
{%- assign writer = site.data.authors[writer] | default: writer -%}
{%- assign called = writer.name | default: writer -%}
<author><name>{{ called | default: "" | xml_escape }}</name>
{%- if writer.email %}<email>{{ writer.email | xml_escape }}</email>{% endif -%}
{%- if writer.uri %}<uri>{{ writer.uri | xml_escape }}</uri>{% endif -%}
</author>
{%- if entry.category %}<category term="{{ entry.category | xml_escape }}" />
{%- elsif entry.categories %}{% for term in entry.categories %}<category term="{{ term | xml_escape }}" />{% endfor %}{% endif -%}
{%- for term in entry.tags %}<category term="{{ term | xml_escape }}" />{% endfor -%}
{%- assign summary = entry.description | default: entry.excerpt -%}
{%- if summary and summary != empty %}<summary type="html"><![CDATA[{{ summary | strip_html | normalize_whitespace }}]]></summary>{% endif -%}
{%- assign picture = entry.image.path | default: entry.image -%}
{%- if picture %}{% unless picture contains "://" %}{% assign picture = picture | absolute_url %}{% endunless -%}
<media:thumbnail xmlns:media="http://search.yahoo.com/mrss/" url="{{ picture | xml_escape }}" />
<media:content medium="image" url="{{ picture | xml_escape }}" xmlns:media="http://search.yahoo.com/mrss/" />{% endif -%}
</entry>
{%- endfor -%}
</feed>
)";

bool hasFile(const SiteContent& content, const std::string& path)
{
    std::error_code code;
    return std::filesystem::exists(content.root + rooted(path), code);
}

// Appended, not added: GCC 12 takes a sum of such long pieces for a write past a short string's end.
std::string feedSource()
{
    std::string source = feedHead;
    source.append(feedList).append(feedEntryEnd);
    return source;
}

void addFeed(SiteContent& content, const std::string& path, const std::string& collection, const Value& category,
             const Value& tag)
{
    if (hasFile(content, path))
        return;
    Hash data;
    data.set("layout", Value());
    data.set("sitemap", false);
    data.set("xsl", hasFile(content, "feed.xslt.xml"));
    data.set("collection", collection);
    data.set("category", category);
    data.set("tags", tag);
    addPage(content, rooted(path).substr(1), feedSource(), data);
}

void addTagFeeds(SiteContent& content, const Value& settings)
{
    Array names;
    for (const ItemPtr& post : content.posts()) {
        for (const Value& tag : listOf(post->data.get("tags"))) {
            if (std::find(names.begin(), names.end(), tag) == names.end())
                names.push_back(tag);
        }
    }
    if (settings.get("only").isArray())
        names = settings.get("only").array();
    const Array except = listOf(settings.get("except"));
    const std::string folder = settings.get("path").isString() ? settings.get("path").string() : "/feed/by_tag/";
    for (const Value& name : names) {
        const std::string tag = textOf(name);
        const bool plain =
            std::all_of(tag.begin(), tag.end(), [](unsigned char c) { return std::isalnum(c) || c == '_'; });
        if (plain && std::find(except.begin(), except.end(), name) == except.end())
            addFeed(content, folder + tag + ".xml", "posts", Value(), name);
    }
}

/// Collections to feed, with their settings; posts are always among them, last unless named.
std::vector<std::pair<std::string, Value>> fedCollections(const Value& feed)
{
    std::vector<std::pair<std::string, Value>> list;
    const Value given = feed.get("collections");
    if (given.isHash()) {
        for (const auto& [name, settings] : given.hash())
            list.emplace_back(textOf(name), settings);
    } else {
        for (const Value& name : listOf(given))
            list.emplace_back(textOf(name), Value());
    }
    const auto isPosts = [](const auto& entry) { return entry.first == "posts"; };
    if (std::none_of(list.begin(), list.end(), isPosts))
        list.emplace_back("posts", Value());
    return list;
}
} // namespace

void addFeeds(SiteContent& content)
{
    const Value feed = content.config.values.get("feed");
    if (feed.get("disable_in_development").isTruthy() && content.options.environment == "development")
        return;
    for (const auto& [name, settings] : fedCollections(feed)) {
        const bool posts = name == "posts";
        const std::string prefix = posts ? "/feed" : "/feed/" + name;
        Value path = settings.get("path");
        Value categories = settings.get("categories");
        if (posts && path.isNil())
            path = feed.get("path");
        if (posts && categories.isNil())
            categories = feed.get("categories");
        for (const Value& category : listOf(categories))
            addFeed(content, prefix + "/" + textOf(category) + ".xml", name, category, Value());
        addFeed(content, path.isString() ? path.string() : prefix + ".xml", name, Value(), Value());
    }
    if (feed.get("tags").isTruthy())
        addTagFeeds(content, feed.get("tags"));
}

void addSitemap(SiteContent& content)
{
    if (!hasUrl(content, "/sitemap.xml")) {
        Array files;
        for (const StaticFile& file : content.staticFiles) {
            const std::string extension = extensionOf(file.name);
            if (extension == ".htm" || extension == ".html" || extension == ".xhtml" || extension == ".pdf")
                files.push_back(staticFileDrop(file));
        }
        Hash data;
        data.set("layout", Value());
        data.set("static_files", Value(std::move(files)));
        data.set("xsl", hasUrl(content, "/sitemap.xsl"));
        addPage(content, "sitemap.xml", sitemapSource, data);
    }
    Hash data;
    data.set("layout", Value());
    if (!hasUrl(content, "/robots.txt"))
        addPage(content, "robots.txt", "Sitemap: {{ \"sitemap.xml\" | absolute_url }}\n", data);
}

} // namespace galley::site
