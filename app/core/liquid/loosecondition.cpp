// SPDX-License-Identifier: MIT
// Liquid's lax form of a condition: it splits at the words "and" and "or" and takes from each part what it can read.
#include "liquid/condition.h"

#include "liquid/scanner.h"

namespace galley::liquid
{

namespace
{
bool isBoundary(std::string_view text, std::size_t pos)
{
    const auto isWord = [](char c) { return isWordByte(c) || static_cast<unsigned char>(c) >= 0x80; };
    const bool before = pos > 0 && isWord(text[pos - 1]);
    const bool after = pos < text.size() && isWord(text[pos]);
    return before != after;
}

/// /\b(?:\s?and\s?|\s?or\s?)\b/ at `pos`: its length, or 0.
std::size_t relation(std::string_view text, std::size_t pos)
{
    if (!isBoundary(text, pos))
        return 0;
    const std::size_t start = pos + (pos < text.size() && isBlankByte(text[pos]) ? 1 : 0);
    for (const std::string_view word : {"and", "or"}) {
        if (text.substr(start, word.size()) != word)
            continue;
        const std::size_t end = start + word.size();
        if (end < text.size() && isBlankByte(text[end]) && isBoundary(text, end + 1))
            return end + 1 - pos;
        if (isBoundary(text, end))
            return end - pos;
    }
    return 0;
}

/// A run of blanks and fragments that holds no relation: its length.
std::size_t operands(std::string_view text, std::size_t pos)
{
    std::size_t end = pos;
    while (true) {
        const std::size_t start = skipBlanks(text, end);
        if (start >= text.size() || relation(text, start) > 0)
            return end - pos;
        std::size_t length = quotedFragment(text, start);
        while (length == 0 && start < text.size()) {
            std::size_t last = start;
            while (last < text.size() && !isBlankByte(text[last]))
                ++last;
            length = last - start;
        }
        end = skipBlanks(text, start + length);
    }
}

std::vector<std::string_view> parts(std::string_view text)
{
    std::vector<std::string_view> out;
    for (std::size_t pos = 0; pos < text.size();) {
        std::size_t length = relation(text, pos);
        if (length == 0)
            length = operands(text, pos);
        if (length > 0)
            out.push_back(text.substr(pos, length));
        pos += length > 0 ? length : 1;
    }
    return out;
}

bool isOperatorByte(char c)
{
    return c == '=' || c == '!' || c == '<' || c == '>' || c == '_' || (c >= 'a' && c <= 'z');
}
} // namespace

std::optional<Condition::Comparison> Condition::parseLooseComparison(std::string_view markup)
{
    const std::size_t start = findQuotedFragment(markup, 0);
    if (start == std::string_view::npos)
        return std::nullopt;
    const std::size_t leftEnd = start + quotedFragment(markup, start);
    const std::size_t operation = skipBlanks(markup, leftEnd);
    std::size_t operationEnd = operation;
    while (operationEnd < markup.size() && isOperatorByte(markup[operationEnd]))
        ++operationEnd;
    const std::size_t right = skipBlanks(markup, operationEnd);
    Comparison out;
    out.left = Expression::parseOperand(markup.substr(start, leftEnd - start));
    if (operationEnd > operation)
        setOperator(out, markup.substr(operation, operationEnd - operation));
    out.right = Expression::parseOperand(markup.substr(right, quotedFragment(markup, right)));
    return out;
}

std::optional<Condition> Condition::parseLoosely(std::string_view markup)
{
    const std::vector<std::string_view> found = parts(markup);
    if (found.size() % 2 == 0) // operands and relations must take turns
        return std::nullopt;
    Condition out;
    for (std::size_t i = 0; i < found.size(); i += 2) {
        auto comparison = parseLooseComparison(found[i]);
        if (!comparison)
            return std::nullopt;
        const std::string_view word = i + 1 < found.size() ? stripped(found[i + 1]) : std::string_view();
        if (i + 1 < found.size() && word != "and" && word != "or")
            return std::nullopt;
        comparison->next = word == "and" ? Relation::And : word == "or" ? Relation::Or : Relation::None;
        out.m_comparisons.push_back(std::move(*comparison));
    }
    return out;
}

} // namespace galley::liquid
