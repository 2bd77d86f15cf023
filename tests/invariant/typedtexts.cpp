// SPDX-License-Identifier: MIT
#include "typedtexts.h"

#include "markdowncases.h"
#include "markdownmaker.h"

namespace galley::test
{

namespace
{

const std::vector<std::string> prose{
    "We met in the library and *talked* for an hour or so.\nSomebody had brought a board full of cables.",
    "Plain words, one line",
    "\"Quotes\" -- and [a link](https://example.org/x \"Title\"), [maybe one][id], [id] too, and a note[^1].",
    "A line  \nwith `code` & entities &amp; and \\*escapes\\*, HTML5 and an https://example.org/ address",
    "(2017 was the year)\n1200 people came,\n**Natasha** spoke...",
    "\xc3\x9c"
    "ber das Treffen: \xe3\x81\x82\xe3\x81\x84\n\xe6\x97\xa5\xe6\x9c\xac\xe8\xaa\x9e it's _fine_",
    "![image](a.png) and _under_score_ ~~gone~~ :smile: @someone #12",
    "It ends with a digit 7"};

/// What changes how other blocks are read, and what one more key makes of prose.
const std::vector<std::string> pieces{"]",
                                      "[",
                                      "*",
                                      "_",
                                      "`",
                                      "\n",
                                      "\n\n",
                                      "  \n",
                                      "\\",
                                      "\\\n",
                                      "|",
                                      "|-|",
                                      "\n---",
                                      "\n===",
                                      "\n- ",
                                      "\n1. ",
                                      "\n: d",
                                      "\n> ",
                                      "-->",
                                      "<!--",
                                      "<div>",
                                      "</div>",
                                      "$$",
                                      "{:.c}",
                                      "\n{:.c}",
                                      "{::",
                                      "]: /x",
                                      "[id]: ",
                                      "\n*[a]: b",
                                      "[^1]",
                                      "\n\n[^1]: n",
                                      "\n    ",
                                      "\t",
                                      "```",
                                      "\n```",
                                      "\n~~~",
                                      "\n# ",
                                      "\n#",
                                      "\"",
                                      "'",
                                      "...",
                                      "--",
                                      "&",
                                      "&lt;",
                                      "<b>",
                                      "</b>",
                                      "www.a.b",
                                      "http://",
                                      "a@b.co",
                                      "\r",
                                      "\r\n",
                                      "\xc3\xa9",
                                      "\xc2\xa0",
                                      "\n\xc2\xa0\n",
                                      "\f\n",
                                      "\n \n",
                                      "![",
                                      "](",
                                      "\n^\n",
                                      "\n***",
                                      "\n___",
                                      "+",
                                      "\n2) ",
                                      "=\n",
                                      "\n\n[id]: /y \"t\"\n\n"};

/// Texts with these are never made from the one before.
bool isUneven(const std::string& text)
{
    return text.find("{::") != std::string::npos || text.find("*[") != std::string::npos;
}

} // namespace

std::vector<std::string> strangeTexts()
{
    std::vector<std::string> texts;
    for (const MarkdownCase& one : markdownCases())
        texts.push_back(one.markdown);
    MarkdownMaker maker(4711);
    for (int i = 0; i < 200; ++i)
        texts.push_back(maker.next());
    return texts;
}

std::string randomText(std::mt19937& random, const std::vector<std::string>& texts)
{
    std::string out;
    for (int i = 0; i < 24; ++i) {
        const std::string& other = texts[random() % texts.size()];
        const bool takesOther = random() % 3 == 0 && (!isUneven(other) || random() % 40 == 0);
        out += takesOther ? other : prose[random() % prose.size()];
        out += random() % 8 ? "\n\n" : "\n";
    }
    return out;
}

std::string typed(std::string text, std::mt19937& random)
{
    const std::size_t at = random() % (text.size() + 1);
    switch (random() % 6) {
    case 0: text.erase(at, 1 + random() % 3); break;
    case 1:
        if (const std::string& piece = pieces[random() % pieces.size()]; !isUneven(piece) || random() % 20 == 0)
            text.insert(at, piece);
        break;
    case 2: {
        const std::size_t line = text.find('\n', at); // the places where blocks begin and end
        text.insert(line == std::string::npos ? text.size() : line + random() % 2, pieces[random() % pieces.size()]);
        break;
    }
    default: text.insert(at, 1, random() % 6 ? static_cast<char>('a' + random() % 26) : ' ');
    }
    return text;
}

} // namespace galley::test
