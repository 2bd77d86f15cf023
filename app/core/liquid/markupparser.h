// SPDX-License-Identifier: MIT
// The strict parser of what stands in tags and outputs: Liquid's Lexer and Parser.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace galley::liquid
{

// clang-format off
enum class TokenKind {
    Identifier, String, Number, Comparison, DotDot, Pipe, Dot, Colon, Comma,
    OpenSquare, CloseSquare, OpenRound, CloseRound, Question, Dash, End
};
// clang-format on

/// Parses one markup. After the first error all answers are empty; ask `failed` at the end.
class MarkupParser
{
public:
    explicit MarkupParser(std::string_view markup);

    bool look(TokenKind kind, std::size_t ahead = 0) const;
    /// Takes the token of this kind, or fails.
    std::string_view consume(TokenKind kind);
    /// Takes the token when it is of this kind.
    std::optional<std::string_view> accept(TokenKind kind);
    bool acceptIdentifier(std::string_view name);
    /// An expression in normal form, ready for Expression::parse.
    std::string expression();
    /// A filter's argument: an expression, with "name: " before it for a keyword.
    std::string argument();

    bool failed() const { return m_error.has_value(); }
    const std::string& error() const { return *m_error; }
    void fail(std::string message);

private:
    struct Token {
        TokenKind kind;
        std::string_view text;
    };
    void tokenize(std::string_view markup);
    std::string lookups();
    std::string range();

    std::vector<Token> m_tokens;
    std::size_t m_next = 0;
    int m_depth = 0;
    std::optional<std::string> m_error;
};

} // namespace galley::liquid
