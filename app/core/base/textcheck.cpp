// SPDX-License-Identifier: MIT
#include "base/textcheck.h"

#include "base/limits.h"
#include "base/unicode.h"

#include <algorithm>
#include <array>
#include <utility>

namespace galley
{

namespace
{
/// Control bytes that no text uses. Compressed and compiled data has over 10 % of them, text next to none.
bool isBinaryControl(char c)
{
    const auto byte = static_cast<unsigned char>(c);
    return byte < 0x20 && !(byte >= 0x08 && byte <= 0x0D) && byte != 0x1B;
}

struct Signature {
    std::size_t offset;
    std::string_view bytes;
    std::string_view what;
};

/// Kinds whose beginning looks like text often enough, or that a person drops by mistake. By their first bytes, as
/// file(1) tells them.
constexpr std::array<Signature, 14> signatures{{
    {0, "%PDF-1.", "a PDF document"},
    {0, "\x89PNG\r\n", "a PNG picture"},
    {0, "GIF87a", "a GIF picture"},
    {0, "GIF89a", "a GIF picture"},
    {0, "\xFF\xD8\xFF", "a JPEG picture"},
    {8, "WEBPVP8", "a WebP picture"},
    {4, "ftyp", "a picture or video"},
    {0, "PK\x03\x04", "a ZIP archive or an office document"},
    {0, "\x1F\x8B", "a compressed file"},
    {0, "\xD0\xCF\x11\xE0", "an office document"},
    {0,
     "\x7F"
     "ELF",
     "a program"},
    {0, "ID3", "a sound file"},
    {0, "OggS", "a sound file"},
    {0, "SQLite format 3", "a database"},
}};

/// A post may begin with the letters "ID3" or "GIF89a": a control byte must stand near them, but for PDF, whose first
/// lines are text.
std::string_view signedKind(std::string_view bytes)
{
    const std::string_view begin = bytes.substr(0, 512);
    const bool hasControl = std::any_of(begin.begin(), begin.end(), isBinaryControl);
    for (const Signature& each : signatures) {
        if (begin.size() > each.offset && begin.substr(each.offset).starts_with(each.bytes))
            return hasControl || each.bytes == signatures[0].bytes || each.bytes[0] == '\xFF' ? each.what
                                                                                              : std::string_view();
    }
    return {};
}

std::string hexByte(char c)
{
    constexpr std::string_view digits = "0123456789ABCDEF";
    const auto byte = static_cast<unsigned char>(c);
    return {'0', 'x', digits[byte >> 4], digits[byte & 15]};
}

/// Collects at most one diagnostic a line and kind, and limits::textDiagnostics of each kind.
class TextChecker
{
public:
    Diagnostics check(std::string_view text)
    {
        for (std::size_t begin = 0; begin <= text.size(); ++m_line) {
            const std::size_t end = std::min(text.find('\n', begin), text.size());
            checkLine(text.substr(begin, end - begin));
            begin = end + 1;
        }
        addRest(m_invalidLines, "lines with invalid UTF-8");
        return std::move(m_found);
    }

private:
    void checkLine(std::string_view line)
    {
        const std::size_t invalid = unicode::firstInvalid(line);
        if (invalid != std::string_view::npos && ++m_invalidLines <= limits::textDiagnostics)
            add(line, invalid, Severity::Error,
                "byte " + hexByte(line[invalid]) + " is not valid UTF-8; it is kept in the file and shown as U+FFFD");
        const std::size_t nul = line.find('\0');
        if (nul != std::string_view::npos && !std::exchange(m_nulSeen, true))
            add(line, nul, Severity::Warning, "the text holds a NUL character; it is kept in the file");
        const std::size_t cr = line.find('\r');
        if (cr != std::string_view::npos && !std::exchange(m_crSeen, true))
            add(line, cr, Severity::Warning, "line ends are mixed or a CR stands alone; they are kept as they are");
    }

    void add(std::string_view line, std::size_t at, Severity severity, std::string text)
    {
        const int column = static_cast<int>(unicode::length(line.substr(0, at))) + 1;
        m_found.push_back({std::string(), m_line, column, severity, std::move(text)});
    }

    void addRest(std::size_t count, const std::string& what)
    {
        if (count > limits::textDiagnostics)
            m_found.push_back({std::string(), 0, 0, Severity::Error,
                               std::to_string(count - limits::textDiagnostics) + " more " + what});
    }

    Diagnostics m_found;
    int m_line = 1;
    std::size_t m_invalidLines = 0;
    bool m_nulSeen = false;
    bool m_crSeen = false;
};
} // namespace

std::optional<std::string> whyNotText(std::string_view fileBytes)
{
    if (fileBytes.starts_with("\xFF\xFE") || fileBytes.starts_with("\xFE\xFF"))
        return "it is UTF-16 text; Jekyll reads UTF-8 only";
    if (const std::string_view kind = signedKind(fileBytes); !kind.empty())
        return "it is " + std::string(kind) + ", not text";
    const std::string_view sample = fileBytes.substr(0, limits::binarySampleBytes);
    const auto controls = static_cast<std::size_t>(std::count_if(sample.begin(), sample.end(), isBinaryControl));
    if (controls > 4 && controls * 32 > sample.size())
        return "it is a binary file, not text";
    return std::nullopt;
}

Diagnostics checkText(std::string_view coreText)
{
    return TextChecker().check(coreText);
}

std::string displayText(std::string_view coreText)
{
    std::size_t bad = unicode::firstInvalid(coreText);
    if (bad == std::string_view::npos)
        return std::string(coreText);
    std::string out;
    out.reserve(coreText.size() + 64);
    for (; bad != std::string_view::npos; bad = unicode::firstInvalid(coreText)) {
        out.append(coreText.substr(0, bad)).append("\xEF\xBF\xBD");
        coreText.remove_prefix(bad + 1);
    }
    return out.append(coreText);
}

} // namespace galley
