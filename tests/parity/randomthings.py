# SPDX-License-Identifier: MIT
"""Random sites whose templates print what is no text: documents, pages, the site, static files, collections, hashes."""
import random

# The keys of a drop come in the order of Ruby's method tables, which hangs on the libraries that are loaded: what shows
# that order is sorted by characters here.
SORTED = " | split: '' | sort | join: ''"
DROPS = ["site.posts[0]", "site.posts.last", "site.notes[0]", "page.previous", "page.next", "site.collections[0]",
         "site.static_files[0]", "site.posts[0].previous", "jekyll", "site", "page"]
LISTS = ["site.posts", "site.notes", "site.documents", "site.collections", "site.pages", "site.html_pages",
         "site.related_posts", "site.tags.t", "site.categories.c", "page.tags"]
HASHES = ["site.categories", "site.tags", "site.data", "site.data.d", "page.h", "layout", "paginator", "theme",
          "site.collections[1].docs", "site.posts[0].excerpt", "page.date", "site.time", "page.excerpt", "page.n"]
FORMS = ["{{ @ }}", "{{ @ | size }}", "{{ @.size }}", "{{ @ | first | size }}", "{{ @.last | size }}", "{{ @ | join: '+'" + SORTED + " }}",
         "{% if @ == @ %}eq{% else %}ne{% endif %}", "{% if @ == empty %}empty{% endif %}", "{% if @ %}t{% else %}f{% endif %}",
         "{{ @.count }}", "{{ @.min }}", "{{ @.max }}", "{{ @.sort }}", "{{ @.keys" + SORTED + " }}", "{{ @.to_s }}", "{{ @.inspect }}",
         "{{ @.to_liquid | strip_html }}", "{% for x in @ %}[{{ x | size }}]{% endfor %}", "{% assign z = @ %}{{ z }}",
         "{% capture z %}{{ @ }}{% endcapture %}{{ z | size }}", "{% case @ %}{% when @ %}same{% endcase %}", "{{ @ | uniq | size }}",
         "{{ @ | compact | size }}", "{{ @ | reverse | size }}", "{{ @ | default: 'd' | strip_html }}", "{{ @ | append: 'x' | size }}",
         "{{ @ | upcase }}", "{{ @ | strip_html }}", "{{ @ | escape }}", "{{ @ | slice: 0 }}", "{{ @ | plus: 1 }}", "{{ @ | markdownify }}",
         "{{ @ | xml_escape | size }}", "{% if @ contains 'url' %}c{% endif %}", "{{ @.output | size }}",
         "{{ @.content | size }}", "{{ @ | push: 1 | size }}", "{{ @ | remove: 'a' }}", "{{ @ | replace: 'e', 'E' }}", "{{ @ | truncate: 20 }}"]
JSON = ["{{ @ | jsonify" + SORTED + " }}", "{{ @ | inspect" + SORTED + " }}", "{{ @ | jsonify | size }}", "{{ @ | inspect | size }}"]


class ThingsSite:
    def __init__(self, folder, seed):
        self.folder, self.r = folder, random.Random(seed)

    def write(self, path, text):
        target = self.folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8")

    def printed(self, number):
        out = []
        while len(out) < number:
            thing, form = self.r.choice(self.r.choice([DROPS, LISTS, HASHES])), self.r.choice(FORMS + JSON)
            large = thing in ("site", "site.documents", "site.data", "site.collections") and form in JSON
            if not large:
                out.append(form.replace("@", thing))
        return " / ".join(out)

    def write_all(self):
        r = self.r
        self.write("_config.yml", "title: T\ncollections: {notes: {output: %s, foo: bar}, more: {}}\n" % r.choice(["true", "false"]))
        self.write("_layouts/p.html", "---\nlayout: d\nl: 1\n---\n<p>%s</p>\n{{ content }}\n" % self.printed(3))
        self.write("_layouts/d.html", "<html><body>%s {{ content }}</body></html>\n" % self.printed(2))
        self.write("_includes/i.html", self.printed(2) + " {{ include.it }}\n")
        self.write("_data/d.yml", "a: [1, 2.5, {b: null}]\nc: 2020-01-02\n")
        self.write("s.txt", "x")
        for i in range(r.randint(1, 4)):
            front = "layout: %s\ntags: [t]\ncategories: c\nh: {a: 1, b: [x]}\nn: %d\n" % (r.choice(["p", "d", "none"]), i)
            count = r.choice(["", "count: 5\n", "first: f\nsort: s\n", "min: 1\nkeys: k\noutput: o\n"])
            self.write(f"_posts/2020-01-0{i + 1}-p{i}.md", f"---\n{front}{count}---\n*post {i}* {self.printed(2)}\n\nmore {self.printed(1)}\n")
        for i in range(r.randint(1, 3)):
            self.write(f"_notes/n{i}.{r.choice(['md', 'html'])}", f"---\nlayout: {r.choice(['p', 'null'])}\n---\nnote {i} {self.printed(2)}\n")
        self.write("_more/f.txt", "static")
        self.write("index.html", "---\nlayout: %s\nh: {a: 1}\n---\n%s {%% include i.html it=site.posts[0] %%}\n" % (r.choice(["p", "null"]), self.printed(4)))
        self.write("a.md", "---\n---\n%s\n" % self.printed(3))
        self.write("b.txt", "---\n---\n%s\n{%% for p in site.posts %%}{{ p }}|{{ p.output }}|{%% endfor %%}\n" % self.printed(6))


def write_things_site(folder, seed):
    ThingsSite(folder, seed).write_all()
