// SPDX-License-Identifier: MIT
// BigInteger: a whole number beyond 64 bits, which Ruby's Integer holds and Value's does not.
#pragma once

#include "base/value.h"
#include "liquid/decimal.h"

#include <string>

namespace galley::liquid
{

class BigInteger final : public Drop
{
public:
    explicit BigInteger(Decimal number) : m_number(std::move(number)) {}
    const Decimal& number() const { return m_number; }

    Value get(std::string_view) const override { return {}; }
    std::string toString() const override { return m_number.wholeText(); }

private:
    Decimal m_number;
};

/// The value's number when it is such an integer; null otherwise.
const Decimal* bigInteger(const Value& value);

/// An integer, big where 64 bits are too few; a float beyond limits::integerDigits.
Value integerValue(const Decimal& whole);

/// Whether Ruby says Integer (and so Numeric) to it, and Float.
bool isWholeNumber(const Value& value);
bool isAnyNumber(const Value& value);

/// Of any number that is finite.
Decimal decimalOf(const Value& number);

/// Any number as the nearest float.
double floatOf(const Value& number);

} // namespace galley::liquid
