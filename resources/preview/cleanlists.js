// SPDX-License-Identifier: MIT
// What may stand in a cleaned page. Everything that is not named here goes.
(() => {
"use strict";
const words = (text) => new Set(text.trim().split(/\s+/));

galley.lists = {
    /// HTML elements that stay, in layouts and in posts. Names with a dash stay too: with page scripts off they are plain boxes.
    elements: words(`html head body title meta link style
        main article section nav aside header footer address hgroup search h1 h2 h3 h4 h5 h6 p div span br hr wbr pre blockquote
        ol ul li dl dt dd figure figcaption a em strong small s cite q dfn abbr ruby rb rt rtc rp data time code var samp kbd
        sub sup i b u mark bdi bdo ins del picture source img map area video audio track table caption colgroup col tbody
        thead tfoot tr td th details summary tt big strike center font nobr acronym dir listing xmp label meter progress
        output form fieldset legend input button select optgroup option textarea datalist slot`),
    /// Of these only a post's are dropped; a layout may have them.
    layoutOnly: words("html head body title meta link style"),
    /// A post's form parts: the box goes, its words stay.
    unwrappedInPosts: words("form fieldset legend button slot"),
    /// A post's form parts that go with all that is in them.
    droppedInPosts: words("input select optgroup option textarea datalist"),
    /// Go with all that is in them.
    dropped: words("script noscript template base frame frameset noframes noembed applet param portal fencedframe plaintext"),
    /// Shown as a labelled placeholder.
    embeds: words("iframe object embed"),
    svg: words(`svg g defs symbol path rect circle ellipse line polyline polygon text tspan textPath title desc metadata
        linearGradient radialGradient stop pattern clipPath mask marker use switch view`),
    math: words(`math semantics annotation mrow mi mn mo ms mtext mspace mfrac msqrt mroot mstyle merror mpadded mphantom
        mfenced menclose msub msup msubsup munder mover munderover mmultiscripts mprescripts none mtable mtr mtd mlabeledtr`),

    attributes: words(`id class title lang dir style hidden tabindex accesskey role translate slot part name content charset
        property media rel type rev href hreflang src srcset sizes alt width height loading decoding usemap ismap shape
        coords cite datetime value start reversed colspan rowspan headers scope abbr span align valign bgcolor border
        cellpadding cellspacing rules frame nowrap char charoff color face size clear compact hspace vspace noshade summary
        axis open for min max low high optimum checked disabled readonly placeholder multiple selected required pattern
        maxlength minlength rows cols wrap label form list step controls loop muted preload poster kind srclang default
        itemprop itemscope itemtype itemid itemref inert spellcheck crossorigin fetchpriority text link vlink alink`),
    /// Presentation and geometry of SVG and MathML; none of them takes a URL but those in `urls`.
    foreign: words(`xmlns xmlns:xlink version viewBox preserveAspectRatio width height x y x1 y1 x2 y2 cx cy r rx ry fx fy fr d
        points pathLength transform fill fill-opacity fill-rule stroke stroke-width stroke-linecap stroke-linejoin
        stroke-miterlimit stroke-dasharray stroke-dashoffset stroke-opacity opacity color display visibility overflow
        clip-path clip-rule mask marker-start marker-mid marker-end markerWidth markerHeight markerUnits refX refY orient
        gradientUnits gradientTransform spreadMethod offset stop-color stop-opacity patternUnits patternContentUnits
        patternTransform clipPathUnits maskUnits maskContentUnits text-anchor dominant-baseline alignment-baseline
        baseline-shift font-family font-size font-style font-weight letter-spacing word-spacing text-decoration dx dy
        rotate textLength lengthAdjust startOffset method spacing focusable xml:space xml:lang display mathvariant
        mathsize mathcolor mathbackground stretchy fence separator form lspace rspace minsize maxsize symmetric movablelimits
        largeop accent accentunder columnalign rowalign columnspacing rowspacing columnlines rowlines linethickness
        displaystyle scriptlevel notation open close separators depth height voffset encoding numalign denomalign`),
    /// Attributes that hold addresses, and what they may hold.
    links: words("href cite"),
    sources: words("src srcset poster"),

    /// Link types that fetch nothing, and style sheets.
    rels: words(`stylesheet alternate canonical author license next prev me help search tag bookmark nofollow noopener
        noreferrer external`),

    /// A post's style="": text, sizes and colours. Lengths of the window's size are refused too (see clean.js).
    styles: new RegExp("^(text-(align|decoration|transform|indent)(-[a-z]+)?|(min-|max-)?(width|height)|(margin|padding)(-[a-z-]+)?"
        + "|vertical-align|color|background-color|position|top|right|bottom|left|float|clear|font-(size|weight|style|variant[a-z-]*)"
        + "|line-height|white-space|border(-(top|right|bottom|left))?(-(width|style|color|radius))?"
        + "|border-(top|bottom)-(left|right)-radius|border-collapse|border-spacing|list-style-(type|position)|column-count"
        + "|column-gap|letter-spacing|word-spacing|display|overflow-wrap|word-break|object-fit)$"),
    /// Boxes that stay in the text's flow.
    displays: words("inline block inline-block table table-row table-cell list-item flex inline-flex grid flow-root initial"),
};
})();
