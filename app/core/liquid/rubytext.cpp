// SPDX-License-Identifier: MIT
#include "liquid/rubytext.h"

#include "base/unicode.h"
#include "liquid/biginteger.h"
#include "liquid/objectdrop.h"

#include <array>
#include <charconv>
#include <cmath>

namespace galley::liquid
{

namespace
{
constexpr int deepest = 200; ///< nesting written out; deeper values can only come from an attack

void appendInspected(std::string& out, const Value& value, int depth, ObjectTexts* texts);

void appendInteger(std::string& out, std::int64_t value)
{
    std::array<char, 24> digits;
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), value).ptr;
    out.append(digits.data(), end);
}

void appendEscaped(std::string& out, char32_t c)
{
    constexpr std::string_view named = "abtnvfr"; // 7 … 13
    constexpr std::string_view hex = "0123456789ABCDEF";
    if (c >= 7 && c <= 13) {
        out += '\\';
        out += named[c - 7];
    } else if (c == 27) {
        out += "\\e";
    } else if (c < 0x80) {
        out += "\\x";
        out += hex[c >> 4];
        out += hex[c & 15];
    } else {
        out += c > 0xFFFF ? "\\u{" : "\\u";
        for (int shift = c > 0xFFFFF ? 20 : c > 0xFFFF ? 16 : 12; shift >= 0; shift -= 4)
            out += hex[(c >> shift) & 15];
        out += c > 0xFFFF ? "}" : "";
    }
}

void appendInspectedString(std::string& out, std::string_view text)
{
    out += '"';
    for (std::size_t pos = 0; pos < text.size();) {
        const std::size_t start = pos;
        const char32_t c = unicode::next(text, pos);
        const char after = pos < text.size() ? text[pos] : '\0';
        if (c == '"' || c == '\\' || (c == '#' && (after == '{' || after == '$' || after == '@')))
            out += '\\';
        if (c < 32 || c == 127 || (c >= 0x80 && !unicode::isPrintable(c)))
            appendEscaped(out, c);
        else
            out += text.substr(start, pos - start);
    }
    out += '"';
}

void appendInspectedHash(std::string& out, const Hash& hash, int depth, ObjectTexts* texts)
{
    out += '{';
    bool first = true;
    for (const Hash::Entry& entry : hash) {
        out += first ? "" : ", ";
        first = false;
        appendInspected(out, entry.first, depth + 1, texts);
        out += "=>";
        appendInspected(out, entry.second, depth + 1, texts);
    }
    out += '}';
}

void appendInspectedArray(std::string& out, const Array& array, int depth, ObjectTexts* texts)
{
    out += '[';
    bool first = true;
    for (const Value& each : array) {
        out += first ? "" : ", ";
        first = false;
        appendInspected(out, each, depth + 1, texts);
    }
    out += ']';
}

std::string inspectedDate(const DateTime& date)
{
    const std::int64_t julianDay = date.seconds / 86400 - (date.seconds % 86400 < 0 ? 1 : 0) + 2440588;
    return "#<Date: " + toString(date) + " ((" + std::to_string(julianDay) + "j,0s,0n),+0s,2299161j)>";
}

std::string inspectedTime(const DateTime& time)
{
    if (time.isDate)
        return inspectedDate(time);
    std::string fraction = time.nanoseconds ? strftime(time, ".%N") : std::string();
    while (!fraction.empty() && fraction.back() == '0')
        fraction.pop_back();
    return strftime(time, "%Y-%m-%d %H:%M:%S") + fraction + (time.isUtc ? " UTC" : strftime(time, " %z"));
}

bool appendObject(std::string& out, const std::optional<std::string>& text)
{
    if (text)
        out += *text;
    return text.has_value();
}

void appendInspected(std::string& out, const Value& value, int depth, ObjectTexts* texts)
{
    const bool mayBeObject = depth > 0 && texts && (value.isDrop() || value.isHash());
    if (mayBeObject && appendObject(out, texts->inspected(value)))
        return;
    if (value.isNil())
        out += "nil";
    else if (value.isString())
        appendInspectedString(out, value.string());
    else if (value.isDateTime())
        out += inspectedTime(value.dateTime());
    else if (value.isArray() && depth < deepest)
        appendInspectedArray(out, value.array(), depth, texts);
    else if (value.isHash() && depth < deepest)
        appendInspectedHash(out, value.hash(), depth, texts);
    else if (!value.isArray() && !value.isHash())
        appendText(out, value, texts);
}
} // namespace

