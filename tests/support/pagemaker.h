// SPDX-License-Identifier: MIT
// Pages for tests, made of given blocks and a given shell: what a renderer would answer, without one.
#pragma once

#include "layout/renderedpage.h"

#include <functional>
#include <string>
#include <vector>

namespace galley::test
{

struct Shell {
    std::string head = "<!DOCTYPE html>\n<html lang=\"en\">\n<head><title>t</title></head>\n<body><main><article>\n";
    std::string tail = "\n</article></main><footer>foot</footer></body></html>\n";
};

/// Each block takes `linesEach` source lines, one blank line between them, from line `firstLine` on.
inline RenderedPage makePage(const std::vector<std::string>& blocks, const Shell& shell = {}, int linesEach = 1,
                             int firstLine = 0)
{
    RenderedPage page;
    page.url = "/post.html";
    page.html = shell.head;
    int line = firstLine;
    for (std::size_t i = 0; i < blocks.size(); ++i) {
        if (i > 0)
            page.html += '\n';
        page.blocks.push_back({page.html.size(), blocks[i].size(), line, line + linesEach - 1,
                               std::uint64_t(std::hash<std::string>{}(blocks[i]))});
        page.html += blocks[i];
        line += linesEach + 1;
    }
    page.html += shell.tail;
    return page;
}

} // namespace galley::test
