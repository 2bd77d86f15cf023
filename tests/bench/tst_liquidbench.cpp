// SPDX-License-Identifier: MIT
// What Liquid costs: parsing and rendering a layout that lists 500 posts, and a post's own small layout.
#include "liquid/context.h"
#include "liquid/registry.h"
#include "liquid/template.h"

#include <QTest>

using namespace galley;

namespace
{
constexpr char listLayout[] =
    R"(<!doctype html><html><head><title>{% if page.title %}{{ page.title | escape }}{% else %}{{ site.title }}{% endif %}</title>
<link rel="canonical" href="{{ page.url | replace: 'index.html', '' | absolute_url }}"></head><body>
{% assign shown = site.posts | where: "published", "true" %}<ul>
{%- for post in site.posts -%}
  {% unless post.hidden %}<li class="{% cycle 'odd', 'even' %}"><a href="{{ post.url | relative_url }}">{{ post.title | escape }}</a>
  <time datetime="{{ post.date | date_to_xmlschema }}">{{ post.date | date: "%b %-d, %Y" }}</time>{% if post.tags contains "x" %} x{% endif %}</li>{% endunless %}
{%- endfor -%}
</ul>{{ content }}</body></html>)";

constexpr char postLayout[] =
    R"(<article><h1>{{ page.title | escape }}</h1><p>{{ page.date | date: "%b %-d, %Y" }}{% if page.author %} • {{ page.author }}{% endif %}</p>
{{ content | replace: "<table>", "<table class='t'>" }}{% if site.comments %}…{% endif %}<a href="{{ page.url | relative_url }}">#</a></article>)";

Value post(int number)
{
    Hash out;
    out.set("title", "Post & number " + std::to_string(number));
    out.set("url", "/2017/06/19/post-" + std::to_string(number) + ".html");
    DateTime date = makeDate(2017, 6, 19);
    date.isDate = false;
    date.seconds += number * 86400;
    out.set("date", date);
    out.set("published", "true");
    out.set("tags", Array{"a", "x"});
    return out;
}

Hash variables(int posts)
{
    Array all;
    for (int i = 0; i < posts; ++i)
        all.push_back(post(i));
    Hash site, globals;
    site.set("title", "Bench");
    site.set("posts", std::move(all));
    globals.set("site", std::move(site));
    globals.set("page", post(1));
    globals.set("content", std::string(4000, 'c'));
    return globals;
}

liquid::TemplatePtr parsed(const char* source)
{
    static const auto registry = std::make_shared<const liquid::Registry>(liquid::jekyllRegistry());
    liquid::ParseOptions options;
    options.registry = registry;
    return liquid::parse(source, options).value();
}
} // namespace

class LiquidBench : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void parse_listLayout()
    {
        QBENCHMARK
        {
            QVERIFY(parsed(listLayout));
        }
    }

    void render_listLayoutOf500Posts()
    {
        const auto source = parsed(listLayout);
        const Hash globals = variables(500);
        const liquid::Environment environment;
        QBENCHMARK
        {
            liquid::Context context(environment, globals);
            QVERIFY(liquid::render(*source, context).text.size() > 50'000);
        }
    }

    void render_postLayout()
    {
        const auto source = parsed(postLayout);
        const Hash globals = variables(1);
        const liquid::Environment environment;
        QBENCHMARK
        {
            liquid::Context context(environment, globals);
            QVERIFY(liquid::render(*source, context).text.size() > 4000);
        }
    }
};

QTEST_GUILESS_MAIN(LiquidBench)
#include "tst_liquidbench.moc"
