# SPDX-License-Identifier: MIT
"""Further features of random sites: globs in defaults, data tables, dynamic includes, links, several configurations."""
from randomsites import Site, WORDS

GLOBS = ['"_posts/{2015,2019}*"', '"docs/**/*.md"', '"{docs,_kept}/*"', '"_posts/**/*-[a-m]*"', '"*.md"', '"docs/p?ge*"',
         '"_posts/202?-*"', '"cat/_posts"', '"_recipes/{doc0,sub/*}.md"', '"**/index.*"']
ZONES = ["America/New_York", "Europe/Lisbon", "Australia/Lord_Howe", "Asia/Kathmandu", "Pacific/Apia", "Africa/Casablanca"]


class RichSite(Site):
    """A site with what Site leaves out; `options` holds what the builds are told on the command line."""

    def __init__(self, folder, seed):
        super().__init__(folder, seed)
        self.options = {key: self.chance(0.3) for key in ("drafts", "future", "unpublished")}
        if self.options["drafts"]:
            self.options["future"] = False  # Jekyll then orders drafts without a date by path, inconsistently (README)
        self.more_configs = []
        self.links = ["style.scss", "assets/plain.txt", "list.html", "_posts/2016-02-29-linked.md"]

    # ------------------------------------------------------------------ text
    def liquid(self):
        w, r = self.words, self.r
        if self.chance(0.4):
            return super().liquid()
        return r.choice([
            "{% assign which = 'box' %}{% include {{ which }}.html text='" + w(1) + "' number=7 %}",
            "{% include parts/{{ page.part }}.html title=page.title list=site.data.things %}",
            "{% include parts/loop.html items=site.data.table column=\"name\" %}",
            "{% link " + r.choice(self.links) + " %} and [" + w(1) + "]({% post_url 2016-02-29-linked %})",
            "{% highlight ruby linenos %}\ndef " + w(1).replace(" ", "_") + "\n  1 + 1\nend\n{% endhighlight %}",
            "{% highlight python %}\nx = [1, 2]\n{% endhighlight %}",
            "{% for row in site.data.table %}{{ row.name }}={{ row.count }};{% endfor %}{{ site.data.tabs | map: 'b' | join: ',' }}",
            "{{ site.data.deep.er.value }} {{ site.data.table | where: 'name', 'b' | size }} {{ site.data.table | sort: 'count' | map: 'name' | join }}",
            "{% assign by = site.posts | group_by_exp: 'p', \"p.date | date: '%Y'\" %}{% for g in by %}{{ g.name }}:{{ g.size }} {% endfor %}",
            "{{ site.posts | where_exp: 'p', 'p.title contains \"e\"' | map: 'title' | join: '|' }}",
            "{{ site.posts | where: 'weight', 3 | map: 'url' | join: ' ' }} {{ site.posts | sort: 'weight', 'last' | map: 'weight' | join: ',' }}",
            "{{ page.date | date_to_xmlschema }} {{ page.date | date: '%s %a %e %b %j %U' }} {{ page.date | date_to_long_string: 'ordinal', 'US' }}",
            "{% if page.draft %}draft {% endif %}{{ page.previous.title }} < {{ page.title }} < {{ page.next.title }} {{ page.collection }}",
            "{{ 'a *b* c' | markdownify }}{{ \"it's -- so\" | smartify }} {{ 'Ärger & Co' | slugify: 'latin' }} {{ page.title | slugify: 'pretty' }}",
            "{{ '" + w(2) + "' | jsonify }} {{ page.tags | jsonify }} {{ page.weight | plus: 0.5 }} {{ '/x y/ü' | relative_url }} {{ 'http://a.example/b' | absolute_url }}",
            "{% tablerow x in (1..5) cols:2 %}{{ x }}{% endtablerow %}",
            "{% for i in (1..4) reversed %}{% cycle 'odd', 'even' %}{{ i }}{% if forloop.last %}.{% endif %}{% endfor %}",
            "{{ site.documents | size }} {{ site.static_files | map: 'name' | sort | join: ' ' }} {{ site.mood }} {{ site.override }}",
            "{{ page.excerpt | strip_html | normalize_whitespace }} {{ page.content | number_of_words }}",
            "{% for p in site.pages %}{{ p.url }} {{ p.name }} {{ p.dir }} {{ p.path }};{% endfor %}",
            "{{ site.pages | size }} {{ site.pages | where: 'name', 'style.css.map' | map: 'url' }}",
        ])

    def body(self):
        text = super().body()
        return text + "\n\n{% include_relative beside.txt %}\n" if self.beside and self.chance(0.3) else text

    beside = False

    # ------------------------------------------------------------------ files
    def config(self):
        super().config()
        if self.options["drafts"]:
            text = (self.folder / "_config.yml").read_text(encoding="utf-8")
            self.write("_config.yml", text.replace("future: true\n", ""))
        r = self.r
        more = []
        if self.chance(0.5):
            more.append("timezone: " + r.choice(ZONES))
        if self.chance(0.3):
            more += ["highlighter_prefix: '<figure class=\"code\">'", "highlighter_suffix: '</figure>'"]
        if self.chance(0.3):
            more += ["kramdown:", "  input: GFM", "  hard_wrap: %s" % r.choice(["true", "false"]),
                     "  syntax_highlighter_opts:", "    block:", "      line_numbers: %s" % r.choice(["true", "false"])]
        if self.chance(0.2):
            more.append("highlighter: none")
        if self.chance(0.2):
            more.append("strict_front_matter: true")
        if self.chance(0.2):
            more.append("limit_posts: %d" % r.randint(1, 6))
        if self.chance(0.3):
            more += ["sass:", "  style: " + r.choice(["compressed", "expanded", '":compact"', "nested"])]
        more.append("mood: grey")
        more += self.glob_lines()
        self.write("_more.yml", "\n".join(more) + "\n")
        self.more_configs.append("_more.yml")
        if self.chance(0.5):
            self.write("_last.yml", "override: last\nmood: bright\ntitle: Overridden\n" +
                       r.choice(["", "permalink: pretty\n", "collections:\n  recipes:\n    output: true\n"]))
            self.more_configs.append("_last.yml")

    def glob_lines(self):
        if self.chance(0.3):
            return []
        lines = ["defaults:", "  - {scope: {path: '', type: posts}, values: {layout: post, part: one, nested: {a: 1, b: [1]}}}",
                 "  - {scope: {path: ''}, values: {part: two}}"]
        for path in self.r.sample(GLOBS, 3):
            lines += ["  - scope:", f"      path: {path}", "    values:", f"      part: {self.r.choice(['one', 'two'])}",
                      f"      globbed: {self.r.choice(WORDS)}", "      nested: {b: [2], c: %d}" % self.r.randint(1, 9)]
        return lines

    def others(self):
        super().others()
        r = self.r
        self.write("_data/table.csv", "name,count,\"long name\"\nb,2,\"x, y\"\na,10,\"say \"\"hi\"\"\"\nc,,\n")
        self.write("_data/tabs.tsv", "a\tb\n1\ttwo words\n3\t\n")
        self.write("_data/deep/er.yaml", "value: %s\nlist: &l [1, 2]\nagain: *l\ndate: 2020-02-03\n" % self.words(1))
        self.write("_includes/parts/one.html", "<i>{{ include.title | upcase }} {{ include.list | size }}</i>")
        self.write("_includes/parts/two.html", "<em>{% for x in include.list %}{{ x.name }}{% unless forloop.last %}, {% endunless %}{% endfor %}</em>{% assign part_seen = true %}")
        self.write("_includes/parts/loop.html", "{% for item in include.items %}{% include box.html text=item[include.column] number=forloop.index %}{% endfor %}")
        self.write("_posts/2016-02-29-linked.md", self.front([("title", "Linked"), ("layout", "post")]) + "Linked *text*.\n")
        self.write("_drafts/second.md", "---\ntitle: Second\ndate: 2021-03-04\ntags: [news]\n---\nSecond draft {{ page.url }}.\n")
        for folder in ["_posts", "_posts/deep/er", "cat/_posts", "Two Words/sub/_posts", "", "docs", "docs/inner", "_kept",
                       "_drafts", "_recipes", "_people", "_my-notes"]:
            self.write(f"{folder}/beside.txt".lstrip("/"), "beside {{ page.title }} *text*\n")
        self.beside = True
        self.write("zuletzt.html", "---\nlayout: default\n---\n{% for p in site.pages %}{{ p.url }} {% unless p.name == 'mitte.html' %}{{ p.content | size }}{% endunless %}\n{% endfor %}"
                   "{{ site.posts.first | where_exp: 'pair', \"pair[0] == 'title'\" | size }} {{ site.posts.first | find_exp: 'pair', \"pair[0] == 'url'\" | join: '=' }}\n")
        # What the page before was given; in texts whose own content no page lists (README, Not there yet).
        left = "{{ content | strip_html | normalize_whitespace | truncate: 80 }} {{ layout.class }} {% if content contains '<p>' %}html{% endif %}\n"
        self.write("mitte.html", self.front([("layout", r.choice(["page", "post", "none", None]))]) + left)
        for label in self.collections:
            for name in ("left", "right"):
                self.write(f"_{label}/{name}.md", self.front([("layout", r.choice(["post", "default", None])), ("excerpt", "none")]) + left)
        self.write("globs.html", "---\n---\n{% for p in site.posts %}{{ p.globbed }}/{{ p.part }}/{{ p.nested | jsonify }} {{ p.draft }}\n{% endfor %}"
                   "{% for p in site.pages %}{{ p.path }}:{{ p.globbed }}/{{ p.part }}/{{ p.layout }}\n{% endfor %}")


def write_rich_site(folder, seed):
    """Writes it; the options and further configuration files it is to be built with."""
    site = RichSite(folder, seed)
    site.write_all()
    return site.options, site.more_configs
