// SPDX-License-Identifier: MIT
// The bottom of the preview's script: DOM access that a page's own names can not redirect, block marks, parsing.
// <img name=body> replaces document.body and <input name=attributes> a form's attributes, so every property is
// read through its prototype's getter.
(() => {
"use strict";

const getter = (proto, name) => {
    const get = Object.getOwnPropertyDescriptor(proto, name).get;
    return (object) => get.call(object);
};
const method = (proto, name) => {
    const call = proto[name];
    return (object, ...values) => call.apply(object, values);
};

const documentOwn = Document.prototype;
const baseOf = getter(Node.prototype, "baseURI");
const sheetsOf = getter(Document.prototype, "styleSheets");
const fontsOf = getter(Document.prototype, "fonts");
const readyStateOf = getter(Document.prototype, "readyState");

const dom = {
    type: getter(Node.prototype, "nodeType"),
    parent: getter(Node.prototype, "parentNode"),
    first: getter(Node.prototype, "firstChild"),
    next: getter(Node.prototype, "nextSibling"),
    previous: getter(Node.prototype, "previousSibling"),
    insert: method(Node.prototype, "insertBefore"),
    take: method(Node.prototype, "removeChild"),
    equal: method(Node.prototype, "isEqualNode"),
    name: getter(Element.prototype, "localName"),
    space: getter(Element.prototype, "namespaceURI"),
    attributes: getter(Element.prototype, "attributes"),
    attribute: method(Element.prototype, "getAttribute"),
    has: method(Element.prototype, "hasAttribute"),
    set: method(Element.prototype, "setAttribute"),
    drop: method(Element.prototype, "removeAttribute"),
    dropNode: method(Element.prototype, "removeAttributeNode"),
    attributeNS: method(Element.prototype, "getAttributeNS"),
    hasNS: method(Element.prototype, "hasAttributeNS"),
    setNode: method(Element.prototype, "setAttributeNode"),
    /// For the loading of sheets and pictures: the window is not told of it.
    listen: (kind, heard) => EventTarget.prototype.addEventListener.call(document, kind, heard, true),
    base: () => baseOf(document),
    fonts: () => fontsOf(document),
    readiness: () => readyStateOf(document),
    comment: (text) => documentOwn.createComment.call(document, text),
    text: (text) => documentOwn.createTextNode.call(document, text),
    element: (name) => documentOwn.createElement.call(document, name),
    copy: (node) => documentOwn.importNode.call(document, node, true),
    range: () => documentOwn.createRange.call(document),
    walker: (doc, what) => documentOwn.createTreeWalker.call(doc, doc, what),
    all: (doc, selector) => documentOwn.querySelectorAll.call(doc, selector),
    byId: (id) => documentOwn.getElementById.call(document, id),
    sheets: () => sheetsOf(document),
    html: getter(Document.prototype, "documentElement"),
    head: getter(Document.prototype, "head"),
    body: getter(Document.prototype, "body"),
};

const ELEMENT = 1, TEXT = 3, COMMENT = 8;
const XHTML = "http://www.w3.org/1999/xhtml";
/// Nobody who writes a post knows the key, so nobody can write a mark.
// A trusted page's scripts can read it in the marks, so it opens nothing: the program hears facts by galleyKey, which stands
// nowhere in a page.
const markPrefix = "galley:" + galleyMarks;

/// A place between two blocks. The comment stays where the parser is; the <wbr> goes where text would go: when
/// both are neighbours in the expected parent, no element, no table and no formatting is left open at that place.
const probe = () => "<wbr " + probeName + ">" + plainMark();
const plainMark = () => "<!--" + markPrefix + "-->";
const probeName = "data-" + markPrefix.replace(":", "-");

const isMark = (node) => dom.type(node) === COMMENT && node.data === markPrefix;

const parse = (source) => new DOMParser().parseFromString(source, "text/html");

function marksIn(doc) {
    const walker = dom.walker(doc, NodeFilter.SHOW_COMMENT);
    const found = [];
    while (walker.nextNode()) {
        if (isMark(walker.currentNode))
            found.push(walker.currentNode);
    }
    return found;
}

const isProbe = (node) => node && dom.type(node) === ELEMENT && dom.name(node) === "wbr" && dom.has(node, probeName);

/// Takes the probes out again and answers the marks when all `count` of them lie clean in one parent, else null.
function cleanMarks(doc, count) {
    const marks = marksIn(doc);
    const clean = marks.length === count
        && marks.every((mark) => dom.parent(mark) === dom.parent(marks[0]) && isProbe(dom.previous(mark)));
    for (const wbr of dom.all(doc, "wbr[" + probeName + "]"))
        dom.take(dom.parent(wbr), wbr);
    return clean ? marks : null;
}

/// The names of the elements from <html> down to `node`.
function pathTo(node) {
    const path = [];
    for (let at = node; at && dom.type(at) === ELEMENT; at = dom.parent(at))
        path.unshift(at);
    return path;
}

const namesOf = (path) => path.map((element) => (dom.space(element) === XHTML ? "" : "x:") + dom.name(element)).join(">");

function childrenBetween(parent, from, to) {
    const list = [];
    for (let node = from ? dom.next(from) : dom.first(parent); node && node !== to; node = dom.next(node))
        list.push(node);
    return list;
}

Object.defineProperty(globalThis, "galley", { value: {
    dom, ELEMENT, TEXT, COMMENT, XHTML, key: galleyKey, probe, plainMark, isMark, parse, marksIn, cleanMarks, pathTo, namesOf, childrenBetween,
} });
})();
