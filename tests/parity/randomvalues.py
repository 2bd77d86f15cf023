# SPDX-License-Identifier: MIT
"""Random sites whose front matter gives Jekyll's own keys a value of another YAML type than they mostly have."""
import random

VALUES = ["404", "4.5", "0", "-1", "2020-01-02", "2020-01-02 03:04:05", "true", "false", "~", '""', "text", '"false"', '"0"',
          "two words", "[a, b]", "[]", "[1, ~, [x, 2.5]]", "{k: v}", "{}", "1_000", "yes", "'2020-01-02'", "a/b c"]
DOCUMENT_KEYS = ["layout", "permalink", "title", "date", "category", "categories", "tags", "tag", "slug", "excerpt", "draft", "name",
                 "excerpt_separator", "published", "render_with_liquid", "author", "path", "url", "id", "content", "collection", "ext",
                 "output", "next"]
PAGE_KEYS = ["layout", "permalink", "title", "date", "category", "tags", "excerpt", "published", "render_with_liquid", "author",
             "name", "path", "url", "content", "dir", "sitemap"]
PLUGIN_KEYS = ["redirect_from", "redirect_to", "sitemap", "layout", "title", "permalink", "excerpt", "published", "date"]


class ValuesSite:
    def __init__(self, folder, seed, plugins):
        self.folder, self.r, self.plugins = folder, random.Random(seed), plugins

    def write(self, path, text):
        target = self.folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8")

    def front(self, keys, number):
        lines = {}
        for key in self.r.sample(keys, number):
            lines[key] = self.r.choice(VALUES)
        return "---\n" + "".join(f"{k}: {v}\n" for k, v in lines.items()) + "---\n"

    def config(self):
        lines = ["title: T", "url: https://x.example", "collections: {notes: {output: true}}"]
        if self.plugins:
            lines += ["plugins:", "  - jekyll-redirect-from", "  - jekyll-sitemap"]
        if self.r.random() < 0.4:
            key = self.r.choice(["layout", "title", "tags", "categories", "published", "permalink", "date", "author"])
            kind = self.r.choice(["posts", "pages", "notes"])
            value = self.r.choice(VALUES)
            if key != "date":  # of a default that is no time: Jekyll stops, Galley does not yet
                lines += ["defaults:", f"  - scope: {{path: '', type: {kind}}}", f"    values: {{{key}: {value}}}"]
        self.write("_config.yml", "\n".join(lines) + "\n")

    def layouts(self):
        for name in ("404", "true", "false", "4.5", "2020-01-02", "text", "0", "1000"):
            parent = self.r.choice(["", "layout: base\n", "layout: 404\n", "layout: true\n", "layout: ~\n", "layout: [base]\n"])
            self.write(f"_layouts/{name}.html", f"---\n{parent}own: {name}\n---\n<p>{name} {{{{ layout.own | jsonify }}}}</p>{{{{ content }}}}\n")
        self.write("_layouts/base.html", "<html>{{ content }}{{ page.title | jsonify }}</html>\n")

    def write_all(self):
        r = self.r
        self.config()
        self.layouts()
        keys = PLUGIN_KEYS if self.plugins else DOCUMENT_KEYS
        number = 1 if r.random() < 0.7 else 2
        self.write("_posts/2021-02-03-first-post.md", self.front(keys, number) + "*one* {{ page.title }}\n\ntwo\n")
        self.write("_notes/some-note.md", self.front(keys, number if r.random() < 0.5 else 0) + "note {{ page.layout }}\n\nmore\n")
        self.write("page.md", self.front(PLUGIN_KEYS if self.plugins else PAGE_KEYS, number) + "page {{ page.title }}\n")
        self.write("list.txt", "---\n---\n{% for d in site.documents %}" + "".join(
            f"{k}={{{{ d.{k} | jsonify }}}} " for k in DOCUMENT_KEYS if k not in ("output", "next", "content")) + "\n{% endfor %}"
            "{% for p in site.pages %}" + "".join(f"{k}={{{{ p.{k} | jsonify }}}} " for k in PAGE_KEYS if k != "content") + "\n{% endfor %}"
            "{{ site.categories | jsonify | size }} {{ site.tags | size }}"
            "{% for c in site.categories %}{{ c[0] | jsonify }}{% endfor %}{% for t in site.tags %}{{ t[0] | jsonify }}{% endfor %}\n")


def write_values_site(folder, seed, number):
    ValuesSite(folder, seed, number % 3 == 2).write_all()
