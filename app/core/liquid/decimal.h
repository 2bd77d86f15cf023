// SPDX-License-Identifier: MIT
// A decimal number of any length, for the one calculation that Liquid makes with BigDecimal.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace galley::liquid
{

/// sign · digits · 10^exponent. Quotients carry 40 digits, more than a double can tell apart.
class Decimal
{
public:
    explicit Decimal(std::int64_t value);
    explicit Decimal(double value);                 ///< the shortest digits that read back
    static Decimal fromText(std::string_view text); ///< "-12.50"

    Decimal plus(const Decimal& other) const;
    Decimal minus(const Decimal& other) const { return plus(other.negated()); }
    Decimal times(const Decimal& other) const;
    std::optional<Decimal> dividedBy(const Decimal& other) const; ///< nothing for 0
    std::optional<Decimal> modulo(const Decimal& other) const;    ///< with the sign of `other`, as Ruby's %
    Decimal floor() const;
    Decimal rounded(std::int64_t places) const; ///< half away from zero

    bool isZero() const { return m_digits.empty(); }
    double toDouble() const;
    std::optional<std::int64_t> toInteger() const; ///< of a whole number that fits
    std::string wholeText() const;                 ///< "-1200", of a whole number
    std::size_t wholeDigits() const
    {
        return m_digits.size() + static_cast<std::size_t>(m_exponent > 0 ? m_exponent : 0);
    }
    bool isNegative() const { return m_negative; }
    Decimal absolute() const { return m_negative ? negated() : *this; }
    /// The whole number not above the quotient of two whole numbers; nothing for 0.
    std::optional<Decimal> wholeQuotient(const Decimal& other) const;

private:
    Decimal() = default;
    Decimal negated() const;
    std::string scaled(std::int64_t exponent) const; ///< digits when written with this (smaller) exponent
    void normalize();

    bool m_negative = false;
    std::string m_digits; ///< without zeros at either end; empty is 0
    std::int64_t m_exponent = 0;
};

} // namespace galley::liquid
