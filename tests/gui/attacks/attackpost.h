// SPDX-License-Identifier: MIT
// AttackPost: one hostile post, and the site it is put into.
#pragma once

#include "attackvariants.h"
#include "testpaths.h"

#include <QDir>
#include <QFile>
#include <QString>

#include <vector>

namespace galley::test
{

struct AttackPost {
    QString name;    ///< "009-img-onerror"
    QString kind;    ///< the class it belongs to: "script", "localfile", …
    QByteArray text; ///< the file

    QString number() const { return name.section(u'-', 0, 0); }
};

inline QByteArray fileBytes(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// The posts of the shared folder; none where it is absent.
inline std::vector<AttackPost> sharedAttacks()
{
    std::vector<AttackPost> posts;
    const auto folder = sharedPath("attacks");
    if (!folder)
        return posts;
    const QString root = QString::fromStdString(folder->string());
    const QStringList lines = QString::fromUtf8(fileBytes(root + QStringLiteral("/MANIFEST.tsv"))).split(u'\n');
    for (const QString& line : lines.mid(1)) {
        const QStringList cells = line.split(u'\t');
        if (cells.size() > 2)
            posts.push_back({cells[0].chopped(3), cells[1], fileBytes(root + u'/' + cells[0])});
    }
    return posts;
}

/// Our own, in the same form.
inline std::vector<AttackPost> ownAttacks()
{
    std::vector<AttackPost> posts;
    int number = 900;
    for (const AttackVariant& variant : attackVariants()) {
        const QByteArray id = QByteArray::number(number++);
        QByteArray body(variant.body);
        body.replace("@RUN@", QByteArray("window.__pwned='" + id + "';document.title='pwned-" + id + "';0"));
        body.replace("@ID@", id);
        body.replace("@HOST@", QByteArray("127.0.0.1:47999/" + id));
        for (char level = '0'; level < '8'; ++level)
            body.replace(QByteArray(QByteArray("@USES") + level + '@'),
                         QByteArray(QByteArray("<use href=\"#b") + level + "\"/>").repeated(8));
        posts.push_back(
            {QString::fromLatin1(id + '-' + variant.name), QString::fromLatin1(variant.kind),
             "---\nlayout: post\ntitle: attack\n---\n\n# Attack\n\nbefore-marker\n\n" + body + "\n\nafter-marker\n"});
    }
    return posts;
}

/// A post with a little of everything that ordinary posts have.
inline QByteArray harmlessPost()
{
    return R"(---
layout: post
title: "Notes from a meetup: what's new"
author: Jane Doe
description: Words about a talk.
tags: [talks, notes]
---

# Talks & notes

before-marker

A paragraph with *emphasis*, **weight**, `code`, a [link within](#talks-notes), an image ![of a
dot](data:image/gif;base64,R0lGODlhAQABAAAAACwAAAAAAQABAAA=), a formula $a < b^2$ and <b>raw HTML</b>.

| a | b |
|---|--:|
| 1 | 2 |

```ruby
puts "<hello>"
```

- [x] done
- [ ] open

<details><summary>More</summary><p>words</p></details>

<svg width="20" height="20"><circle cx="9" cy="9" r="5"/></svg>

after-marker
)";
}

/// The folder that attack posts expect: their canaries lie at fixed places round it.
inline QString canaryFolder()
{
    return QStringLiteral("/tmp/attack-canary");
}

inline QString attackSite()
{
    return canaryFolder() + QStringLiteral("/site");
}

/// A layout as careless as many real ones: front matter is written everywhere without escaping.
inline const char* const carelessLayout = R"(<!DOCTYPE html>
<html lang="{{ page.lang }}">
<head>
<meta charset="utf-8">
<title>{{ page.title }}</title>
<meta name="description" content='{{ page.description }}'>
<meta property="og:title" content="{{ page.title }}">
<link rel="canonical" href="{{ page.canonical_url }}">
<!-- {{ page.title }} -->
<style>header { height: 60px; background: #ddd } aside { position: absolute; left: 0; top: 60px; width: 180px; height: 500px; background: #eee } main { margin-left: 200px; max-width: 300px }</style>
{% if page.refresh %}<meta http-equiv="refresh" content="{{ page.refresh }}">{% endif %}
</head>
<body class="{{ page.body_class }}">
<header>The site's own head</header><aside>The site's own side</aside>
<main class="{{ page.class }}">
<h1>{{ page.title }}</h1>
<p data-author="{{ page.author }}">by <span title='{{ page.author }}'>{{ page.author }}</span> </p>
{% if page.link %}<p><a href="{{ page.link }}">link</a></p>{% endif %}
{% if page.image %}<img src="{{ page.image }}">{% endif %}
<div id="content">
{{ content }}
</div>
</main>
<footer>The site's own foot</footer>
<script type="application/ld+json">{"headline": "{{ page.title }}"}</script>
</body>
</html>
)";

inline void putFile(const QString& path, const QByteArray& bytes)
{
    QDir().mkpath(QFileInfo(path).path());
    QFile file(path);
    if (file.open(QIODevice::WriteOnly))
        file.write(bytes);
}

/// Writes the site with this one post and answers the post's path.
inline QString putIntoSite(const AttackPost& post)
{
    QDir(attackSite() + QStringLiteral("/_posts")).removeRecursively();
    putFile(attackSite() + QStringLiteral("/_config.yml"), "title: a site\n");
    putFile(attackSite() + QStringLiteral("/_layouts/post.html"), carelessLayout);
    const QString path = attackSite() + QStringLiteral("/_posts/2026-01-01-self.md");
    putFile(path, post.text);
    return path;
}

} // namespace galley::test
