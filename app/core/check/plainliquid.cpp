// SPDX-License-Identifier: MIT
#include "check/plainliquid.h"

#include <array>
#include <string_view>
#include <utility>

namespace galley::check
{

namespace
{
using Words = std::pair<std::string_view, std::string_view>;

/// Liquid's names of its tokens.
constexpr std::array<Words, 16> tokens{{{"pipe", "\"|\""},
                                        {"dot", "\".\""},
                                        {"dotdot", "\"..\""},
                                        {"colon", "\":\""},
                                        {"comma", "\",\""},
                                        {"open_square", "\"[\""},
                                        {"close_square", "\"]\""},
                                        {"open_round", "\"(\""},
                                        {"close_round", "\")\""},
                                        {"question", "\"?\""},
                                        {"dash", "\"-\""},
                                        {"id", "a name"},
                                        {"string", "text in quotes"},
                                        {"number", "a number"},
                                        {"comparison", "a comparison such as =="},
                                        {"end_of_string", "the end"}}};

std::string_view wordsFor(std::string_view token)
{
    for (const auto& [name, words] : tokens) {
        if (name == token)
            return words;
    }
    return {};
}

std::size_t nameEnd(std::string_view text, std::size_t at)
{
    while (at < text.size() && ((text[at] >= 'a' && text[at] <= 'z') || text[at] == '_'))
        ++at;
    return at;
}

/// "Expected end_of_string but found pipe" → "Expected the end but found "|"".
void nameTokens(std::string& text)
{
    for (const std::string_view lead : {"Expected ", " but found "}) {
        const std::size_t at = text.find(lead);
        if (at == std::string::npos)
            continue;
        const std::size_t begin = at + lead.size();
        const std::size_t end = nameEnd(text, begin);
        if (const std::string_view words = wordsFor(std::string_view(text).substr(begin, end - begin)); !words.empty())
            text.replace(begin, end - begin, words);
    }
}

/// "[:pipe, "|"] is not a valid expression" → "A value is missing before "|"".
void explainExpression(std::string& text)
{
    constexpr std::string_view tail = "] is not a valid expression";
    const std::size_t end = text.find(tail);
    const std::size_t begin = end == std::string::npos ? end : text.rfind("[:", end);
    if (begin == std::string::npos)
        return;
    const std::size_t name = begin + 2;
    const std::string_view words = wordsFor(std::string_view(text).substr(name, nameEnd(text, name) - name));
    if (!words.empty())
        text.replace(begin, end + tail.size() - begin, "A value is missing before " + std::string(words));
}

/// "'if' tag was never closed" → "{% if %} is never closed by {% endif %}".
void explainOpenTag(std::string& text)
{
    constexpr std::string_view tail = "' tag was never closed";
    const std::size_t end = text.find(tail);
    const std::size_t quote = end == std::string::npos || end == 0 ? std::string::npos : text.rfind('\'', end - 1);
    if (quote == std::string::npos)
        return;
    const std::string name = text.substr(quote + 1, end - quote - 1);
    text.replace(quote, end + tail.size() - quote, "{% " + name + " %} is never closed by {% end" + name + " %}");
}

void replaceFirst(std::string& text, std::string_view from, std::string_view to)
{
    if (const std::size_t at = text.find(from); at != std::string::npos)
        text.replace(at, from.size(), to);
}
} // namespace

std::string plainLiquid(std::string text)
{
    constexpr std::array<Words, 6> phrases{
        {{" was not properly terminated with regexp: /\\}\\}/", " is never closed by }}"},
         {" was not properly terminated with regexp: /\\%\\}/", " is never closed by %}"},
         {"Unexpected character ", "Liquid has no use for the character "},
         {"Unexpected outer 'else' tag", "{% else %} stands here without an {% if %} before it"},
         {"Syntax Error in ", "This is not how Liquid writes "},
         {" - Valid syntax: ", "; write it as "}}};
    for (const auto& [from, to] : phrases)
        replaceFirst(text, from, to);
    nameTokens(text);
    explainExpression(text);
    explainOpenTag(text);
    return text;
}

} // namespace galley::check
