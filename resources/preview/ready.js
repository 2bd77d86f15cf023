// SPDX-License-Identifier: MIT
// When the page is fit to be seen (style sheets, fonts, the first screenful), and when nothing of it is missing any more.
(() => {
"use strict";
const { dom, page } = galley;

const state = { asked: false, painted: true, dirty: false };
/// Sheets that were read, or that will never be: what stands in an @import of theirs was waited for.
const came = new WeakSet();

const hasImport = (style) => /@import/i.test(style.textContent);
const isStylesheet = (link) => /(^|\s)stylesheet(\s|$)/i.test(dom.attribute(link, "rel") || "")
    && !/(^|\s)alternate(\s|$)/i.test(dom.attribute(link, "rel")) && !dom.has(link, "disabled")
    && dom.attribute(link, "href") && /^\s*(text\/css\s*)?$/i.test(dom.attribute(link, "type") || "");
/// A sheet for paper only is read when there is time for it.
const isForScreens = (element) => {
    const media = dom.attribute(element, "media");
    return !media || /prefers-color-scheme/.test(media) || matchMedia(media).matches;
};
const awaitedSheets = () => [...dom.all(document, "link, style")].filter((element) => !came.has(element)
    && (dom.name(element) === "link" ? isStylesheet(element) : hasImport(element)) && isForScreens(element));

/// What fonts a page needs is known when it is laid out.
function fontsCame() {
    Element.prototype.getBoundingClientRect.call(dom.html(document));
    return dom.fonts().status === "loaded";
}

function screenIsFull() {
    const last = page.marks.length > 0 ? page.marks[page.marks.length - 1] : null;
    if (!page.more || !last)
        return !page.more;
    const range = dom.range();
    range.setStartAfter(page.marks[0]);
    range.setEndBefore(last);
    return range.getBoundingClientRect().bottom >= innerHeight;
}

/// A frame is painted after its callbacks, and a few are on their way to the window at a time.
const framesOnTheirWay = 4;
function afterFrames(then) {
    let frames = 0;
    const next = () => (++frames < framesOnTheirWay ? requestAnimationFrame(next) : then());
    requestAnimationFrame(next);
}

function paint() {
    state.dirty = false;
    afterFrames(painted);
}

function painted() {
    if (state.dirty) {
        paint();
        return;
    }
    state.painted = true;
}

const isReady = () => awaitedSheets().length === 0 && screenIsFull() && fontsCame() && !galley.formulasMissing(true);

/// Something of the page changed or came.
function changed() {
    if (state.asked && isReady()) {
        state.asked = false;
        afterFrames(() => galley.tell("ready", {}));
    }
    if (state.painted)
        paint();
    else
        state.dirty = true;
    state.painted = false;
}
galley.pageChanged = changed;

/// The program wants to be told, once, when the page is fit to be seen.
galley.askReady = () => {
    state.asked = true;
    changed();
};

const isInSight = (element) => {
    const box = Element.prototype.getBoundingClientRect.call(element);
    return box.bottom >= 0 && box.top <= innerHeight;
};
const isLoading = (image) => !image.complete && (dom.attribute(image, "loading") !== "lazy" || isInSight(image));

/// What is not there yet, in words; empty when the page is complete and painted.
galley.missing = () => {
    const missing = awaitedSheets().map((element) => "the style sheet " + (dom.attribute(element, "href") || "in the page"));
    for (const image of dom.all(document, "img")) {
        if (isLoading(image))
            missing.push("the picture " + dom.attribute(image, "src"));
    }
    if (page.more)
        missing.push("the rest of the text");
    if (!fontsCame())
        missing.push("a font");
    if (galley.formulasMissing(false))
        missing.push("the formulas");
    if (missing.length === 0 && !state.painted)
        missing.push("the painting");
    return missing;
};

function arrived(event) {
    came.add(event.target);
    changed();
}
dom.listen("load", arrived);
dom.listen("error", arrived);
dom.fonts().addEventListener("loadingdone", changed);
dom.fonts().addEventListener("loadingerror", changed);
})();
