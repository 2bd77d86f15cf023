// SPDX-License-Identifier: MIT
// The page on paper: what a window would scroll to must wrap, shrink or go on on the next page. The page is laid out once as
// wide as the paper's text, with the rules of print; what does not fit there gets a mark, and papermarks.css says what
// becomes of it. Marks stand in the page only while it is printed.
(() => {
"use strict";
const { dom, ELEMENT } = galley;

const markName = "data-galley-paper";
const frame = new CSSStyleSheet(); // holds the page at the paper's width while it is measured
const made = new CSSStyleSheet(); // the rules of marks with a number in them

/// Each element is looked at twice: a larger page is printed as it is.
const mostElements = 400000;

const smallestTable = 0.6; // of its size: still to be read; one that is wider yet breaks its words
const smallest = 0.25; // of anything else

const replaced = /^(img|video|canvas|svg|iframe|object|embed)$/;
const heading = /^h[1-6]$/;
const heldTogether = /^(pre|table)$/; // while they are short
const size = (element, name) => Object.getOwnPropertyDescriptor(Element.prototype, name).get.call(element);
const rectOf = (element) => Element.prototype.getBoundingClientRect.call(element);
const scrolls = (style) => /auto|scroll/.test(style.overflowX + style.overflowY);
const clips = (style) => /hidden|clip/.test(style.overflowX);
const isFormula = (element) => /\b(katex|MathJax)\b/.test(dom.attribute(element, "class") || "") || dom.name(element) === "mjx-container";
const spillsOver = (element) => size(element, "scrollWidth") > size(element, "clientWidth") + 1;
const spills = (element) => size(element, "clientWidth") > 0
    && (spillsOver(element) || size(element, "scrollHeight") > size(element, "clientHeight") + 1);

const paper = { width: 0, height: 0, left: 0, right: 0, leftward: false, zooms: new Set(), reserves: new Set(), underlines: [], headings: [] };

/// Whether the box reaches over the paper's edge, to where a line runs on. One that lies quite outside is hidden there.
const isWide = (rect) => rect.width > 0 && (paper.leftward ? rect.left < paper.left - 1 && rect.right > paper.left
    : rect.right > paper.right + 1 && rect.left < paper.right);
const roomFor = (rect) => (paper.leftward ? rect.right - paper.left : paper.right - rect.left);

const marked = new Set();
const lazy = new Set();

function mark(element, name) {
    const old = dom.attribute(element, markName);
    if (!old?.split(" ").includes(name))
        dom.set(element, markName, old ? old + " " + name : name);
    marked.add(element);
}

/// The page is as it was before layOnPaper() and readyForPaper().
galley.leavePaper = () => {
    marked.forEach((element) => dom.drop(element, markName));
    marked.clear();
    lazy.forEach((image) => dom.set(image, "loading", "lazy"));
    lazy.clear();
};

/// Calls `look(element)` for all below the body, in order; where it answers false, what is inside is passed by.
function eachElement(look) {
    const root = dom.body(document);
    for (let node = root && dom.first(root); node;) {
        let next = dom.type(node) !== ELEMENT || look(node) !== false ? dom.first(node) : null;
        while (!next && node !== root) {
            next = dom.next(node);
            node = dom.parent(node);
        }
        node = next;
    }
}

/// The first look: scrolling boxes open, lines wrap, pictures and boxes become as narrow as the paper.
function fit(element) {
    const name = dom.name(element), rect = rectOf(element);
    const wide = isWide(rect), over = spills(element), tall = rect.height > paper.height / 3;
    if (heading.test(name) && rect.height > 0)
        paper.headings.push(element);
    if (!wide && !over && !tall && !heldTogether.test(name))
        return true;
    const style = getComputedStyle(element);
    if (style.position === "fixed" || isFormula(element))
        return false;
    if (replaced.test(name)) {
        if (wide)
            mark(element, "fit");
        if (rect.height > paper.height)
            mark(element, "low");
        return false;
    }
    fitBox(element, style, { name, wide, over, tall, short: !over && heldTogether.test(name) && rect.height < paper.height / 6 });
    return wide || !clips(style);
}

/// What scrolls inside a window of a fixed height goes on over all pages, and so do the boxes around it.
function open(element) {
    const long = size(element, "scrollHeight") > size(element, "clientHeight") + 1; // before it is opened
    mark(element, "open");
    for (let at = dom.parent(element); long && at && dom.type(at) === ELEMENT; at = dom.parent(at))
        mark(at, "open");
}

function fitBox(element, style, { name, wide, over, tall, short }) {
    if (over && scrolls(style))
        open(element);
    if (name === "table" && over && style.display !== "table")
        mark(element, "table");
    if ((wide || over) && /^(pre|nowrap)$/.test(style.whiteSpace))
        mark(element, style.whiteSpace === "pre" ? "wrap" : "flow");
    if (wide && !/^table/.test(style.display))
        mark(element, "narrow");
    if (tall && style.breakInside.startsWith("avoid"))
        mark(element, "split");
    else if (short)
        mark(element, "keep");
}

function zoom(element, fits, least) {
    const percent = Math.floor(100 * Math.max(least, fits) - 0.5);
    mark(element, "z" + percent);
    paper.zooms.add(percent);
}

/// The second look: what is still too wide is made smaller, tables at last with broken words.
function shrink(element) {
    const rect = rectOf(element);
    if (isFormula(element)) {
        if (isWide(rect) || spillsOver(element))
            zoom(element, Math.min(roomFor(rect) / rect.width, size(element, "clientWidth") / size(element, "scrollWidth") || 1), smallest);
        return false;
    }
    if (!isWide(rect)) {
        const style = spills(element) ? getComputedStyle(element) : null;
        return !style || (!clips(style) && style.position !== "fixed");
    }
    if (getComputedStyle(element).position === "fixed")
        return false;
    const isTable = dom.name(element) === "table";
    if (!isTable && [...Element.prototype.querySelectorAll.call(element, "table")].some((table) => isWide(rectOf(table))))
        return true; // it is the table that makes it wide
    if (isTable)
        mark(element, "tight");
    const now = rectOf(element), fits = roomFor(now) / now.width;
    if (isTable && fits < smallestTable)
        mark(element, "letters");
    if (fits < 1)
        zoom(element, fits, isTable ? smallestTable : smallest);
    return false;
}

/// The next element that begins below `bottom` (px).
function following(element, bottom) {
    for (let node = element; node && node !== dom.body(document);) {
        const next = dom.next(node);
        node = next || dom.parent(node);
        if (next && dom.type(next) === ELEMENT && rectOf(next).height > 0 && rectOf(next).top >= bottom - 2)
            return next;
    }
    return null;
}

const linesKept = 3;
const lineOf = (style) => parseFloat(style.lineHeight) || 1.25 * parseFloat(style.fontSize);
const isBlock = (element) => rectOf(element).height > 0 && !/^(inline|none|contents)/.test(getComputedStyle(element).display);

/// How far down (px) a heading's page must reach for what follows it: the first lines, or the whole of a picture.
function reachOf(element, reserves) {
    const rect = rectOf(element), style = getComputedStyle(element);
    if (reserves.has(element))
        return rect.bottom + reserves.get(element);
    const inside = galley.childrenBetween(element, null, null).filter((node) => dom.type(node) === ELEMENT);
    const picture = replaced.test(dom.name(element)) ? element : inside.find((child) => replaced.test(dom.name(child)) && isBlockHigh(child, style));
    if (picture)
        return rectOf(picture).height < paper.height / 2 ? rectOf(picture).bottom : rect.top;
    if (/^table/.test(style.display))
        return Math.min(rect.bottom, rect.top + 2 * linesKept * lineOf(style));
    const first = inside.find(isBlock);
    if (first && rectOf(first).top < rect.top + 2 * lineOf(style))
        return reachOf(first, reserves);
    return Math.min(rect.bottom, rect.top + (parseFloat(style.paddingTop) || 0) + linesKept * lineOf(style));
}

const isBlockHigh = (picture, style) => rectOf(picture).height > 2 * lineOf(style);

/// Whether the heading can be made higher and nobody sees it.
function growsUnseen(element, style) {
    const own = getComputedStyle(element, "::after").content;
    const sides = parseFloat(style.borderLeftWidth) + parseFloat(style.borderRightWidth);
    return (own === "none" || own === "normal") && /^(block|list-item|flow-root)$/.test(style.display) && sides === 0
        && style.backgroundImage === "none" && /^(transparent|rgba\(0, 0, 0, 0\))$/.test(style.backgroundColor);
}

/// The number of the rule that draws the line under a heading where it was.
function underlineOf(style) {
    const line = style.borderBottomWidth + " " + style.borderBottomStyle + " " + style.borderBottomColor;
    const rule = "margin-top: " + style.paddingBottom + " !important; border-top: " + line + " !important;";
    if (!paper.underlines.includes(rule))
        paper.underlines.push(rule);
    return paper.underlines.indexOf(rule);
}

const step = 8; // px: reserves are rounded up to it, so that few rules are needed

/// An engine before Chromium 108 does not keep a heading with what follows. So a heading is made as high as the two are
/// and is not broken, and what follows is drawn up into it again.
function keepHeadings() {
    const reserves = new Map();
    for (const element of paper.headings.reverse()) {
        const { bottom } = rectOf(element);
        const next = following(element, bottom);
        const need = next ? Math.min(reachOf(next, reserves) - bottom, paper.height / 2) : 0;
        const style = getComputedStyle(element);
        if (need <= 0 || !growsUnseen(element, style))
            continue;
        const reserve = Math.ceil(need / step) * step;
        reserves.set(element, reserve);
        mark(element, "r" + reserve);
        paper.reserves.add(reserve);
        if (parseFloat(style.paddingBottom) > 0 || parseFloat(style.borderBottomWidth) > 0)
            mark(element, "u" + underlineOf(style));
    }
}

const marksRule = (name, rest, rules) => "[" + markName + "~=" + name + "]" + rest + " { " + rules + " }\n";

function writeRules() {
    const zooms = [...paper.zooms].map((percent) => marksRule("z" + percent, "", "zoom: " + percent + "% !important;"));
    const reserves = [...paper.reserves].map((px) => marksRule("r" + px, "", "break-inside: avoid !important;")
        + marksRule("r" + px, "::after", "content: \"\" !important; display: block !important; width: auto !important; height: " + px
            + "px !important; margin: 0 0 -" + px + "px !important; padding: 0 !important; border: 0 !important;"));
    const underlines = paper.underlines.map((rule, i) => marksRule("u" + i, "", "padding-bottom: 0 !important; border-bottom: 0 !important;")
        + marksRule("u" + i, "::after", rule));
    made.replaceSync("@media print {\n" + marksRule("low", "", "max-height: " + paper.height + "px !important;") + [...zooms, ...reserves, ...underlines].join("") + "}");
}

function measure(again) {
    const html = dom.html(document), rect = rectOf(html);
    Object.assign(paper, { left: rect.left, right: rect.right, leftward: getComputedStyle(html).direction === "rtl", headings: [], underlines: [] });
    paper.zooms.clear();
    paper.reserves.clear();
    writeRules();
    again();
    eachElement(fit);
    eachElement(shrink);
    writeRules();
    again();
    keepHeadings();
    writeRules();
}

/// Marks what does not fit on paper whose text is so wide and so high (px).
galley.layOnPaper = (width, height) => {
    const place = galley.placeHeld();
    galley.leavePaper();
    galley.placeLowRules();
    if (dom.all(document, "*").length > mostElements)
        return;
    frame.replaceSync("html { width: " + width + "px !important; min-width: 0 !important; max-width: none !important; margin: 0 !important; }");
    Object.assign(paper, { width, height });
    const sheets = document.adoptedStyleSheets.filter((sheet) => sheet !== made);
    document.adoptedStyleSheets = [...sheets, made, frame];
    galley.asOnPaper(measure);
    document.adoptedStyleSheets = [...sheets, made];
    galley.holdPlace(place, false);
};

const isComplete = (image) => Object.getOwnPropertyDescriptor(HTMLImageElement.prototype, "complete").get.call(image);

/// Whether everything has come that will be seen; pictures that wait to be scrolled to are asked for.
galley.readyForPaper = () => {
    const images = [...dom.all(document, "img")].filter((image) => !isComplete(image));
    for (const image of images) {
        if (dom.attribute(image, "loading")?.toLowerCase() === "lazy") {
            dom.set(image, "loading", "eager");
            lazy.add(image);
        }
    }
    return images.length === 0 && document.fonts.status === "loaded";
};

const pixels = { px: 1, in: 96, cm: 96 / 2.54, mm: 96 / 25.4, q: 96 / 101.6, pt: 96 / 72, pc: 16, em: 16, rem: 16 };

function inPixels(text) {
    const length = /^\s*(\d*\.?\d+)(px|in|cm|mm|q|pt|pc|em|rem)\s*$/i.exec(text);
    return length ? Number(length[1]) * pixels[length[2].toLowerCase()] : /^\s*0\s*$/.test(text) ? 0 : null;
}

function pageRulesIn(rules, found) {
    for (const rule of rules) {
        if (rule instanceof CSSPageRule && rule.selectorText === "") {
            for (const side of ["top", "right", "bottom", "left"])
                found[side] = inPixels(rule.style.getPropertyValue("margin-" + side)) ?? found[side];
            found.size = rule.style.getPropertyValue("size") || found.size;
        } else if (rule.styleSheet || (rule.cssRules && !(rule instanceof CSSStyleRule))) {
            if (!rule.media || rule.media.length === 0 || matchMedia(rule.media.mediaText).matches)
                pageRulesIn((rule.styleSheet || rule).cssRules, found);
        }
    }
}

/// What the page says of the paper: {size} as in CSS, and the margins {top, right, bottom, left} in px; what it does not
/// say is not there.
galley.paperWanted = () => {
    const found = {};
    galley.asOnPaper(() => {
        for (const sheet of dom.sheets()) {
            try {
                if (sheet.media.length === 0 || matchMedia(sheet.media.mediaText).matches)
                    pageRulesIn(sheet.cssRules, found);
            } catch {
                // A sheet of another origin shows no rules.
            }
        }
    });
    return found;
};
})();
