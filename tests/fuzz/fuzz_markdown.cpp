// SPDX-License-Identifier: MIT
#include "base/unicode.h"
#include "fuzzing.h"
#include "markdown/document.h"

#include <algorithm>

using namespace galley;
using fuzzing::require;

namespace
{
void check(const markdown::Document& document, std::string_view text)
{
    std::size_t end = 0;
    int line = 0;
    const auto lines =
        static_cast<int>(std::count_if(text.begin(), text.end(), [](char c) { return c == '\n' || c == '\r'; }));
    for (const markdown::Block& block : document.blocks) {
        require(block.offset >= end && block.length <= document.html.size() - block.offset,
                "blocks lie in order in the HTML");
        require(block.firstLine >= line && block.lastLine >= block.firstLine, "lines never go back");
        require(block.lastLine <= lines, "blocks have lines of the text");
        end = block.offset + block.length;
        line = block.firstLine;
    }
}
} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    if (size == 0)
        return 0;
    const std::string_view text = fuzzing::asText(data + 1, size - 1);
    markdown::Options options;
    options.flavour = static_cast<markdown::Flavour>(data[0] % 3);
    options.gfmInput = (data[0] & 8) != 0;
    options.parseBlockHtml = (data[0] & 16) != 0;
    options.autoIdStripping = (data[0] & 32) != 0;
    check(markdown::toHtml(text, options), text);
    return 0;
}
