// SPDX-License-Identifier: MIT
// Source lines and places on the page: each block knows its first and last line, between them it is interpolated.
(() => {
"use strict";
const { dom, page, TEXT } = galley;

/// Facts for the program; only who knows the key is heard, and only the document that is fed.
galley.tell = (kind, fact) => console.info(galley.key + JSON.stringify({ kind, document: galley.document || 0, ...fact }));

const view = { anchorLine: null, ownScroll: -1, seenAt: 0 };

/// Notes the place as known: what differs from it later is a scroll whose event has not come yet.
function seen() {
    view.seenAt = scrollY;
}

/// Whether the person has scrolled and the event is still to come. A page that was cut shorter stands at its end.
function scrollIsComing() {
    const end = dom.html(document).scrollHeight - innerHeight;
    return Math.abs(scrollY - view.seenAt) >= 1.5 && scrollY < end - 1;
}

/// This line stands at the top now, by no doing of the person: the program remembers it.
function standAt(line) {
    if (view.anchorLine === null || Math.abs(line - view.anchorLine) > 0.01)
        galley.tell("stands", { line });
    view.anchorLine = line;
}

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

/// The last row for which `before` holds and the one after it, as {line, top}; the block's own edges stand for those there are not.
function rowsAround(box, before) {
    const rows = galley.rowsOf(box.index);
    const points = (n) => ({ line: box.first + rows[n].line, top: n === 0 && rows[n].line === 0 ? box.top : galley.topOfRow(rows[n]) ?? box.top });
    let low = 0, high = rows.length;
    while (low < high) {
        const middle = (low + high) >> 1;
        if (before(points(middle)))
            low = middle + 1;
        else
            high = middle;
    }
    return [low > 0 ? points(low - 1) : { line: box.first, top: box.top },
        low < rows.length ? points(low) : { line: box.end, top: box.bottom }];
}

/// Where on the page (px) the source line is shown; lines count from 0 and may have a fraction.
galley.placeOfLine = (line) => {
    const at = lastBlock((i) => page.lines[i][0] <= line);
    const box = at >= 0 ? nearestBox(at, -1) : null;
    if (box && line < box.end) {
        const [low, high] = rowsAround(box, (row) => row.line <= line);
        return between(line, low.line, high.line, low.top, high.top);
    }
    const next = nearestBox(at + 1, 1);
    const from = box || { end: 0, bottom: 0 };
    return next ? between(line, from.end, next.first, from.bottom, next.top) : from.bottom;
};

const blockAtPlace = (y) => lastBlock((i) => (boxOf(i) || nearestBox(i, -1) || { top: -1 }).top <= y);

/// The source line shown at this place of the page (px).
galley.lineOfPlace = (y) => {
    const at = blockAtPlace(y);
    const box = at >= 0 ? nearestBox(at, -1) : null;
    if (box && y < box.bottom) {
        const [low, high] = rowsAround(box, (row) => row.top <= y);
        return between(y, low.top, high.top, low.line, high.line);
    }
    const next = nearestBox(at + 1, 1);
    const from = box || { end: 0, bottom: 0 };
    return next ? between(y, from.bottom, next.top, from.end, next.first) : from.end;
};

function scrollToPlace(y) {
    scrollTo({ top: y, behavior: "instant" });
    view.ownScroll = scrollY;
    seen();
}

galley.scrollToLine = (line) => {
    view.anchorLine = line;
    scrollToPlace(galley.placeOfLine(line));
};

/// Scroll events of our own scrolling are not told back: that would be a loop.
addEventListener("scroll", () => {
    seen();
    if (Math.abs(scrollY - view.ownScroll) < 1.5 || page.lines.length === 0)
        return;
    view.ownScroll = -1;
    view.anchorLine = galley.lineOfPlace(scrollY);
    galley.tell("scrolled", { line: view.anchorLine });
}, { capture: true, passive: true });

/// Late images, fonts and new widths move everything: the line that stood at the top stands there again. A page that got
/// too short for its place was not scrolled by the person either.
function anchorAgain() {
    if (view.anchorLine === null || page.lines.length === 0 || scrollIsComing())
        return;
    const y = galley.placeOfLine(view.anchorLine);
    if (Math.abs(y - scrollY) >= 1)
        scrollToPlace(y);
}

/// How many blocks are remembered as they stand in sight: one of them will outlast the change.
const blocksHeld = 8;

/// The first blocks in sight and how far their tops are from the window's; held over a change of the page.
galley.placeHeld = () => {
    galley.forgetRows();
    if (page.marks.length < 2 || scrollY === 0)
        return null;
    const kept = view.anchorLine !== null && Math.abs(galley.placeOfLine(view.anchorLine) - scrollY) < 1.5;
    const at = Math.max(0, blockAtPlace(scrollY));
    const blocks = [];
    for (let i = at; i < Math.min(at + blocksHeld, page.lines.length); ++i) {
        const box = boxOf(i);
        if (box)
            blocks.push({ mark: page.marks[i], offset: box.top - scrollY });
    }
    return { blocks, kept };
};

/// After the change: what was in sight stands where it stood. A place that the page could not reach yet, since it is still
/// growing, stays the goal; a person's edit makes what is seen the goal.
galley.holdPlace = (place, edited) => {
    galley.forgetRows();
    if (!place)
        return;
    for (const { mark, offset } of place.blocks) {
        const at = page.marks.indexOf(mark);
        const box = at >= 0 && at < page.lines.length ? boxOf(at) : null;
        if (!box)
            continue;
        if (Math.abs(box.top - offset - scrollY) >= 1)
            scrollToPlace(box.top - offset);
        break;
    }
    view.ownScroll = scrollY; // the page may have been cut to its new length
    seen();
    if (edited || place.kept)
        standAt(galley.lineOfPlace(scrollY));
};

const rest = (y) => {
    scrollToPlace(y);
    view.anchorLine = null; // told in any case: the program takes another line for the one at the top
    standAt(galley.lineOfPlace(scrollY));
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
        rest(Math.max(0, first.top - margin));
    else if (first.top >= scrollY + innerHeight)
        rest(Math.min(first.top - margin, last.bottom - innerHeight + margin));
};

/// The place nearest to `y` for the window's top from which the line can be read.
function withLineInSight(y, line) {
    const top = galley.placeOfLine(line), bottom = Math.max(top, galley.placeOfLine(line + 1));
    const margin = 16; // px of air beside the line
    if (bottom - top > innerHeight - 2 * margin)
        return top >= y && top < y + innerHeight - margin ? y : top - margin;
    if (top < y)
        return Math.max(0, top - margin);
    return bottom > y + innerHeight ? bottom - innerHeight + margin : y;
}

/// The caret's line comes into sight by the smallest way.
galley.showLine = (line) => {
    if (page.lines.length === 0)
        return;
    const y = withLineInSight(scrollY, line);
    if (y !== scrollY)
        rest(y);
};

/// The caret took the editor along: its top line stands at the top here too, as far as the caret stays in sight.
galley.follow = (line, caret) => {
    const y = galley.placeOfLine(line);
    const seen = page.lines.length > 0 ? withLineInSight(y, caret) : y;
    if (seen === y)
        galley.scrollToLine(line);
    else
        rest(seen);
};

/// How much of the text beside a click is told: enough to find it again in the source.
const wordsTold = 80;

/// What stands at a click: its line, its block's lines, and the text beside it.
galley.sourceAt = (event) => {
    const y = event.clientY + scrollY;
    const line = Math.floor(galley.lineOfPlace(y));
    const i = blockAtPlace(y);
    const caret = Document.prototype.caretRangeFromPoint.call(document, event.clientX, event.clientY);
    if (i < 0 || !caret || dom.type(caret.startContainer) !== TEXT)
        return { line };
    const range = dom.range();
    range.setStartAfter(page.marks[i]);
    range.setEndBefore(page.marks[i + 1]);
    if (!range.isPointInRange(caret.startContainer, caret.startOffset))
        return { line };
    const after = range.cloneRange();
    after.setStart(caret.startContainer, caret.startOffset);
    range.setEnd(caret.startContainer, caret.startOffset);
    return { line, first: page.lines[i][0], last: page.lines[i][1], before: range.toString().slice(-wordsTold), after: after.toString().slice(0, wordsTold) };
};

dom.listen("load", anchorAgain);
const sizes = new ResizeObserver(() => {
    if (scrollIsComing())
        return;
    view.ownScroll = scrollY;
    seen();
    anchorAgain();
});
galley.watchSize = () => {
    sizes.disconnect();
    sizes.observe(dom.html(document));
    if (dom.body(document))
        sizes.observe(dom.body(document));
};
})();
