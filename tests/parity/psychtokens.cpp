// SPDX-License-Identifier: MIT
#include "psychdocuments.h"

#include <random>

namespace galley::test
{

std::vector<std::string> tokenDocuments(unsigned seed, int count)
{
    const std::vector<std::string> tokens{"\n",
                                          "\n",
                                          "\n",
                                          "\n  ",
                                          "\n  ",
                                          "\n    ",
                                          "\n\t",
                                          "\r\n",
                                          "\n\n",
                                          " ",
                                          " ",
                                          "  ",
                                          "\t",
                                          ": ",
                                          ": ",
                                          ":",
                                          "- ",
                                          "- ",
                                          "? ",
                                          "?",
                                          ", ",
                                          ",",
                                          "[",
                                          "]",
                                          "{",
                                          "}",
                                          "key: ",
                                          "key: ",
                                          "a: ",
                                          "b: ",
                                          "<<: ",
                                          "\"q\": ",
                                          "'s': ",
                                          "&x ",
                                          "&y ",
                                          "*x",
                                          "*x",
                                          "*y",
                                          "!t ",
                                          "!!str ",
                                          "!!int ",
                                          "!!float ",
                                          "! ",
                                          "!!set ",
                                          "!!omap ",
                                          "!<tag:x> ",
                                          "!!binary ",
                                          "word",
                                          "two words",
                                          "12",
                                          "1.5",
                                          "yes",
                                          "~",
                                          "null",
                                          "2017-06-19",
                                          "19:00",
                                          ":sym",
                                          "\"it\\'s\"",
                                          "\"a\\nb\"",
                                          "\"\\x41\"",
                                          "\"\\u00e9\"",
                                          "\"\\",
                                          "\"open",
                                          "'open",
                                          "'it''s'",
                                          "\"two\n  lines\"",
                                          "'two\n\n lines'",
                                          "|\n  text\n",
                                          ">\n  folded\n  text\n",
                                          "|-",
                                          ">+",
                                          "|2\n   x",
                                          "|1",
                                          " # comment",
                                          "#none",
                                          "---",
                                          "--- ",
                                          "\n---\n",
                                          "\n...\n",
                                          "%YAML 1.1\n",
                                          "%TAG ! tag:e,2000:\n",
                                          "@at",
                                          "`tick`",
                                          "%pct",
                                          "é",
                                          "日本",
                                          "\xC2\x85",
                                          "\xE2\x80\xA8",
                                          "\xC2\xA0",
                                          "\U0001F389",
                                          "http://x.y/z",
                                          "a#b",
                                          "-x",
                                          "--",
                                          "=",
                                          "<<"};
    std::mt19937 random(seed);
    std::vector<std::string> out;
    for (int i = 0; i < count; ++i) {
        std::string text = random() % 2 ? "---\n" : "";
        for (unsigned part = 2 + random() % 9; part > 0; --part)
            text += tokens[random() % tokens.size()];
        out.push_back(text);
    }
    return out;
}

} // namespace galley::test
