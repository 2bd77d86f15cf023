// SPDX-License-Identifier: MIT
#include "liquid/biginteger.h"

#include "base/limits.h"

namespace galley::liquid
{

const Decimal* bigInteger(const Value& value)
{
    const auto* big = value.isDrop() ? dynamic_cast<const BigInteger*>(&value.drop()) : nullptr;
    return big ? &big->number() : nullptr;
}

Value integerValue(const Decimal& whole)
{
    if (const auto small = whole.toInteger())
        return *small;
    if (whole.wholeDigits() > limits::integerDigits)
        return whole.toDouble();
    return Value(std::make_shared<const BigInteger>(whole));
}

bool isWholeNumber(const Value& value)
{
    return value.isInteger() || bigInteger(value);
}

bool isAnyNumber(const Value& value)
{
    return value.isNumber() || bigInteger(value);
}

Decimal decimalOf(const Value& number)
{
    if (const Decimal* big = bigInteger(number))
        return *big;
    return number.isInteger() ? Decimal(number.integer()) : Decimal(number.floating());
}

double floatOf(const Value& number)
{
    const Decimal* big = bigInteger(number);
    return big ? big->toDouble() : number.number();
}

} // namespace galley::liquid
