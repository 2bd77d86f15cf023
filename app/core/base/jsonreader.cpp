// SPDX-License-Identifier: MIT
#include "base/jsonreader.h"

#include "base/limits.h"
#include "base/unicode.h"

#include <algorithm>
#include <charconv>

namespace galley
{

namespace
{
class JsonReader
{
public:
    explicit JsonReader(std::string_view text) : m_text(text) {}

    Expected<Value> read()
    {
        Value value = readValue(0);
        skipBlanks();
        if (m_message.empty() && m_pos < m_text.size())
            fail("unexpected text after the value");
        if (m_message.empty())
            return value;
        Error error;
        error.message = m_message;
        error.line =
            1 + static_cast<int>(std::count(m_text.begin(), m_text.begin() + static_cast<std::ptrdiff_t>(m_pos), '\n'));
        return unexpected(std::move(error));
    }

private:
    Value fail(std::string message)
    {
        if (m_message.empty())
            m_message = "JSON: " + std::move(message);
        return {};
    }

    void skipBlanks()
    {
        while (m_pos < m_text.size() && std::string_view(" \t\r\n").find(m_text[m_pos]) != std::string_view::npos)
            ++m_pos;
    }

    bool accept(std::string_view word)
    {
        if (m_text.substr(m_pos, word.size()) != word)
            return false;
        m_pos += word.size();
        return true;
    }

    Value readValue(int depth)
    {
        skipBlanks();
        if (depth > limits::jsonDepth)
            return fail("nested too deeply");
        if (accept("{"))
            return readObject(depth);
        if (accept("["))
            return readArray(depth);
        if (accept("\""))
            return readString();
        if (accept("true"))
            return true;
        if (accept("false"))
            return false;
        return accept("null") ? Value() : readNumber();
    }

    Value readArray(int depth)
    {
        Array out;
        skipBlanks();
        if (accept("]"))
            return out;
        while (m_message.empty()) {
            out.push_back(readValue(depth + 1));
            skipBlanks();
            if (accept("]"))
                return out;
            if (!accept(","))
                return fail("',' or ']' expected");
        }
        return {};
    }

    Value readObject(int depth)
    {
        Hash out;
        skipBlanks();
        if (accept("}"))
            return out;
        while (m_message.empty()) {
            skipBlanks();
            if (!accept("\""))
                return fail("a name in quotes expected");
            Value key = readString();
            skipBlanks();
            if (!accept(":"))
                return fail("':' expected");
            out.set(std::move(key), readValue(depth + 1));
            skipBlanks();
            if (accept("}"))
                return out;
            if (!accept(","))
                return fail("',' or '}' expected");
        }
        return {};
    }

    char32_t readHex()
    {
        unsigned code = 0;
        const char* first = m_text.data() + m_pos;
        const std::size_t left = std::min<std::size_t>(4, m_text.size() - m_pos);
        if (std::from_chars(first, first + left, code, 16).ptr != first + 4)
            fail("four digits expected after \\u");
        m_pos += left;
        return code;
    }

    void readEscape(std::string& out)
    {
        constexpr std::string_view letters = "bfnrt", meanings = "\b\f\n\r\t";
        const char c = m_pos < m_text.size() ? m_text[m_pos++] : '\0';
        const std::size_t found = letters.find(c);
        if (found != std::string_view::npos) {
            out += meanings[found];
        } else if (c != 'u') {
            out += c;
        } else {
            char32_t code = readHex();
            if (code >= 0xD800 && code < 0xDC00 && accept("\\u"))
                code = 0x10000 + ((code - 0xD800) << 10) + (readHex() & 0x3FF);
            unicode::append(out, code);
        }
    }

    Value readString()
    {
        std::string out;
        while (m_pos < m_text.size() && m_message.empty()) {
            const char c = m_text[m_pos++];
            if (c == '"')
                return out;
            if (c == '\\')
                readEscape(out);
            else
                out += c;
        }
        return fail("a text without end");
    }

    Value readNumber()
    {
        const std::size_t end = std::min(m_text.find_first_not_of("+-.eE0123456789", m_pos), m_text.size());
        const char* first = m_text.data() + m_pos;
        const char* last = m_text.data() + end;
        std::int64_t whole = 0;
        double number = 0;
        const auto asWhole = std::from_chars(first, last, whole);
        const auto asNumber = std::from_chars(first, last, number);
        if (first == last || asNumber.ptr != last)
            return fail("a value expected");
        m_pos = end;
        return asWhole.ec == std::errc() && asWhole.ptr == last ? Value(whole) : Value(number);
    }

    std::string_view m_text;
    std::size_t m_pos = 0;
    std::string m_message;
};
} // namespace

Expected<Value> readJson(std::string_view text)
{
    return JsonReader(text).read();
}

} // namespace galley
