# SPDX-License-Identifier: MIT
"""Random sites that use plugins. Those of one set are built in one Ruby process, so the sets are few."""
from randomsites import Site, WORDS

SETS = [
    ["jekyll-seo-tag", "jekyll-feed", "jekyll-sitemap"],
    ["jekyll-paginate", "jekyll-redirect-from", "jekyll-include-cache", "jekyll-toc", "jekyll-sitemap"],
    ["jekyll-relative-links", "jekyll-titles-from-headings", "jekyll-optional-front-matter", "jekyll-readme-index",
     "jekyll-default-layout"],
    ["jekyll-gist", "jekyll-avatar", "jekyll-mentions", "jekyll-archives"],
]


class PluginSite(Site):
    """`plugins` is one of SETS."""

    def __init__(self, folder, seed, plugins):
        super().__init__(folder, seed)
        self.plugins = plugins
        self.theme = self.has("seo-tag") and self.chance(0.4)
        self.files = ["docs/inner/deep.md", "about.md", "_posts/2016-02-29-linked.md", "docs/README.md", "assets/plain.txt"]

    def has(self, name):
        return "jekyll-" + name in self.plugins

    # ------------------------------------------------------------------ text
    def liquid(self):
        texts = [super().liquid]
        r, w = self.r, self.words
        if self.has("relative-links"):
            target = r.choice(self.files + ["missing.md", "../about.md", "inner/deep.md", "/about.md", "./README.md", "https://x.example/a.md"])
            texts += [lambda: f"[{w(2)}]({target}) and [{w(1)}]({target}#{w(1).replace(' ', '-')}) ![i]({target})",
                      lambda: f"[{w(1)}][ref{r.randint(1, 9)}]\n\n[ref{r.randint(1, 9)}]: {target} \"{w(1)}\"",
                      lambda: f"`[code]({target})` <a href=\"{target}\">{w(1)}</a>"]
        if self.has("include-cache"):
            texts += [lambda: "{% include_cached box.html text='" + r.choice(WORDS[:3]) + "' number=4 %}",
                      lambda: "{% include_cached titled.html %}", lambda: "{% include_cached titled.html n=1 %}{% include_cached titled.html page=page.title %}",
                      lambda: "{% for p in site.posts limit: 3 %}{% include_cached by.html post=p %}{% endfor %}"]
        if self.has("toc"):
            texts += [lambda: "{% toc %}", lambda: "## " + w(2) + "\n\n### " + w(1) + "\n{: .no_toc }\n\n#### " + w(1)]
        if self.has("gist"):
            texts += [lambda: "{% gist " + r.choice(["parkr/931c1c8d465a04042403", "1342013", "page.gist", "user/12 file.rb", "'user/9'", "12 \"a b.md\""]) + " %}"]
        if self.has("avatar"):
            texts += [lambda: "{% avatar " + r.choice(["hubot", "@hubot", "hubot size=80", "user=page.who", "user=site.who size=100",
                                                       "{{ page.who }}", "hubot lazy=true", "user=page.nobody"]) + " %}"]
        if self.has("mentions"):
            texts += [lambda: r.choice(["@someone wrote", "mail a@b.example", "`@code`", "(@one-two), @three_x. @four/five @@six", "[@link](x)",
                                        "@a.\n@b!", "@mention @mentioned", "x@y @é @-a @a-"])]
        if self.has("titles-from-headings"):
            texts += [lambda: "# " + self.inline(), lambda: self.inline() + "\n====", lambda: "## " + self.inline() + " ##", lambda: "<h1>x</h1>"]
        return r.choice(texts)()

    # ------------------------------------------------------------------ files
    def config(self):
        super().config()
        r, w = self.r, self.words
        # Gists are answered by the network; the code inside <noscript> is asked for by Jekyll, never by us.
        lines = ["plugins:"] + ["  - " + p for p in self.plugins] + ["who: octocat", "gist:", "  noscript: false"]
        if self.has("seo-tag"):
            lines += [r.choice(["author: Ann", "author: {name: Ann & Bo, email: a@b.example, uri: 'https://a.example', twitter: ann}", ""]),
                      r.choice(["twitter: {username: site_tw, card: summary}", "twitter: {username: '@x'}", ""]),
                      r.choice(["logo: /assets/logo.png", "logo: https://c.example/l.png", ""]),
                      r.choice(["lang: de_DE", "lang: en-GB", "locale: fr", ""]), r.choice(["tagline: " + w(3), ""]),
                      r.choice(["social: {name: N, links: ['https://t.example', 'https://g.example']}", ""]),
                      r.choice(["webmaster_verifications: {google: g1, bing: b1, yandex: y1}", ""]),
                      r.choice(["google_site_verification: gsv", ""]), r.choice(["facebook: {app_id: 1, publisher: p, admins: a}", ""]),
                      r.choice(["title_separator: '-'", ""])]
            lines += [r.choice(["feed: {posts_limit: 2}", "feed: {path: atom.xml, excerpt_only: true}", "feed: {categories: [solo, Alpha], tags: true}",
                                "feed: {collections: [recipes], icon: /i.png, logo: /l.png}", "feed: {collections: {recipes: {path: /r.xml, categories: [x]}}}",
                                "feed: {tags: {only: [news]}}", "feed: {tags: {except: [news]}}", "feed: {disable_in_development: true}", ""])]
        if self.has("paginate"):
            lines += ["paginate: %d" % r.randint(1, 4)]
            lines += [r.choice(["paginate_path: /blog/page:num/", "paginate_path: /page-:num/", ""])] if not self.chance(0.4) else []
        if self.has("redirect-from"):
            lines += [r.choice(["redirect_from: {json: false}", ""])]
        if self.has("toc"):
            lines += [r.choice(["toc: {min_level: 2, max_level: 3, ordered_list: true, list_class: l, item_prefix: p-}",
                                "toc: {no_toc_section_class: x, sublist_class: s, item_class: i}", ""])]
        if self.has("relative-links"):
            lines += [r.choice(["relative_links: {collections: true}", "relative_links: {enabled: true, exclude: [about.md]}", ""]),
                      r.choice(["titles_from_headings: {strip_title: true, collections: true}", "titles_from_headings: {strip_title: true}", ""]),
                      r.choice(["optional_front_matter: {remove_originals: true}", ""]),
                      r.choice(["readme_index: {with_frontmatter: true}", "readme_index: {remove_originals: true}", ""])]
        if self.has("mentions"):
            lines += [r.choice(["jekyll-mentions: https://t.example", "jekyll-mentions: {base_url: 'https://t.example/u'}", ""])]
        if self.has("archives"):
            lines += [r.choice(["jekyll-archives: {enabled: all}", "jekyll-archives: {enabled: [year, month, tags], layouts: {year: year}}",
                                "jekyll-archives: {enabled: [categories, day], permalinks: {category: '/c/:name.html'}, slug_mode: pretty}", ""])]
        if self.theme:
            lines += ["theme: minima", r.choice(["header_pages: [about.md]", ""]), r.choice(["show_excerpts: true", ""]),
                      r.choice(["minima: {social_links: [{platform: github, user_url: 'https://g.example'}]}", "github_username: gh", ""])]
        text = (self.folder / "_config.yml").read_text(encoding="utf-8")
        self.write("_config.yml", text + "\n".join(line for line in lines if line) + "\n")

    def layouts(self):
        if self.theme:
            self.write("_includes/box.html", "<b>{{ include.text }} {{ include.number | times: 2 }}</b>")
            return self.write("index.md", "---\nlayout: home\nlist_title: " + self.words(1) + "\n---\n" + self.words(3) + "\n")
        super().layouts()
        head = ("{% seo title=false %}{% feed_meta %}" if self.chance(0.3) else "{% seo %}{% feed_meta %}") if self.has("seo-tag") else ""
        cached = "{% include_cached titled.html %}" if self.has("include-cache") else ""
        toc = "{{ content | toc }}{{ content | toc_only }}{{ content | inject_anchors }}" if self.has("toc") else ""
        default = (self.folder / "_layouts/default.html").read_text(encoding="utf-8")
        self.write("_layouts/default.html", default.replace("</head>", head + "</head>").replace("<footer>", cached + toc + "<footer>"))
        self.write("_includes/titled.html", "<b>{{ page.title }}/{{ include.page }}{% assign seen = page.url %}{{ seen }}</b>")
        self.write("_includes/by.html", "<u>{{ include.post.title }} {{ include.post.url }} {{ site.title }}</u>")
        for name in ("archive", "year", "home"):
            self.write(f"_layouts/{name}.html", "---\nlayout: default\n---\n<h2>" + name + " {{ page.title }} {{ page.type }} {{ page.date | date: '%F' }}</h2>"
                       "{% for p in page.posts %}<li>{{ p.title }} {{ p.url }}</li>{% endfor %}{{ content }}\n")

    def others(self):
        super().others()
        r, w = self.r, self.words
        pager = ("{% for p in paginator.posts %}<li>{{ p.url }}</li>{% endfor %}{{ paginator.page }}/{{ paginator.total_pages }} {{ paginator.per_page }} "
                 "{{ paginator.total_posts }} {{ paginator.previous_page_path }} {{ paginator.next_page_path }} {{ paginator.next_page }} {{ page.url }}\n")
        if self.has("paginate"):
            self.write("index.html", "---\nlayout: default\ntitle: Home\n---\n" + pager)
            self.write("blog/index.html", "---\nlayout: default\n---\n" + pager)
        self.write("_posts/2016-02-29-linked.md", self.front([
            ("title", "Linked"), ("layout", "post"), ("gist", "user/77"), ("who", "defunkt"), ("toc", "true"),
            ("redirect_from", r.choice(["/old/", "[/older, /oldest.html]", None])), ("redirect_to", r.choice([None, None, "https://n.example/"])),
            ("description", r.choice([None, '"A \\"quoted\\" & <b>text</b>"'])), ("author", r.choice([None, "kim", "{name: Lee, twitter: lee}"])),
            ("image", r.choice([None, "/a.png", "{path: b.png, height: 10, width: 20, alt: Alt}", "https://x.example/i.jpg"])),
            ("last_modified_at", r.choice([None, "2020-01-02 03:04:05"])), ("sitemap", r.choice([None, None, "false"])),
            ("canonical_url", r.choice([None, "https://c.example/x"])), ("lang", r.choice([None, "nl"])), ("authors", r.choice([None, "[kim, lee]"])),
            ("seo", r.choice([None, "{type: NewsArticle, name: S, links: [a]}"])), ("jekyll-mentions", r.choice([None, None, "false"]))]) + self.body())
        self.write("_data/authors.yml", "kim: {name: Kim K, email: k@k.example, uri: 'https://k.example', twitter: kimtw, picture: /kim.png}\nlee: {name: Lee}\n")
        self.write("about.md", self.front([("title", r.choice([None, "About"])), ("permalink", r.choice([None, "/about/"])),
                                           ("redirect_from", r.choice([None, "/bio"])), ("redirect_to", r.choice([None, None, "/list.html", "[https://z.example]"]))]) + self.body())
        self.write("docs/README.md", r.choice(["", "---\ntitle: Read\n---\n", "---\n---\n"]) + "# " + self.inline() + "\n\n" + self.body())
        self.write("README.md", "# " + w(2) + "\n\n" + self.body())
        self.write("plain.md", w(3) + "\n\n# Late " + w(1) + "\n\n" + self.body())
        self.write("docs/inner/deep.md", r.choice(["", "---\n---\n"]) + self.body())
        self.write("404.html", "---\n---\nNot here\n")
        self.write("paper.pdf", "%PDF")
        self.write("robots.txt", "User-agent: *\n") if self.chance(0.3) else None


def write_plugin_site(folder, seed, number):
    site = PluginSite(folder, seed, SETS[number % len(SETS)])
    site.write_all()
