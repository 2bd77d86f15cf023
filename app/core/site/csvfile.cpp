// SPDX-License-Identifier: MIT
#include "site/csvfile.h"

#include <string>

namespace galley::site
{

namespace
{
class Reader
{
public:
    Reader(std::string_view text, char separator) : m_text(text), m_separator(separator) {}

    bool atEnd() const { return m_pos >= m_text.size(); }
    int line() const { return m_line; }
    const std::string& fault() const { return m_fault; }

    /// One row; an empty line is an empty row.
    Array row()
    {
        Array fields;
        if (takeLineEnd())
            return fields;
        while (m_fault.empty()) {
            fields.push_back(field());
            if (!atEnd() && m_text[m_pos] == m_separator) {
                ++m_pos;
                continue;
            }
            if (!atEnd() && !takeLineEnd() && m_fault.empty())
                m_fault = "Any value after quoted field isn't allowed";
            break;
        }
        return fields;
    }

private:
    bool takeLineEnd()
    {
        if (atEnd() || (m_text[m_pos] != '\n' && m_text[m_pos] != '\r'))
            return false;
        const bool pair = m_text.substr(m_pos, 2) == "\r\n";
        m_pos += pair ? 2 : 1;
        ++m_line;
        return true;
    }

    Value field()
    {
        if (!atEnd() && m_text[m_pos] == '"')
            return quoted();
        const std::size_t start = m_pos;
        while (!atEnd() && m_text[m_pos] != m_separator && m_text[m_pos] != '\n' && m_text[m_pos] != '\r') {
            if (m_text[m_pos++] == '"')
                m_fault = "Illegal quoting";
        }
        return m_pos == start ? Value() : Value(m_text.substr(start, m_pos - start));
    }

    Value quoted()
    {
        std::string text;
        for (++m_pos; !atEnd(); ++m_pos) {
            if (m_text[m_pos] == '"' && m_text.substr(m_pos, 2) != "\"\"") {
                ++m_pos;
                return text;
            }
            m_pos += m_text[m_pos] == '"' ? 1 : 0;
            m_line += m_text[m_pos] == '\n' ? 1 : 0;
            text += m_text[m_pos];
        }
        m_fault = "Unclosed quoted field";
        return {};
    }

    std::string_view m_text;
    char m_separator;
    std::size_t m_pos = 0;
    int m_line = 1;
    std::string m_fault;
};

Value named(const Array& names, const Array& fields)
{
    Hash row;
    for (std::size_t i = 0; i < std::max(names.size(), fields.size()); ++i) {
        const Value name = i < names.size() ? names[i] : Value();
        if (!row.find(name)) // of two columns with one name the first counts (CSV::Row#to_hash)
            row.set(name, i < fields.size() ? fields[i] : Value());
    }
    return row;
}
} // namespace

Expected<Value> readCsv(std::string_view text, char separator, bool headers)
{
    Reader reader(text, separator);
    Array rows;
    Array names;
    bool named_ = !headers;
    while (!reader.atEnd()) {
        const int line = reader.line();
        Array fields = reader.row();
        if (!reader.fault().empty())
            return unexpected(Error{reader.fault() + " in line " + std::to_string(line), {}, line});
        if (!named_) {
            names = std::move(fields);
            named_ = true;
        } else if (headers && fields.empty()) {
            continue;
        } else {
            rows.push_back(headers ? named(names, fields) : Value(std::move(fields)));
        }
    }
    return Value(std::move(rows));
}

} // namespace galley::site
