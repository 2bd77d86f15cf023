// SPDX-License-Identifier: MIT
#include "liquid/jekyll/json.h"

#include "base/limits.h"
#include "liquid/biginteger.h"
#include "liquid/rubytext.h"

namespace galley::liquid
{

namespace
{
/// Documents link to the next and previous one: followed further, one page would print the whole site.
constexpr int deepestDrop = 3;

void appendString(std::string& out, std::string_view text)
{
    constexpr std::string_view hex = "0123456789abcdef";
    constexpr std::string_view named = "\b\f\n\r\t\"\\", letters = "bfnrt\"\\";
    out += '"';
    for (const char c : text) {
        const std::size_t found = named.find(c);
        if (found != std::string_view::npos) {
            out += '\\';
            out += letters[found];
        } else if (static_cast<unsigned char>(c) < 0x20) {
            out += "\\u00";
            out += hex[static_cast<unsigned char>(c) >> 4];
            out += hex[static_cast<unsigned char>(c) & 15];
        } else {
            out += c;
        }
    }
    out += '"';
}

void append(std::string& out, const Value& value, int depth, int drops);

void appendDrop(std::string& out, const Drop& drop, int depth, int drops)
{
    const auto keys = drop.keys();
    if (keys.empty())
        return appendString(out, drop.toString());
    out += '{';
    for (std::size_t i = 0; i < keys.size(); ++i) {
        out += i > 0 ? "," : "";
        appendString(out, keys[i]);
        out += ':';
        append(out, drop.get(keys[i]), depth + 1, drops + 1);
    }
    out += '}';
}

void appendHash(std::string& out, const Hash& hash, int depth, int drops)
{
    out += '{';
    bool first = true;
    for (const Hash::Entry& entry : hash) {
        out += first ? "" : ",";
        first = false;
        appendString(out, toText(entry.first));
        out += ':';
        append(out, entry.second, depth + 1, drops);
    }
    out += '}';
}

void appendArray(std::string& out, const Array& array, int depth, int drops)
{
    out += '[';
    for (std::size_t i = 0; i < array.size(); ++i) {
        out += i > 0 ? "," : "";
        append(out, array[i], depth + 1, drops);
    }
    out += ']';
}

void append(std::string& out, const Value& value, int depth, int drops)
{
    if (value.isNil() || depth > limits::jsonDepth || (value.isDrop() && drops >= deepestDrop))
        out += "null";
    else if (value.isNumber() || value.isBool() || bigInteger(value))
        appendText(out, value);
    else if (value.isArray())
        appendArray(out, value.array(), depth, drops);
    else if (value.isHash())
        appendHash(out, value.hash(), depth, drops);
    else if (value.isDrop())
        appendDrop(out, value.drop(), depth, drops);
    else
        appendString(out, toText(value));
}
} // namespace

std::string toJson(const Value& value)
{
    std::string out;
    append(out, value, 0, 0);
    return out;
}

} // namespace galley::liquid
