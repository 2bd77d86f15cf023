// SPDX-License-Identifier: MIT
// Rules that stand below all of the page's own, as those of a browser's own style sheet do. Adopted sheets come after the
// page's, so such rules go into a cascade layer below the page's first one: every rule of the page wins, whatever its
// specificity and whether it is layered or not.
(() => {
"use strict";
const { dom } = galley;

const nameless = "?";

const holds = (rule) => (rule instanceof CSSMediaRule ? matchMedia(rule.media.mediaText).matches
    : rule instanceof CSSSupportsRule ? CSS.supports(rule.conditionText) : true);

function layersOfSheet(sheet, prefix, found) {
    try {
        layersIn(sheet.cssRules, prefix, found);
    } catch {
        // A sheet of another origin shows no rules.
    }
}

/// Adds the full names of the layers, in the order in which they are first named: that is their order in the cascade.
function layersIn(rules, prefix, found) {
    for (const rule of rules) {
        if (rule instanceof CSSLayerStatementRule) {
            found.push(...[...rule.nameList].map((name) => prefix + name));
        } else if (rule instanceof CSSLayerBlockRule) {
            found.push(prefix + (rule.name || nameless));
            if (rule.name)
                layersIn(rule.cssRules, prefix + rule.name + ".", found);
        } else if (rule instanceof CSSImportRule) {
            const name = rule.layerName ?? null; // an engine as old as Chromium 102 does not tell it
            if (name !== null)
                found.push(prefix + (name || nameless));
            if (rule.styleSheet && name !== "")
                layersOfSheet(rule.styleSheet, name ? prefix + name + "." : prefix, found);
        } else if (rule.cssRules && !(rule instanceof CSSStyleRule) && holds(rule)) {
            layersIn(rule.cssRules, prefix, found);
        }
    }
}

function pageLayers() {
    const found = [];
    for (const sheet of dom.sheets()) {
        if (!sheet.disabled && (sheet.media.length === 0 || matchMedia(sheet.media.mediaText).matches))
            layersOfSheet(sheet, "", found);
    }
    return found;
}

/// A name for a layer below all of these; null when there is none, since below a nameless layer nothing can be put.
function nameBelow(layers) {
    let name = "";
    for (;;) {
        const first = layers.find((layer) => layer.startsWith(name));
        const part = first?.slice(name.length).split(".")[0];
        if (part === nameless)
            return null;
        if (part === undefined)
            return name + "galley";
        name += part + ".";
    }
}

const texts = [];
const low = new CSSStyleSheet();
let written = "";

/// Looks where the page's layers begin now. Call it when the page's sheets may have changed.
galley.placeLowRules = () => {
    const name = nameBelow(pageLayers());
    const text = name === null ? "" : "@layer " + name + " {\n" + texts.join("\n") + "\n}";
    if (text !== written)
        low.replaceSync(text);
    written = text;
};

galley.addLowRules = (text) => {
    texts.push(text);
    if (!document.adoptedStyleSheets.includes(low))
        document.adoptedStyleSheets = [low, ...document.adoptedStyleSheets];
    galley.placeLowRules();
};

addEventListener("load", (event) => {
    if (event.target instanceof HTMLLinkElement)
        galley.placeLowRules();
}, true);
})();
