// SPDX-License-Identifier: MIT
#include "liquid/parser.h"

#include "base/limits.h"
#include "liquid/outputnode.h"
#include "liquid/scanner.h"

#include <algorithm>

namespace galley::liquid
{

/// What is never closed reaches to the end of the file: its beginning tells enough.
static std::string clipped(std::string_view token)
{
    constexpr std::size_t most = 200; // bytes
    if (token.size() <= most)
        return std::string(token);
    std::size_t end = most;
    while (end > 0 && (static_cast<unsigned char>(token[end]) & 0xC0) == 0x80)
        --end;
    return std::string(token.substr(0, end)) + "…";
}

namespace
{
/// The name at `pos`: '#' or a word.
std::size_t tagName(std::string_view text, std::size_t pos)
{
    if (pos < text.size() && text[pos] == '#')
        return 1;
    return skipWord(text, pos) - pos;
}

int newlines(std::string_view text)
{
    return static_cast<int>(std::count(text.begin(), text.end(), '\n'));
}

std::string quotedName(std::string_view name)
{
    return "'" + std::string(name) + "'";
}
} // namespace

Parser::Parser(std::string_view source, const Registry& registry, std::string file, int firstLine)
    : m_registry(registry), m_file(std::move(file)), m_document(source, Tokenizer::Mode::Document, firstLine),
      m_tokens(&m_document), m_line(firstLine)
{
}

void Parser::warn(int line, std::string message)
{
    Diagnostic diagnostic;
    diagnostic.file = m_file;
    diagnostic.line = line;
    diagnostic.text = std::move(message);
    m_warnings.push_back(std::move(diagnostic));
}

void Parser::fail(std::string message)
{
    failPlainly("Liquid syntax error (line " + std::to_string(m_line) + "): " + message);
}

void Parser::failPlainly(std::string message)
{
    if (!m_failed)
        m_error = std::move(message);
    m_failed = true;
}

void Parser::parseDocument(Body& body)
{
    const auto stop = parseBody(body);
    if (!stop || m_failed)
        return;
    const bool outer = stop->name == "else" || stop->name == "end";
    fail(outer ? "Unexpected outer " + quotedName(stop->name) + " tag" : "Unknown tag " + quotedName(stop->name));
}

std::optional<TagMarkup> Parser::parseSection(Body& body, std::string_view blockName)
{
    if (m_depth >= limits::liquidNesting)
        failPlainly("Liquid error: Nesting too deep");
    if (m_failed)
        return std::nullopt;
    ++m_depth;
    const auto stop = parseBody(body);
    --m_depth;
    if (m_failed)
        return std::nullopt;
    if (!stop) {
        fail(quotedName(blockName) + " tag was never closed");
        return std::nullopt;
    }
    const bool ends = stop->name.substr(0, 3) == "end" && stop->name.substr(3) == blockName;
    return ends ? std::nullopt : stop;
}

bool Parser::parseBlock(Body& body, std::string_view blockName)
{
    if (const auto stop = parseSection(body, blockName))
        failUnknownTag(stop->name, blockName);
    return !m_failed;
}

void Parser::failUnknownTag(std::string_view tag, std::string_view blockName)
{
    const std::string end = blockName == "liquid" ? "%}" : "end" + std::string(blockName);
    if (tag == "else")
        fail(std::string(blockName) + " tag does not expect 'else' tag");
    else if (tag.substr(0, 3) == "end")
        fail(quotedName(tag) + " is not a valid delimiter for " + std::string(blockName) + " tags. use " + end);
    else
        fail("Unknown tag " + quotedName(tag));
}

std::optional<TagMarkup> Parser::parseBody(Body& body)
{
    m_line = m_tokens->line();
    return m_tokens->mode() == Tokenizer::Mode::Lines ? parseLines(body) : parseTokens(body);
}

std::optional<TagMarkup> Parser::parseTokens(Body& body)
{
    while (!m_failed) {
        const auto token = m_tokens->next();
        if (!token)
            break;
        if (token->substr(0, 2) == "{%") {
            if (const auto stop = parseTag(body, *token))
                return stop;
        } else if (token->substr(0, 2) == "{{") {
            parseOutput(body, *token);
        } else {
            parseText(body, *token);
        }
        if (!m_failed)
            m_line = m_tokens->line();
    }
    return std::nullopt;
}

std::optional<TagMarkup> Parser::parseTag(Body& body, std::string_view token)
{
    controlBlanks(body, token);
    const std::size_t start = token.size() > 2 && token[2] == '-' ? 3 : 2;
    const std::size_t name = skipBlanks(token, start);
    const std::size_t length = tagName(token, name);
    if (token.size() < 4 || length == 0 || token.substr(token.size() - 2) != "%}") {
        fail("Tag '" + clipped(token) + "' was not properly terminated with regexp: /\\%\\}/");
        return std::nullopt;
    }
    const std::size_t text = skipBlanks(token, name + length);
    std::size_t end = token.size() - 2;
    if (end > text && token[end - 1] == '-')
        --end;
    m_line += newlines(token.substr(start, name - start)) + newlines(token.substr(name + length, text - name - length));
    const TagMarkup markup{token.substr(name, length), token.substr(text, end - std::min(text, end)), m_line};
    if (markup.name == "liquid") {
        parseLiquidTag(body, markup.text);
        return std::nullopt;
    }
    return addTag(body, markup) ? std::nullopt : std::optional<TagMarkup>(markup);
}

bool Parser::addTag(Body& body, const TagMarkup& markup)
{
    const TagFunction parse = m_registry.tag(markup.name);
    if (!parse)
        return false;
    NodePtr node = parse(*this, markup);
    if (node && !m_failed)
        body.addNode(std::move(node));
    return true;
}

void Parser::parseLiquidTag(Body& body, std::string_view markup)
{
    Tokenizer lines(markup, Tokenizer::Mode::Lines, m_line);
    Tokenizer* const outer = m_tokens;
    m_tokens = &lines;
    const auto stop = parseLines(body);
    m_tokens = outer;
    if (stop && !m_failed)
        failUnknownTag(stop->name, "liquid");
}

std::optional<TagMarkup> Parser::parseLines(Body& body)
{
    while (!m_failed) {
        const auto token = m_tokens->next();
        if (!token)
            break;
        const std::size_t name = skipBlanks(*token, 0);
        if (name < token->size()) {
            const std::size_t length = tagName(*token, name);
            if (length == 0)
                return TagMarkup{*token, *token, m_line};
            const TagMarkup markup{token->substr(name, length), token->substr(skipBlanks(*token, name + length)),
                                   m_line};
            if (!addTag(body, markup))
                return markup;
        }
        if (!m_failed)
            m_line = m_tokens->line();
    }
    return std::nullopt;
}

void Parser::parseOutput(Body& body, std::string_view token)
{
    controlBlanks(body, token);
    if (token.size() < 4 || token.substr(token.size() - 2) != "}}") {
        fail("Variable '" + clipped(token) + "' was not properly terminated with regexp: /\\}\\}/");
        return;
    }
    const std::size_t start = token[2] == '-' && token.size() > 4 ? 3 : 2;
    std::size_t end = token.size() - 2;
    if (end > start && token[end - 1] == '-')
        --end;
    const int line = m_line;
    body.addNode(std::make_unique<OutputNode>(line, parseFiltered(token.substr(start, end - start))));
}

void Parser::parseText(Body& body, std::string_view text)
{
    int line = m_line;
    if (m_trimNext) {
        const std::string_view rest = strippedLeft(text);
        line += newlines(text.substr(0, text.size() - rest.size()));
        text = rest;
    }
    m_trimNext = false;
    body.addText(text, line);
}

void Parser::controlBlanks(Body& body, std::string_view token)
{
    if (token.size() > 2 && token[2] == '-')
        body.trimEnd();
    m_trimNext = token.size() > 2 && token[token.size() - 3] == '-';
}

void Parser::warnOfLaxMarkup(int line, const std::string& error, std::string_view markup)
{
    warn(line, "Jekyll has to guess what this means: " + error + " in \"" + std::string(markup) + "\"");
}

FilteredExpression Parser::parseFiltered(std::string_view markup)
{
    std::string warning;
    FilteredExpression out = FilteredExpression::parse(markup, m_registry, warning);
    if (!warning.empty())
        warnOfLaxMarkup(m_line, warning, "{{" + std::string(markup) + "}}");
    return out;
}

Condition Parser::parseCondition(std::string_view markup)
{
    std::string error;
    if (auto condition = Condition::parseStrictly(markup, error))
        return *std::move(condition);
    warnOfLaxMarkup(m_line, error, stripped(markup));
    if (auto condition = Condition::parseLoosely(markup))
        return *std::move(condition);
    fail("Syntax Error in tag 'if' - Valid syntax: if [expression]");
    return {};
}

} // namespace galley::liquid
