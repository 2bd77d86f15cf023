// SPDX-License-Identifier: MIT
#include "post/yamlscalar.h"

#include "base/limits.h"
#include "base/unicode.h"
#include "post/yamlchars.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <limits>

namespace galley::yaml
{
namespace
{
std::string lower(std::string_view text)
{
    std::string out(text);
    std::transform(out.begin(), out.end(), out.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? char(c + 32) : c; });
    return out;
}

bool isWordy(char32_t c)
{
    constexpr std::string_view punctuation = "_!@#$%^&*(){}<>|/\\~;= \t\r\n\f\v";
    return c < 128 ? (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || punctuation.find(char(c)) != punctuation.npos
                   : unicode::isLetter(c);
}

// The scanner's first guess: a word, perhaps after one other character, is text (or one of the short names).
bool looksLikeWords(std::string_view text)
{
    std::size_t pos = 0;
    const char32_t first = unicode::next(text, pos);
    if (isWordy(first) || text.find('\n') != text.npos)
        return true;
    const bool skippable = !(first < 128 && (isDigit(char(first)) || first == '.' || first == ':' || first == '-'));
    return skippable && pos < text.size() && isWordy(unicode::next(text, pos));
}

// Ruby's ^ and $ match at every line, so `y⏎no` is false; the names are at most five characters long.
Value resolveWord(std::string_view text)
{
    if (unicode::length(text) > 5)
        return text;
    const std::string name = lower(text);
    Value answer = text;
    int rank = 4;
    for (std::size_t start = 0; start <= name.size();) {
        const std::size_t end = std::min(name.find('\n', start), name.size());
        const std::string_view line = std::string_view(name).substr(start, end - start);
        const char first = line.empty() ? '\n' : line.front();
        if (start < name.size() && std::string_view("ytonf~").find(first) == std::string_view::npos)
            return text;
        const auto take = [&](int order, const Value& value) {
            if (order < rank) {
                rank = order;
                answer = value;
            }
        };
        if (line == "null" || text == "~")
            take(1, nullptr);
        if (line == "yes" || line == "true" || line == "on")
            take(2, true);
        if (line == "no" || line == "false" || line == "off")
            take(3, false);
        start = end + 1;
    }
    return answer;
}

std::string without(std::string_view text, std::string_view dropped)
{
    std::string out;
    std::copy_if(text.begin(), text.end(), std::back_inserter(out),
                 [&](char c) { return dropped.find(c) == dropped.npos; });
    return out;
}

std::size_t skipSign(std::string_view text)
{
    return !text.empty() && (text[0] == '+' || text[0] == '-') ? 1 : 0;
}

std::size_t skipAny(std::string_view text, std::size_t pos, std::string_view set)
{
    return std::min(text.find_first_not_of(set, pos), text.size());
}

constexpr std::string_view digits = "0123456789";
constexpr std::string_view digitsLow = "0123456789_";

// [-+]?[0-9][0-9_]*(:[0-5]?[0-9]){1,2} and the end of that match; 0 when there is none.
std::size_t sexagesimalEnd(std::string_view text)
{
    std::size_t pos = skipSign(text);
    if (pos >= text.size() || !isDigit(text[pos]))
        return 0;
    pos = skipAny(text, pos, digitsLow);
    int parts = 0;
    while (parts < 2 && pos + 1 < text.size() && text[pos] == ':' && isDigit(text[pos + 1])) {
        const bool two = text[pos + 1] <= '5' && pos + 2 < text.size() && isDigit(text[pos + 2]);
        pos += two ? 3 : 2;
        ++parts;
    }
    return parts ? pos : 0;
}

// String#to_i and #to_f: single underscores between digits are skipped, the first thing else ends the number.
std::string numberPrefix(std::string_view text, bool withPoint)
{
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        const bool between = i > 0 && isDigit(text[i - 1]) && i + 1 < text.size() && isDigit(text[i + 1]);
        if (isDigit(c) || (i == 0 && c == '-') || (c == '.' && withPoint && between))
            out += c;
        else if (!(c == '_' && between) && !(i == 0 && c == '+'))
            break;
    }
    return out;
}

double toDouble(std::string_view text)
{
    double out = 0;
    const std::string_view number = text.starts_with('+') ? text.substr(1) : text;
    const auto read = std::from_chars(number.data(), number.data() + number.size(), out);
    if (read.ec != std::errc::result_out_of_range)
        return out;
    const double edge = text.find("e-") == text.npos ? HUGE_VAL : 0.0; // too large or too small for a double
    return text.starts_with('-') ? -edge : edge;
}

Value sexagesimal(std::string_view text, bool asFloat)
{
    double sum = 0;
    std::int64_t whole = 0;
    double factor = 3600; // e - 2: two parts count hours and minutes, three add seconds
    for (std::size_t start = 0; start <= text.size(); factor /= 60) {
        const std::size_t end = std::min(text.find(':', start), text.size());
        const std::string part = numberPrefix(text.substr(start, end - start), asFloat);
        sum += toDouble(part) * factor;
        std::int64_t number = 0;
        std::from_chars(part.data(), part.data() + part.size(), number);
        whole += static_cast<std::int64_t>(static_cast<std::uint64_t>(number) * static_cast<std::uint64_t>(factor));
        start = end + 1;
    }
    return asFloat ? Value(sum) : Value(whole);
}

// [-+]?([0-9][0-9_,]*)?\.[0-9]*([eE][-+][0-9]+)?
bool isFloat(std::string_view text)
{
    std::size_t pos = skipSign(text);
    if (pos < text.size() && isDigit(text[pos]))
        pos = skipAny(text, pos, "0123456789_,");
    if (pos >= text.size() || text[pos] != '.')
        return false;
    pos = skipAny(text, pos + 1, digits);
    if (pos == text.size())
        return true;
    if (pos + 2 >= text.size() || (text[pos] != 'e' && text[pos] != 'E') ||
        (text[pos + 1] != '+' && text[pos + 1] != '-'))
        return false;
    return skipAny(text, pos + 2, digits) == text.size();
}

Expected<Value> readFloat(std::string_view text)
{
    if (text == "." || text == "+." || text == "-.")
        return Value(text);
    std::string plain = lower(without(text, ",_"));
    const std::size_t sign = skipSign(plain);
    if (plain.find_first_of("0123456789", 0) > plain.find('e')) // ".e+3"
        return unexpected(Error{"\"" + std::string(text) +
                                    "\" looks like a number but is none; put it in quotes"
                                    " (invalid value for Float())",
                                {},
                                0});
    if (plain[sign] == '.')
        plain.insert(sign, "0");
    return Value(toDouble(plain));
}

struct IntegerShape {
    int base = 0; ///< 0: no integer
    std::string_view allowed;
};

IntegerShape integerShape(std::string_view text)
{
    if (text.starts_with("0b"))
        return {2, "01_,"};
    if (text.starts_with("0x"))
        return {16, "0123456789abcdefABCDEF_,"};
    if (text.starts_with('0') && text.size() > 1)
        return {8, "01234567_,"};
    return {10, "0123456789_,"};
}

bool isInteger(std::string_view body, const IntegerShape& shape)
{
    const std::size_t prefix = shape.base == 2 || shape.base == 16 ? 2 : shape.base == 8 ? 1 : 0;
    if (body.size() <= prefix || skipAny(body, prefix, shape.allowed) != body.size())
        return false;
    if (shape.base != 10)
        return true;
    if (!isDigit(body.front()))
        return false;
    for (std::size_t i = 1; i < body.size(); ++i) { // one , or _ at a time, each before a digit
        if (!isDigit(body[i]) && (i + 1 == body.size() || !isDigit(body[i + 1])))
            return false;
    }
    return true;
}

// Decimal digits of a number in `base` that does not fit 64 bits.
std::string bigDecimal(std::string_view digitsOfBase, int base)
{
    std::string out = "0"; // least significant digit first
    for (const char c : digitsOfBase) {
        int carry = isDigit(c) ? c - '0' : (c | 32) - 'a' + 10;
        for (char& digit : out) {
            carry += (digit - '0') * base;
            digit = static_cast<char>('0' + carry % 10);
            carry /= 10;
        }
        for (; carry; carry /= 10)
            out += static_cast<char>('0' + carry % 10);
    }
    std::reverse(out.begin(), out.end());
    return out;
}

Expected<Value> readInteger(std::string_view text, const IntegerShape& shape)
{
    const bool negative = text.starts_with('-');
    const std::string body = without(text.substr(skipSign(text)), ",_");
    const std::size_t prefix = shape.base == 2 || shape.base == 16 ? 2 : 0;
    const std::string number = body.substr(prefix);
    if (number.empty())
        return unexpected(Error{"\"" + std::string(text) +
                                    "\" looks like a number but is none; put it in quotes"
                                    " (invalid value for Integer())",
                                {},
                                0});
    std::int64_t value = 0;
    const std::string signedNumber = (negative ? "-" : "") + number;
    const auto read =
        std::from_chars(signedNumber.data(), signedNumber.data() + signedNumber.size(), value, shape.base);
    if (read.ec == std::errc())
        return Value(value);
    if (number.size() > limits::yamlDigits)
        return Value(text);
    return Value((negative ? "-" : "") + bigDecimal(number, shape.base));
}

Expected<Value> resolveNumber(std::string_view text)
{
    if (const std::size_t end = sexagesimalEnd(text); end > 0) {
        if (end == text.size())
            return sexagesimal(text, false);
        if (text[end] == '.' && skipAny(text, end + 1, digitsLow) == text.size())
            return sexagesimal(text, true);
    }
    if (isFloat(text))
        return readFloat(text);
    const std::string_view body = text.substr(skipSign(text));
    const IntegerShape shape = integerShape(body);
    return isInteger(body, shape) ? readInteger(text, shape) : Value(text);
}

std::optional<double> namedFloat(std::string_view text)
{
    const std::string name = lower(text);
    if (name == ".inf" || name == "+.inf")
        return std::numeric_limits<double>::infinity();
    if (name == "-.inf")
        return -std::numeric_limits<double>::infinity();
    if (name == ".nan")
        return std::numeric_limits<double>::quiet_NaN();
    return std::nullopt;
}
} // namespace

Expected<Value> resolveScalar(std::string_view text, std::string_view timeZone)
{
    if (text.empty())
        return Value();
    if (looksLikeWords(text))
        return resolveWord(text);
    if (looksLikeTime(text)) {
        if (text.find_first_of(" tT") == text.npos)
            return unexpected(
                Error{"Write a space between the date and the time (undefined method `match' for nil)", {}, 0});
        const std::optional<DateTime> time = parseTime(text, timeZone);
        return time ? Value(*time) : Value(text);
    }
    if (const std::optional<DateTime> date = parseDate(text))
        return Value(*date);
    if (const std::optional<double> number = namedFloat(text))
        return Value(*number);
    if (text.size() > 1 && text.front() == ':')
        return unexpected(Error{"\"" + std::string(text) +
                                    "\" begins with a colon, which Ruby takes for a symbol, and Jekyll"
                                    " refuses those; put it in quotes (Tried to load unspecified class: Symbol)",
                                {},
                                0});
    return resolveNumber(text);
}

} // namespace galley::yaml
