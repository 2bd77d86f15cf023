// SPDX-License-Identifier: MIT
#include "liquid/rubynumber.h"

#include "liquid/biginteger.h"
#include "liquid/decimal.h"
#include "liquid/rubytext.h"
#include "liquid/scanner.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <limits>

namespace galley::liquid
{

namespace
{
constexpr std::int64_t beyond = std::int64_t{1} << 62; // far past any text's length, with room to add to it

/// The digits at the start, after blanks and a sign; underscores may stand between two digits.
std::string leadingDigits(std::string_view text)
{
    std::size_t pos = skipBlanks(text, 0);
    std::string out;
    if (pos < text.size() && (text[pos] == '-' || text[pos] == '+'))
        out = text[pos++] == '-' ? "-" : "";
    const std::size_t sign = out.size();
    for (; pos < text.size(); ++pos) {
        const bool joins = text[pos] == '_' && out.size() > sign && pos + 1 < text.size() &&
                           isDigitByte(text[pos + 1]) && text[pos - 1] != '_';
        if (isDigitByte(text[pos]))
            out += text[pos];
        else if (!joins)
            break;
    }
    return out.size() > sign ? out : std::string();
}

template <class T>
T parsed(std::string_view digits, T missing)
{
    T out = missing;
    const auto result = std::from_chars(digits.data(), digits.data() + digits.size(), out);
    return result.ec == std::errc() ? out : missing;
}

std::int64_t toInteger(double number)
{
    constexpr double bound = 9.2233720368547748e18;
    if (std::isnan(number))
        return 0;
    return static_cast<std::int64_t>(std::clamp(number, -bound, bound));
}

/// /\A-?\d+\.\d+\z/
bool isDecimalText(std::string_view text)
{
    const std::size_t start = !text.empty() && text[0] == '-' ? 1 : 0;
    const std::size_t dot = text.find('.');
    const auto digits = [](std::string_view part) {
        return !part.empty() && std::all_of(part.begin(), part.end(), isDigitByte);
    };
    return dot != std::string_view::npos && dot > start && digits(text.substr(start, dot - start)) &&
           digits(text.substr(dot + 1));
}

std::int64_t floorDivide(std::int64_t a, std::int64_t b)
{
    return a / b - (a % b != 0 && (a % b < 0) != (b < 0) ? 1 : 0);
}

/// Nothing when 64 bits are too few.
std::optional<Value> calculateWhole(std::int64_t a, Operation operation, std::int64_t b)
{
    std::int64_t out = 0;
    switch (operation) {
    case Operation::Plus: return __builtin_add_overflow(a, b, &out) ? std::nullopt : std::optional<Value>(out);
    case Operation::Minus: return __builtin_sub_overflow(a, b, &out) ? std::nullopt : std::optional<Value>(out);
    case Operation::Times: return __builtin_mul_overflow(a, b, &out) ? std::nullopt : std::optional<Value>(out);
    case Operation::Divide: return b == -1 ? calculateWhole(0, Operation::Minus, a) : Value(floorDivide(a, b));
    case Operation::Modulo: return b == -1 ? Value(0) : Value(a - floorDivide(a, b) * b);
    }
    return std::nullopt;
}

std::optional<Decimal> calculateDecimal(const Decimal& a, Operation operation, const Decimal& b)
{
    switch (operation) {
    case Operation::Plus: return a.plus(b);
    case Operation::Minus: return a.minus(b);
    case Operation::Times: return a.times(b);
    case Operation::Divide: return a.dividedBy(b);
    case Operation::Modulo: return a.modulo(b);
    }
    return std::nullopt;
}

Value calculateBig(const Decimal& a, Operation operation, const Decimal& b)
{
    switch (operation) {
    case Operation::Plus: return integerValue(a.plus(b));
    case Operation::Minus: return integerValue(a.minus(b));
    case Operation::Times: return integerValue(a.times(b));
    case Operation::Divide: return integerValue(a.wholeQuotient(b).value_or(a));
    case Operation::Modulo: return integerValue(a.modulo(b).value_or(a));
    }
    return {};
}

int order(double a, double b)
{
    return a < b ? -1 : a > b ? 1 : 0;
}

int orderOfBig(const Value& left, const Value& right)
{
    const double a = floatOf(left), b = floatOf(right);
    if (!std::isfinite(a) || !std::isfinite(b))
        return order(a, b);
    const Decimal difference = decimalOf(left).minus(decimalOf(right));
    return difference.isZero() ? 0 : difference.isNegative() ? -1 : 1;
}

std::optional<int> compareArrays(const Array& left, const Array& right)
{
    for (std::size_t i = 0; i < std::min(left.size(), right.size()); ++i) {
        const auto result = compare(left[i], right[i]);
        if (!result || *result != 0)
            return result;
    }
    return left.size() == right.size() ? 0 : left.size() < right.size() ? -1 : 1;
}

std::optional<int> compareTimes(const DateTime& left, const DateTime& right)
{
    if (left.isDate != right.isDate)
        return std::nullopt;
    if (left.seconds != right.seconds)
        return left.seconds < right.seconds ? -1 : 1;
    return left.nanoseconds == right.nanoseconds ? 0 : left.nanoseconds < right.nanoseconds ? -1 : 1;
}
} // namespace

Value toIntegerLoosely(std::string_view text)
{
    const std::string digits = leadingDigits(text);
    if (digits.empty())
        return 0;
    std::int64_t out = 0;
    if (std::from_chars(digits.data(), digits.data() + digits.size(), out).ec == std::errc())
        return out;
    return integerValue(Decimal::fromText(digits));
}

std::int64_t toIntegerLoosely(const Value& value)
{
    if (value.isInteger())
        return value.integer();
    if (value.isFloat())
        return toInteger(value.floating());
    if (value.isDateTime())
        return value.dateTime().seconds;
    const Value number = value.isString() ? toIntegerLoosely(std::string_view(value.string())) : value;
    if (number.isInteger())
        return number.integer();
    return isAnyNumber(number) ? toInteger(floatOf(number)) : 0;
}

std::optional<std::int64_t> toIntegerStrictly(const Value& value)
{
    if (value.isInteger())
        return value.integer();
    const std::string text = toText(value);
    std::string_view rest = text; // blanks round it are allowed, a NUL is not
    rest.remove_prefix(skipBlanks(rest, 0));
    while (!rest.empty() && isBlankByte(rest.back()))
        rest.remove_suffix(1);
    const bool negative = !rest.empty() && rest[0] == '-';
    if (!rest.empty() && (rest[0] == '-' || rest[0] == '+'))
        rest.remove_prefix(1);
    int base = 10;
    if (rest.size() > 1 && rest[0] == '0') {
        const char kind = static_cast<char>(rest[1] | 0x20);
        base = kind == 'x' ? 16 : kind == 'b' ? 2 : 8;
        rest.remove_prefix(kind == 'x' || kind == 'b' || kind == 'o' ? 2 : 1);
    }
    std::string digits = negative ? "-" : "";
    for (std::size_t i = 0; i < rest.size(); ++i) {
        const bool joins = rest[i] == '_' && i > 0 && i + 1 < rest.size() && rest[i - 1] != '_';
        if (!joins)
            digits += rest[i];
    }
    std::int64_t out = 0;
    const auto result = std::from_chars(digits.data(), digits.data() + digits.size(), out, base);
    const bool tooLarge = result.ec == std::errc::result_out_of_range;
    // Ruby reads numbers beyond an unsigned long, or with an underscore, as C texts, which end at a NUL.
    std::uint64_t word = 0;
    const bool isLong =
        std::from_chars(digits.data() + (negative ? 1 : 0), digits.data() + digits.size(), word, base).ec ==
        std::errc::result_out_of_range;
    const bool endsAtNul = *result.ptr == '\0' && (isLong || rest.substr(0, rest.find('\0')).find('_') != rest.npos);
    if (rest.empty() || (result.ptr != digits.data() + digits.size() && !endsAtNul))
        return std::nullopt;
    return tooLarge ? (negative ? -beyond : beyond) : result.ec == std::errc() ? std::optional(out) : std::nullopt;
}

bool exceedsWord(std::int64_t strictInteger)
{
    return strictInteger == beyond || strictInteger == -beyond;
}

double toFloatLoosely(std::string_view text)
{
    text = text.substr(skipBlanks(text, 0));
    if (!text.empty() && text[0] == '+')
        text.remove_prefix(1);
    const std::size_t first = !text.empty() && text[0] == '-' ? 1 : 0;
    if (first >= text.size() || !(isDigitByte(text[first]) || text[first] == '.')) // "inf" and "nan" are words
        return 0;
    return parsed<double>(text, 0.0);
}

std::int64_t rangeSize(const Range& range)
{
    if (range.last < range.first)
        return 0;
    const auto distance = static_cast<std::uint64_t>(range.last) - static_cast<std::uint64_t>(range.first);
    constexpr auto most = static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max());
    return static_cast<std::int64_t>(std::min(distance, most - 1)) + 1;
}

