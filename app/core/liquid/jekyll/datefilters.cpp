// SPDX-License-Identifier: MIT
#include "liquid/context.h"
#include "liquid/filters/filters.h"
#include "liquid/jekyll/jekyll.h"
#include "liquid/rubytext.h"

namespace galley::liquid
{

namespace
{
/// The time told in the site's zone, as Time#localtime does; a date is its midnight there.
std::optional<DateTime> localTime(const FilterCall& call)
{
    const auto time = dateOf(call.context, call.input);
    if (!time) {
        call.fail("internal: Invalid Date: '" + inspect(call.input, &call.context) + "' is not a valid datetime.");
        return std::nullopt;
    }
    const TimeZone& zone = call.context.environment().zone();
    return time->isDate ? zone.local(toCivil(*time)) : zone.at(time->seconds, time->nanoseconds);
}

bool isMissing(const Value& value)
{
    return value.isNil() || (value.isString() && value.string().empty());
}

using Write = std::string (*)(const DateTime&);

template <Write write>
Value written(const FilterCall& call)
{
    if (isMissing(call.input))
        return call.input;
    const auto time = localTime(call);
    return time ? Value(write(*time)) : Value();
}

std::string_view ordinal(int number)
{
    if (number >= 11 && number <= 13)
        return "th";
    switch (number % 10) {
    case 1: return "st";
    case 2: return "nd";
    case 3: return "rd";
    default: return "th";
    }
}

enum class Month { Short, Long };

/// "19 Jun 2017", or with "ordinal" "19th Jun 2017" and, in style "US", "Jun 19th, 2017".
template <Month month>
Value told(const FilterCall& call)
{
    if (isMissing(call.input))
        return call.input;
    const auto time = localTime(call);
    if (!time)
        return {};
    const std::string name = month == Month::Short ? "%b" : "%B";
    const auto is = [&call](std::size_t index, std::string_view text) {
        return call.argument(index).isString() && call.argument(index).string() == text;
    };
    if (!is(0, "ordinal"))
        return strftime(*time, "%d " + name + " %Y");
    const int day = toCivil(*time).day;
    const std::string dayText = std::to_string(day) + std::string(ordinal(day));
    return strftime(*time, is(1, "US") ? name + " " + dayText + ", %Y" : dayText + " " + name + " %Y");
}
} // namespace

void addJekyllDateFilters(Registry& registry)
{
    registry.addFilter({"date_to_string", told<Month::Short>, 0, 2});
    registry.addFilter({"date_to_long_string", told<Month::Long>, 0, 2});
    registry.addFilter({"date_to_xmlschema", written<toXmlSchema>});
    registry.addFilter({"date_to_rfc822", written<toRfc822>});
}

} // namespace galley::liquid
