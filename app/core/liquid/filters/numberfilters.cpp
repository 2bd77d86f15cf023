// SPDX-License-Identifier: MIT
#include "liquid/biginteger.h"
#include "liquid/context.h"
#include "liquid/filters/filters.h"
#include "liquid/rubynumber.h"
#include "liquid/rubytext.h"

#include <cmath>

namespace galley::liquid
{

namespace
{
template <Operation operation>
Value calculated(const FilterCall& call)
{
    auto result = calculate(call.input, operation, call.argument(0));
    return result ? *std::move(result) : call.fail("divided by 0");
}

Value absolute(const FilterCall& call)
{
    const Value number = toNumber(call.input);
    if (isWholeNumber(number))
        return integerValue(decimalOf(number).absolute());
    return std::fabs(number.floating());
}

/// Ruby raises FloatDomainError for what has no whole number.
bool isWhole(const FilterCall& call, const Value& number)
{
    if (isWholeNumber(number) || std::isfinite(number.floating()))
        return true;
    call.fail(toText(number));
    return false;
}

Value wholeOf(double number)
{
    constexpr double bound = 9.2e18;
    return std::fabs(number) < bound ? Value(static_cast<std::int64_t>(number)) : Value(number);
}

Value ceiling(const FilterCall& call)
{
    const Value number = toNumber(call.input);
    if (isWholeNumber(number) || !isWhole(call, number))
        return number;
    return wholeOf(std::ceil(number.floating()));
}

Value floorOf(const FilterCall& call)
{
    const Value number = toNumber(call.input);
    if (isWholeNumber(number) || !isWhole(call, number))
        return number;
    return wholeOf(std::floor(number.floating()));
}

Value round(const FilterCall& call)
{
    const Value number = toNumber(call.input);
    const Value digits = toNumber(call.argument(0));
    if (number.isFloat() && !isWhole(call, number))
        return {};
    const Value result = roundNumber(number, toIntegerLoosely(digits));
    const bool toWhole = !call.has(0) || (call.argument(0).isNumber() && call.argument(0).number() == 0);
    return toWhole && result.isFloat() ? wholeOf(result.floating()) : result;
}

Value atLeast(const FilterCall& call)
{
    const Value number = toNumber(call.input), bound = toNumber(call.argument(0));
    return compare(bound, number) == 1 ? bound : number;
}

Value atMost(const FilterCall& call)
{
    const Value number = toNumber(call.input), bound = toNumber(call.argument(0));
    return compare(bound, number) == -1 ? bound : number;
}
} // namespace

void addNumberFilters(Registry& registry)
{
    registry.addFilter({"plus", calculated<Operation::Plus>, 1, 1});
    registry.addFilter({"minus", calculated<Operation::Minus>, 1, 1});
    registry.addFilter({"times", calculated<Operation::Times>, 1, 1});
    registry.addFilter({"divided_by", calculated<Operation::Divide>, 1, 1});
    registry.addFilter({"modulo", calculated<Operation::Modulo>, 1, 1});
    registry.addFilter({"abs", absolute});
    registry.addFilter({"ceil", ceiling});
    registry.addFilter({"floor", floorOf});
    registry.addFilter({"round", round, 0, 1});
    registry.addFilter({"at_least", atLeast, 1, 1});
    registry.addFilter({"at_most", atMost, 1, 1});
}

} // namespace galley::liquid