Value toNumber(const Value& value)
{
    if (isAnyNumber(value))
        return value;
    if (!value.isString())
        return 0;
    const std::string_view text = stripped(value.string());
    return isDecimalText(text) ? Value(Decimal::fromText(text).toDouble()) : toIntegerLoosely(text);
}

std::optional<Value> calculate(const Value& left, Operation operation, const Value& right)
{
    const Value a = toNumber(left), b = toNumber(right);
    const bool divides = operation == Operation::Divide || operation == Operation::Modulo;
    if (divides && floatOf(b) == 0) {
        // Only numbers that are no text may be Floats in Ruby: they are divided by a zero that is one.
        const bool floats = left.isFloat() || right.isFloat();
        if (!floats || left.isString() || right.isString())
            return std::nullopt;
        return operation == Operation::Divide ? floatOf(a) / floatOf(b) : std::numeric_limits<double>::quiet_NaN();
    }
    if (a.isInteger() && b.isInteger()) {
        if (const auto whole = calculateWhole(a.integer(), operation, b.integer()))
            return whole;
    }
    if (isWholeNumber(a) && isWholeNumber(b))
        return calculateBig(decimalOf(a), operation, decimalOf(b));
    if ((a.isFloat() && !std::isfinite(a.floating())) || (b.isFloat() && !std::isfinite(b.floating())))
        return Value(std::numeric_limits<double>::quiet_NaN());
    const auto result = calculateDecimal(decimalOf(a), operation, decimalOf(b));
    return result ? std::optional<Value>(result->toDouble()) : std::nullopt;
}

