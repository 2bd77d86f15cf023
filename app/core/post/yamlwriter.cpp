// SPDX-License-Identifier: MIT
#include "post/yamlwriter.h"

#include "base/unicode.h"
#include "post/yamlchars.h"
#include "post/yamlscalar.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <cstdio>

namespace galley::yaml
{
namespace
{
bool isPlainCharacter(char32_t c, bool flow)
{
    constexpr std::string_view harmless = " _-./()!?+,'&=*~%@$^;|";
    if (c >= 128)
        return unicode::isAlnum(c) || unicode::isPunctuation(c);
    if (flow && c == ',')
        return false;
    return unicode::isAlnum(c) || harmless.find(static_cast<char>(c)) != harmless.npos;
}

// Words some YAML reader takes for something else (YAML 1.1's y and n, which Ruby keeps).
bool isReserved(std::string_view text)
{
    constexpr std::array words{"y", "n", "yes", "no", "on", "off", "true", "false", "null", "~"};
    const std::string name = unicode::toLower(text);
    return std::find(words.begin(), words.end(), name) != words.end();
}

bool meansItself(std::string_view text)
{
    const Expected<Value> value = resolveScalar(text);
    return value && value->isString() && value->string() == text;
}

bool hasControl(std::string_view text, std::string_view allowed)
{
    for (std::size_t pos = 0; pos < text.size();) {
        const char32_t c = unicode::next(text, pos);
        const bool control = c < 0x20 || (c >= 0x7F && c < 0xA0) || c == 0x2028 || c == 0x2029 || c == 0xFEFF ||
                             c == 0xFFFE || c == 0xFFFF;
        if (control && !(c < 128 && allowed.find(static_cast<char>(c)) != allowed.npos))
            return true;
    }
    return false;
}

std::string escapeOf(char32_t c)
{
    switch (c) {
    case '\n': return "\\n";
    case '\t': return "\\t";
    case '\r': return "\\r";
    case '"': return "\\\"";
    case '\\': return "\\\\";
    default: break;
    }
    std::array<char, 12> out{};
    std::snprintf(out.data(), out.size(), c > 0xFF ? "\\u%04X" : "\\x%02X", static_cast<unsigned>(c));
    return out.data();
}

std::string doubleQuoted(std::string_view text)
{
    std::string out = "\"";
    for (std::size_t pos = 0; pos < text.size();) {
        const std::size_t start = pos;
        const char32_t c = unicode::next(text, pos);
        const std::string_view bytes = text.substr(start, pos - start);
        out += c == '"' || c == '\\' || hasControl(bytes, {}) ? escapeOf(c) : std::string(bytes);
    }
    return out + '"';
}

std::optional<std::string> singleQuoted(std::string_view text)
{
    if (hasControl(text, "\t"))
        return std::nullopt;
    std::string out = "'";
    for (const char c : text)
        out += c == '\'' ? std::string("''") : std::string(1, c);
    return out + "'";
}

std::string chomping(std::string_view text)
{
    if (!text.ends_with('\n'))
        return "-";
    return text.ends_with("\n\n") ? "+" : "";
}

// Lines of a block scalar; a folded one has an empty line more at each break between texts.
std::optional<std::string> blockScalar(std::string_view text, bool folded, const Place& place)
{
    const bool edges = text.empty() || text.front() == ' ' || text.front() == '\t' || text.front() == '\n';
    if (place.flow || place.key || place.indent == 0 || edges || hasControl(text, "\n\t"))
        return std::nullopt;
    if (folded && (text.find("\n ") != text.npos || text.find("\n\t") != text.npos || text.find("\n\n") != text.npos))
        return std::nullopt; // more indented and empty lines fold by other rules
    std::string out = (folded ? ">" : "|") + chomping(text);
    const std::string_view body = text.ends_with('\n') ? text.substr(0, text.size() - 1) : text;
    for (std::size_t start = 0; start <= body.size();) {
        const std::size_t end = std::min(body.find('\n', start), body.size());
        out += place.lineBreak;
        if (folded && start > 0)
            out += place.lineBreak;
        if (end > start)
            out += std::string(place.indent, ' ') + std::string(body.substr(start, end - start));
        start = end + 1;
    }
    return out;
}

std::string writeFloat(double number)
{
    if (std::isnan(number))
        return ".nan";
    if (std::isinf(number))
        return number > 0 ? ".inf" : "-.inf";
    std::array<char, 32> buffer{};
    const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), number).ptr;
    std::string out(buffer.data(), end);
    const std::size_t exponent = out.find('e');
    if (out.find('.') == out.npos)
        out.insert(std::min(exponent, out.size()), ".0");
    return out;
}

