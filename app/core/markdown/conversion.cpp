// SPDX-License-Identifier: MIT
#include "markdown/conversion.h"

#include "base/textdiff.h"
#include "markdown/lexis.h"
#include "markdown/paragraphlimits.h"

#include <algorithm>
#include <optional>

namespace galley::markdown
{

namespace
{

/// Lines of a text without a blank one among them, and with one (or the text's end) on either side.
struct Paragraph {
    Pos begin = 0;
    Pos end = 0; ///< of its last line; the line end is not part of it

    std::string_view of(std::string_view text) const { return text.substr(begin, end - begin); }
};

/// Blank in every flavour; lines with other white space only are left to the parsers.
bool isBlankLine(std::string_view text, Pos begin)
{
    return text.substr(begin, lineEnd(text, begin) - begin).find_first_not_of(" \t\r") == none;
}

Pos lineBegin(std::string_view text, Pos pos)
{
    const Pos feed = pos == 0 ? none : text.rfind('\n', pos - 1);
    return feed == none ? 0 : feed + 1;
}

/// The paragraph around these bytes.
Paragraph paragraphAround(std::string_view text, Pos begin, Pos end)
{
    begin = lineBegin(text, begin);
    while (begin > 0 && !isBlankLine(text, lineBegin(text, begin - 1)))
        begin = lineBegin(text, begin - 1);
    end = lineEnd(text, end);
    while (end < text.size() && !isBlankLine(text, end + 1))
        end = lineEnd(text, end + 1);
    return {begin, end};
}

bool isLetter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0x80;
}

/// No line that begins so continues or underlines what stands above, or ends it; one that begins a list or a rule is
/// seen in what the paragraph becomes.
bool beginsProse(std::string_view line)
{
    const char first = at(line, 0);
    return isLetter(first) || isDigit(first) || (first != '\0' && std::string_view("\"'([!*_").find(first) != none);
}

/// Line ends that are a CR alone.
int loneReturns(std::string_view text)
{
    int found = 0;
    for (Pos pos = text.find('\r'); pos != none; pos = text.find('\r', pos + 1))
        found += pos + 1 < text.size() && text[pos + 1] != '\n';
    return found;
}

int countLines(std::string_view text)
{
    return static_cast<int>(std::count(text.begin(), text.end(), '\n')) + loneReturns(text);
}

/// Prose is read the same way wherever it stands: it opens no block but its own, holds no attribute list, defines
/// nothing, and ends nothing that a block before it left open: no comment, element or formula.
bool isProse(std::string_view paragraph)
{
    if (paragraph.find("]:") != none || paragraph.find_first_of(">{$") != none || loneReturns(paragraph) > 0)
        return false;
    for (Pos begin = 0; begin <= paragraph.size();) {
        const Pos end = lineEnd(paragraph, begin);
        if (!beginsProse(paragraph.substr(begin, end - begin)))
            return false;
        begin = end + 1;
    }
    return true;
}

/// The only block of a paragraph's document; null where it is not one plain <p>.
const Block* onlyParagraph(const Document& document)
{
    return document.blocks.size() == 1 && document.html.starts_with("<p>") ? document.blocks.data() : nullptr;
}

std::string_view htmlOf(const Document& document, const Block& block)
{
    return std::string_view(document.html).substr(block.offset, block.length);
}

/// Index of the one block that begins on this line.
std::optional<std::size_t> blockOfLine(const std::vector<Block>& blocks, int line)
{
    const auto found = std::lower_bound(blocks.begin(), blocks.end(), line,
                                        [](const Block& block, int wanted) { return block.firstLine < wanted; });
    const auto beginsHere = [&](auto block) { return block != blocks.end() && block->firstLine == line; };
    if (!beginsHere(found) || beginsHere(std::next(found)))
        return std::nullopt;
    return static_cast<std::size_t>(found - blocks.begin());
}

/// The change from one text to the next, where it lies in one paragraph.
class Continuation
{
public:
    Continuation(const Conversion& before, std::string_view text) : m_before(before), m_text(text)
    {
        const TextEdit edit = editBetween(before.text, text);
        m_old = paragraphAround(before.text, edit.offset, edit.offset + edit.length);
        m_new = {m_old.begin, m_old.end + text.size() - before.text.size()};
    }

