// SPDX-License-Identifier: MIT
#include "base/unicode.h"
#include "liquid/context.h"
#include "liquid/filters/filters.h"
#include "liquid/rubynumber.h"
#include "liquid/rubytext.h"
#include "liquid/scanner.h"

#include <algorithm>

namespace galley::liquid
{

namespace
{
Value date(const FilterCall& call)
{
    const std::string format = toText(call.argument(0), &call.context);
    const auto time = format.empty() ? std::nullopt : dateOf(call.context, call.input);
    return time ? Value(strftime(*time, format)) : call.input;
}
} // namespace

std::optional<DateTime> dateOf(Context& context, const Value& value)
{
    const Environment& environment = context.environment();
    if (value.isDateTime())
        return value.dateTime();
    if (value.isInteger())
        return environment.zone().at(value.integer());
    if (!value.isString() || value.string().empty())
        return std::nullopt;
    const std::string text = unicode::toLower(value.string());
    if (text == "now" || text == "today")
        return environment.now();
    if (std::all_of(text.begin(), text.end(), isDigitByte))
        return environment.zone().at(toIntegerLoosely(value));
    return parseTime(text, environment.zone(), environment.now());
}

void addDateFilter(Registry& registry)
{
    registry.addFilter({"date", date, 1, 1});
}

} // namespace galley::liquid
