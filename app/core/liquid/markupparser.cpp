// SPDX-License-Identifier: MIT
#include "liquid/markupparser.h"

#include "base/limits.h"
#include "base/unicode.h"
#include "liquid/scanner.h"

#include <array>

namespace galley::liquid
{

namespace
{
struct Special {
    char character;
    TokenKind kind;
};

constexpr std::array specials{Special{'|', TokenKind::Pipe},       Special{'.', TokenKind::Dot},
                              Special{':', TokenKind::Colon},      Special{',', TokenKind::Comma},
                              Special{'[', TokenKind::OpenSquare}, Special{']', TokenKind::CloseSquare},
                              Special{'(', TokenKind::OpenRound},  Special{')', TokenKind::CloseRound},
                              Special{'?', TokenKind::Question},   Special{'-', TokenKind::Dash}};

/// Ruby's names of the token kinds: they stand in the messages.
constexpr std::array<std::string_view, 16> kindNames{
    "id",    "string",      "number",       "comparison", "dotdot",      "pipe",     "dot",  "colon",
    "comma", "open_square", "close_square", "open_round", "close_round", "question", "dash", "end_of_string"};

std::string_view nameOf(TokenKind kind)
{
    return kindNames[static_cast<std::size_t>(kind)];
}

bool startsName(char c)
{
    return isWordByte(c) && !isDigitByte(c);
}

std::size_t comparison(std::string_view text, std::size_t pos)
{
    constexpr std::string_view word = "contains";
    const std::string_view rest = text.substr(pos);
    for (const std::string_view two : {"==", "!=", "<>", "<=", ">="}) {
        if (rest.substr(0, 2) == two)
            return 2;
    }
    if (rest[0] == '<' || rest[0] == '>')
        return 1;
    const bool contains =
        rest.substr(0, word.size()) == word && rest.size() > word.size() && isBlankByte(rest[word.size()]);
    return contains ? word.size() : 0;
}

std::size_t quotedString(std::string_view text, std::size_t pos)
{
    if (text[pos] != '"' && text[pos] != '\'')
        return 0;
    const std::size_t end = text.find(text[pos], pos + 1);
    return end == std::string_view::npos ? 0 : end + 1 - pos;
}

std::size_t digits(std::string_view text, std::size_t pos)
{
    std::size_t end = pos;
    while (end < text.size() && isDigitByte(text[end]))
        ++end;
    return end - pos;
}

std::size_t number(std::string_view text, std::size_t pos)
{
    std::size_t end = pos + (text[pos] == '-' ? 1 : 0);
    const std::size_t whole = digits(text, end);
    if (whole == 0)
        return 0;
    end += whole;
    if (end < text.size() && text[end] == '.') {
        const std::size_t fraction = digits(text, end + 1);
        end += fraction > 0 ? fraction + 1 : 0;
    }
    return end - pos;
}

std::size_t identifier(std::string_view text, std::size_t pos)
{
    if (!startsName(text[pos]))
        return 0;
    std::size_t end = pos + 1;
    while (end < text.size() && (isWordByte(text[end]) || text[end] == '-'))
        ++end;
    return end - pos + (end < text.size() && text[end] == '?' ? 1 : 0);
}
} // namespace

MarkupParser::MarkupParser(std::string_view markup)
{
    tokenize(markup);
}

void MarkupParser::tokenize(std::string_view markup)
{
    struct Scan {
        std::size_t (*length)(std::string_view, std::size_t);
        TokenKind kind;
    };
    constexpr std::array scans{Scan{comparison, TokenKind::Comparison}, Scan{quotedString, TokenKind::String},
                               Scan{number, TokenKind::Number}, Scan{identifier, TokenKind::Identifier}};
    std::size_t pos = 0;
    while ((pos = skipBlanks(markup, pos)) < markup.size()) {
        std::size_t length = 0;
        TokenKind kind = TokenKind::End;
        for (const Scan& scan : scans) {
            length = scan.length(markup, pos);
            kind = scan.kind;
            if (length > 0)
                break;
        }
        if (length == 0 && markup.substr(pos, 2) == "..") {
            length = 2;
            kind = TokenKind::DotDot;
        }
        for (std::size_t i = 0; length == 0 && i < specials.size(); ++i) {
            length = markup[pos] == specials[i].character ? 1 : 0;
            kind = specials[i].kind;
        }
        if (length == 0) {
            std::size_t end = pos;
            unicode::next(markup, end);
            fail("Unexpected character " + std::string(markup.substr(pos, end - pos)));
            break;
        }
        m_tokens.push_back({kind, markup.substr(pos, length)});
        pos += length;
    }
    m_tokens.push_back({TokenKind::End, {}});
}

void MarkupParser::fail(std::string message)
{
    if (!m_error)
        m_error = std::move(message);
}

bool MarkupParser::look(TokenKind kind, std::size_t ahead) const
{
    return !failed() && m_next + ahead < m_tokens.size() && m_tokens[m_next + ahead].kind == kind;
}

std::string_view MarkupParser::consume(TokenKind kind)
{
    if (const auto text = accept(kind))
        return *text;
    if (!failed() && m_next < m_tokens.size())
        fail("Expected " + std::string(nameOf(kind)) + " but found " + std::string(nameOf(m_tokens[m_next].kind)));
    return {};
}

std::optional<std::string_view> MarkupParser::accept(TokenKind kind)
{
    if (!look(kind))
        return std::nullopt;
    return m_tokens[m_next++].text;
}

bool MarkupParser::acceptIdentifier(std::string_view name)
{
    if (!look(TokenKind::Identifier) || m_tokens[m_next].text != name)
        return false;
    ++m_next;
    return true;
}

std::string MarkupParser::expression()
{
    if (m_depth >= limits::liquidNesting)
        fail("Nesting too deep");
    if (failed())
        return {};
    ++m_depth;
    std::string out;
    if (look(TokenKind::Identifier)) {
        out = consume(TokenKind::Identifier);
        out += lookups();
    } else if (look(TokenKind::OpenSquare)) {
        out = consume(TokenKind::OpenSquare);
        out += expression();
        out += consume(TokenKind::CloseSquare);
        out += lookups();
    } else if (look(TokenKind::String) || look(TokenKind::Number)) {
        out = m_tokens[m_next++].text;
    } else if (look(TokenKind::OpenRound)) {
        out = range();
    } else {
        const Token& token = m_tokens[m_next];
        fail("[:" + std::string(nameOf(token.kind)) +
             (token.kind == TokenKind::End ? std::string() : ", \"" + std::string(token.text) + "\"") +
             "] is not a valid expression");
    }
    --m_depth;
    return out;
}

std::string MarkupParser::range()
{
    consume(TokenKind::OpenRound);
    const std::string first = expression();
    consume(TokenKind::DotDot);
    const std::string last = expression();
    consume(TokenKind::CloseRound);
    return "(" + first + ".." + last + ")";
}

std::string MarkupParser::argument()
{
    std::string out;
    if (look(TokenKind::Identifier) && look(TokenKind::Colon, 1)) {
        out = consume(TokenKind::Identifier);
        out += consume(TokenKind::Colon);
        out += ' ';
    }
    return out + expression();
}

std::string MarkupParser::lookups()
{
    std::string out;
    while (look(TokenKind::OpenSquare) || look(TokenKind::Dot)) {
        if (accept(TokenKind::Dot)) {
            out += '.';
            out += consume(TokenKind::Identifier);
            continue;
        }
        out += consume(TokenKind::OpenSquare);
        out += expression();
        out += consume(TokenKind::CloseSquare);
    }
    return out;
}

} // namespace galley::liquid