std::string toText(double number)
{
    if (std::isnan(number))
        return "NaN";
    if (std::isinf(number))
        return number < 0 ? "-Infinity" : "Infinity";
    std::array<char, 32> buffer;
    const auto end =
        std::to_chars(buffer.data(), buffer.data() + buffer.size(), number, std::chars_format::scientific).ptr;
    const std::string_view all(buffer.data(), static_cast<std::size_t>(end - buffer.data()));
    const bool negative = all.front() == '-';
    const std::size_t e = all.find('e');
    const std::string_view exponentText = all.substr(e + (all[e + 1] == '+' ? 2 : 1));
    int exponent = 0;
    std::from_chars(exponentText.data(), exponentText.data() + exponentText.size(), exponent);
    std::string digits(1, all[negative ? 1 : 0]);
    if (all[negative ? 2 : 1] == '.')
        digits += all.substr(negative ? 3 : 2, e - (negative ? 3 : 2));
    const std::string sign = negative ? "-" : "";
    const auto count = static_cast<int>(digits.size());
    if (exponent < -4 || (exponent >= 15 && exponent + 1 >= count)) { // Ruby's bounds of the plain form
        const std::string size = std::to_string(std::abs(exponent));
        return sign + digits.substr(0, 1) + "." + (count > 1 ? digits.substr(1) : "0") + "e" +
               (exponent < 0 ? "-" : "+") + (size.size() < 2 ? "0" : "") + size;
    }
    if (exponent < 0)
        return sign + "0." + std::string(static_cast<std::size_t>(-exponent - 1), '0') + digits;
    if (count <= exponent + 1)
        return sign + digits + std::string(static_cast<std::size_t>(exponent + 1 - count), '0') + ".0";
    const auto whole = static_cast<std::size_t>(exponent + 1);
    return sign + digits.substr(0, whole) + "." + digits.substr(whole);
}

void appendText(std::string& out, const Value& value, ObjectTexts* texts)
{
    if (value.isString())
        out += value.string();
    else if (value.isInteger())
        appendInteger(out, value.integer());
    else if (value.isFloat())
        out += toText(value.floating());
    else if (value.isBool())
        out += value.boolean() ? "true" : "false";
    else if (value.isDateTime())
        out += toString(value.dateTime());
    else if (value.isRange())
        out += std::to_string(value.range().first) + ".." + std::to_string(value.range().last);
    else if (value.isDrop() && !(texts && appendObject(out, texts->printed(value, false))))
        out += value.drop().toString();
    else if (value.isArray() || value.isHash())
        appendInspected(out, value, 0, texts);
}

std::string toText(const Value& value, ObjectTexts* texts)
{
    std::string out;
    appendText(out, value, texts);
    return out;
}

std::string_view textOf(const Value& value, std::string& buffer, ObjectTexts* texts)
{
    if (value.isString())
        return value.string();
    buffer.clear();
    appendText(buffer, value, texts);
    return buffer;
}

void appendOutput(std::string& out, const Value& value, ObjectTexts* texts)
{
    if (value.isArray())
        appendJoined(out, value.array(), {}, texts);
    else
        appendText(out, value, texts);
}

void appendJoined(std::string& out, const Array& array, std::string_view separator, ObjectTexts* texts, Items items)
{
    bool first = true;
    for (const Value& each : array) {
        if (!first)
            out += separator;
        first = false;
        const bool isObject = texts && items == Items::Objects && (each.isDrop() || each.isHash());
        if (each.isArray())
            appendJoined(out, each.array(), separator, texts, items);
        else if (!isObject || !appendObject(out, texts->printed(each, true)))
            appendText(out, each, texts);
    }
}

std::string inspect(const Value& value, ObjectTexts* texts)
{
    std::string out;
    appendInspected(out, value, 0, texts);
    return out;
}

std::string_view className(const Value& value)
{
    if (value.isNil())
        return "NilClass";
    if (value.isBool())
        return value.boolean() ? "TrueClass" : "FalseClass";
    if (value.isInteger())
        return "Integer";
    if (value.isFloat())
        return "Float";
    if (value.isString())
        return "String";
    if (value.isArray())
        return "Array";
    if (value.isHash())
        return "Hash";
    if (value.isDateTime())
        return value.dateTime().isDate ? "Date" : "Time";
    if (bigInteger(value))
        return "Integer";
    return value.isRange() ? "Range" : "Liquid::Drop";
}

} // namespace galley::liquid