    /// Nothing where the whole text has to be converted.
    std::optional<Document> document() const
    {
        const std::string_view old = m_old.of(m_before.text), now = m_new.of(m_text);
        const bool worthIt = old.size() + now.size() < m_text.size();
        if (!worthIt || !isProse(old) || !isProse(now) ||
            (m_before.hasDefinitions && (hasBracket(old) || hasBracket(now))))
            return std::nullopt;
        const int first = countLines(std::string_view(m_text).substr(0, m_new.begin));
        const std::optional<std::size_t> place = blockOfLine(m_before.document.blocks, first);
        if (!place)
            return std::nullopt;
        const Document alone = toHtml(std::string(old) + '\n', m_before.options);
        const Document made = toHtml(std::string(now) + '\n', m_before.options);
        const Block* was = onlyParagraph(alone);
        const Block* is = onlyParagraph(made);
        if (!was || !is || htmlOf(alone, *was) != htmlOf(m_before.document, m_before.document.blocks[*place]) ||
            alone.diagnostics != made.diagnostics)
            return std::nullopt;
        return replaced(*place, made, *is, countLines(now) - countLines(old));
    }

private:
    static bool hasBracket(std::string_view text) { return text.find('[') != none; }

    Document replaced(std::size_t place, const Document& made, const Block& block, int moreLines) const
    {
        const Document& before = m_before.document;
        const Block& old = before.blocks[place];
        Document out;
        out.html.reserve(before.html.size() - old.length + block.length);
        out.html.append(before.html, 0, old.offset).append(htmlOf(made, block));
        out.html.append(before.html, old.offset + old.length);
        out.blocks = before.blocks;
        out.blocks[place].length = block.length;
        out.blocks[place].lastLine += moreLines;
        out.blocks[place].hash = block.hash;
        for (std::size_t i = place + 1; i < out.blocks.size(); ++i) {
            out.blocks[i].offset += block.length - old.length;
            out.blocks[i].firstLine += moreLines;
            out.blocks[i].lastLine += moreLines;
        }
        out.headings = before.headings;
        for (Heading& heading : out.headings)
            heading.line += heading.line > old.lastLine ? moreLines : 0;
        out.diagnostics = before.diagnostics;
        for (Diagnostic& each : out.diagnostics) // those of the paragraph itself are the same as before
            each.line += each.file.empty() && each.line > old.lastLine + 1 ? moreLines : 0;
        return out;
    }

    const Conversion& m_before;
    std::string_view m_text;
    Paragraph m_old; ///< in the text before
    Paragraph m_new;
};

/// Whether a line begins as the definition of an abbreviation does.
bool hasAbbreviations(std::string_view text)
{
    for (Pos pos = text.find("*["); pos != none; pos = text.find("*[", pos + 2)) {
        const Pos before = pos == 0 ? none : text.find_last_not_of(' ', pos - 1);
        if (before == none || text[before] == '\n' || text[before] == '\r')
            return true;
    }
    return false;
}

/// Options inside the text and abbreviations hold everywhere, bare addresses are looked for in all paragraphs or none,
/// and a page that was cut is as long as its limit.
bool isUneven(std::string_view text, const Options& options, const Document& document)
{
    const Diagnostics& told = document.diagnostics;
    const bool isCut = std::any_of(told.begin(), told.end(), [](const Diagnostic& each) {
        return each.severity == Severity::Error && each.file.empty();
    });
    if (isCut)
        return true;
    if (options.flavour == Flavour::Kramdown)
        return text.find("{::") != none || hasAbbreviations(text);
    return !admitsAutolinks(text);
}

} // namespace

ConversionPtr convert(std::string_view text, const Options& options, const ConversionPtr& before)
{
    if (before && before->text == text && before->options == options)
        return before;
    auto made = std::make_shared<Conversion>(Conversion{std::string(text), options, {}});
    if (before && !before->isUneven && before->options == options) {
        if (std::optional<Document> continued = Continuation(*before, text).document()) {
            made->document = *std::move(continued);
            made->hasDefinitions = before->hasDefinitions;
            made->continues = true;
            return made;
        }
    }
    made->document = toHtml(text, options);
    made->hasDefinitions = text.find("]:") != none;
    made->isUneven = isUneven(text, options, made->document);
    return made;
}

} // namespace galley::markdown
