// SPDX-License-Identifier: MIT
// Cleans a parsed page before it is shown: allowlists for elements, attributes, addresses and styles. The page's
// scripts are off and a content policy stands in the head besides; this is the first of the three.
(() => {
"use strict";
const { dom, lists, ELEMENT, COMMENT, XHTML } = galley;
const SVG = "http://www.w3.org/2000/svg";
const XLINK = "http://www.w3.org/1999/xlink";

function addressOf(value) {
    try {
        return new URL(value, dom.base());
    } catch {
        return null;
    }
}

const linkSchemes = new Set(["http:", "https:", "mailto:", "tel:", "galley:"]);
const imageSchemes = new Set(["http:", "https:", "galley:"]);
const isImageData = (value) => /^\s*data:image\/(png|jpeg|gif|webp|avif|bmp|svg\+xml)[;,]/i.test(value);

const linkAllowed = (value) => linkSchemes.has(addressOf(value)?.protocol);
const sourceAllowed = (value) => isImageData(value) || imageSchemes.has(addressOf(value)?.protocol);

/// srcset: candidates are parted by commas; one that holds data: can not be told apart, so it is refused whole.
const srcsetAllowed = (value) => value.split(/,\s+|\s,/).every((part) =>
    imageSchemes.has(addressOf(part.trim().split(/\s+/)[0])?.protocol));

function addressAllowed(element, attribute) {
    const name = attribute.localName, value = attribute.value;
    if (dom.space(element) !== XHTML)
        return value.trim().startsWith("#");
    if (name === "srcset")
        return srcsetAllowed(value);
    return lists.links.has(name) ? linkAllowed(value) : sourceAllowed(value);
}

function attributeAllowed(element, attribute, inPost) {
    const name = attribute.name;
    if (/^(data-|aria-)/.test(name))
        return true;
    if (attribute.namespaceURI === XLINK || lists.links.has(name) || lists.sources.has(name))
        return (attribute.localName === "href" || dom.space(element) === XHTML) && addressAllowed(element, attribute);
    if (dom.space(element) !== XHTML)
        return (lists.foreign.has(name) && !/\\|url\s*\(\s*['"]?(?!#)/i.test(attribute.value)) || /^(id|class|role|style)$/.test(name);
    // document.<name> of an image or a form would stand before the document's own properties.
    if (name === "name" && /^(img|form)$/.test(dom.name(element)))
        return false;
    return lists.attributes.has(name) && !(inPost && name === "form");
}

/// The largest offset or negative margin of a post's element: enough to pull a picture into the margin, too
/// little to cover the page's head.
const offsetLimit = 120; // px

function styleValueAllowed(name, value) {
    if (/url|image|var\(|env\(|attr\(|expression|[0-9.](v[whib]|vmin|vmax|[sld]v[a-z]+)\b/i.test(value))
        return false;
    if (name === "position")
        return value === "relative" || value === "static";
    if (name === "display")
        return lists.displays.has(value);
    if (/^(top|right|bottom|left)$/.test(name) || (/^margin/.test(name) && value.includes("-")))
        return /^-?[0-9.]+(px|em|rem|%|ex|ch|pt)?$/.test(value) && Math.abs(parseFloat(value)) <= offsetLimit
            && (!/(em|rem|ex|ch)$/.test(value) || Math.abs(parseFloat(value)) <= offsetLimit / 16);
    return true;
}

function cleanStyle(element) {
    const style = element.style;
    if (!style)
        return dom.drop(element, "style");
    const bad = [...style].filter((name) => !lists.styles.test(name) || !styleValueAllowed(name, style.getPropertyValue(name)));
    // A declaration that this engine does not know never becomes a property, so nothing else is left to judge.
    if (bad.length || /[\\@]|url|var\(/i.test(dom.attribute(element, "style"))) {
        bad.forEach((name) => style.removeProperty(name));
        const rest = style.cssText;
        if (rest)
            dom.set(element, "style", rest);
        else
            dom.drop(element, "style");
    }
}

function cleanAttributes(element, inPost) {
    for (const attribute of [...dom.attributes(element)]) {
        if (!attributeAllowed(element, attribute, inPost))
            dom.dropNode(element, attribute);
    }
    if (inPost && dom.has(element, "style"))
        cleanStyle(element);
}

function relAllowed(element) {
    const rels = (dom.attribute(element, "rel") || "").toLowerCase().trim().split(/\s+/);
    return rels.every((rel) => lists.rels.has(rel));
}

/// "keep", "drop" or "unwrap" (the element goes, its children stay); "embed" becomes a placeholder.
function verdict(element, inPost) {
    const name = dom.name(element);
    if (dom.space(element) !== XHTML) {
        const known = dom.space(element) === SVG ? lists.svg : lists.math;
        return known.has(name) ? "keep" : "drop";
    }
    if (lists.dropped.has(name))
        return "drop";
    if (lists.embeds.has(name))
        return "embed";
    if ((name === "meta" && dom.has(element, "http-equiv")) || (name === "link" && !relAllowed(element)))
        return "drop";
    if (inPost)
        return verdictInPost(element, name);
    return lists.elements.has(name) || name.includes("-") ? "keep" : "unwrap";
}

function verdictInPost(element, name) {
    if (name === "input" && (dom.attribute(element, "type") || "").toLowerCase() === "checkbox") {
        dom.set(element, "disabled", "");
        return "keep";
    }
    if (lists.layoutOnly.has(name) || lists.droppedInPosts.has(name))
        return "drop";
    if (lists.unwrappedInPosts.has(name))
        return "unwrap";
    return lists.elements.has(name) || name.includes("-") ? "keep" : "unwrap";
}

/// The room that the embed takes on the published page, so that what follows stands where it will.
function sizeOf(element) {
    const pixels = (name) => (/^\s*\d{1,4}\s*(px)?\s*$/.test(dom.attribute(element, name) || "") ? parseInt(dom.attribute(element, name), 10) : 0);
    const width = pixels("width"), height = pixels("height");
    return (width > 0 ? "width:" + width + "px;" : "") + (height > 0 ? "min-height:" + height + "px;" : "");
}

function placeholder(element) {
    const source = dom.attribute(element, dom.name(element) === "object" ? "data" : "src") || "";
    const address = addressOf(source);
    const remote = address && /^https?:$/.test(address.protocol);
    const box = dom.element("a");
    dom.set(box, "class", "galley-embed");
    if (remote)
        dom.set(box, "href", address.href);
    dom.set(box, "style", sizeOf(element));
    const label = remote ? "Embedded content from " + address.host + ". It needs scripts and is shown when this site is trusted. "
        + "Ctrl+click opens it in the browser." : "Embedded content, not shown";
    dom.insert(box, dom.text(label), null);
    return box;
}

function afterSubtree(node, root) {
    while (node && node !== root) {
        const next = dom.next(node);
        if (next)
            return next;
        node = dom.parent(node);
    }
    return null;
}

function unwrap(element) {
    const parent = dom.parent(element);
    const first = dom.first(element);
    while (dom.first(element))
        dom.insert(parent, dom.first(element), element);
    const next = first || dom.next(element);
    dom.take(parent, element);
    return next;
}

/// Cleans the element and answers the next node to look at.
function cleanElement(element, inPost, root) {
    const way = verdict(element, inPost);
    if (way === "keep") {
        cleanAttributes(element, inPost);
        return dom.first(element) || afterSubtree(element, root);
    }
    const next = afterSubtree(element, root);
    if (way === "unwrap")
        return unwrap(element) || next;
    if (way === "embed")
        dom.insert(dom.parent(element), placeholder(element), element);
    dom.take(dom.parent(element), element);
    return next;
}

/// Cleans everything below `root`, in document order. What stands between the first and the last of `marks` marks is
/// the post's; without marks `allPost` says whose it is. Comments go, save the marks.
galley.clean = (root, marks, allPost) => {
    galley.tameUses(root);
    let inPost = allPost, seen = 0;
    for (let node = dom.first(root); node;) {
        const type = dom.type(node);
        if (type === ELEMENT) {
            node = cleanElement(node, inPost, root);
            continue;
        }
        const next = dom.first(node) || afterSubtree(node, root);
        if (type === COMMENT && !galley.isMark(node))
            dom.take(dom.parent(node), node);
        else if (type === COMMENT && marks > 0)
            inPost = ++seen < marks;
        node = next;
    }
};

/// A page in which the post's blocks were not found: all of its body is held for the post's.
galley.cleanUnmarked = (doc) => {
    const body = dom.body(doc);
    if (body && dom.name(body) !== "body")
        dom.take(dom.html(doc), body);
    for (const element of [dom.html(doc), dom.head(doc), dom.body(doc)]) {
        if (element)
            cleanAttributes(element, false);
    }
    galley.clean(dom.head(doc), 0, false);
    if (dom.body(doc))
        galley.clean(dom.body(doc), 0, true);
};
})();
