// SPDX-License-Identifier: MIT
#include "keep/journalformat.h"

#include "base/limits.h"
#include "keep/crc32.h"

#include <optional>

namespace galley
{

namespace
{
constexpr std::string_view magic = "galley-journal 1\n";

void putNumber(std::string& out, std::uint64_t value, int bytes = 8)
{
    for (int i = 0; i < bytes; ++i)
        out += static_cast<char>(value >> (8 * i) & 0xFF);
}

void putString(std::string& out, std::string_view value)
{
    putNumber(out, value.size());
    out.append(value);
}

/// Takes fields off the front of a body; once something is missing everything after it is.
class Fields
{
public:
    explicit Fields(std::string_view bytes) : m_rest(bytes) {}

    std::uint64_t number(int bytes = 8)
    {
        const std::string_view raw = take(static_cast<std::size_t>(bytes));
        std::uint64_t value = 0;
        for (std::size_t i = 0; i < raw.size(); ++i)
            value |= static_cast<std::uint64_t>(static_cast<unsigned char>(raw[i])) << (8 * i);
        return value;
    }

    std::string_view string() { return take(number()); }

    std::string_view take(std::uint64_t size)
    {
        if (size > m_rest.size()) {
            m_good = false;
            m_rest = {};
            return {};
        }
        const std::string_view taken = m_rest.substr(0, size);
        m_rest.remove_prefix(size);
        return taken;
    }

    bool complete() const { return m_good && m_rest.empty(); }
    bool good() const { return m_good; }
    std::size_t left() const { return m_rest.size(); }

private:
    std::string_view m_rest;
    bool m_good = true;
};

std::string headerBody(const JournalHeader& header)
{
    std::string body = "H";
    putString(body, header.path);
    putNumber(body, (header.form.bom ? 1u : 0u) | (header.form.crlf ? 2u : 0u), 1);
    putNumber(body, header.base.exists, 1);
    putNumber(body, header.base.size);
    putNumber(body, static_cast<std::uint64_t>(header.base.modified));
    putNumber(body, header.base.inode);
    putString(body, header.base.hash);
    return body;
}

std::optional<JournalHeader> readHeader(std::string_view body)
{
    Fields fields(body);
    if (fields.take(1) != "H")
        return std::nullopt;
    JournalHeader header;
    header.path = fields.string();
    const std::uint64_t form = fields.number(1);
    header.form = {(form & 1) != 0, (form & 2) != 0};
    header.base.exists = fields.number(1) != 0;
    header.base.size = fields.number();
    header.base.modified = static_cast<std::int64_t>(fields.number());
    header.base.inode = fields.number();
    header.base.hash = fields.string();
    if (!fields.complete())
        return std::nullopt;
    return header;
}

/// The path of an S record; empty for another one.
std::string savingPath(std::string_view body)
{
    Fields fields(body);
    if (fields.take(1) != "S")
        return {};
    const std::string_view path = fields.string();
    return fields.complete() ? std::string(path) : std::string();
}

/// Applies an E record; false when it does not fit the text.
bool applyEdit(std::string& text, std::string_view body)
{
    Fields fields(body);
    if (fields.take(1) != "E")
        return false;
    const std::uint64_t offset = fields.number();
    const std::uint64_t removed = fields.number();
    const std::uint64_t sizeAfterwards = fields.number();
    const std::string_view inserted = fields.string();
    if (!fields.complete() || offset > text.size() || removed > text.size() - offset)
        return false;
    if (text.size() - removed + inserted.size() != sizeAfterwards || sizeAfterwards > limits::fileBytes)
        return false;
    text.replace(offset, removed, inserted);
    return true;
}

/// Goes through the records, checking each checksum.
class Records
{
public:
    explicit Records(std::string_view bytes) : m_fields(bytes), m_size(bytes.size()) {}

    std::optional<std::string_view> next()
    {
        const std::string_view body = m_fields.take(m_fields.number(4));
        const auto checksum = static_cast<std::uint32_t>(m_fields.number(4));
        if (!m_fields.good() || crc32(body, m_checksum) != checksum)
            return std::nullopt;
        m_checksum = checksum;
        m_goodBytes = m_size - m_fields.left();
        return body;
    }

    std::size_t goodBytes() const { return m_goodBytes; }

private:
    Fields m_fields;
    std::size_t m_size;
    std::size_t m_goodBytes = 0;
    std::uint32_t m_checksum = 0;
};
} // namespace

std::string JournalEncoder::record(std::string_view body)
{
    m_checksum = crc32(body, m_checksum);
    std::string out;
    out.reserve(body.size() + 8);
    putNumber(out, body.size(), 4);
    out.append(body);
    putNumber(out, m_checksum, 4);
    return out;
}

std::string JournalEncoder::begin(const JournalHeader& header, std::string_view text)
{
    m_checksum = 0;
    std::string body = "T";
    putString(body, text);
    // One after the other: the checksum chains.
    std::string out(magic);
    out += record(headerBody(header));
    out += record(body);
    return out;
}

std::string JournalEncoder::edit(const TextEdit& edit, std::size_t sizeAfterwards)
{
    std::string body = "E";
    putNumber(body, edit.offset);
    putNumber(body, edit.length);
    putNumber(body, sizeAfterwards);
    putString(body, edit.text);
    return record(body);
}

std::string JournalEncoder::saving(std::string_view path)
{
    std::string body = "S";
    putString(body, path);
    return record(body);
}

Expected<JournalContents> readJournal(std::string_view bytes)
{
    if (!bytes.starts_with(magic))
        return unexpected(Error{"it is no journal of this version", {}, 0});
    Records records(bytes.substr(magic.size()));
    const auto headerBody = records.next();
    const auto header = headerBody ? readHeader(*headerBody) : std::nullopt;
    const auto textBody = header ? records.next() : std::nullopt;
    if (!textBody)
        return unexpected(Error{"the beginning of the journal is broken", {}, 0});
    Fields base(*textBody);
    const bool isText = base.take(1) == "T";
    JournalContents contents;
    contents.header = *header;
    contents.baseText = base.string();
    if (!isText || !base.complete())
        return unexpected(Error{"the beginning of the journal is broken", {}, 0});
    contents.text = contents.baseText;
    contents.goodBytes = magic.size() + records.goodBytes();
    while (contents.goodBytes < bytes.size()) {
        const auto body = records.next();
        if (!body)
            break;
        contents.savingPath = savingPath(*body);
        if (contents.savingPath.empty() && !applyEdit(contents.text, *body))
            break;
        contents.edits += contents.savingPath.empty() ? 1 : 0;
        contents.goodBytes = magic.size() + records.goodBytes();
    }
    contents.damaged = contents.goodBytes < bytes.size();
    return contents;
}

} // namespace galley
