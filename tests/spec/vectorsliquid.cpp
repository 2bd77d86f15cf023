// SPDX-License-Identifier: MIT
// {name, template, environment, output | syntax_error}: what ruby-liquid 5.4 prints in Jekyll's error mode.
#include "liquid/context.h"
#include "liquid/registry.h"
#include "liquid/rubytext.h"
#include "liquid/template.h"
#include "vectormode.h"

namespace galley::vectors
{

namespace
{
/// Plain Liquid in UTC, on the day the cases were made ("now" and "today" print it).
class PlainEnvironment final : public liquid::Environment
{
public:
    DateTime now() const override
    {
        CivilTime civil;
        civil.year = 2026;
        civil.month = 11;
        civil.day = 22;
        civil.hour = 12;
        DateTime time = fromCivil(civil, 0);
        time.zone = "UTC";
        return time;
    }
};

std::string textOf(const Hash& line, std::string_view key)
{
    const Value value = line.get(key);
    return value.isString() ? value.string() : std::string();
}

std::string rendered(const liquid::Template& source, const Value& environment)
{
    const PlainEnvironment outside;
    liquid::Context context(outside, environment.isHash() ? environment.hash() : Hash());
    return liquid::render(source, context).text;
}
} // namespace

Outcome liquidCase(const Hash& line, int number)
{
    static const auto registry = std::make_shared<const liquid::Registry>(liquid::standardRegistry());
    Outcome out;
    out.name = textOf(line, "name");
    if (out.name.empty())
        out.name = "line " + std::to_string(number);
    const bool refuses = line.contains("syntax_error");
    out.input = textOf(line, "template") + "  " + liquid::inspect(line.get("environment"));
    out.expected = textOf(line, refuses ? "syntax_error" : "output");
    liquid::ParseOptions options;
    options.registry = registry;
    const auto source = liquid::parse(textOf(line, "template"), options);
    out.actual = source ? rendered(**source, line.get("environment")) : source.error().message;
    out.equal = out.actual == out.expected && source.has_value() != refuses;
    return out;
}

} // namespace galley::vectors
