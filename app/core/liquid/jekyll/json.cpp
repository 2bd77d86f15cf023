// SPDX-License-Identifier: MIT
#include "liquid/jekyll/json.h"

#include "base/limits.h"
#include "liquid/biginteger.h"
#include "liquid/context.h"
#include "liquid/rubytext.h"

#include <algorithm>
#include <array>
#include <utility>

namespace galley::liquid
{

namespace
{
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

/// Writes one value; the depth is that of JSON's own state.
class Writer
{
public:
    explicit Writer(Context& context) : m_context(context) {}

    void append(const Value& value, int depth)
    {
        if (value.isNil() || depth > limits::jsonDepth || m_out.size() > limits::outputBytes)
            m_out += "null";
        else if (value.isNumber() || value.isBool() || bigInteger(value))
            appendText(m_out, value);
        else if (value.isArray())
            appendArray(value.array(), depth);
        else if (value.isHash())
            appendHash(value, depth);
        else if (value.isDrop())
            appendDrop(value, depth, depth >= collapsedDepth);
        else
            appendString(m_out, toText(value));
    }

    std::string take() { return std::move(m_out); }

private:
    /// Documents link to the next and previous one: of those below this depth they leave out what would go on for ever
    /// (DocumentDrop#hash_for_json).
    static constexpr int collapsedDepth = 2;

    void appendKey(std::string_view key, bool first)
    {
        m_out += first ? "" : ",";
        appendString(m_out, key);
        m_out += ':';
    }

    /// Content is not the same to all who look.
    Value member(const Value& object, std::string_view key, const Value& own)
    {
        std::optional<Value> shown = key == "content" ? m_context.contentOf(object) : std::nullopt;
        return shown ? *std::move(shown) : own;
    }

    void appendDrop(const Value& value, int depth, bool collapsing)
    {
        const std::vector<std::string> keys = value.drop().keys();
        if (keys.empty())
            return appendString(m_out, value.drop().toString());
        m_out += '{';
        for (std::size_t i = 0; i < keys.size(); ++i) {
            appendKey(keys[i], i == 0);
            const Value next = member(value, keys[i], value.drop().get(keys[i]));
            if (collapsing && next.isDrop() && (keys[i] == "next" || keys[i] == "previous"))
                appendCollapsed(next.drop(), depth + 1);
            else
                append(next, depth + 1);
        }
        m_out += '}';
    }

    void appendCollapsed(const Drop& document, int depth)
    {
        static constexpr std::array<std::string_view, 5> left{"content", "output", "excerpt", "next", "previous"};
        m_out += '{';
        bool first = true;
        for (const std::string& key : document.keys()) {
            if (std::find(left.begin(), left.end(), key) != left.end())
                continue;
            appendKey(key, std::exchange(first, false));
            append(document.get(key), depth + 1);
        }
        m_out += '}';
    }

    void appendHash(const Value& value, int depth)
    {
        m_out += '{';
        bool first = true;
        for (const Hash::Entry& entry : value.hash()) {
            const std::string key = toText(entry.first);
            appendKey(key, std::exchange(first, false));
            append(member(value, key, entry.second), depth + 1);
        }
        m_out += '}';
    }

    void appendArray(const Array& array, int depth)
    {
        m_out += '[';
        for (std::size_t i = 0; i < array.size(); ++i) {
            m_out += i > 0 ? "," : "";
            append(array[i], depth + 1);
        }
        m_out += ']';
    }

    Context& m_context;
    std::string m_out;
};
} // namespace

std::string toJson(const Value& value, Context& context)
{
    Writer writer(context);
    writer.append(value, 0);
    return writer.take();
}

} // namespace galley::liquid
