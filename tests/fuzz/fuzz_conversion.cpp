// SPDX-License-Identifier: MIT
// The input is a byte of options, the text before and the text after, with a NUL between them.
#include "fuzzing.h"
#include "markdown/conversion.h"

using namespace galley;
using fuzzing::require;

namespace
{

/// Prose below both, so that the text in question is the smaller part and may be converted alone.
constexpr std::string_view below = "\n\nWords that stand below it and stay as they are, whatever is typed above them, "
                                   "and some more of them, and more.\n\nAnd the last of them.\n";

bool areEqual(const markdown::Document& a, const markdown::Document& b)
{
    return a.html == b.html && a.blocks == b.blocks && a.headings == b.headings && a.diagnostics == b.diagnostics;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    if (size == 0)
        return 0;
    const fuzzing::Halves halves = fuzzing::halves(fuzzing::asText(data + 1, size - 1));
    markdown::Options options;
    options.flavour = static_cast<markdown::Flavour>(data[0] % 3);
    options.gfmInput = (data[0] & 8) != 0;
    options.parseBlockHtml = (data[0] & 16) != 0;
    options.autoIdStripping = (data[0] & 32) != 0;
    const std::string after = std::string(halves.second).append(below);
    const auto before = markdown::convert(std::string(halves.first).append(below), options, nullptr);
    const auto converted = markdown::convert(after, options, before);
    // The lists of md4c 0.4.8 depend on where they lie in the text (see convert()).
    if (options.flavour == markdown::Flavour::Kramdown)
        require(areEqual(converted->document, markdown::toHtml(after, options)),
                "a text converted from the one before is the text converted from nothing");
    return 0;
}
