// SPDX-License-Identifier: MIT
// Which document this is: the load it belongs to, and the number by which the program feeds it.
(() => {
"use strict";
const { dom, COMMENT } = galley;

/// The program writes the number of the load at the very beginning of each document.
const prefix = "galley-load:" + galleyMarks + ":";
let known = 0;

/// 0: the document is not there yet, or it is none of the program's.
function loadNumber() {
    for (let node = dom.first(document); node && known === 0; node = dom.next(node)) {
        if (dom.type(node) !== COMMENT || !node.data.startsWith(prefix))
            continue;
        known = Number(node.data.slice(prefix.length));
        dom.take(document, node); // the published page has no such comment
        break;
    }
    return known;
}

/// From now on the program feeds this document and calls it by `number`; false when it is of another load or is still
/// being read. What came before is forgotten, so that a second call on the same document does no harm.
galley.begin = ({ load, number, url, scheme, lone }) => {
    if (loadNumber() !== load || dom.readiness() !== "complete")
        return false;
    galley.document = number;
    galley.forgetBlocks();
    galley.forgetFormulas();
    if (location.href !== new URL(url).href)
        history.replaceState(null, "", url);
    galley.watchSize();
    galley.setLone(lone);
    galley.setScheme(scheme);
    return true;
};
})();
