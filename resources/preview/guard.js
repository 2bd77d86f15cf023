// SPDX-License-Identifier: MIT
// Stands before every link, form and drag of the page: nothing the page holds leaves it by itself.
(() => {
"use strict";
const { dom, ELEMENT } = galley;

const linkOf = (event) => event.composedPath().find((node) => node instanceof Element
    && dom.type(node) === ELEMENT && /^(a|area)$/.test(dom.name(node))
    && (dom.has(node, "href") || node.hasAttributeNS("http://www.w3.org/1999/xlink", "href")));

const targetOf = (link) => {
    const value = dom.attribute(link, "href") ?? link.getAttributeNS("http://www.w3.org/1999/xlink", "href");
    try {
        return new URL(value, dom.base()).href;
    } catch {
        return "";
    }
};

function follow(link) {
    const target = targetOf(link);
    const here = location.href.split("#")[0];
    if (target.startsWith(here + "#")) {
        const id = decodeURIComponent(target.slice(here.length + 1));
        const goal = dom.byId(id);
        if (goal)
            Element.prototype.scrollIntoView.call(goal);
    } else {
        galley.tell("follow", { target, text: link.textContent.trim().slice(0, 300) });
    }
}

function clicked(event) {
    const link = linkOf(event);
    if (link || event.button === 1)
        event.preventDefault();
    if (!event.isTrusted)
        return;
    if (link && (event.ctrlKey || event.metaKey))
        follow(link);
    else if (event.button === 0 && galley.page.lines.length > 0 && getSelection().isCollapsed)
        galley.tell("clicked", { ...galley.sourceAt(event), select: false });
}

addEventListener("click", clicked, true);
addEventListener("auxclick", clicked, true);
addEventListener("dblclick", (event) => {
    if (event.isTrusted && galley.page.lines.length > 0)
        galley.tell("clicked", { ...galley.sourceAt(event), select: true });
}, true);
for (const kind of ["submit", "dragstart", "dragover", "drop"])
    addEventListener(kind, (event) => event.preventDefault(), true);

let hovered = "";
addEventListener("mouseover", (event) => {
    const link = linkOf(event);
    const target = link ? targetOf(link) : "";
    if (target !== hovered)
        galley.tell("hovered", { target });
    hovered = target;
}, true);
})();
