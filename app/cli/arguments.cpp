// SPDX-License-Identifier: MIT
#include "cli/arguments.h"

#include <algorithm>

namespace galley::cli
{

namespace
{
bool contains(const std::vector<std::string_view>& names, std::string_view name)
{
    return std::find(names.begin(), names.end(), name) != names.end();
}

tl::unexpected<Error> wrong(std::string message)
{
    return tl::unexpected(Error{std::move(message), {}, 0});
}

bool isOption(const std::string& word)
{
    return word.size() > 1 && word[0] == '-';
}

/// One option at words[at], which moves over its value.
Expected<void> readOption(const Syntax& syntax, const std::vector<std::string>& words, std::size_t& at, Arguments& out)
{
    const std::string& word = words[at];
    const std::size_t equals = word.starts_with("--") ? word.find('=') : std::string::npos;
    const std::string name =
        word.substr(word.starts_with("--") ? 2 : 1, equals == std::string::npos ? equals : equals - 2);
    const bool isShort = !word.starts_with("--");
    const bool known = isShort == (name.size() == 1);
    if (known && contains(syntax.switches, name)) {
        if (equals != std::string::npos)
            return wrong("--" + name + " takes no value");
        out.options[name] = {};
        return {};
    }
    if (!known || !contains(syntax.values, name))
        return wrong("Unknown option " + word);
    if (equals == std::string::npos && at + 1 == words.size())
        return wrong(word + " wants a value");
    out.options[name] = equals == std::string::npos ? words[++at] : word.substr(equals + 1);
    return {};
}
} // namespace

std::string Arguments::value(std::string_view name, std::string_view otherwise) const
{
    const auto found = options.find(name);
    return found == options.end() ? std::string(otherwise) : found->second;
}

Expected<Arguments> parse(const Syntax& syntax, const std::vector<std::string>& words)
{
    Arguments out;
    bool hasOperand = false;
    bool optionsEnded = false;
    for (std::size_t at = 0; at < words.size(); ++at) {
        if (!optionsEnded && words[at] == "--") {
            optionsEnded = true;
        } else if (!optionsEnded && isOption(words[at])) {
            if (const auto read = readOption(syntax, words, at, out); !read)
                return tl::unexpected(read.error());
        } else if (hasOperand) {
            return wrong("One " + std::string(syntax.operand) + " at a time");
        } else {
            out.operand = words[at];
            hasOperand = true;
        }
    }
    if (!hasOperand || out.operand.empty())
        return wrong("Which " + std::string(syntax.operand) + "?");
    return out;
}

} // namespace galley::cli
