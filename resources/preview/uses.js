// SPDX-License-Identifier: MIT
// Keeps <use> from multiplying: ten uses of ten uses of ten uses … of one shape are a page that no renderer survives.
(() => {
"use strict";
const { dom } = galley;

/// Elements that all uses of one piece of HTML may show together: a plot has some thousand.
const shownElements = 20000;

const inside = (root, selector) => (root instanceof Document ? dom.all(root, selector) : Element.prototype.querySelectorAll.call(root, selector));
const targetName = (use) => (dom.attribute(use, "href") ?? dom.attributeNS(use, "http://www.w3.org/1999/xlink", "href") ?? "").trim().slice(1);

function firstById(root) {
    const found = new Map();
    for (const element of inside(root, "[id]")) {
        const id = dom.attribute(element, "id");
        if (!found.has(id))
            found.set(id, element);
    }
    return found;
}

/// A use shows a shape that uses nothing itself. One that could be used from elsewhere must name a shape we can look at.
galley.tameUses = (root) => {
    const uses = inside(root, "use");
    if (uses.length === 0)
        return;
    const targets = firstById(root);
    const sizes = new Map();
    let shown = 0;
    for (const use of uses) {
        const target = targets.get(targetName(use));
        const nested = target && (dom.name(target) === "use" || inside(target, "use").length > 0);
        if (target && !sizes.has(target))
            sizes.set(target, inside(target, "*").length + 1);
        shown += target ? sizes.get(target) : 1;
        if (nested || shown > shownElements || (!target && Element.prototype.closest.call(use, "[id]")))
            dom.take(dom.parent(use), use);
    }
};
})();