std::string writeTime(const DateTime& time)
{
    const std::int64_t told = time.seconds + (time.isDate ? 0 : time.offset);
    std::int64_t days = told / 86400 - (told % 86400 < 0);
    const int clock = static_cast<int>(told - days * 86400);
    days += 719468; // Howard Hinnant's civil_from_days: from 0000-03-01
    const std::int64_t era = (days >= 0 ? days : days - 146096) / 146097;
    const int dayOfEra = static_cast<int>(days - era * 146097);
    const int yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36524 - dayOfEra / 146096) / 365;
    const int dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100);
    const int shifted = (5 * dayOfYear + 2) / 153;
    const int month = shifted < 10 ? shifted + 3 : shifted - 9;
    const int year = static_cast<int>(yearOfEra + era * 400) + (month <= 2);
    std::array<char, 64> out{};
    const int length =
        std::snprintf(out.data(), out.size(), "%04d-%02d-%02d", year, month, dayOfYear - (153 * shifted + 2) / 5 + 1);
    if (time.isDate)
        return out.data();
    const int minutes = std::abs(time.offset) / 60;
    std::array<char, 64> rest{};
    std::snprintf(rest.data(), rest.size(), " %02d:%02d:%02d %c%02d%02d", clock / 3600, clock / 60 % 60, clock % 60,
                  time.offset < 0 ? '-' : '+', minutes / 60, minutes % 60);
    return std::string(out.data(), static_cast<std::size_t>(length)) + rest.data();
}

Place inside(const Place& place)
{
    Place out = place;
    out.flow = true;
    return out;
}

std::string writeArray(const Array& array, const Place& place)
{
    std::string out = "[";
    for (const Value& item : array)
        out += (out.size() > 1 ? ", " : "") + writeValue(item, inside(place));
    return out + "]";
}

std::string writeHash(const Hash& hash, const Place& place)
{
    std::string out = "{";
    for (const Hash::Entry& entry : hash) {
        Place key = inside(place);
        key.key = true;
        out += (out.size() > 1 ? ", " : "") + writeValue(entry.first, key) + ": " +
               writeValue(entry.second, inside(place));
    }
    return out + "}";
}
} // namespace

bool isSafelyPlain(std::string_view text, const Place& place)
{
    if (text.empty() || text.back() == ' ' || isReserved(text) || text.find("  ") != text.npos || !meansItself(text))
        return false;
    std::size_t pos = 0;
    const char32_t first = unicode::next(text, pos);
    if (!unicode::isAlnum(first) && !(first == '/' || first == '_'))
        return false;
    for (pos = 0; pos < text.size();) {
        if (!isPlainCharacter(unicode::next(text, pos), place.flow))
            return false;
    }
    return true;
}

std::optional<std::string> quoted(std::string_view text, Quoting quoting, const Place& place)
{
    switch (quoting) {
    case Quoting::Plain: return isSafelyPlain(text, place) ? std::optional<std::string>(text) : std::nullopt;
    case Quoting::Single: return singleQuoted(text);
    case Quoting::Double: return doubleQuoted(text);
    case Quoting::Literal: return blockScalar(text, false, place);
    case Quoting::Folded: return blockScalar(text, true, place);
    }
    return std::nullopt;
}

std::string writeString(std::string_view text, const Place& place)
{
    const bool hasLines = text.find('\n') != text.npos;
    if (isSafelyPlain(text, place))
        return std::string(text);
    if (const std::optional<std::string> block = hasLines ? blockScalar(text, false, place) : std::nullopt)
        return *block;
    if (text.find_first_of("\"\\") != text.npos) {
        if (const std::optional<std::string> single = singleQuoted(text))
            return *single;
    }
    return doubleQuoted(text);
}

std::string writeValue(const Value& value, const Place& place)
{
    if (value.isNil())
        return place.flow || place.key ? "null" : "";
    if (value.isBool())
        return value.boolean() ? "true" : "false";
    if (value.isInteger())
        return std::to_string(value.integer());
    if (value.isFloat())
        return writeFloat(value.floating());
    if (value.isDateTime())
        return writeTime(value.dateTime());
    if (value.isArray())
        return writeArray(value.array(), place);
    if (value.isHash())
        return writeHash(value.hash(), place);
    return value.isString() ? writeString(value.string(), place) : std::string();
}

} // namespace galley::yaml
