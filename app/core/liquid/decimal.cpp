// SPDX-License-Identifier: MIT
#include "liquid/decimal.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <limits>

namespace galley::liquid
{

namespace
{
constexpr std::int64_t quotientDigits = 40;

/// Compares two numbers written in digits without leading zeros.
bool isSmaller(const std::string& left, const std::string& right)
{
    return left.size() != right.size() ? left.size() < right.size() : left < right;
}

void trimLeft(std::string& digits)
{
    digits.erase(0, digits.find_first_not_of('0'));
}

std::string sum(const std::string& left, const std::string& right)
{
    std::string out;
    int carry = 0;
    for (std::size_t i = 0; i < std::max(left.size(), right.size()) || carry; ++i) {
        const int a = i < left.size() ? left[left.size() - 1 - i] - '0' : 0;
        const int b = i < right.size() ? right[right.size() - 1 - i] - '0' : 0;
        out += static_cast<char>('0' + (a + b + carry) % 10);
        carry = (a + b + carry) / 10;
    }
    std::reverse(out.begin(), out.end());
    return out;
}

/// left − right, where left is not smaller.
std::string difference(const std::string& left, const std::string& right)
{
    std::string out = left;
    int borrow = 0;
    for (std::size_t i = 0; i < left.size(); ++i) {
        const int b = i < right.size() ? right[right.size() - 1 - i] - '0' : 0;
        int digit = left[left.size() - 1 - i] - '0' - b - borrow;
        borrow = digit < 0 ? 1 : 0;
        digit += borrow * 10;
        out[left.size() - 1 - i] = static_cast<char>('0' + digit);
    }
    trimLeft(out);
    return out;
}

std::string product(const std::string& left, const std::string& right)
{
    std::string out(left.size() + right.size(), '0');
    for (std::size_t i = left.size(); i-- > 0;) {
        int carry = 0;
        for (std::size_t j = right.size(); j-- > 0;) {
            const int value = (left[i] - '0') * (right[j] - '0') + (out[i + j + 1] - '0') + carry;
            out[i + j + 1] = static_cast<char>('0' + value % 10);
            carry = value / 10;
        }
        out[i] = static_cast<char>('0' + carry);
    }
    return out;
}

/// The whole quotient; the rest goes to `rest`.
std::string quotient(const std::string& dividend, const std::string& divisor, std::string& rest)
{
    std::string out;
    rest.clear();
    for (const char digit : dividend) {
        rest += digit;
        trimLeft(rest);
        char count = '0';
        for (; !isSmaller(rest, divisor); ++count)
            rest = difference(rest, divisor);
        out += count;
    }
    return out;
}
} // namespace

Decimal::Decimal(std::int64_t value)
{
    *this = fromText(std::to_string(value));
}

Decimal::Decimal(double value)
{
    std::array<char, 32> buffer;
    const auto end =
        std::to_chars(buffer.data(), buffer.data() + buffer.size(), value, std::chars_format::scientific).ptr;
    const std::string_view text(buffer.data(), static_cast<std::size_t>(end - buffer.data()));
    const std::size_t e = text.find('e');
    *this = fromText(text.substr(0, e));
    int exponent = 0;
    const std::string_view digits = text.substr(e + (text[e + 1] == '+' ? 2 : 1));
    std::from_chars(digits.data(), digits.data() + digits.size(), exponent);
    m_exponent += exponent;
}

Decimal Decimal::fromText(std::string_view text)
{
    Decimal out;
    out.m_negative = !text.empty() && text.front() == '-';
    bool fraction = false;
    for (const char c : text.substr(out.m_negative ? 1 : 0)) {
        if (c == '.') {
            fraction = true;
            continue;
        }
        out.m_digits += c;
        out.m_exponent -= fraction ? 1 : 0;
    }
    out.normalize();
    return out;
}

void Decimal::normalize()
{
    trimLeft(m_digits);
    while (!m_digits.empty() && m_digits.back() == '0') {
        m_digits.pop_back();
        ++m_exponent;
    }
    if (m_digits.empty()) {
        m_exponent = 0;
        m_negative = false;
    }
}

Decimal Decimal::negated() const
{
    Decimal out = *this;
    out.m_negative = !m_negative && !isZero();
    return out;
}

std::string Decimal::scaled(std::int64_t exponent) const
{
    return isZero() ? std::string() : m_digits + std::string(static_cast<std::size_t>(m_exponent - exponent), '0');
}

Decimal Decimal::plus(const Decimal& other) const
{
    Decimal out;
    out.m_exponent = isZero() ? other.m_exponent : other.isZero() ? m_exponent : std::min(m_exponent, other.m_exponent);
    const std::string left = scaled(out.m_exponent);
    const std::string right = other.scaled(out.m_exponent);
    if (m_negative == other.m_negative) {
        out.m_negative = m_negative;
        out.m_digits = sum(left, right);
    } else {
        const bool swap = isSmaller(left, right);
        out.m_negative = swap ? other.m_negative : m_negative;
        out.m_digits = swap ? difference(right, left) : difference(left, right);
    }
    out.normalize();
    return out;
}

Decimal Decimal::times(const Decimal& other) const
{
    Decimal out;
    out.m_negative = m_negative != other.m_negative;
    out.m_digits = product(m_digits, other.m_digits);
    out.m_exponent = m_exponent + other.m_exponent;
    out.normalize();
    return out;
}

std::optional<Decimal> Decimal::dividedBy(const Decimal& other) const
{
    if (other.isZero())
        return std::nullopt;
    const std::int64_t wanted = quotientDigits + static_cast<std::int64_t>(other.m_digits.size());
    const std::int64_t zeros = std::max<std::int64_t>(0, wanted - static_cast<std::int64_t>(m_digits.size()));
    Decimal out;
    std::string rest;
    out.m_digits = quotient(m_digits + std::string(static_cast<std::size_t>(zeros), '0'), other.m_digits, rest);
    out.m_exponent = m_exponent - zeros - other.m_exponent;
    out.m_negative = m_negative != other.m_negative;
    out.normalize();
    return out;
}

std::optional<Decimal> Decimal::modulo(const Decimal& other) const
{
    if (other.isZero())
        return std::nullopt;
    const std::int64_t exponent = std::min(m_exponent, other.m_exponent);
    Decimal rest;
    std::string whole = quotient(scaled(exponent), other.scaled(exponent), rest.m_digits);
    rest.m_exponent = exponent;
    rest.m_negative = m_negative;
    rest.normalize();
    return rest.isZero() || m_negative == other.m_negative ? rest : rest.plus(other);
}

Decimal Decimal::floor() const
{
    if (m_exponent >= 0)
        return *this;
    Decimal whole = *this;
    const auto drop = static_cast<std::size_t>(-m_exponent);
    whole.m_digits = drop >= m_digits.size() ? std::string() : m_digits.substr(0, m_digits.size() - drop);
    whole.m_exponent = 0;
    whole.normalize();
    return m_negative ? whole.minus(Decimal(std::int64_t{1})) : whole; // digits were dropped, so it was no whole number
}

Decimal Decimal::rounded(std::int64_t places) const
{
    if (isZero() || -m_exponent <= places)
        return *this;
    const std::int64_t drop = -m_exponent - places;
    Decimal out = *this;
    if (drop > static_cast<std::int64_t>(m_digits.size()))
        return Decimal();
    const auto kept = m_digits.size() - static_cast<std::size_t>(drop);
    const bool up = m_digits[kept] >= '5';
    out.m_digits = up ? sum(m_digits.substr(0, kept), "1") : m_digits.substr(0, kept);
    out.m_exponent = -places;
    out.normalize();
    return out;
}

double Decimal::toDouble() const
{
    const std::string text = (m_negative ? "-0" : "0") + m_digits + "e" + std::to_string(m_exponent);
    double out = 0;
    if (std::from_chars(text.data(), text.data() + text.size(), out).ec == std::errc::result_out_of_range)
        out = m_exponent < 0 ? 0.0 : (m_negative ? -1 : 1) * std::numeric_limits<double>::infinity();
    return out;
}

std::optional<std::int64_t> Decimal::toInteger() const
{
    if (m_exponent < 0 || m_exponent > 20)
        return isZero() ? std::optional<std::int64_t>(0) : std::nullopt;
    const std::string text = (m_negative ? "-" : "") + (isZero() ? std::string("0") : scaled(0));
    std::int64_t out = 0;
    const auto result = std::from_chars(text.data(), text.data() + text.size(), out);
    return result.ec == std::errc() ? std::optional<std::int64_t>(out) : std::nullopt;
}

std::string Decimal::wholeText() const
{
    return isZero() ? "0" : (m_negative ? "-" : "") + scaled(0);
}

std::optional<Decimal> Decimal::wholeQuotient(const Decimal& other) const
{
    if (other.isZero())
        return std::nullopt;
    Decimal out;
    std::string rest;
    out.m_digits = quotient(scaled(0), other.scaled(0), rest);
    out.m_negative = m_negative != other.m_negative;
    out.normalize();
    const bool below = m_negative != other.m_negative && !rest.empty();
    return below ? out.minus(Decimal(std::int64_t{1})) : out;
}

} // namespace galley::liquid
