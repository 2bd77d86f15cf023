# SPDX-License-Identifier: MIT
"""Random sites of other shapes: folders moved by the configuration, every placeholder of a permalink, orders of
collections, data of all kinds, contents shown by other pages, filters with expressions, dates, Sass in parts."""
from randomsites import Site, WORDS

PLACEHOLDERS = [":year", ":month", ":day", ":title", ":slug", ":categories", ":slugified_categories", ":short_year", ":y_day",
                ":i_month", ":i_day", ":hour", ":minute", ":second", ":short_month", ":long_month", ":w_year", ":week",
                ":w_day", ":short_day", ":long_day", ":collection", ":name", ":path"]
ZONES = ["America/Los_Angeles", "Europe/London", "Asia/Tokyo", "Australia/Adelaide", "America/St_Johns", "UTC"]
FORMATS = ["%Y-%m-%d %H:%M:%S %z", "%-d.%-m.%y", "%e %^b %Y", "%A, %B %-d, %Y", "%I:%M %p %Z", "%s", "%j %U %W %V %G", "%FT%T%:z",
           "%c", "%x %X", "%D %R", "%10Y|%-5d|%05m", "%L %N %3N", "%::z", "%h %C %u %w", "%P %k %l", "%%%n%t.", "%Ey %Od %q", "%+"]
EXPRESSIONS = ["p.weight > 3", "p.weight == 2 or p.weight == 7", "p.title contains 'e' and p.weight < 6", "p.missing == nil", "p.tags contains 'news'",
               "p.date < site.time", "p.title != 'x'", "p.weight <= 4 and p.weight >= 2", "p.mood", "p.categories.size > 0",
               "p.nested.deep == 2", "p.url contains '/2'", "p.title == blank", "p.tags == empty", "p.weight > 'a'", "p.tags.first == 'news'"]


