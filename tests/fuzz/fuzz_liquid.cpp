// SPDX-License-Identifier: MIT
#include "fuzzing.h"
#include "liquid/context.h"
#include "liquid/environment.h"
#include "liquid/registry.h"
#include "liquid/template.h"

using namespace galley;

namespace
{
Hash variables()
{
    Hash post;
    post.set("title", "A <b>title</b>");
    post.set("n", 7);
    Hash all;
    all.set("page", post);
    all.set("list", Array{1, "two", 3.5, Value(), true, Value(post)});
    all.set("text", "héllo wörld, a b c");
    return all;
}
} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    static const auto registry = std::make_shared<const liquid::Registry>(liquid::jekyllRegistry());
    static const liquid::Environment environment;
    static const Hash globals = variables();
    liquid::ParseOptions parse;
    parse.registry = registry;
    const auto parsed = liquid::parse(std::string(fuzzing::asText(data, size)), parse);
    if (!parsed)
        return 0;
    liquid::RenderOptions options;
    options.steps = 20'000;
    options.outputBytes = 1 << 20;
    options.wantsLineMap = true;
    liquid::Context context(environment, globals, options);
    const liquid::RenderResult result = liquid::render(**parsed, context);
    fuzzing::require(result.text.size() <= options.outputBytes + (1 << 16), "output ends at its limit");
    return 0;
}
