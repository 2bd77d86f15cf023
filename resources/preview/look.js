// SPDX-License-Identifier: MIT
// The preview's own style sheet, the choice of light and dark, and what the page would like to load from elsewhere.
(() => {
"use strict";
const { dom } = galley;

galley.adoptSheet = (text) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(text);
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
};

let chosen = false; // whether any sheet may have been answered
let scheme = ""; // "light", "dark", or "" for the system's
const original = new WeakMap();

let printing = false; // the page is laid out as on paper, to be measured

/// A media query in parts: {negated, type, rest}; rest are its conditions.
function partsOf(query) {
    const [, word, type, rest] = /^\s*(?:(not|only)\s+)?(?:(?!not\b|only\b)([a-z]+)(?:\s+and\s+|\s*$))?([^]*)$/i.exec(query);
    return { negated: /^not$/i.test(word || ""), type: (type || "").toLowerCase(), rest: rest.trim() };
}

const query = (type, rest) => type + (rest ? " and " + rest : "");
const asked = /\(\s*prefers-color-scheme\s*:\s*(light|dark)\s*\)/gi;

/// The query with the chosen scheme's answer put in. Paper is light, whatever the window is.
function withScheme(text) {
    const { negated, type, rest } = partsOf(text);
    const wanted = [...rest.matchAll(asked)].map((match) => match[1].toLowerCase());
    if (scheme !== "dark" || negated || wanted.length === 0 || /\b(or|not)\b/i.test(rest))
        return text.replace(asked, (whole, name) => (name.toLowerCase() === scheme ? "(min-width: 0)" : "(max-width: 0)"));
    const medium = wanted[0] === "dark" ? "screen" : "print";
    return type === "" || type === "all" || type === medium ? query(medium, rest.replace(asked, "(min-width: 0)")) : "not all";
}

/// The query as paper answers it, for a window.
function onPaper(text) {
    const { negated, type, rest } = partsOf(text);
    const light = rest.replace(asked, (whole, name) => (name.toLowerCase() === "light" ? "(min-width: 0)" : "(max-width: 0)"));
    if (type === "" && !negated)
        return light;
    const meant = type === "print" || type === "all";
    if (negated)
        return meant ? "not " + query("all", light) : "all";
    return meant ? query("all", light) : "not all";
}

const answered = (media) => media.split(/,(?![^(]*\))/).map((one) => (printing ? onPaper(one) : scheme ? withScheme(one) : one)).join(", ");

function answerList(media) {
    const known = original.get(media) ?? media.mediaText;
    if (!/prefers-color-scheme/i.test(known) && !(/\b(print|screen)\b/i.test(known) && (printing || original.has(media))))
        return;
    original.set(media, known);
    const wanted = answered(known);
    if (media.mediaText !== wanted)
        media.mediaText = wanted;
}

function answerRules(rules) {
    for (const rule of rules) {
        if (rule.media)
            answerList(rule.media);
        if (rule.cssRules)
            answerRules(rule.cssRules);
        if (rule.styleSheet)
            answerSheet(rule.styleSheet);
    }
}

function answerSheet(sheet) {
    answerList(sheet.media);
    try {
        answerRules(sheet.cssRules);
    } catch {
        // A sheet of another origin shows no rules; it keeps the system's scheme.
    }
}

galley.applyScheme = () => {
    if (!chosen && !printing)
        return;
    answerAll();
};

function answerAll() {
    for (const sheet of [...dom.sheets(), ...document.adoptedStyleSheets])
        answerSheet(sheet);
}

/// Runs `run(again)` with the page's sheets as paper takes them; `again()` is for sheets that it changed itself. Nothing is
/// painted meanwhile.
galley.asOnPaper = (run) => {
    printing = true;
    answerAll();
    try {
        run(answerAll);
    } finally {
        printing = false;
        answerAll();
    }
};
galley.setScheme = (name) => {
    chosen = chosen || name !== "";
    scheme = name;
    galley.applyScheme();
};
dom.listen("load", (event) => {
    if (scheme && event.target instanceof HTMLLinkElement)
        galley.applyScheme();
});

const hostsOf = (selector, attribute) => {
    const hosts = [];
    for (const element of dom.all(document, selector)) {
        try {
            const address = new URL(dom.attribute(element, attribute), dom.base());
            if (/^https?:$/.test(address.protocol))
                hosts.push(address.host);
        } catch {
            // Not an address, so nothing is wanted from anywhere.
        }
    }
    return hosts;
};

/// Hosts by kind, one entry for each wish; the program makes the bar's sentences of it.
galley.wishes = () => ({
    styles: hostsOf("link[rel~=stylesheet]", "href"),
    images: hostsOf("img[src]", "src"),
    embeds: hostsOf("a.galley-embed[href]", "href"),
});
})();
