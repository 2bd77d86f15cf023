// SPDX-License-Identifier: MIT
// What an attack did to the page that is shown: the same questions for Galley's preview and for the careless control.
#pragma once

#include <QString>
#include <QStringList>
#include <QVariantMap>

namespace galley::test
{

/// Answers a map. Every property is read past the page's own names, since some posts replace document.body.
inline QString effectsScript()
{
    return QString::fromUtf8(R"JS((() => {
    const all = (what) => [...Document.prototype.querySelectorAll.call(document, what)];
    const root = all('html')[0];
    const words = (name) => {
        const walker = Document.prototype.createTreeWalker.call(document, document, NodeFilter.SHOW_TEXT);
        let known = false;
        while (walker.nextNode()) {
            if (!walker.currentNode.data.includes(name))
                continue;
            known = true;
            const range = Document.prototype.createRange.call(document);
            range.selectNodeContents(walker.currentNode);
            if ([...range.getClientRects()].some((box) => box.width > 0 && box.height > 0))
                return 'shown';
        }
        return known ? 'hidden' : 'absent';
    };
    const covered = () => {
        const content = all('#content')[0], column = all('main')[0];
        if (!content || !column)
            return 0;
        scrollTo(0, 0);
        const box = column.getBoundingClientRect();
        let outside = 0, count = 0;
        for (let x = 10; x < innerWidth; x += 20) {
            for (let y = 10; y < innerHeight; y += 20) {
                ++count;
                const inside = x >= box.left && x <= box.right && y >= 60;
                const hit = Document.prototype.elementFromPoint.call(document, x, y);
                if (!inside && hit && content.contains(hit) && hit !== content)
                    ++outside;
            }
        }
        return outside / count;
    };
    const body = all('body')[0];
    return {
        title: String(all('title')[0] ? all('title')[0].textContent : ''),
        ran: String(globalThis.__pwned || ''),
        before: words('before-marker'), after: words('after-marker'),
        canaryPixels: all('img').some((image) => image.naturalWidth === 37 && image.naturalHeight === 23),
        canaryText: root ? root.textContent.includes('SECRET-CANARY-7f3a') : false,
        canaryStyle: body ? getComputedStyle(body).backgroundColor === 'rgb(1, 2, 3)' : false,
        password: all('input[type=password]').length > 0,
        covered: covered(),
        head: all('header')[0] ? words("The site's own head") : 'none',
        footInside: all('#content footer, table footer, details footer, b footer').length > 0,
    };
})())JS");
}

inline QStringList readEffects(const QVariantMap& page)
{
    for (const char* key : {"canaryPixels", "canaryText", "canaryStyle"}) {
        if (page.value(QString::fromLatin1(key)).toBool())
            return {QStringLiteral("a file outside the site was read")};
    }
    return {};
}

inline QStringList shapeEffects(const QVariantMap& page, bool hasMarkers)
{
    QStringList effects;
    if (page.value(QStringLiteral("covered")).toDouble() > 0.3)
        effects << QStringLiteral("covers the page");
    if (page.value(QStringLiteral("head")).toString() == QLatin1String("hidden"))
        effects << QStringLiteral("hides the site's own parts");
    if (hasMarkers && page.value(QStringLiteral("before")).toString() != QLatin1String("shown"))
        effects << QStringLiteral("the post is not shown");
    return effects;
}

inline QStringList pageEffects(const QVariantMap& page, bool hasMarkers)
{
    QStringList effects = readEffects(page) + shapeEffects(page, hasMarkers);
    if (page.value(QStringLiteral("title")).toString().startsWith(QLatin1String("pwned")) ||
        !page.value(QStringLiteral("ran")).toString().isEmpty())
        effects << QStringLiteral("script ran");
    if (page.value(QStringLiteral("password")).toBool())
        effects << QStringLiteral("password field");
    return effects;
}

/// Links and buttons first; a post with more of them shows the same of each.
inline constexpr int touchedTargets = 8;

/// Everything that a hand could hover and click, brought into sight and answered as points of the window.
inline QString targetScript(int index)
{
    return QString::fromUtf8(R"JS((() => {
    const all = [...Document.prototype.querySelectorAll.call(document, '#content *, main a, main img, main span')].filter((element) =>
        /^(a|area|button|input|label|summary|text|mi|p|img|marquee|x-y|div|svg|h1|h2|li|span)$/i.test(element.localName)
        && !(element.localName === 'p' && /-marker/.test(element.textContent)));
    const links = all.filter((element) => /^(a|area|button|input|label)$/i.test(element.localName));
    const some = [...links, ...all.filter((element) => !links.includes(element))].slice(0, %2);
    const element = some[%1];
    if (!element)
        return null;
    Element.prototype.scrollIntoView.call(element, { block: 'center' });
    const box = Element.prototype.getBoundingClientRect.call(element);
    return { x: Math.max(1, box.left + Math.min(box.width / 2, 40)), y: Math.max(1, box.top + Math.min(box.height / 2, 20)),
             link: links.includes(element) };
})())JS")
        .arg(index)
        .arg(touchedTargets);
}

} // namespace galley::test