class ShapedSite(Site):
    def __init__(self, folder, seed):
        super().__init__(folder, seed)
        self.options = {key: self.chance(0.35) for key in ("drafts", "future", "unpublished")}
        r = self.r
        if self.options["drafts"]:
            self.options["future"] = False  # see randomfeatures.py
        self.gathered = r.choice(["", "", "gathered"])
        self.dirs = {key: r.choice([usual, usual, other]) for key, usual, other in (
            ("layouts_dir", "_layouts", "_theme/layouts"), ("includes_dir", "_includes", "_theme/parts"), ("data_dir", "_data", "_facts"))}

    def write(self, path, text):
        """Where the configuration wants it."""
        for key, usual in (("layouts_dir", "_layouts"), ("includes_dir", "_includes"), ("data_dir", "_data")):
            if path.startswith(usual + "/"):
                path = self.dirs[key] + path[len(usual):]
        first = path.split("/", 1)[0]
        if self.gathered and (first in ("_posts", "_drafts") or first[1:] in self.collections and first[0] == "_"):
            path = self.gathered + "/" + path
        super().write(path, text)

    # ------------------------------------------------------------------ text
    def filters(self):
        r, w = self.r, self.words
        lists = r.choice(["site.posts", "site.documents", "site.pages", "site.data.rows", "site.data.people", "site.html_pages", "site.tags.news"])
        expression = r.choice(EXPRESSIONS)
        name = r.choice(["weight", "title", "mood", "nested.deep", "date", "missing", "url", "tags"])
        form = r.choice(FORMATS)
        return r.choice([
            f"{{{{ {lists} | where_exp: 'p', \"{expression}\" | map: 'title' | join: '|' }}}}",
            f"{{% assign g = {lists} | group_by: '{name}' %}}{{% for x in g %}}{{{{ x.name }}}}={{{{ x.size }}}}:{{{{ x.items | map: 'title' | join: ',' }}}};{{% endfor %}}",
            f"{{% assign g = {lists} | group_by_exp: 'p', \"{r.choice(['p.weight | modulo: 2', 'p.title | slice: 0', 'p.url | split: slash | first', 'p.date | date: fmt', 'p.tags.first'])}\" %}}{{{{ g | map: 'name' | join: '/' }}}} {{{{ g | map: 'size' | join: '/' }}}}",
            f"{{{{ {lists} | sort: 'weight'{r.choice(['', ', ' + repr('first'), ', ' + repr('last')])} | map: 'title' | join: '|' }}}}" if lists != "site.documents" else "{{ site.documents | map: 'weight' | join: ' ' }}",
            f"{{{{ {lists} | where: '{name}', {r.choice(['3', repr('3'), 'nil', 'true', repr('news'), 'page.weight', repr('')])} | map: 'title' | join: '|' }}}}",
            f"{{{{ {lists} | find: 'weight', 3 | map: 'title' }}}} {{% assign one = {lists} | find_exp: 'p', \"{expression}\" %}}{{{{ one.title }}}}",
            f"{{{{ page.date | date: '{form}' }}}} {{{{ '2021-02-03 04:05:06 +0900' | date: '{form}' }}}} {{{{ 1600000000 | date: '{form}' }}}}",
            f"{{{{ {r.choice(['page.date', repr('2019-01-31'), 'site.time', repr('now is'), repr('10 March 2011'), '86400', repr('')])} | {r.choice(['date_to_string', 'date_to_long_string', 'date_to_xmlschema', 'date_to_rfc822', 'date_to_string: ' + repr('ordinal'), 'date_to_long_string: ' + repr('ordinal') + ', ' + repr('US')])} }}}}"
            .replace("'now is'", "'Mar 1 2020'").replace("''", "'2020-02-29 23:59'"),
            f"{{{{ page.{name} | jsonify }}}} {{{{ page.{name} | inspect }}}} {{{{ page.nested | inspect }}}} {{{{ page.nested | jsonify }}}}",
            f"{{{{ site.data.rows | map: 'price' | join: ' ' }}}} {{{{ site.data.rows | sort: 'price' | map: 'name' }}}} {{{{ site.data.deep.er.list | join: '-' }}}} {{{{ site.data.deep.more.x.y }}}}",
            "{% for h in site.data.people %}{{ h[0] }}:{{ h[1].age | default: 'none' }} {% endfor %}{{ site.data.people.ann | inspect }}",
            "{% for i in (1..6) %}{% cycle 'g': 'a', 'b', 'c' %}{% cycle 'x', 'y' %}{% if i == 4 %}{% continue %}{% endif %}{{ forloop.rindex0 }}{% endfor %}",
            "{% tablerow p in site.posts cols:2 limit:3 offset:1 %}{{ tablerowloop.col }}{{ tablerowloop.row }}{{ p.title }}{% endtablerow %}",
            "{% capture a %}{% capture b %}" + w(2) + "{% endcapture %}{{ b | upcase }}{% endcapture %}{{ a | append: b | size }}",
            "{% case page.weight %}{% when 1, 2 %}low{% when 3 or 4 %}mid{% else %}{{ page.weight | times: 1.5 | round }}{% endcase %}",
            "{% for p in site.posts reversed limit: 2 %}{{ p.title | truncatewords: 1 }}{{ p.date | date: '%j' }}{% else %}no posts{% endfor %}{% for p in site.posts offset: continue limit: 2 %}{{ p.id }}{% endfor %}",
            "{% include say.html what=page.title how=\"it's \\\"so\\\"\" list=page.tags n=2.5 %}{% include {{ page.part | append: '.html' }} what='" + w(1) + "' %}",
            "{{ page.title | slugify: '" + r.choice(["ascii", "default", "raw", "none", "latin", "pretty"]) + "' }} {{ page.path | split: '/' | last }} {{ page.relative_path }} {{ page.name }} {{ page.ext }}",
            "{{ site.posts | map: 'tags' | uniq | size }} {{ site.posts.first.tags | concat: page.tags | sort | uniq | array_to_sentence_string }}",
            "{{ page.tags | push: 'z' | unshift: 1 | shift | pop | inspect }} {{ 'a,b' | split: ',' | jsonify }} {{ 3.0 | times: 2 }} {{ '7' | to_integer | divided_by: 2 }}",
        ])

    def liquid(self):
        return super().liquid() if self.chance(0.25) else self.filters()

    def block(self):
        r, w = self.r, self.words
        if self.chance(0.7):
            return super().block()
        return r.choice([
            lambda: f"{w(2)}[^n] and {w(1)}.\n\n[^n]: The *note* {w(1)}.",
            lambda: f"{w(1)}\n: {self.inline()}\n: {w(2)}",
            lambda: "* toc\n{:toc}\n\n## " + w(2) + "\n\n### " + w(1) + "\n{: .no_toc #own-id }",
            lambda: f"{self.inline()}\n{{: .{w(1)} title=\"{w(1)}\"}}",
            lambda: f"See [{w(1)}][ref] and <https://x.example/{w(1)}>.\n\n[ref]: /{w(1)} '{w(1)}'",
            lambda: f"~~~ ruby\ndef {w(1)}; end\n~~~\n{{: .wide}}",
            lambda: f"HTML of {w(1)}\n\n*[HTML]: Hyper {w(1)}",
            lambda: f"<section markdown=\"1\">\n## {w(1)}\n\n{self.inline()}\n</section>",
            lambda: f"$$ x_{{1}} < {w(1)} $$",
            lambda: f"1. {self.inline()}\n\n   {w(2)}\n\n   ```sh\n   ls\n   ```\n2. {w(1)}"])()

    # ------------------------------------------------------------------ files
    def config(self):
        super().config()
        r = self.r
        lines = [f"{key}: {value}" for key, value in self.dirs.items()] + ["slash: /"]
        lines += ["collections_dir: " + self.gathered] if self.gathered else []
        lines += ["timezone: " + r.choice(ZONES)] if self.chance(0.5) else []
        lines += ["excerpt_separator: " + r.choice(['"<!--more-->"', '""', '"\\n\\n\\n"', "END"])] if self.chance(0.4) else []
        lines += ["kramdown: {" + ", ".join(r.sample(["auto_ids: false", "toc_levels: '2,3'", "smart_quotes: 'apos,apos,quot,quot'", "hard_wrap: true",
                                                      "footnote_backlink: up", "header_offset: 1", "auto_id_prefix: x-", "math_engine: null", "input: kramdown"], 3)) + "}"] if self.chance(0.4) else []
        lines += ["keep_files: [kept]", "limit_posts: %d" % r.randint(0, 5)] if self.chance(0.2) else []
        lines += ["csv_reader: {" + r.choice(["headers: false", "csv_converters: [numeric]", "headers: true"]) + "}"] if self.chance(0.4) else []
        lines += ["markdown_ext: markdown,md,mdown"] if self.chance(0.3) else []
        lines += ["sass: {sass_dir: " + r.choice(["_sass", "_styles"]) + ", style: " + r.choice(["compressed", "expanded", '":compact"', "nested"]) + "}"]
        lines += ["liquid: {error_mode: " + r.choice(["lax", "warn"]) + "}"] if self.chance(0.3) else []
        text = (self.folder / "_config.yml").read_text(encoding="utf-8")
        if self.chance(0.7):
            style = "".join(r.choice(["/", "-", "/"]) + p for p in r.sample(PLACEHOLDERS, r.randint(2, 5)))
            text = "".join(line for line in text.splitlines(True) if not line.startswith("permalink:"))
            lines.append("permalink: /" + style.strip("/-") + r.choice(["/", ".html", ":output_ext", "/index.html"]))
        if self.options["drafts"]:
            text = text.replace("future: true\n", "")
        lines += self.own_collections()
        more = "\n".join(line for line in lines if line.split(":")[0] not in {l.split(":")[0] for l in text.splitlines()})
        super().write("_config.yml", text + more + "\n")

    def own_collections(self):
        if self.collections:
            return []
        r = self.r
        self.collections = {"guides": True, "letters": True}
        order = r.choice(["    order: [two.md, sub/three.md]", "    sort_by: weight", "    sort_by: nested", "    future: true", "    layout: default"])
        links = r.choice(["/:collection/:path/", "/:name", "/g/:title:output_ext", "/:year/:month/:slug/", "/:categories/:name.html"])
        return ["collections:", "  guides:", "    output: true", order, f"    permalink: {links}", "  letters: {output: true, title: Letters}"]

    def documents(self):
        super().documents()
        r = self.r
        if "guides" in self.collections:
            for name in ("one.md", "two.md", "sub/three.md", "2021-03-04-four.html", "Five Six.markdown"):
                entries = [("title", self.title() if self.chance(0.6) else None), ("weight", r.choice([None, 1, 2, 3])),
                           ("layout", r.choice(["default", None, "post"])), ("date", r.choice([None, None, "2019-08-09", "2035-01-01"])),
                           ("categories", r.choice([None, "x y"])), ("slug", r.choice([None, None, "own"])), ("nested", r.choice([None, "2"]))]
                self.write("_guides/" + name, self.front(entries) + self.body())

    def post(self, number):
        super().post(number)
        r = self.r
        if self.chance(0.3):
            date = r.choice([None, "2022-03-04 05:06:07 +0200", "2030-01-01"])
            self.write(f"_drafts/{r.choice(['', 'in/'])}draft {number}.md", self.front([("title", self.title()), ("date", date), ("tags", "news"), ("layout", "post")]) + self.body())

    def front(self, entries):
        r = self.r
        more = [("part", r.choice(["say", "tell"])), ("mood", r.choice([None, "true", "false", "~", "calm", "1.50", "2020-01-02"])),
                ("nested", r.choice([None, "{deep: 2, list: [1, two, 3.0, null]}", "[a, {b: c}]"])),
                ("weight", r.choice([None, "3", "7", '"3"', "2.5"]))]
        have = {key for key, value in entries if value is not None}
        return super().front(entries + [(k, v) for k, v in more if k not in have])

    def layouts(self):
        super().layouts()
        r = self.r
        see = "".join(r.sample(["<p>{{ page.content | number_of_words }} {{ page.content | strip_html | truncate: 60 }}</p>",
                                "{% for p in site.posts limit: 4 %}<i>{{ p.content | strip_html | truncatewords: 4 }}</i>{% endfor %}",
                                "{% for p in site.html_pages %}<b>{{ p.name }} {{ p.content | size }}</b>{% endfor %}",
                                "{{ page.previous.content | size }} {{ page.next.excerpt | strip_html }}", "{{ layout | jsonify }}",
                                "{% if page.content contains '<p>' %}html{% endif %}", "{{ site.related_posts | map: 'title' | join: ',' }}"], 3))
        self.write("_layouts/seen.html", f"---\nlayout: default\nclass: seen\nown: {{a: [1], b: x}}\n---\n<div>{{{{ content }}}}</div>{see}\n")
        for name in ("post", "page"):
            path = self.folder / self.dirs["layouts_dir"] / (name + ".html")
            path.write_text(path.read_text(encoding="utf-8").replace("layout: default", "layout: seen"), encoding="utf-8")
        self.write("_includes/say.html", "<i>{{ include.what | upcase }} {{ include.how }} {{ include.list | join: '+' }} {{ include.n }} {{ include.gone }}</i>")
        self.write("_includes/tell.html", "{% assign what = include.what | append: '!' %}{% include say.html what=what how=include.what %}")

    def others(self):
        super().others()
        self.write("_data/rows.csv", "name,price,weight,title\nb,2.50,3,B\na,10,,A\n\"c, d\",,3,\"C \"\"q\"\"\"\n")
        self.write("_data/people.yml", "ann: {age: 31, title: Ann, weight: 3}\nbob: {title: Bob}\nCy D: {age: 4.5, tags: [news]}\n")
        self.write("_data/deep/er.json", '{"list": [3, 1, 2], "o": {"k": null}}')
        self.write("_data/deep/more.yml", "x: {y: %s}\n" % self.words(1))
        for folder in ("_sass", "_styles"):
            self.write(folder + "/_base.scss", "$c: #a%db; @mixin m($x) { margin: $x * 2; }\n.base { @extend %%p; }\n%%p { color: $c; }\n" % self.r.randint(100, 999))
            self.write(folder + "/parts/deep.scss", ".deep { &:hover { @include m(3px); } }\n")
        self.write("css/site.scss", "---\n---\n@import 'base', 'parts/deep';\n{% for t in site.data.things %}.{{ t.name }} { width: {{ t.size }}0px; }\n{% endfor %}")
        self.write("css/old.sass", "---\n---\n$w: 3px\n.a\n  width: $w\n  .b &\n    height: $w + 1\n")
        self.write("search.json", "---\nlayout: null\n---\n[{% for p in site.posts %}{{ p.title | jsonify }}, {{ p.content | strip_html | jsonify }}, {% endfor %}"
                   "{% for p in site.html_pages %}{{ p.url | jsonify }}, {{ p.content | strip_html | normalize_whitespace | jsonify }}, {% endfor %}0]\n")
        self.write("atom.xml", "---\nlayout: null\n---\n<feed>{% for p in site.posts %}<e><u>{{ p.date | date_to_xmlschema }}</u><c>{{ p.content | xml_escape }}</c><s>{{ p.excerpt | xml_escape }}</s></e>{% endfor %}</feed>\n")


def write_shaped_site(folder, seed):
    """Writes it; the options it is to be built with."""
    site = ShapedSite(folder, seed)
    site.write_all()
    return site.options
