// SPDX-License-Identifier: MIT
#include "base/textcodec.h"

#include "base/limits.h"
#include "base/textcheck.h"
#include "base/unicode.h"

#include <algorithm>

namespace galley
{

namespace
{
constexpr std::string_view bomBytes = "\xEF\xBB\xBF";
constexpr char16_t escapeBase = 0xDC00;
constexpr std::string_view replacementBytes = "\xEF\xBF\xBD";

bool everyLineEndsWithCrLf(std::string_view bytes)
{
    std::size_t pos = bytes.find('\n');
    if (pos == std::string_view::npos)
        return false;
    for (; pos != std::string_view::npos; pos = bytes.find('\n', pos + 1)) {
        if (pos == 0 || bytes[pos - 1] != '\r')
            return false;
    }
    return true;
}

constexpr bool isEscape(char16_t unit)
{
    return unit >= escapeBase && unit <= escapeBase + 0xFF;
}
constexpr bool isHigh(char16_t unit)
{
    return unit >= 0xD800 && unit <= 0xDBFF;
}
constexpr bool isLow(char16_t unit)
{
    return unit >= 0xDC00 && unit <= 0xDFFF;
}

/// What QTextCursor::insertText would take for the end of a block, or drop.
constexpr bool documentRefuses(char32_t c)
{
    return c == 0 || c == '\r' || c == 0x2029 || c == 0xFDD0 || c == 0xFDD1;
}

/// Editor text as it grows, with long lines cut.
class EditorText
{
public:
    explicit EditorText(std::size_t bytes) { m_text.reserve(bytes + bytes / 2048 + 2); }

    void add(char32_t c)
    {
        if (c == '\n')
            return endLine();
        const std::size_t units = c > 0xFFFF ? 2 : 1;
        if (m_text.size() - m_lineStart + units > limits::editorLineUnits)
            cut();
        if (units == 2) {
            m_text += static_cast<char16_t>(0xD7C0 + (c >> 10));
            m_text += static_cast<char16_t>(0xDC00 + (c & 0x3FF));
        } else {
            m_text += static_cast<char16_t>(c);
        }
    }

    void addEscaped(std::string_view bytes)
    {
        for (const char byte : bytes)
            add(escapeBase + static_cast<unsigned char>(byte));
    }

    /// Not fromStdU16String: that drops or obeys a byte order mark.
    QString text() const { return QStringView(m_text).toString(); }

private:
    void endLine()
    {
        m_text += u'\n';
        m_lineStart = m_text.size();
    }

    /// After the last space of the piece's second half, so that words stay whole; else right here.
    void cut()
    {
        const std::u16string_view half = std::u16string_view(m_text).substr(m_lineStart + limits::editorLineUnits / 2);
        const std::size_t space = half.rfind(u' ');
        const std::size_t at = m_text.size() - (space == half.npos ? 0 : half.size() - space - 1);
        m_text.insert(at, {longLineMarker, u'\n'});
        m_lineStart = at + 2;
    }

    std::u16string m_text;
    std::size_t m_lineStart = 0;
};

struct Unit {
    char32_t codePoint = 0; ///< a byte's value when bytes == 1
    qsizetype units = 1;
    std::size_t bytes = 1; ///< of core text
};

/// The character at `pos`; a marker takes its '\n' along.
Unit unitAt(QStringView text, qsizetype pos)
{
    const char16_t unit = text[pos].unicode();
    if (unit < 0x80)
        return {unit, 1, 1};
    if (unit < 0x800)
        return {unit, 1, 2};
    if (unit < 0xD800 || unit > 0xDFFF)
        return {unit, 1, 3};
    if (isEscape(unit))
        return {static_cast<char32_t>(unit - escapeBase), 1, 1};
    if (unit == longLineMarker)
        return {0, pos + 1 < text.size() && text[pos + 1] == u'\n' ? 2 : 1, 0};
    if (isHigh(unit) && pos + 1 < text.size() && isLow(text[pos + 1].unicode()))
        return {QChar::surrogateToUcs4(unit, text[pos + 1].unicode()), 2, 4};
    return {0xFFFD, 1, replacementBytes.size()};
}

void append(std::string& out, QStringView text)
{
    for (qsizetype pos = 0; pos < text.size();) {
        const Unit unit = unitAt(text, pos);
        if (unit.bytes == 1)
            out += static_cast<char>(unit.codePoint);
        else if (unit.bytes > 1)
            unicode::append(out, unit.codePoint);
        pos += unit.units;
    }
}
} // namespace

FileText fromFileBytes(std::string_view bytes)
{
    FileText file;
    file.form.bom = bytes.starts_with(bomBytes);
    if (file.form.bom)
        bytes.remove_prefix(bomBytes.size());
    file.form.crlf = everyLineEndsWithCrLf(bytes);
    if (!file.form.crlf) {
        file.text = bytes;
        return file;
    }
    file.text.reserve(bytes.size());
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        if (!(bytes[i] == '\r' && i + 1 < bytes.size() && bytes[i + 1] == '\n'))
            file.text += bytes[i];
    }
    return file;
}

