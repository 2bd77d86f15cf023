// SPDX-License-Identifier: MIT
// Makes bodies of nodes from tokens; what the tags' own parsing functions work with.
#pragma once

#include "base/diagnostic.h"
#include "liquid/condition.h"
#include "liquid/filteredexpression.h"
#include "liquid/node.h"
#include "liquid/registry.h"
#include "liquid/tokenizer.h"

#include <optional>
#include <string>
#include <string_view>

namespace galley::liquid
{

/// Parses one source. After the first failure every function returns soon and empty.
class Parser
{
public:
    Parser(std::string_view source, const Registry& registry, std::string file, int firstLine);

    void parseDocument(Body& body);

    /// One body of a block: up to its end tag, or to a tag that is not registered (else, when …), which is returned.
    /// Nothing at the end tag and after a failure.
    std::optional<TagMarkup> parseSection(Body& body, std::string_view blockName);
    /// A block of one body: false after a failure.
    bool parseBlock(Body& body, std::string_view blockName);
    /// Fails as Liquid does for a tag that the block does not know.
    void failUnknownTag(std::string_view tag, std::string_view blockName);

    /// The raw tokens, for blocks that are not parsed (raw, comment-like ones).
    std::optional<std::string_view> nextToken() { return m_tokens->next(); }

    FilteredExpression parseFiltered(std::string_view markup);
    /// The condition of if, unless, elsif; fails when even the lax parser finds none.
    Condition parseCondition(std::string_view markup);

    const Registry& registry() const { return m_registry; }
    int line() const { return m_line; }
    void warn(int line, std::string message);
    /// What the strict parser minded and the lax one read nevertheless.
    void warnOfLaxMarkup(int line, const std::string& error, std::string_view markup);
    /// "Liquid syntax error (line N): message".
    void fail(std::string message);
    /// With Liquid's other prefix, "Liquid error: message".
    void failPlainly(std::string message);
    bool failed() const { return m_failed; }
    const std::string& error() const { return m_error; }
    Diagnostics takeWarnings() { return std::move(m_warnings); }

private:
    std::optional<TagMarkup> parseBody(Body& body);
    std::optional<TagMarkup> parseTokens(Body& body);
    std::optional<TagMarkup> parseLines(Body& body);
    std::optional<TagMarkup> parseTag(Body& body, std::string_view token);
    void parseOutput(Body& body, std::string_view token);
    void parseText(Body& body, std::string_view text);
    void parseLiquidTag(Body& body, std::string_view markup);
    bool addTag(Body& body, const TagMarkup& markup);
    void controlBlanks(Body& body, std::string_view token);

    const Registry& m_registry;
    std::string m_file;
    Tokenizer m_document;
    Tokenizer* m_tokens = nullptr;
    int m_line;
    int m_depth = 0;
    bool m_trimNext = false; ///< the last tag ended in -%} or -}}
    bool m_failed = false;
    std::string m_error;
    Diagnostics m_warnings;
};

} // namespace galley::liquid
