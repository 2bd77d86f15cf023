// SPDX-License-Identifier: MIT
// Source lines and places on the page: each block knows its first and last line, between them it is interpolated.
(() => {
"use strict";
const { dom, page } = galley;

/// Facts for the program; only who knows the key is heard.
galley.tell = (kind, fact) => console.info(galley.key + JSON.stringify({ kind, ...fact }));

const view = { anchorLine: null, ownScroll: -1, lastTold: -1 };

/// {top, bottom} of block i in page coordinates (px); null when it has no box.
function boxOf(i) {
    const range = dom.range();
    range.setStartAfter(page.marks[i]);
    range.setEndBefore(page.marks[i + 1]);
    const rects = range.getClientRects();
    if (rects.length === 0)
        return null;
    const rect = range.getBoundingClientRect();
    return rect.height > 0 ? { top: rect.top + scrollY, bottom: rect.bottom + scrollY } : null;
}

function nearestBox(i, step) {
    for (; i >= 0 && i < page.lines.length; i += step) {
        const box = boxOf(i);
        if (box)
            return { ...box, first: page.lines[i][0], end: page.lines[i][1] + 1, index: i };
    }
    return null;
}

/// The last block for which `before` holds; -1 when it holds for none. Blocks stand in order.
function lastBlock(before) {
    let low = 0, high = page.lines.length;
    while (low < high) {
        const middle = (low + high) >> 1;
        if (before(middle))
            low = middle + 1;
        else
            high = middle;
    }
    return low - 1;
}

const between = (value, from, to, low, high) => (to > from ? low + ((value - from) / (to - from)) * (high - low) : low);

/// Where on the page (px) the source line is shown; lines count from 0 and may have a fraction.
galley.placeOfLine = (line) => {
    const at = lastBlock((i) => page.lines[i][0] <= line);
    const box = at >= 0 ? nearestBox(at, -1) : null;
    if (box && line < box.end)
        return between(line, box.first, box.end, box.top, box.bottom);
    const next = nearestBox(at + 1, 1);
    const from = box || { end: 0, bottom: 0 };
    return next ? between(line, from.end, next.first, from.bottom, next.top) : from.bottom;
};

/// The source line shown at this place of the page (px).
galley.lineOfPlace = (y) => {
    const at = lastBlock((i) => (boxOf(i) || nearestBox(i, -1) || { top: -1 }).top <= y);
    const box = at >= 0 ? nearestBox(at, -1) : null;
    if (box && y < box.bottom)
        return between(y, box.top, box.bottom, box.first, box.end);
    const next = nearestBox(at + 1, 1);
    const from = box || { end: 0, bottom: 0 };
    return next ? between(y, from.bottom, next.top, from.end, next.first) : from.end;
};

function scrollToPlace(y) {
    scrollTo({ top: y, behavior: "instant" });
    view.ownScroll = scrollY;
}

galley.scrollToLine = (line) => {
    view.anchorLine = line;
    scrollToPlace(galley.placeOfLine(line));
};

/// Scroll events of our own scrolling are not told back: that would be a loop.
addEventListener("scroll", () => {
    if (Math.abs(scrollY - view.ownScroll) < 1.5 || page.lines.length === 0)
        return;
    view.ownScroll = -1;
    view.anchorLine = galley.lineOfPlace(scrollY);
    galley.tell("scrolled", { line: view.anchorLine });
}, { capture: true, passive: true });

/// Late images, fonts and new widths move everything: the line that stood at the top stands there again.
function anchorAgain() {
    if (view.anchorLine === null || page.lines.length === 0)
        return;
    const y = galley.placeOfLine(view.anchorLine);
    if (Math.abs(y - scrollY) >= 1)
        scrollToPlace(y);
}

/// The first block in sight and how far its top is from the window's; held over a change of the page.
galley.placeHeld = () => {
    if (page.marks.length < 2 || scrollY === 0)
        return null;
    const at = Math.max(0, lastBlock((i) => (boxOf(i) || nearestBox(i, -1) || { top: -1 }).top <= scrollY));
    const box = boxOf(at);
    return box ? { mark: page.marks[at], offset: box.top - scrollY } : null;
};

galley.holdPlace = (place) => {
    const at = place ? page.marks.indexOf(place.mark) : -1;
    const box = at >= 0 && at < page.lines.length ? boxOf(at) : null;
    if (box && Math.abs(box.top - place.offset - scrollY) >= 1)
        scrollToPlace(box.top - place.offset);
};

/// The edited blocks come into sight by the smallest way; when one of them is in sight nothing moves.
galley.blocksChanged = (order) => {
    if (!order.follow || order.units.length === 0)
        return;
    const first = nearestBox(order.first, 1), last = nearestBox(order.first + order.units.length - 1, -1);
    if (!first || !last)
        return;
    const margin = 24; // px of air beside the edited block
    if (last.bottom <= scrollY)
        scrollToPlace(Math.max(0, first.top - margin));
    else if (first.top >= scrollY + innerHeight)
        scrollToPlace(Math.min(first.top - margin, last.bottom - innerHeight + margin));
};

/// The caret's line comes into sight by the smallest way.
galley.showLine = (line) => {
    const y = galley.placeOfLine(line);
    const margin = 48; // px: a line or two of the page stays readable beside it
    if (page.lines.length === 0 || (y >= scrollY && y <= scrollY + innerHeight - margin))
        return;
    scrollToPlace(y < scrollY ? Math.max(0, y - margin) : y - innerHeight + 2 * margin);
    view.anchorLine = galley.lineOfPlace(scrollY);
};

galley.lineAt = (event) => Math.floor(galley.lineOfPlace(event.clientY + scrollY));

addEventListener("load", anchorAgain, true);
const sizes = new ResizeObserver(anchorAgain);
galley.watchSize = () => {
    sizes.disconnect();
    sizes.observe(dom.html(document));
    if (dom.body(document))
        sizes.observe(dom.body(document));
};
})();