std::string toFileBytes(std::string_view coreText, FileForm form)
{
    std::string bytes(form.bom ? bomBytes : std::string_view());
    if (!form.crlf)
        return bytes.append(coreText);
    bytes.reserve(coreText.size() + coreText.size() / 16);
    for (const char c : coreText) {
        if (c == '\n')
            bytes += '\r';
        bytes += c;
    }
    return bytes;
}

QString toEditorText(std::string_view coreText)
{
    EditorText out(coreText.size());
    for (std::size_t pos = 0; pos < coreText.size();) {
        const std::size_t start = pos;
        const char32_t c = unicode::next(coreText, pos);
        const bool invalid = c == 0xFFFD && pos - start == 1;
        if (invalid || documentRefuses(c))
            out.addEscaped(coreText.substr(start, pos - start));
        else
            out.add(c);
    }
    return out.text();
}

std::string toCoreText(QStringView editorText)
{
    std::string out;
    out.reserve(static_cast<std::size_t>(editorText.size()));
    append(out, editorText);
    return out;
}

void appendBlock(std::string& coreText, QStringView block, bool hasNext)
{
    append(coreText, block);
    if (hasNext && !continuesInNextBlock(block))
        coreText += '\n';
}

bool continuesInNextBlock(QStringView block)
{
    // A high surrogate before it would have made it half of a character.
    return block.endsWith(QChar(longLineMarker)) && !(block.size() > 1 && isHigh(block[block.size() - 2].unicode()));
}

std::size_t coreLength(QStringView editorText)
{
    std::size_t bytes = 0;
    for (qsizetype pos = 0; pos < editorText.size();) {
        const Unit unit = unitAt(editorText, pos);
        bytes += unit.bytes;
        pos += unit.units;
    }
    return bytes;
}

std::size_t byteColumn(QStringView block, qsizetype column)
{
    const bool inPair =
        column > 0 && column < block.size() && isHigh(block[column - 1].unicode()) && isLow(block[column].unicode());
    return coreLength(block.left(inPair ? column - 1 : column));
}

qsizetype editorColumn(QStringView block, std::size_t bytes)
{
    qsizetype pos = 0;
    for (std::size_t counted = 0; pos < block.size() && counted < bytes;) {
        const Unit unit = unitAt(block, pos);
        counted += unit.bytes;
        if (counted > bytes)
            break;
        pos += unit.units;
    }
    return pos;
}

QString pastedText(QStringView foreign)
{
    QString text = foreign.toString();
    text.replace(QStringLiteral("\r\n"), QStringLiteral("\n"));
    text.replace(u'\r', u'\n').replace(QChar(QChar::ParagraphSeparator), QChar(u'\n'));
    return toEditorText(toCoreText(text));
}

QString copiedText(QStringView selectedText)
{
    QString text = selectedText.toString();
    text.replace(QChar(QChar::ParagraphSeparator), QChar(u'\n'));
    return QString::fromStdString(displayText(toCoreText(text)));
}

} // namespace galley
