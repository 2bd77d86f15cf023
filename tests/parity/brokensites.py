# SPDX-License-Identifier: MIT
"""Small sites with one fault each: where Jekyll stops, Galley is to stop, and where it goes on, so is Galley."""

# Left out, since Galley means to differ: a theme or plugin that is not installed is told and the site is built without it
# (theme, plugins: [a], an unknown name for markdown); sass of a wrong type is told where Jekyll finds no style sheet to stop
# at; a limit_posts that is no whole number; page_excerpts, with which a page that lists pages makes Ruby's stack overflow.
LEFT_OUT = {("plugins", "[a]"), ("markdown", "text"), ("markdown", '""'), ("layouts_dir", '""')}
KEYS = ["title", "url", "baseurl", "permalink", "exclude", "include", "keep_files", "plugins", "collections", "collections_dir",
        "layouts_dir", "data_dir", "includes_dir", "defaults", "markdown", "highlighter", "excerpt_separator", "show_drafts", "future",
        "unpublished", "paginate", "paginate_path", "encoding", "markdown_ext", "strict_front_matter", "liquid",
        "kramdown", "lsi", "safe", "whitelist", "gems", "relative_permalinks", "time", "data_source",
        "layouts", "pygments", "server_port", "server", "auto", "watch", "rdiscount", "redcarpet", "maruku", "exclude_from"]
VALUES = ["5", "true", "text", "[a]", "{a: b}", "~", '""', "2.5", "2020-01-02"]
BLOCKS = ["if x", "unless x", "for a in b", "case x", "capture x", "comment", "raw", "highlight ruby", "tablerow a in b", "ifchanged"]
LINES = ["include none.html", "include", "include a.html x", "include a.html x=", "link none.md", "post_url none", "post_url 2020-01-01-none",
         "assign", "assign x", "assign x = ", "cycle", "increment", "unknown", "unknown a b", "endif", "else", "when 1", "elsif x", "break",
         "for", "for a", "for a in", "if", "if a ==", "if a = b", "unless", "case", "capture", "highlight", "highlight !", "render 'a'",
         "include_relative none.html", "include_relative ../x", "include ../x.html", "include_cached a.html", "seo", "feed_meta", "gist",
         "liquid x", "echo 1", "tablerow", "raw", "endraw", "decrement", "include {{ x }}", "include /a.html", "continue"]
OUTPUTS = ["{{", "{{ x", "{{ x }", "{{ x | }}", "{{ x | nofilter }}", "{{ x | nofilter: 1 }}", "{{ 'a' | plus }}", "{{ 'a' | date }}",
           "{{ | }}", "{{ }}", "{{ 'a }}", "{{ a.b.c[ }}", "{{ 1 | divided_by: 0 }}", "{{ 'a' | divided_by: 2 }}", "{{ 'x' | date_to_xmlschema }}",
           "{{ x | date_to_string }}", "{{ 5 | sort }}", "{{ site | where: 'a', 'b' }}", "{{ site.posts[0] | concat: site }}", "{{ x | sort }}",
           "{{ site.posts | sort: 'a', 'b' }}", "{{ 'a' | slugify: 'odd' }}", "{{ x | where_exp: 'a', 'a ==' }}", "{{ page.fetch }}",
           "{{ 5 | join }}", "{{ 5 | array_to_sentence_string }}", "{{ 5 | markdownify }}", "{{ 5 | relative_url }}", "{{ 5 | upcase }}",
           "{{ 'a' | modulo: 0 }}", "{{ x | strip_index }}", "{{ 'a' | round }}", "{{ site.posts | group_by_exp: 'a' }}", "{{ 'x' | truncate: 'y' }}",
           "{{ 'a' | slice }}", "{{ 'a' | sassify }}", "{{ 'a {' | scssify }}", "{% if 1 < 'a' %}{% endif %}", "{% for a in (1..x) %}{% endfor %}"]
FRONTS = ["a: [", "a: b: c", "\ta: b", "- a", "text", "5", "title: 'x", "a: *b", "date: never", "date: 2020-13-40", "date: [1]", "permalink: ''",
          "permalink: ~", "layout: none", "layout: missing", "layout: a", "layout: loop", "published: no", "categories: {a: b}", "a: !ruby/object:X {}",
          "a: :sym", "? a", "a: 1\na: 2", "excerpt_separator: 5", "render_with_liquid: false", "permalink: /:none/", "permalink: /a b/", "date: 20",
          "tags: {a: b}", "date: 2020-01-02 25:00", "a: 2020-02-30", "---"]
