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
    Writer(Context& context, bool pretty) : m_context(context), m_pretty(pretty) {}

    /// `objects`: whether lists in it hold documents and pages themselves, as in the members of a drop, and not what
    /// Liquid sees of them.
    void append(const Value& value, int depth, bool objects)
    {
        if (value.isNil() || depth > limits::jsonDepth || m_out.size() > limits::outputBytes)
            m_out += "null";
        else if (value.isNumber() || value.isBool() || bigInteger(value))
            appendText(m_out, value);
        else if (value.isArray())
            appendArray(value.array(), depth, objects);
        else if (value.isHash())
            appendHash(value, depth, objects);
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

    void startLine(int depth)
    {
        if (m_pretty)
            m_out.append("\n").append(static_cast<std::size_t>(depth) * 2, ' ');
    }

    /// Ruby's JSON puts a line into an empty list, too.
    void close(char bracket, int depth, bool empty, std::string_view inEmpty)
    {
        if (m_pretty && empty)
            m_out += inEmpty;
        startLine(depth);
        m_out += bracket;
    }

    void appendKey(std::string_view key, int depth, bool first)
    {
        m_out += first ? "" : ",";
        startLine(depth + 1);
        appendString(m_out, key);
        m_out += m_pretty ? ": " : ":";
    }

    /// Content is not the same to all who look.
    Value member(const Value& object, std::string_view key, const Value& own)
    {
        const bool differs = key == "content" || key == "output";
        std::optional<Value> shown = differs ? m_context.contentOf(object, key) : std::nullopt;
        return shown ? *std::move(shown) : own;
    }

    /// An entry of a list: a document or page itself has no JSON, so that its text is written.
    void appendItem(const Value& item, int depth, bool objects)
    {
        const auto* drop = item.isDrop() ? dynamic_cast<const ObjectDrop*>(&item.drop()) : nullptr;
        const bool mayBeText = objects && (item.isHash() || (drop && !drop->objectHasJson()));
        if (const auto text = mayBeText ? m_context.printed(item, true) : std::nullopt)
            appendString(m_out, *text);
        else
            append(item, depth, objects);
    }

    void appendDrop(const Value& value, int depth, bool collapsing)
    {
        const std::vector<std::string> keys = value.drop().keys();
        if (keys.empty())
            return appendString(m_out, value.drop().toString());
        m_out += '{';
        for (std::size_t i = 0; i < keys.size(); ++i) {
            appendKey(keys[i], depth, i == 0);
            const Value next = member(value, keys[i], value.drop().get(keys[i]));
            if (collapsing && next.isDrop() && (keys[i] == "next" || keys[i] == "previous"))
                appendCollapsed(next.drop(), depth + 1);
            else
                append(next, depth + 1, true);
        }
        close('}', depth, false, {});
    }

    void appendCollapsed(const Drop& document, int depth)
    {
        static constexpr std::array<std::string_view, 5> left{"content", "output", "excerpt", "next", "previous"};
        m_out += '{';
        bool first = true;
        for (const std::string& key : document.keys()) {
            if (std::find(left.begin(), left.end(), key) != left.end())
                continue;
            appendKey(key, depth, std::exchange(first, false));
            append(document.get(key), depth + 1, true);
        }
        close('}', depth, false, {});
    }

    void appendHash(const Value& value, int depth, bool objects)
    {
        m_out += '{';
        bool first = true;
        for (const Hash::Entry& entry : value.hash()) {
            const std::string key = toText(entry.first);
            appendKey(key, depth, std::exchange(first, false));
            appendItem(member(value, key, entry.second), depth + 1, objects);
        }
        close('}', depth, false, {});
    }

    void appendArray(const Array& array, int depth, bool objects)
    {
        m_out += '[';
        for (std::size_t i = 0; i < array.size(); ++i) {
            m_out += i > 0 ? "," : "";
            startLine(depth + 1);
            appendItem(array[i], depth + 1, objects);
        }
        close(']', depth, array.empty(), "\n");
    }

    Context& m_context;
    bool m_pretty;
    std::string m_out;
};

std::string written(const Value& value, Context& context, bool pretty)
{
    Writer writer(context, pretty);
    writer.append(value, 0, false);
    return writer.take();
}
} // namespace

std::string toJson(const Value& value, Context& context)
{
    return written(value, context, false);
}

std::string toPrettyJson(const Value& value, Context& context)
{
    return written(value, context, true);
}

} // namespace galley::liquid
