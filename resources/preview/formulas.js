// SPDX-License-Identifier: MIT
// Shows TeX as formulas where the published page's own script would: scripts are off here, and an edited block of a
// trusted page comes after its script ran. The parsed page is changed before it is compared with the live one, so an
// unchanged formula is never set again.
(() => {
"use strict";
const { dom, ELEMENT, TEXT, XHTML } = galley;

/// Elements whose text is not looked at: those of MathJax and of KaTeX's auto-render, and formulas that are set.
const skipped = new Set("script noscript style textarea pre code annotation annotation-xml option title template math svg".split(" "));
const setClass = "galley-formula";

const longest = 20000; // characters of one formula, as for stand-alone pages
const rememberedFormulas = 2000;
const remembered = new Map();

/// What the page's scripts say: whether formulas are set at all, and whether single dollars begin one. `lone`: a page of no
/// site has no script for it, and its stand-alone form has them set, so they are set here.
const state = { katex: null, inShell: false, inPost: false, lone: false, dollars: false, told: false };

const loads = (source, text) => /mathjax|katex/i.test(source) || /(mathjax|katex)[^"'\s]*\.m?js/i.test(text);
const dollarPairs = /\[\s*(["'])\$\1\s*,\s*(["'])\$\2\s*\]|left["']?\s*:\s*(["'])\$\3/;

function readScripts(root) {
    const found = { wanted: false, dollars: false };
    for (const script of Element.prototype.querySelectorAll.call(root, "script")) {
        const text = script.textContent;
        found.wanted = found.wanted || loads(dom.attribute(script, "src") || "", text);
        found.dollars = found.dollars || dollarPairs.test(text);
    }
    return found;
}

const byScript = () => state.inShell || state.inPost;
const wanted = () => byScript() || state.lone;

/// Before the page is fed: whether it is a lone file's.
galley.setLone = (lone) => { state.lone = lone; };

function ask() {
    if (wanted() && !state.katex && !state.told)
        galley.tell("formulas", {});
    state.told = state.told || wanted();
}

/// The next page that has formulas tells it again, unless KaTeX is here.
galley.forgetFormulas = () => { state.told = Boolean(state.katex); };

/// Looks at a page's scripts before they are taken out; true when its formulas are to be set otherwise than before.
galley.learnFormulas = (doc) => {
    const found = readScripts(dom.html(doc));
    const changed = found.wanted !== state.inShell || found.dollars !== state.dollars;
    state.inShell = found.wanted;
    state.dollars = found.dollars;
    ask();
    return changed;
};

/// A script in the post itself serves all of the page; true when this is the first.
galley.learnPostFormulas = (root) => {
    if (state.inPost || !readScripts(root).wanted)
        return false;
    state.inPost = true;
    ask();
    return true;
};

function html(tex, display) {
    const key = display + tex;
    if (!remembered.has(key)) {
        if (remembered.size >= rememberedFormulas)
            remembered.delete(remembered.keys().next().value);
        let made = null;
        try {
            made = state.katex.renderToString(tex, { displayMode: display, maxExpand: 1000, maxSize: 50, trust: false, strict: false });
        } catch {
            // KaTeX can not read it: it stays TeX.
        }
        remembered.set(key, made);
    }
    return remembered.get(key);
}

function formula(source, tex, display) {
    const made = tex.length <= longest ? html(tex, display) : null;
    if (made === null)
        return null;
    const span = dom.element("span");
    dom.set(span, "class", setClass);
    dom.set(span, "data-tex", source);
    for (const node of galley.childrenBetween(dom.body(galley.parse(made)), null, null))
        dom.insert(span, node, null);
    return span;
}

/// Where the formula ends that begins at `from`: braces in it are closed; -1 when it does not end.
function endOf(text, from, close) {
    let depth = 0;
    for (let i = from; i < Math.min(text.length, from + longest); ++i) {
        if (depth <= 0 && text.startsWith(close, i))
            return i;
        if (text[i] === "\\")
            ++i;
        else if (text[i] === "{")
            ++depth;
        else if (text[i] === "}")
            --depth;
    }
    return -1;
}

const closers = { "\\(": "\\)", "\\[": "\\]", "$$": "$$", "$": "$" };

/// The formula whose opening was found: {end, tex, display}; null when it is none.
function readFormula(text, open, at) {
    const environment = /^\\begin\{([a-zA-Z]+\*?)\}$/.exec(open);
    const close = environment ? "\\end{" + environment[1] + "}" : closers[open];
    const from = at + open.length;
    const end = endOf(text, from, close);
    if (end < 0 || (open === "$" && (/\s/.test(text[from] || " ") || end === from)))
        return null;
    const past = end + close.length;
    return { end: past, tex: environment ? text.slice(at, past) : text.slice(from, end), display: open !== "\\(" && open !== "$" };
}

/// [{at, end, node}] of the formulas in a text.
function formulasIn(text) {
    // A stand-alone page knows these two and no others (layout/mathtext).
    const openings = !byScript() ? /\\\(|\\\[/g : state.dollars ? /\\\(|\\\[|\$\$|\\\$|\$|\\begin\{[a-zA-Z]+\*?\}/g : /\\\(|\\\[|\$\$|\\begin\{[a-zA-Z]+\*?\}/g;
    const endless = new Set(); // an opening that is not closed is not looked at again: that would take the square of the time
    const found = [];
    for (let match = openings.exec(text); match; match = openings.exec(text)) {
        if (endless.has(match[0]) || match[0] === "\\$")
            continue;
        const read = readFormula(text, match[0], match.index);
        const node = read && formula(text.slice(match.index, read.end), read.tex, read.display);
        if (!read)
            endless.add(match[0]);
        if (node) {
            found.push({ at: match.index, end: read.end, node });
            openings.lastIndex = read.end;
        }
    }
    return found;
}

function setText(node) {
    const text = node.data, parent = dom.parent(node);
    const found = /[\\$]/.test(text) ? formulasIn(text) : [];
    if (found.length === 0)
        return;
    let done = 0;
    for (const { at, end, node: made } of found) {
        if (at > done)
            dom.insert(parent, dom.text(text.slice(done, at)), node);
        dom.insert(parent, made, node);
        done = end;
    }
    if (done < text.length)
        node.data = text.slice(done);
    else
        dom.take(parent, node);
}

/// The page's texts that may hold formulas, in order.
function textsIn(root) {
    const isSkipped = (node) => skipped.has(dom.name(node)) || /\b(galley-formula|tex2jax_ignore|no-mathjax)\b/.test(dom.attribute(node, "class") || "");
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT, (node) =>
        (dom.type(node) === TEXT ? NodeFilter.FILTER_ACCEPT : isSkipped(node) ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_SKIP));
    const texts = [];
    while (walker.nextNode())
        texts.push(walker.currentNode);
    return texts;
}

/// <script type="math/tex"> is what older kramdown wrote; it becomes text before scripts are taken out.
galley.keepTexScripts = (root) => {
    if (!byScript())
        return;
    for (const script of Element.prototype.querySelectorAll.call(root, "script[type^='math/tex']")) {
        const display = /mode\s*=\s*display/.test(dom.attribute(script, "type"));
        const tex = script.textContent.replace(/^\s*%\s*<!\[CDATA\[\s*|\s*%\s*\]\]>\s*$/g, "");
        dom.insert(dom.parent(script), dom.text(display ? "\\[" + tex + "\\]" : "\\(" + tex + "\\)"), script);
        dom.take(dom.parent(script), script);
    }
};

/// Sets the formulas below an element of a parsed page.
galley.setFormulas = (root) => {
    if (state.katex && wanted() && root && dom.type(root) === ELEMENT && dom.space(root) === XHTML)
        textsIn(root).forEach(setText);
};

let waiting = [];
/// KaTeX has come: from here on formulas are set as they arrive; those that are shown follow in galley.setMoreFormulas().
galley.startFormulas = () => {
    state.katex = globalThis.katex;
    waiting = wanted() && (galley.page.cleaning || !byScript()) ? textsIn(dom.body(document)) : [];
};

const milliseconds = 30; // of one call: the page answers in between
/// Sets some of what was shown before KaTeX came; true when nothing is left.
galley.setMoreFormulas = () => {
    const begun = performance.now();
    while (waiting.length > 0 && performance.now() - begun < milliseconds) {
        const node = waiting.shift();
        if (dom.parent(node) && node.isConnected)
            setText(node);
    }
    galley.pageChanged();
    return waiting.length === 0;
};

/// Whether formulas are still TeX: any, or one that is in sight. Those of a trusted page are its own scripts' business.
galley.formulasMissing = (inSight) => {
    if (!wanted() || !galley.page.cleaning)
        return false;
    const first = waiting.find((node) => dom.parent(node));
    if (!state.katex || !first)
        return !state.katex;
    const range = dom.range();
    range.selectNode(first);
    return !inSight || range.getBoundingClientRect().top < innerHeight;
};
})();
