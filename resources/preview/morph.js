// SPDX-License-Identifier: MIT
// Turns live nodes into parsed ones with the fewest changes: what is equal keeps its identity, so images are not
// fetched again, selections and open <details> stay.
(() => {
"use strict";
const { dom, ELEMENT, TEXT, COMMENT } = galley;

/// How far ahead an equal node is looked for when two lists differ: deletions and moves of a few nodes.
const lookAhead = 8;
/// Elements nested deeper than this are replaced, not compared: comparing costs depth × size.
const depthLimit = 64;

/// Whether the source said <details open>: the person's own opening and closing is not undone by an edit.
const sourceOpen = new WeakMap();

function imported(node) {
    const copy = dom.copy(node);
    if (dom.type(copy) === ELEMENT) {
        const list = Element.prototype.querySelectorAll.call(copy, "details");
        for (const details of dom.name(copy) === "details" ? [copy, ...list] : list)
            sourceOpen.set(details, dom.has(details, "open"));
    }
    return copy;
}

function syncOpen(live, fresh) {
    const wanted = dom.has(fresh, "open");
    if (sourceOpen.get(live) === wanted)
        return;
    sourceOpen.set(live, wanted);
    if (wanted)
        dom.set(live, "open", "");
    else
        dom.drop(live, "open");
}

function syncAttributes(live, fresh) {
    const details = dom.name(live) === "details";
    const wanted = dom.attributes(fresh);
    for (const old of [...dom.attributes(live)]) {
        if (!dom.hasNS(fresh, old.namespaceURI, old.localName) && !(details && old.name === "open"))
            dom.dropNode(live, old);
    }
    for (const now of wanted) {
        if (!(details && now.name === "open") && dom.attributeNS(live, now.namespaceURI, now.localName) !== now.value)
            dom.setNode(live, now.cloneNode());
    }
    if (details)
        syncOpen(live, fresh);
}

const templatesIn = (node) => dom.type(node) === ELEMENT
    && (dom.name(node) === "template" || Element.prototype.querySelector.call(node, "template"));

/// isEqualNode() does not look into templates, so these never count as equal.
const equal = (live, fresh) => dom.equal(live, fresh) && !templatesIn(fresh);

function alike(live, fresh) {
    const type = dom.type(live);
    if (type !== dom.type(fresh))
        return false;
    return type !== ELEMENT || (dom.name(live) !== "template" && dom.name(live) === dom.name(fresh) && dom.space(live) === dom.space(fresh));
}

function morphNode(live, fresh, depth) {
    const type = dom.type(live);
    if (type === TEXT || type === COMMENT) {
        if (live.data !== fresh.data)
            live.data = fresh.data;
        return;
    }
    if (type !== ELEMENT)
        return;
    syncAttributes(live, fresh);
    morphRange(live, null, null, galley.childrenBetween(fresh, null, null), depth + 1);
}

/// The position in `list` of a node equal to `wanted`, at `from` or a few places on; -1 when there is none.
function equalAhead(list, from, to, wanted) {
    for (let i = from; i < Math.min(to, from + lookAhead); ++i) {
        if (equal(list[i], wanted))
            return i;
    }
    return -1;
}

/// Makes the children of `parent` between `after` and `before` (both left alone; null = the end) equal to `wanted`.
function morphRange(parent, after, before, wanted, depth = 0) {
    const live = galley.childrenBetween(parent, after, before);
    let low = 0, liveEnd = live.length, wantedEnd = wanted.length;
    while (low < liveEnd && low < wantedEnd && equal(live[low], wanted[low]))
        ++low;
    while (liveEnd > low && wantedEnd > low && equal(live[liveEnd - 1], wanted[wantedEnd - 1])) {
        --liveEnd;
        --wantedEnd;
    }
    const end = liveEnd < live.length ? live[liveEnd] : before;
    morphMiddle(parent, live, low, liveEnd, wanted.slice(low, wantedEnd), end, depth);
}

function morphMiddle(parent, live, low, liveEnd, wanted, end, depth) {
    let at = low;
    for (let i = 0; i < wanted.length; ++i) {
        const fresh = wanted[i];
        const same = at < liveEnd ? equalAhead(live, at, liveEnd, fresh) : -1;
        if (same >= 0) {
            for (; at < same; ++at)
                dom.take(parent, live[at]);
            ++at;
        } else if (mayMorph(live, at, liveEnd, wanted, i, depth)) {
            morphNode(live[at++], fresh, depth);
        } else {
            dom.insert(parent, imported(fresh), at < liveEnd ? live[at] : end);
        }
    }
    for (; at < liveEnd; ++at)
        dom.take(parent, live[at]);
}

/// A live node that equals one of the next wanted nodes is kept for that one.
function mayMorph(live, at, liveEnd, wanted, i, depth) {
    if (at >= liveEnd || depth > depthLimit || !alike(live[at], wanted[i]))
        return false;
    return liveEnd - at >= wanted.length - i || equalAhead(wanted, i + 1, wanted.length, live[at]) < 0;
}

Object.assign(galley, { imported, morphRange, syncAttributes });
})();