Value roundNumber(const Value& number, std::int64_t digits)
{
    if (isWholeNumber(number) && digits >= 0)
        return number;
    if (number.isFloat() && !std::isfinite(number.floating()))
        return number;
    const Decimal result = decimalOf(number).rounded(digits);
    if (isWholeNumber(number))
        return integerValue(result);
    return result.toDouble();
}

std::optional<int> compare(const Value& left, const Value& right)
{
    if (left.isInteger() && right.isInteger())
        return left.integer() == right.integer() ? 0 : left.integer() < right.integer() ? -1 : 1;
    if (left.isNumber() && right.isNumber())
        return order(left.number(), right.number());
    if (isAnyNumber(left) && isAnyNumber(right))
        return orderOfBig(left, right);
    if (left.isString() && right.isString()) {
        const int result = left.string().compare(right.string());
        return result < 0 ? -1 : result > 0 ? 1 : 0;
    }
    if (left.isArray() && right.isArray())
        return compareArrays(left.array(), right.array());
    if (left.isDateTime() && right.isDateTime())
        return compareTimes(left.dateTime(), right.dateTime());
    if (left.isDrop() && right.isDrop())
        return left.drop().compare(right.drop());
    return left == right ? std::optional<int>(0) : std::nullopt;
}

std::string comparisonError(const Value& left, const Value& right)
{
    const bool shown = right.isNil() || right.isBool() || isAnyNumber(right);
    // Integer < String asks the other side first, and so names its class instead of showing the value.
    return "comparison of " + std::string(className(left)) + " with " +
           (shown ? inspect(right) : std::string(className(right))) + " failed";
}

namespace
{
using Order = std::function<std::optional<int>(const Value&, const Value&)>;

bool mergeSort(Array& values, Array& scratch, std::size_t from, std::size_t to, const Order& ordered)
{
    if (to - from < 2)
        return true;
    const std::size_t middle = from + (to - from) / 2;
    if (!mergeSort(values, scratch, from, middle, ordered) || !mergeSort(values, scratch, middle, to, ordered))
        return false;
    std::size_t left = from, right = middle, out = from;
    while (left < middle && right < to) {
        const auto result = ordered(values[left], values[right]);
        if (!result)
            return false;
        scratch[out++] = std::move(*result <= 0 ? values[left++] : values[right++]);
    }
    while (left < middle)
        scratch[out++] = std::move(values[left++]);
    while (right < to)
        scratch[out++] = std::move(values[right++]);
    std::move(scratch.begin() + static_cast<std::ptrdiff_t>(from), scratch.begin() + static_cast<std::ptrdiff_t>(to),
              values.begin() + static_cast<std::ptrdiff_t>(from));
    return true;
}
} // namespace

bool sortValues(Array& values, const Order& ordered)
{
    Array scratch(values.size());
    return mergeSort(values, scratch, 0, values.size(), ordered);
}

} // namespace galley::liquid