FILES = [("_config.yml", "a: ["), ("_config.yml", "- a"), ("_config.yml", "text"), ("_config.yml", ""), ("_config.yml", "a: \xff"),
         ("_data/d.yml", "a: ["), ("_data/d.yml", "text"), ("_data/d.json", "{"), ("_data/d.csv", 'a,"b'), ("_data/d.tsv", "a\tb"), ("_data/d.yml", ""),
         ("_layouts/a.html", "{% if x %}"), ("_layouts/a.html", "---\nlayout: missing\n---\nx"), ("_layouts/a.html", "---\na: [\n---\nx{{ content }}"),
         ("_layouts/a.html", "---\nlayout: a\n---\n{{ content }}"), ("_layouts/a.html", "{% include none.html %}"), ("_layouts/a.html", ""),
         ("_layouts/a.html", "---\nlayout: 5\n---\n{{ content }}"), ("_layouts/a.html", "\xff{{ content }}"), ("_includes/a.html", "{% if x %}"),
         ("_includes/a.html", "{% include a.html %}"), ("_includes/a.html", "\xff"), ("style.scss", "---\n---\na {"), ("style.scss", "---\n---\n@import 'none';"),
         ("style.scss", "---\n---\na { b: $c; }"), ("style.sass", "---\n---\na\n   b: c\n  d: e"), ("_posts/2020-02-30-a.md", "---\n---\nx"),
         ("_posts/a.md", "---\n---\nx"), ("_posts/2020-01-01-.md", "---\n---\nx"), ("_posts/2020-01-01-a", "---\n---\nx"), ("_posts/2020-01-01-b.md", "x"),
         ("_posts/2020-01-01-b.md", "---\n---\n\xff"), ("b.md", "---\n---\n\xff"), ("b.md", "---\na: \xff\n---\nx"), ("b.md", "---\n"), ("b.md", "---\na: 1\n"),
         ("b.md", "---\n---"), ("b.md", "--- \n---\nx"), ("b.md", "---\na: 1\n...\nx"), ("_drafts/a.md", "---\na: [\n---\nx"), ("b.txt", "---\na: [\n---\n{{ x"),
         ("_posts/20-1-1-a.md", "---\n---\nx"), ("_layouts/a.html", "{{ content | nofilter }}"), ("b.html", "---\nlayout: a\n---\n{% nothing %}")]


def write(folder, path, text):
    target = folder / path
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(text.encode("latin-1", "ignore") if "\xff" in text else text.encode("utf-8"))


def faults():
    """(file, text) of each site; a config key comes alone."""
    out = [("_config.yml", f"{key}: {value}\n") for key in KEYS for value in VALUES if (key, value) not in LEFT_OUT]
    out += [("x.html", "---\n---\na {%% %s %%} b\n" % block) for block in BLOCKS]
    out += [("x.html", "---\nlayout: a\n---\na {%% %s %%}{%% end%s %%} b\n" % (block, end)) for block in BLOCKS for end in ("for", "if")]
    out += [("x.html", "---\n---\na {%% %s %%} b\n" % line) for line in LINES]
    out += [("_layouts/a.html", "a {%% %s %%} {{ content }}\n" % line) for line in LINES[::3]]
    out += [("_posts/2020-01-03-x.md", "---\n---\na %s b\n" % text) for text in OUTPUTS]
    out += [("x.html", "---\n---\na %s b\n" % text) for text in OUTPUTS[::2]]
    out += [(name, "---\n%s\n---\nbody {{ page.title }}\n" % front) for front in FRONTS for name in ("x.md", "_posts/2020-01-03-x.md", "_notes/n.md")]
    return out + FILES


def write_broken_site(folder, number):
    """The site with that fault, of `faults()`."""
    write(folder, "_config.yml", "title: T\ncollections: {notes: {output: true}}\n")
    write(folder, "_layouts/a.html", "<a>{{ content }}</a>\n")
    write(folder, "_layouts/loop.html", "---\nlayout: loop2\n---\n<l>{{ content }}</l>\n")
    write(folder, "_layouts/loop2.html", "---\nlayout: loop\n---\n<m>{{ content }}</m>\n")
    write(folder, "_includes/a.html", "included\n")
    write(folder, "_posts/2020-01-01-a.md", "---\nlayout: a\n---\none\n\ntwo\n")
    write(folder, "index.html", "---\nlayout: a\n---\n{% for p in site.posts %}{{ p.url }} {{ p.title }} {{ p.date | date: '%F' }}{% endfor %}"
          "{% for p in site.pages %}{{ p.url }} {% endfor %}{% include a.html %}\n")
    all_faults = faults()
    path, text = all_faults[number % len(all_faults)]
    write(folder, path, text)
