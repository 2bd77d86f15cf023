// SPDX-License-Identifier: MIT
// Hostile posts of our own: other ways to the effects that the shared posts try.
#pragma once

#include <vector>

namespace galley::test
{

struct AttackVariant {
    const char* name;
    const char* kind;
    const char* body; ///< @RUN@ is a script that shows it ran, @HOST@ the beacon's host with the post's number, @USESn@
                      ///< eight uses of bn
};

inline std::vector<AttackVariant> scriptVariants()
{
    return {
        {"svg-animate-href", "script",
         R"~(<svg width=200 height=60><a><animate attributeName=href values="javascript:@RUN@" dur=9s /><text y=30>click</text></a></svg>)~"},
        {"svg-xlink-href", "script",
         R"~(<svg width=200 height=60><a xlink:href="javascript:@RUN@"><text y=30>click</text></a></svg>)~"},
        {"button-form-outside", "script",
         R"~(<form id=f9></form><button form=f9 formaction="javascript:@RUN@">click</button>)~"},
        {"input-image-formaction", "script",
         R"~(<form><input type=image formaction="javascript:@RUN@" src="data:image/gif;base64,R0lGODlhAQABAAAAACwAAAAAAQABAAA=" width=90 height=90></form>)~"},
        {"details-ontoggle", "script", R"~(<details open ontoggle="@RUN@"><summary>s</summary>x</details>)~"},
        {"body-onpageshow", "script", R"~(<body onpageshow="@RUN@" onfocus="@RUN@">)~"},
        {"custom-element-onfocus", "script", R"~(<x-y tabindex=1 autofocus onfocus="@RUN@">x</x-y>)~"},
        {"svg-foreignobject", "script",
         R"~(<svg width=90 height=90><foreignObject width=90 height=90><img src=x onerror="@RUN@"></foreignObject></svg>)~"},
        {"svg-animate-onbegin", "script", R"~(<svg><animate onbegin="@RUN@" attributeName=x dur=1s /></svg>)~"},
        {"math-annotation-xml", "script",
         R"~(<math><annotation-xml encoding="text/html"><img src=x onerror="@RUN@"></annotation-xml></math>)~"},
        {"template-declarative-shadow", "script",
         R"~(<div><template shadowrootmode="open"><img src=x onerror="@RUN@"></template></div>)~"},
        {"iframe-javascript-src", "script", R"~(<iframe src="javascript:parent.@RUN@"></iframe>)~"},
        {"iframe-data-src", "script",
         R"~(<iframe src="data:text/html,<script>new Image().src='http://@HOST@'</script>"></iframe>)~"},
        {"object-data-html", "script",
         R"~(<object data="data:text/html,<script>new Image().src='http://@HOST@'</script>"></object>)~"},
        {"embed-data-svg", "script",
         R"~(<embed src="data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg' onload='new Image().src=&quot;http://@HOST@&quot;'/>">)~"},
        {"svg-use-data", "script",
         R"~(<svg><use href="data:image/svg+xml,<svg id='x' xmlns='http://www.w3.org/2000/svg'><image href='x' onerror='@RUN@'/></svg>#x" /></svg>)~"},
        {"mxss-style-in-math", "script",
         R"~(<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=@RUN@&gt;">)~"},
        {"mxss-select-in-svg", "script", R"~(<svg></p><style><a id="</style><img src=1 onerror=@RUN@>">)~"},
        {"mxss-noframes", "script", R"~(<noframes><p title="</noframes><img src=x onerror=@RUN@>"></noframes>)~"},
        {"mxss-xmp", "script", R"~(<xmp><p title="</xmp><img src=x onerror=@RUN@>"></xmp>)~"},
        {"mxss-form-nesting", "script",
         R"~(<form><math><mtext></form><form><mglyph><style></math><img src onerror=@RUN@>)~"},
        {"mxss-cdata-in-svg", "script", R"~(<svg><![CDATA[><img src=x onerror=@RUN@>]]></svg>)~"},
        {"mxss-processing", "script", R"~(<?xml version="1.0"?><img src=x onerror="@RUN@">)~"},
        {"href-case-and-blanks", "script", "<a href=\" \x01 JaVa\tScRiPt:@RUN@\">click</a>"},
        {"href-entities-no-semicolon", "script",
         R"~(<a href="&#106&#97&#118&#97&#115&#99&#114&#105&#112&#116&#58document.title='pwned-@ID@'">click</a>)~"},
        {"href-newline-in-scheme", "script", "<a href=\"java&#10;script:@RUN@\">click</a>"},
        {"attributes-twice", "script",
         R"~(<a href="#" HREF="javascript:@RUN@" href="javascript:@RUN@" onclick=@RUN@>click</a>)~"},
        {"kramdown-ial-onclick", "script",
         "a paragraph\n{: onclick=\"@RUN@\" onmouseover=\"@RUN@\" style=\"position:fixed\"}"},
        {"kramdown-ald-event", "script", "{:e: onmouseover=\"@RUN@\"}\n\n[words](#x){:e}"},
        {"liquid-joined-tag", "script", R"~({{ "<scr" | append: "ipt>@RUN@</scr" | append: "ipt>" }})~"},
        {"liquid-capture-event", "script", R"~({% capture x %}<img src=x onerror="@RUN@">{% endcapture %}{{ x }})~"},
    };
}

inline std::vector<AttackVariant> requestVariants()
{
    return {
        {"css-escaped-url", "remote", R"~(<p style="background: \75\72\6c(http://@HOST@)">x</p>)~"},
        {"css-variable-url", "remote", R"~(<p style="--u: url(http://@HOST@); background: var(--u)">x</p>)~"},
        {"css-list-style-image", "remote", R"~(<ul><li style="list-style: url(http://@HOST@)">x</li></ul>)~"},
        {"css-border-image", "remote", R"~(<p style="border: 5px solid; border-image: url(http://@HOST@) 3">x</p>)~"},
        {"css-mask", "remote", R"~(<p style="-webkit-mask: url(http://@HOST@)">x</p>)~"},
        {"css-filter", "remote", R"~(<p style="filter: url(http://@HOST@#f)">x</p>)~"},
        {"css-content", "remote", R"~(<p style="content: url(http://@HOST@)">x</p>)~"},
        {"css-cursor", "remote", R"~(<p style="cursor: url(http://@HOST@), auto; width: 300px; height: 90px">x</p>)~"},
        {"css-shape-outside", "remote",
         R"~(<p style="float: left; width: 90px; height: 90px; shape-outside: url(http://@HOST@)">x</p>)~"},
        {"css-image-function", "remote",
         R"~(<p style="background-image: -webkit-image-set(url(http://@HOST@) 1x)">x</p>)~"},
        {"css-in-svg-style", "remote",
         R"~(<svg><style>@import url(http://@HOST@);</style><rect width=9 height=9 /></svg>)~"},
        {"svg-image", "remote", R"~(<svg width=90 height=90><image href="http://@HOST@" width=90 height=90 /></svg>)~"},
        {"svg-feimage", "remote",
         R"~(<svg width=90 height=90><filter id=q><feImage href="http://@HOST@" /></filter><rect width=90 height=90 filter="url(#q)" /></svg>)~"},
        {"svg-use-remote", "remote", R"~(<svg><use href="http://@HOST@#x" /></svg>)~"},
        {"svg-fill-remote", "remote",
         R"~(<svg width=90 height=90><rect width=90 height=90 fill="url(http://@HOST@#a)" mask="url(http://@HOST@#b)" style="fill: url(http://@HOST@#c)" /></svg>)~"},
        {"input-image", "remote", R"~(<input type=image src="http://@HOST@">)~"},
        {"picture-source", "remote", R"~(<picture><source srcset="http://@HOST@ 1x"><img src="x.png"></picture>)~"},
        {"srcset-after-data", "remote",
         R"~(<img srcset="data:image/gif;base64,R0lGODlhAQABAAAAACwAAAAAAQABAAA= 1x,http://@HOST@ 2x" width=9>)~"},
        {"link-in-post", "remote",
         R"~(<link rel=stylesheet href="http://@HOST@a"><link rel=prefetch href="http://@HOST@b"><link rel=preload as=image href="http://@HOST@c"><link rel=preconnect href="http://@HOST@"><link rel=icon href="http://@HOST@d">)~"},
        {"video-poster-track", "remote",
         R"~(<video poster="http://@HOST@" src="http://@HOST@v"><track default src="http://@HOST@t"></video>)~"},
        {"table-td-background", "remote",
         R"~(<table background="http://@HOST@"><tr background="http://@HOST@"><td background="http://@HOST@">x</td></tr></table>)~"},
        {"protocol-relative-backslash", "remote",
         R"~(<img src="\\@HOST@"><img src="http:\\@HOST@"><img src="/\@HOST@">)~"},
        {"iframe-srcdoc-image", "remote", R"~(<iframe srcdoc="<img src='http://@HOST@'>"></iframe>)~"},
        {"a-ping", "remote", R"~(<a href="#x" ping="http://@HOST@">click</a>)~"},
        {"dangling-image", "remote", R"~(<img src='http://@HOST@?)~"},
        {"shadow-image", "remote",
         R"~(<div><template shadowrootmode=open><img src="http://@HOST@"></template></div>)~"},
        {"noscript-image", "remote", R"~(<noscript><img src="http://@HOST@"></noscript>)~"},
        {"lazy-image", "remote", R"~(<img loading=lazy src="http://@HOST@" style="position:static">)~"},
        {"own-scheme-root", "localfile",
         R"~(<img src="galley://site/../../tmp/attack-canary/secret.png"><img src="galley://site/%2e%2e/secret.png"><img src="galley://site//tmp/attack-canary/secret.png"><img src="galley:///tmp/attack-canary/secret.png"><img src="galley://other/secret.png">)~"},
        {"file-scheme-forms", "localfile",
         R"~(<img src="file:/tmp/attack-canary/secret.png"><img src="file:\\\tmp\attack-canary\secret.png"><img src="FILE:///tmp/attack-canary/secret.png"><img src="file://localhost/tmp/attack-canary/secret.png"><img src="view-source:file:///tmp/attack-canary/secret.png">)~"},
        {"liquid-include-path", "localfile",
         R"~({% include ../../secret.txt %}{% include_relative ../../secret.txt %})~"},
        {"include-relative-absolute", "localfile", R"~({% include_relative /tmp/attack-canary/secret.txt %})~"},
        {"blob-and-filesystem", "localfile",
         R"~(<img src="blob:file:///tmp/attack-canary/secret.png"><img src="filesystem:file:///tmp/attack-canary/secret.png">)~"},
    };
}

inline std::vector<AttackVariant> otherVariants()
{
    return {
        {"target-top", "navigate",
         R"~(<a target=_top href="http://@HOST@">click</a> <a target=_blank rel=opener href="data:text/html,x">click</a>)~"},
        {"area-navigates", "navigate",
         R"~(<map name=m9><area shape=default href="http://@HOST@"></map><img usemap="#m9" width=120 height=90 src="data:image/gif;base64,R0lGODlhAQABAAAAACwAAAAAAQABAAA=">)~"},
        {"svg-a-navigates", "navigate",
         R"~(<svg width=200 height=60><a href="http://@HOST@" target=_top><text y=30>click</text></a></svg>)~"},
        {"math-href-navigates", "navigate", R"~(<math><mrow href="http://@HOST@"><mi>click</mi></mrow></math>)~"},
        {"form-enter", "navigate",
         R"~(<form action="http://@HOST@" target=_top><input autofocus><input type=submit value=click></form>)~"},
        {"label-submit", "navigate",
         R"~(<form action="http://@HOST@"><input type=submit id=s9 hidden></form><label for=s9>click</label>)~"},
        {"base-and-link", "navigate", R"~(<base href="http://127.0.0.1:47999/" target=_top><a href="x">click</a>)~"},
        {"meta-refresh-entities", "navigate", R"~(<meta http-equiv="&#114;efresh" content="0;url=http://@HOST@">)~"},
        {"chrome-links", "navigate",
         R"~(<a href="chrome://crash">click</a> <a href="chrome://kill">click</a> <a href="about:blank">click</a> <a href="view-source:http://@HOST@">click</a>)~"},
        {"other-program-links", "navigate",
         R"~(<a href="file:///usr/bin/true">click</a> <a href="smb://127.0.0.1/x">click</a> <a href="ssh://-oProxyCommand=x">click</a> <a href="vscode://x">click</a> <a href="tel:1">click</a>)~"},
        {"host-in-words", "navigate", R"~(<a href="http://@HOST@">https://www.mybank.example/login</a>)~"},
        {"negative-margins", "ui",
         R"~(<div style="margin: -600px 0 0 -600px; width: 3000px; height: 3000px; background: #fff">x</div>)~"},
        {"relative-offset", "ui",
         R"~(<div style="position: relative; top: -500px; left: -500px; width: 3000px; height: 3000px; background: #fff">x</div>)~"},
        {"wide-box", "ui", R"~(<div style="width: 90000px; height: 90000px; background: #fff">x</div>)~"},
        {"sticky", "ui", R"~(<div style="position: sticky; top: 0; height: 900px; background: #fff">x</div>)~"},
        {"transform", "ui",
         R"~(<div style="transform: translate(-300px, -300px) scale(50); background: #fff">x</div>)~"},
        {"huge-letters", "ui", R"~(<p style="font-size: 4000px; line-height: 1">MMMM</p>)~"},
        {"huge-em-letters", "ui", R"~(<p style="font-size: 20em"><span style="font-size: 20em">MM</span></p>)~"},
        {"float-and-shadow", "ui",
         R"~(<div style="box-shadow: 0 0 0 9000px #fff; outline: 9000px solid #fff; width: 9px; height: 9px">x</div>)~"},
        {"letter-spacing", "ui",
         R"~(<p style="letter-spacing: -900px; text-indent: -900px; word-spacing: -900px; background: #fff">Your session has ended</p>)~"},
        {"huge-border", "ui", R"~(<p style="border: 900px solid #fff; margin: -100px; padding: 900px">x</p>)~"},
        {"dialog-open", "ui",
         R"~(<dialog open style="display: block; position: fixed; top: 0; width: 100vw; height: 100vh">x</dialog>)~"},
        {"dir-and-table-size", "ui",
         R"~(<table width=9000 height=9000 bgcolor=white style="margin-left: -900px"><tr><td>x</td></tr></table>)~"},
        {"img-size", "ui",
         R"~(<img width=9000 height=9000 hspace=-900 vspace=-900 align=left src="data:image/gif;base64,R0lGODlhAQABAIAAAP///wAAACwAAAAAAQABAAACAkQBADs=">)~"},
        {"marquee", "ui",
         R"~(<marquee width=9000 height=900 scrollamount=0 style="background: #fff; margin-left: -900px">x</marquee>)~"},
        {"clobber-dom-names", "ui",
         R"~(<img name=documentElement><img name=createComment><img name=styleSheets><form name=head id=head><input name=nextSibling><input name=firstChild></form><img name=galley id=galley><img id=galleyKey>)~"},
        {"mark-forgery", "ui",
         R"~(<!--galley:00000000000000000000000000000000--><wbr data-galley-00000000000000000000000000000000><!--galley:-->)~"},
        {"closing-the-page", "ui",
         R"~(</div></main></body></html><frameset rows="*"><frame src="http://@HOST@"></frameset>)~"},
        {"use-bomb-in-two-drawings", "resource",
         R"~(<svg><g id="b0"><rect width=1 height=1 /></g><g id="b1">@USES0@</g><g id="b2">@USES1@</g><g id="b3">@USES2@</g></svg><svg><g id="b4">@USES3@</g><g id="b5">@USES4@</g><g id="b6">@USES5@</g><g id="b7">@USES6@</g><use href="#b7"/></svg>)~"},
        {"plaintext", "ui", R"~(<plaintext>)~"},
    };
}

inline std::vector<AttackVariant> attackVariants()
{
    std::vector<AttackVariant> all = scriptVariants();
    for (const auto& more : {requestVariants(), otherVariants()})
        all.insert(all.end(), more.begin(), more.end());
    return all;
}

} // namespace galley::test
