// SPDX-License-Identifier: MIT
#include "sass/sasssteps.h"

#include <algorithm>
#include <array>

namespace galley::sass
{

namespace
{
bool isNameCharacter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
}

bool opensRepeated(std::string_view rest)
{
    static constexpr std::array<std::string_view, 5> words{"@while", "@for", "@each", "@function", "@mixin"};
    return std::any_of(words.begin(), words.end(), [&](std::string_view word) {
        return rest.substr(0, word.size()) == word &&
               (rest.size() == word.size() || !isNameCharacter(rest[word.size()]));
    });
}

/// Behind what holds no code: a comment, a string, an address without quotes, an interpolation; `at` for anything else.
std::size_t behindText(std::string_view text, std::size_t at)
{
    const std::string_view rest = text.substr(at);
    const auto behind = [&](std::string_view end, std::size_t from) {
        const std::size_t found = text.find(end, from);
        return found == std::string_view::npos ? text.size() : found + end.size();
    };
    if (rest.substr(0, 2) == "/*")
        return behind("*/", at + 2);
    if (rest.substr(0, 2) == "//")
        return behind("\n", at + 2);
    if (rest.substr(0, 4) == "url(")
        return behind(")", at + 4);
    if (rest.substr(0, 2) == "#{")
        return behind("}", at + 2);
    if (rest[0] != '"' && rest[0] != '\'')
        return at;
    std::size_t end = at + 1;
    while (end < text.size() && text[end] != rest[0] && text[end] != '\n')
        end += text[end] == '\\' ? 2 : 1;
    return std::min(end + 1, text.size());
}
} // namespace

CountedSass withSteps(std::string_view scss)
{
    const std::string call = "@if " + std::string(sassStep) + "(){}";
    CountedSass counted;
    bool expected = false; // the brace of a body to count
    for (std::size_t at = 0; at < scss.size();) {
        const std::size_t behind = std::max(behindText(scss, at), at + 1);
        counted.text += scss.substr(at, behind - at);
        if (behind == at + 1 && opensRepeated(scss.substr(at)))
            expected = true;
        if (expected && behind == at + 1 && scss[at] == '{') {
            counted.text += call;
            ++counted.places;
        }
        if (behind == at + 1 && (scss[at] == '{' || scss[at] == ';' || scss[at] == '}'))
            expected = false;
        at = behind;
    }
    return counted;
}

} // namespace galley::sass
