# SPDX-License-Identifier: MIT
"""Small Jekyll sites by chance: the same seed gives the same site, on any machine."""
import random

WORDS = "river stone letter cloud engine garden paper window signal harbour copper winter ladder bridge salt".split()
STYLES = ["none", "date", "pretty", "ordinal", "weekdate", "/:year/:title/", "/:categories/:slug:output_ext",
          "/blog/:i_month-:i_day/:title.html", "/:short_year/:long_month/:slugified_categories/:title/", None]
ZONES = ["UTC", "America/Chicago", "Europe/Berlin", "Asia/Kolkata", None]
TAGS = ["news", "long walk", "C++", "Überblick", "two"]


class Site:
    def __init__(self, folder, seed):
        self.folder = folder
        self.r = random.Random(seed)
        self.posts = []
        self.collections = {}

    def write(self, path, text):
        target = self.folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8")

    def chance(self, p):
        return self.r.random() < p

    def words(self, n):
        return " ".join(self.r.choice(WORDS) for _ in range(n))

    def title(self):
        return self.r.choice(['"%s"', "%s", "'%s'"]) % self.r.choice(
            [self.words(2).title(), self.words(3), "It's " .replace("'", "’") + self.words(1), "A & B " + self.words(1)])

    # ------------------------------------------------------------------ text
    def inline(self):
        w = self.words
        return self.r.choice([
            w(5), f"*{w(2)}* {w(3)}", f"**{w(1)}** and `{w(1)}`", f"[{w(1)}](https://x.example/{self.r.choice(WORDS)})",
            f"{w(2)} -- {w(2)}", f'"{w(2)}", she said', f"{w(2)}... {w(1)}", f"it's {w(2)}", f"{w(2)} & {w(1)} < {w(1)}"])

    def paragraph(self):
        return " ".join(self.inline() for _ in range(self.r.randint(1, 4)))

    def block(self):
        r, w = self.r, self.words
        return r.choice([
            self.paragraph, self.paragraph, self.paragraph,
            lambda: "#" * r.randint(1, 4) + " " + w(r.randint(1, 4)),
            lambda: "\n".join("* " + self.inline() for _ in range(r.randint(1, 4))),
            lambda: "\n".join(f"{i + 1}. " + self.inline() for i in range(r.randint(1, 4))),
            lambda: "> " + self.paragraph(),
            lambda: "```python\nx = %d\n```" % r.randint(1, 99),
            lambda: "    indented " + w(2),
            lambda: f"| {w(1)} | {w(1)} |\n|---|--:|\n| {self.inline().replace('|', '')} | {w(1)} |",
            lambda: "---",
            lambda: f'<div class="{w(1)}">{w(2)}</div>',
            self.liquid])()

    def liquid(self):
        w = self.words
        return self.r.choice([
            "{{ page.title }} is {{ page.url }} of {{ site.posts.size }}",
            "{{ page.date | date: '%Y-%m-%d %H:%M %z' }}",
            "{% for p in site.posts limit: 3 %}[{{ p.title }}]({{ p.url | relative_url }}){% unless forloop.last %}, {% endunless %}{% endfor %}",
            "{% assign n = page.title | size | plus: 3 %}{{ n }} and {{ '" + w(3) + "' | capitalize | replace: 'e', 'E' }}",
            "{% if page.tags contains 'news' %}new{% elsif page.categories.size > 0 %}{{ page.categories | join: '/' }}{% else %}none{% endif %}",
            "{% include box.html text='" + w(2) + "' number=3 %}",
            "{{ site.data.things[0].name }} {{ site.data.things | map: 'name' | array_to_sentence_string }}",
            "{% capture c %}{{ page.collection }}{% endcapture %}[{{ c | upcase }}]",
            "{% raw %}{{ untouched }}{% endraw %}",
            "{{ site.categories | size }}-{{ site.tags.news | size }} {{ page.id }} {{ page.slug }} {{ page.path }}"])

    def body(self):
        blocks = [self.block() for _ in range(self.r.randint(1, 6))]
        if self.chance(0.3):
            blocks.insert(self.r.randint(0, len(blocks)), "<!--more-->")
        return "\n\n".join(blocks) + self.r.choice(["", "\n", "\n\n"])

    # ------------------------------------------------------------------ files
    def front(self, entries):
        return "---\n" + "".join(f"{k}: {v}\n" for k, v in entries if v is not None) + "---\n"

    def config(self):
        r = self.r
        lines = ["title: " + self.title(), "description: " + self.words(4), "url: https://site.example"]
        if self.chance(0.6):
            lines.append("baseurl: " + r.choice(["/base", '""', "/a/b"]))
        style, zone = r.choice(STYLES), r.choice(ZONES)
        if style:
            lines.append("permalink: " + style)
        if zone:
            lines.append("timezone: " + zone)
        if self.chance(0.3):
            lines.append("excerpt_separator: " + r.choice(["<!--more-->", '""', '"\\n"']))
        if self.chance(0.3):
            lines.append("future: true")
        if self.chance(0.3):
            lines.append("exclude: [hidden, '*.tmp', notes/]")
        if self.chance(0.3):
            lines.append("include: [_kept]")
        if self.chance(0.7):
            lines += self.collection_lines()
        if self.chance(0.7):
            lines += self.default_lines()
        self.write("_config.yml", "\n".join(lines) + "\n")

    def collection_lines(self):
        lines = ["collections:"]
        for label in self.r.sample(["recipes", "people", "my-notes"], self.r.randint(1, 2)):
            self.collections[label] = output = self.chance(0.7)
            lines += [f"  {label}:", f"    output: {'true' if output else 'false'}"]
            if self.chance(0.5):
                lines.append("    permalink: " + self.r.choice(["/:collection/:name/", "/c/:path:output_ext", "/:title.html"]))
            if self.chance(0.3):
                lines.append("    sort_by: weight")
        return lines

    def default_lines(self):
        lines = ["defaults:"]
        scopes = [('""', "posts", "layout: post"), ('""', None, "layout: default"), ('"docs"', "pages", "mood: calm"),
                  ('"_posts/2*"', None, "starred: true"), ('""', "pages", "layout: page")]
        for path, kind, value in self.r.sample(scopes, self.r.randint(1, 4)):
            lines += ["  - scope:", f"      path: {path}"] + ([f"      type: {kind}"] if kind else [])
            lines += ["    values:", f"      {value}"]
        return lines

    def layouts(self):
        self.write("_layouts/default.html", """<!DOCTYPE html>
<html><head><title>{{ page.title | default: site.title | escape }}</title>
<meta name="generator" content="{{ jekyll.environment }}">
<link href="{{ '/style.css' | absolute_url }}" rel="stylesheet"></head>
<body class="{{ layout.class }}{% if page.starred %} starred{% endif %} {{ page.mood }}">{{ content }}
<footer>{{ site.time | date_to_rfc822 }} {{ site.posts.first.title }}</footer></body></html>
""")
        self.write("_layouts/post.html", """---
layout: default
class: %s
---
<h1>{{ page.title }}</h1><p>{{ page.date | date_to_long_string }} {{ page.categories | join: ", " }} {{ page.tags | join: "+" }}</p>
{{ content%s }}
{%% if page.previous %%}<a href="{{ page.previous.url }}">{{ page.previous.title }}</a>{%% endif %%}
{%% if page.next %%}<a href="{{ page.next.url }}">{{ page.next.title }}</a>{%% endif %%}
<p>{{ page.excerpt | strip_html | truncate: 40 }}</p>
""" % (self.words(1), self.r.choice(["", " | replace: 'stone', 'rock'", ""])))
        self.write("_layouts/page.html", "---\nlayout: default\n---\n<main>{{ content }}</main>"
                   "{% for p in site.related_posts %}{{ p.title }}{% endfor %}\n")
        self.write("_includes/box.html", "<b>{{ include.text }} {{ include.number | times: 2 }}</b>")

    def post(self, number):
        r = self.r
        folder = r.choice(["_posts", "_posts", "_posts/deep/er", "cat/_posts", "Two Words/sub/_posts"])
        year = r.choice([2015, 2019, 2023, 2023, 2025])
        name = f"{year}-{r.randint(1, 12)}-{r.randint(1, 28):02}-" + r.choice(
            [self.words(2).replace(" ", "-"), self.words(1).title(), f"No {number}", f"über-{number}", f"v1.{number}"])
        entries = [("title", self.title() if self.chance(0.8) else None),
                   ("layout", r.choice(["post", "default", "none", "missing", None, "null"])),
                   ("categories", r.choice([None, None, "one two", "[Alpha, beta]", "solo", "[]"])),
                   ("category", r.choice([None, None, None, "single thing"])),
                   ("tags", r.choice([None, "news", "[news, two]", "'long walk'", "[C++, Überblick]"])),
                   ("date", r.choice([None, None, None, f"{year}-06-07", f"{year}-06-07 23:30:00", f"{year}-06-07 23:30:00 -0700"])),
                   ("permalink", r.choice([None] * 8 + ["/own/:title/", f"/fixed/{number}.html", f"/fixed/{number}/"])),
                   ("published", r.choice([None] * 9 + ["false"])),
                   ("slug", r.choice([None] * 8 + [f"slug-{number}"])),
                   ("excerpt", r.choice([None] * 8 + ["Own *excerpt*"])),
                   ("excerpt_separator", r.choice([None] * 7 + ["<!--more-->"])),
                   ("weight", r.randint(1, 9))]
        extension = r.choice([".md", ".md", ".markdown", ".html"])
        self.write(f"{folder}/{name}{extension}", self.front(entries) + self.body())

    def page(self, number):
        r = self.r
        folder = r.choice(["", "docs/", "docs/inner/", "_kept/"])
        name = r.choice([f"page{number}", f"Page {number}", "index", f"a.b{number}"])
        entries = [("title", self.title()), ("layout", r.choice(["page", "default", None, "none"])),
                   ("permalink", r.choice([None] * 5 + [f"/p/{number}/", f"/p{number}.html", f"/p{number}"])),
                   ("published", r.choice([None] * 9 + ["false"]))]
        self.write(folder + name + r.choice([".md", ".html", ".md", ".txt"]), self.front(entries) + self.body())

    def others(self):
        self.write("_data/things.yml", "- name: %s\n  size: 3\n- name: %s\n  size: 1\n" % (self.words(1), self.words(1)))
        self.write("_data/more/list.json", '{"a": [1, 2.5, null], "b": "%s"}' % self.words(1))
        self.write("style.scss", "---\n---\n$a: #123456;\nbody { p { color: $a; margin: 1px + 2px; } }\n")
        self.write("assets/plain.txt", self.words(3))
        self.write("hidden/secret.html", "hidden")
        self.write("notes/x.tmp", "x")
        self.write("_kept/plain.html", "kept")
        self.write("_drafts/draft.md", "---\ntitle: Draft\n---\nNo.\n")
        self.write("list.html", """---
layout: default
---
{% for p in site.posts %}<li>{{ p.date | date_to_xmlschema }} {{ p.url }} {{ p.title }} {{ p.id }} {{ p.excerpt }}</li>
{% endfor %}{% for c in site.categories %}<i>{{ c[0] }}:{{ c[1] | map: "title" | join: "," }}</i>{% endfor %}
{% assign sorted = site.tags | sort %}{% for t in sorted %}<u>{{ t[0] }}={{ t[1].size }}</u>{% endfor %}
{% for c in site.collections %}<s>{{ c.label }} {{ c.output }} {{ c.docs.size }}: {% for d in c.docs %}{{ d.title }} {{ d.url }} {{ d.weight }};{% endfor %}</s>{% endfor %}
{% assign pages = site.html_pages | sort: "url" %}{% for p in pages %}<q>{{ p.url }} {{ p.path }} {{ p.name }} {{ p.dir }}</q>{% endfor %}
{% for f in site.static_files %}<a>{{ f.path }} {{ f.extname }} {{ f.basename }}</a>{% endfor %}
{{ site.data.more.list.a | jsonify }} {{ site.data.things | where: "size", 3 | map: "name" | join: " " }}
{% for p in site.posts limit: 2 %}<div>{{ p.content }}</div>{% endfor %}
""")

    def documents(self):
        for label in self.collections:
            for i in range(self.r.randint(1, 4)):
                name = self.r.choice([f"doc{i}", f"sub/doc {i}", f"2020-01-0{i + 1}-dated"])
                entries = [("title", self.title() if self.chance(0.7) else None), ("weight", self.r.randint(1, 5)),
                           ("layout", self.r.choice(["default", None])), ("published", self.r.choice([None] * 7 + ["false"]))]
                self.write(f"_{label}/{name}.md", self.front(entries) + self.body())
            self.write(f"_{label}/file.txt", "plain")

    def write_all(self):
        self.config()
        self.layouts()
        self.others()
        self.documents()
        for i in range(self.r.randint(2, 9)):
            self.post(i)
        for i in range(self.r.randint(1, 5)):
            self.page(i)


def write_site(folder, seed):
    site = Site(folder, seed)
    site.write_all()
