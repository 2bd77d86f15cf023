// SPDX-License-Identifier: MIT
// The source lines inside one block. A line break of the source is still a line feed in the page's text, so the text says
// where each line begins; what has no text (fences, blank lines, a table's rule) is known by what is missing.
(() => {
"use strict";
const { dom, page, ELEMENT, TEXT } = galley;

/// Elements whose text is a piece of the source of its own.
const leaves = "p,li,tr,pre,h1,h2,h3,h4,h5,h6,dt,dd,summary,figcaption,blockquote,div,section";
/// Elements that are seen without any text.
const pictures = new Set(["img", "svg", "video", "audio", "canvas", "math", "input", "hr"]);
/// A block of more nodes is taken as even: walking it at each step of a scroll would be felt.
const mostNodes = 20000;

const closest = (node) => Element.prototype.closest.call(dom.type(node) === ELEMENT ? node : dom.parent(node), leaves);

/// Collects the rows of one block in document order.
class Rows {
    constructor() {
        this.rows = []; // {node, offset, leaf}
        this.leaf = null;
        this.kinds = []; // names of the leaves
        this.fresh = true; // a source line begins with the next sign
        this.open = 0; // line feeds in a row inside <pre>
    }
    add(node, offset, leaf) {
        if (leaf !== this.leaf) {
            this.leaf = leaf;
            this.kinds.push(leaf ? (Element.prototype.closest.call(leaf, "thead") ? "thead" : dom.name(leaf)) : "");
            this.fresh = true;
            this.open = 0;
        }
        const at = this.kinds.length - 1;
        for (; this.open > 1; --this.open)
            this.rows.push({ node, offset, leaf: at });
        this.open = 0;
        if (this.fresh)
            this.rows.push({ node, offset, leaf: at });
        this.fresh = false;
    }
    lineFeed(kind) {
        if (kind === "tr")
            return;
        this.fresh = true;
        this.open += kind === "pre" ? 1 : 0;
    }
    text(node) {
        const leaf = closest(node), kind = leaf ? dom.name(leaf) : "";
        for (const match of node.data.matchAll(/\n|\S/g)) {
            if (match[0] === "\n" && leaf === this.leaf)
                this.lineFeed(kind);
            else if (match[0] !== "\n" && (this.fresh || leaf !== this.leaf))
                this.add(node, match.index, leaf);
        }
    }
}

function afterNode(node, end) {
    while (node && node !== end) {
        const next = dom.next(node);
        if (next)
            return next;
        node = dom.parent(node);
    }
    return end;
}

/// null when the block is too large to look at.
function collect(i) {
    const found = new Rows();
    const end = page.marks[i + 1];
    let count = 0;
    for (let node = dom.next(page.marks[i]); node && node !== end;) {
        if (++count > mostNodes)
            return null;
        if (dom.type(node) === TEXT)
            found.text(node);
        const picture = dom.type(node) === ELEMENT && pictures.has(dom.name(node));
        if (picture)
            found.add(node, -1, closest(node));
        node = (!picture && dom.first(node)) || afterNode(node, end);
    }
    return found;
}

/// Gives each row its line, counted from the block's first one. Lines without a row are fences, a table's rule, and blank
/// lines between the pieces.
function lineRows(found, lines) {
    const { rows, kinds } = found;
    let missing = lines - rows.length;
    if (rows.length === 0 || missing < 0)
        return [];
    const fenced = kinds.filter((kind) => kind === "pre").length;
    const fences = fenced > 0 && missing >= 2 * fenced ? 1 : 0;
    missing -= 2 * fenced * fences;
    const rule = missing > 0 && kinds.includes("thead") ? 1 : 0;
    missing -= rule;
    const gap = kinds.length > 1 ? missing / (kinds.length - 1) : 0;
    let before = 0, leaf = 0;
    return rows.map((row, n) => {
        for (; leaf <= row.leaf; ++leaf) {
            before += leaf > 0 ? gap : 0;
            before += kinds[leaf] === "pre" ? fences : 0;
            before += leaf > 0 && kinds[leaf - 1] === "pre" ? fences : 0;
            before += leaf > 0 && kinds[leaf - 1] === "thead" && kinds[leaf] !== "thead" ? rule : 0;
        }
        return { ...row, line: n + before };
    });
}

let known = { mark: null, rows: [] };
galley.forgetRows = () => { known = { mark: null, rows: [] }; };

/// The rows of block i: {line, node, offset}, lines from the block's first; empty when they do not add up.
galley.rowsOf = (i) => {
    if (known.mark !== page.marks[i]) {
        const found = collect(i);
        known = { mark: page.marks[i], rows: found ? lineRows(found, page.lines[i][1] - page.lines[i][0] + 1) : [] };
    }
    return known.rows;
};

/// Where on the page (px) a row begins.
galley.topOfRow = (row) => {
    const range = dom.range();
    if (row.offset < 0) {
        range.selectNode(row.node);
    } else {
        range.setStart(row.node, row.offset);
        range.setEnd(row.node, row.offset + 1);
    }
    const rect = range.getClientRects()[0];
    return rect ? rect.top + scrollY : null;
};
})();
