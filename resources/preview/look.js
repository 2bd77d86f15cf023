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

/// "(prefers-color-scheme: dark) and …" with the chosen answer put in.
const answered = (media) => media.replace(/\(\s*prefers-color-scheme\s*:\s*(light|dark)\s*\)/gi,
    (whole, wanted) => (scheme === "" ? whole : wanted.toLowerCase() === scheme ? "(min-width: 0)" : "(max-width: 0)"));

function answerList(media) {
    const known = original.get(media) ?? media.mediaText;
    if (!known.includes("prefers-color-scheme"))
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
    if (!chosen)
        return;
    for (const sheet of dom.sheets())
        answerSheet(sheet);
};
galley.setScheme = (name) => {
    chosen = chosen || name !== "";
    scheme = name;
    galley.applyScheme();
};
addEventListener("load", (event) => {
    if (scheme && event.target instanceof HTMLLinkElement)
        galley.applyScheme();
}, true);

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
