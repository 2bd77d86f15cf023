# SPDX-License-Identifier: MIT
"""Compares feeds and sitemaps by what they say: elements, attributes, texts; HTML inside texts as HTML."""
import xml.etree.ElementTree as tree

import jekyll_diff


def same_text(a, b):
    a, b = (a or "").strip(), (b or "").strip()
    if a == b:
        return True
    if "<" not in a or "<" not in b:
        return a.split() == b.split()
    return jekyll_diff.run(a, b, "body", None, jekyll_diff.Opt(loose=["tokens"]), 1)["equal"]


def first_difference(a, b, path=""):
    path = f"{path}/{a.tag.rsplit('}', 1)[-1]}"
    for what, left, right in [("element", a.tag, b.tag), ("attributes", a.attrib, b.attrib), ("children", len(a), len(b))]:
        if left != right:
            return path, f"{what} {left}", f"{what} {right}"
    if not same_text(a.text, b.text) or not same_text(a.tail, b.tail):
        return path, (a.text or "").strip()[:300], (b.text or "").strip()[:300]
    for left, right in zip(a, b):
        found = first_difference(left, right, path)
        if found:
            return found
    return None


def compare(ours, theirs):
    """None when equal, else (path, ours, theirs). Texts that are no XML must be the same."""
    if ours == theirs:
        return None
    try:
        return first_difference(tree.fromstring(ours), tree.fromstring(theirs))
    except tree.ParseError as problem:
        return str(problem), ours[:200], theirs[:200]
