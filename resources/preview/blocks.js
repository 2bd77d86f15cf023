// SPDX-License-Identifier: MIT
// The live page and its blocks: takes the program's orders (shell, patch, whole, adopt) one at a time.
(() => {
"use strict";
const { dom, probe, plainMark, parse, marksIn, cleanMarks, pathTo, namesOf, childrenBetween } = galley;

/// Everything the script knows of the page that is shown. `marks` has one entry more than there are blocks; it is
/// empty while the blocks do not lie side by side, and then every change comes as a whole page. `more`: blocks are to come.
const page = { cleaning: true, changed: false, more: true, doctype: "", chain: "", chainNames: "", bodyImplied: false, marks: [], lines: [] };
galley.page = page;

const irregular = { irregular: true };

/// The page's own security policy stays first in the head.
function keepPolicy(doc) {
    const policy = dom.all(document, "meta[http-equiv=Content-Security-Policy]")[0];
    if (page.cleaning && policy)
        dom.insert(dom.head(doc), policy.cloneNode(), dom.first(dom.head(doc)));
}

const chainOf = (path) => path.map((element) => "<" + dom.name(element) + ">").join("");

/// Elements that would stand in the head when the page has not opened its body before them.
const headOnly = new Set(["title", "meta", "style", "link", "script", "base", "template", "noscript", "basefont", "bgsound", "noframes"]);

function beginsInBody(mark) {
    for (let node = dom.next(mark); node; node = dom.next(node)) {
        if (dom.type(node) === galley.ELEMENT)
            return !headOnly.has(dom.name(node));
        if (dom.type(node) === galley.TEXT && node.data.trim())
            return true;
        if (dom.type(node) === galley.COMMENT)
            return false;
    }
    return false;
}

/// Learns where the post's blocks stand; false when a block parsed alone would not be what it is in the page.
function learnPlace(order, mark) {
    const path = pathTo(dom.parent(mark));
    page.doctype = (/^\s*(<!--[^]*?-->\s*)*<!doctype[^>]*>/i.exec(order.head) || [""])[0];
    page.chain = (path.length > 1 ? "<html><head></head>" : "<html>") + chainOf(path.slice(1));
    page.chainNames = namesOf(path);
    page.bodyImplied = path.length === 2 && !/<body[\s>]/i.test(order.head);
    const marks = cleanMarks(parse(page.doctype + page.chain + probe() + probe()), 2);
    return marks !== null && namesOf(pathTo(dom.parent(marks[0]))) === page.chainNames;
}

/// Brings the live page to `doc`, everything but the post's blocks when `hole` marks their place in both.
function morphPage(doc, hole) {
    const live = hole ? pathTo(dom.parent(page.marks[0])) : [dom.html(document)];
    const fresh = hole ? pathTo(dom.parent(hole[0])) : [dom.html(doc)];
    for (let i = 0; i < live.length; ++i) {
        const last = i === live.length - 1;
        const liveGap = !last ? [live[i + 1], live[i + 1]] : hole ? [page.marks[0], page.marks[page.marks.length - 1]] : null;
        const freshGap = !last ? [fresh[i + 1], fresh[i + 1]] : hole;
        galley.syncAttributes(live[i], fresh[i]);
        if (!liveGap) {
            galley.morphRange(live[i], null, null, childrenBetween(fresh[i], null, null));
        } else {
            galley.morphRange(live[i], null, liveGap[0], childrenBetween(fresh[i], null, freshGap[0]));
            galley.morphRange(live[i], liveGap[1], null, childrenBetween(fresh[i], freshGap[1], null));
        }
    }
}

/// Pieces head, tail: what stands before the first and after the last block.
function shell(order) {
    const doc = parse(order.head + probe() + order.tail);
    const marks = cleanMarks(doc, 1);
    const otherFormulas = galley.learnFormulas(doc);
    if (!marks || !learnPlace(order, marks[0]))
        return irregular;
    if (page.cleaning) {
        galley.clean(doc, 1, false);
        galley.setFormulas(dom.body(doc));
    }
    keepPolicy(doc);
    const empty = page.marks.length === 0;
    page.more = page.more || empty;
    if (!empty && otherFormulas)
        return irregular;
    if (!empty && namesOf(pathTo(dom.parent(page.marks[0]))) !== namesOf(pathTo(dom.parent(marks[0]))))
        return irregular;
    morphPage(doc, empty ? null : [marks[0], marks[0]]);
    if (empty)
        setMarks(marksIn(document), []);
    return {};
}

function setMarks(marks, lines) {
    page.marks = marks;
    page.lines = lines;
}

/// The new blocks, cleaned, in a parent of the right kind; null when they would not stay within themselves.
function parseUnits(order) {
    const units = order.units;
    const doc = parse(page.doctype + page.chain + units.map((unit) => probe() + unit).join("") + probe());
    const marks = cleanMarks(doc, units.length + 1);
    if (!marks || namesOf(pathTo(dom.parent(marks[0]))) !== page.chainNames || !aloneIn(doc, marks))
        return null;
    if (order.first === 0 && page.bodyImplied && units.length > 0 && !beginsInBody(marks[0]))
        return null;
    if (galley.learnPostFormulas(dom.parent(marks[0])) && page.cleaning)
        return null;
    if (page.cleaning) {
        galley.keepTexScripts(dom.parent(marks[0]));
        galley.clean(dom.parent(marks[0]), 0, true);
    }
    galley.setFormulas(dom.parent(marks[0]));
    return childrenBetween(dom.parent(marks[0]), marks[0], marks[marks.length - 1]);
}

/// Whether nothing of the blocks went elsewhere: into the head, before a table, onto <html> or <body>.
function aloneIn(doc, marks) {
    const path = pathTo(dom.parent(marks[0]));
    const bare = path.every((element) => dom.attributes(element).length === 0);
    const single = path.slice(1).every((element) => childrenBetween(dom.parent(element), null, null).every(
        (node) => node === element || (dom.name(element) === "body" && node === dom.head(doc) && !dom.first(node))));
    return bare && single && !dom.previous(marks[0]) && !dom.next(marks[marks.length - 1]);
}

/// Changes the white space before a block that became the first, or is so no longer.
function changeSeam(seam, mark) {
    const text = dom.next(mark);
    const isText = text && dom.type(text) === galley.TEXT;
    if (seam.from && (!isText || !text.data.startsWith(seam.from)))
        return false;
    if (seam.from)
        text.data = seam.to + text.data.slice(seam.from.length);
    else
        dom.insert(dom.parent(mark), dom.text(seam.to), text);
    return true;
}

function marksFrom(mark, end) {
    const found = [mark];
    for (let node = dom.next(mark); node !== end; node = dom.next(node)) {
        if (galley.isMark(node))
            found.push(node);
    }
    return found;
}

/// {first, removed, lines, shift, seam}, pieces units: blocks first … first+removed-1 make way for the units.
function patch(order) {
    const begin = page.marks[order.first], end = page.marks[order.first + order.removed];
    if (!begin || !end)
        return irregular;
    if (order.units.length > 0 || order.removed > 0) {
        const nodes = parseUnits(order);
        if (!nodes || !replace(begin, end, nodes, order))
            return irregular;
    }
    if (order.seam && !changeSeam(order.seam, page.marks[order.first + order.units.length]))
        return irregular;
    shiftLines(order.first + order.units.length, order.shift);
    if (order.table)
        page.lines = order.table;
    return {};
}

function shiftLines(from, shift) {
    for (let i = from; shift !== 0 && i < page.lines.length; ++i) {
        page.lines[i][0] += shift;
        page.lines[i][1] += shift;
    }
}

/// Like list.splice(at, removed, ...added), for any number of them: arguments lie on the stack.
function splice(list, at, removed, added) {
    const rest = list.splice(at);
    for (const one of added)
        list.push(one);
    for (let i = removed; i < rest.length; ++i)
        list.push(rest[i]);
}

/// With no unit left the range ends up empty and one of its two marks goes.
function replace(begin, end, nodes, order) {
    const parent = dom.parent(begin);
    if (dom.parent(end) !== parent)
        return false;
    const count = order.units.length;
    if (count === 0) {
        galley.morphRange(parent, begin, end, []);
        if (begin !== end)
            dom.take(parent, begin);
        page.marks.splice(order.first, order.removed);
    } else if (begin === end) {
        const mark = dom.comment(begin.data);
        dom.insert(parent, mark, end);
        galley.morphRange(parent, mark, end, nodes);
        splice(page.marks, order.first, 0, marksFrom(mark, end));
    } else {
        galley.morphRange(parent, begin, end, nodes);
        splice(page.marks, order.first, order.removed, marksFrom(begin, end));
    }
    splice(page.lines, order.first, order.removed, order.lines);
    return true;
}

/// A mark after these start tags would keep the line feed that the parser drops there.
const eatsLineFeed = /<(pre|listing|textarea)\b[^>]*>$/i;

function wholeSource(order, mark) {
    const markAfter = (i) => (i >= 0 && eatsLineFeed.test(order.units[i]) ? "" : mark());
    const units = order.units.map((unit, i) => markAfter(i - 1) + unit);
    return order.head + units.join("") + (units.length > 0 ? markAfter(units.length - 1) : "") + order.tail;
}

/// These tags in a block give their attributes to the page's own elements and leave no other trace.
const mergesAttributes = /<(html|body)[\s/>]/i;

/// The page parsed as well as it can be marked: with probes, with plain marks, or, where a mark would become text
/// or move something, with none.
function parseWhole(order, count) {
    const probed = parse(wholeSource(order, probe));
    const clean = count > 0 && cleanMarks(probed, count);
    const merges = order.units.some((unit) => mergesAttributes.test(unit));
    if (clean && !merges && learnPlace(order, clean[0]) && !(page.bodyImplied && !beginsInBody(clean[0])))
        return { doc: probed, regular: true };
    const marked = parse(wholeSource(order, plainMark));
    if (marksIn(marked).length === count)
        return { doc: marked, regular: false };
    return { doc: parse(wholeSource(order, () => "")), regular: false };
}

/// {lines}, pieces head, tail, units: a page whose blocks may reach into one another; it is compared node by node.
function whole(order) {
    const count = order.units.length > 0 ? order.units.length + 1 : 0;
    const { doc, regular } = parseWhole(order, count);
    const found = marksIn(doc).length;
    galley.learnFormulas(doc);
    galley.keepTexScripts(dom.html(doc));
    if (page.cleaning && found > 0)
        galley.clean(doc, found, false);
    else if (page.cleaning)
        galley.cleanUnmarked(doc);
    galley.setFormulas(dom.body(doc));
    keepPolicy(doc);
    morphPage(doc, null);
    setMarks(marksIn(document), found > 0 ? order.lines : []);
    return { regular };
}

/// {lines}, piece head: a trusted page was loaded as it is; its marks came with it. Once it was changed it is not what
/// was loaded.
function adopt(order) {
    if (page.changed)
        return { irregular: true, stale: true };
    page.cleaning = false;
    galley.learnFormulas(document);
    const marks = marksIn(document);
    const parent = marks.length ? dom.parent(marks[0]) : null;
    const sideBySide = marks.length === order.lines.length + 1 && marks.every((mark) => dom.parent(mark) === parent);
    setMarks(marks, order.lines);
    if (!sideBySide || !learnPlace(order, marks[0]))
        return irregular;
    return {};
}

/// What lies in the page now belongs to no order that follows: the next shell takes it away.
galley.forgetBlocks = () => {
    held = [];
    setMarks([], []);
};

/// Pieces of HTML for the next order; a large one comes in several calls.
let held = [];
galley.hold = (goesOn, pieces) => {
    if (goesOn && held.length > 0)
        held[held.length - 1] += pieces.shift();
    for (const piece of pieces)
        held.push(piece);
};

function takeHeld(kind, order) {
    const pieces = held;
    held = [];
    if (kind !== "patch")
        order.head = pieces.shift();
    if (kind === "shell" || kind === "whole")
        order.tail = pieces.shift();
    order.units = pieces;
}

/// After so many new blocks the layout takes long: it is part of the order, and not a silence after it.
const manyUnits = 500;

const orders = { shell, patch, whole, adopt };
galley.take = (kind, order) => {
    takeHeld(kind, order);
    page.changed = page.changed || kind !== "adopt";
    const place = galley.placeHeld();
    let answer;
    try {
        answer = orders[kind](order);
    } catch (error) {
        return { irregular: true, error: String(error) + error.stack };
    }
    if (kind !== "patch") {
        galley.applyScheme();
        galley.placeLowRules();
    }
    galley.holdPlace(place, Boolean(order.follow));
    if (kind !== "shell")
        page.more = Boolean(order.more);
    if (!answer.irregular)
        galley.blocksChanged(order);
    galley.pageChanged();
    if (order.units.length > manyUnits)
        Element.prototype.getBoundingClientRect.call(dom.html(document));
    return answer;
};
})();
