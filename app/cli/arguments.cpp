// SPDX-License-Identifier: MIT
#include "cli/arguments.h"

#include <algorithm>

namespace galley::cli
{

namespace
{
const Option* optionOf(const Syntax& syntax, std::string_view name)
{
    for (const std::vector<Option>* options : {&syntax.required, &syntax.options}) {
        for (const Option& each : *options) {
            if (each.name == name)
                return &each;
        }
    }
    return nullptr;
}

tl::unexpected<Error> wrong(std::string message)
{
    return tl::unexpected(Error{std::move(message), {}, 0});
}

bool isOption(const std::string& word)
{
    return word.size() > 1 && word[0] == '-';
}

/// "--site DIR", "-o OUT", "--drafts"
std::string written(const Option& option)
{
    const std::string name = (option.name.size() == 1 ? "-" : "--") + std::string(option.name);
    return option.value.empty() ? name : name + " " + std::string(option.value);
}

/// One option at words[at], which moves over its value.
Expected<void> readOption(const Syntax& syntax, const std::vector<std::string>& words, std::size_t& at, Arguments& out)
{
    const std::string& word = words[at];
    const std::size_t equals = word.starts_with("--") ? word.find('=') : std::string::npos;
    const std::string name =
        word.substr(word.starts_with("--") ? 2 : 1, equals == std::string::npos ? equals : equals - 2);
    const bool isShort = !word.starts_with("--");
    if (equals == std::string::npos && name == (isShort ? "h" : "help")) {
        out.helpAsked = true;
        return {};
    }
    const Option* const option = isShort == (name.size() == 1) ? optionOf(syntax, name) : nullptr;
    if (!option)
        return wrong("Unknown option " + word);
    if (option->value.empty()) {
        if (equals != std::string::npos)
            return wrong("--" + name + " takes no value");
        out.options[name] = {};
        return {};
    }
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
            if (out.helpAsked)
                return out;
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

std::string usageOf(const Syntax& syntax)
{
    constexpr std::size_t width = 100;
    std::string out = "galley-cli " + std::string(syntax.name) + " " + std::string(syntax.operand);
    std::size_t lineBegin = 0;
    const auto add = [&](const std::string& part) {
        const bool isFull = out.size() - lineBegin + 1 + part.size() > width;
        if (isFull)
            lineBegin = out.size() + 1;
        out += (isFull ? "\n    " : " ") + part;
    };
    for (const Option& each : syntax.required)
        add(written(each));
    for (const Option& each : syntax.options)
        add("[" + written(each) + "]");
    return out;
}

std::string helpOf(const Syntax& syntax)
{
    std::vector<Option> all = syntax.required;
    all.insert(all.end(), syntax.options.begin(), syntax.options.end());
    all.push_back({"help", "", "Print this."});
    std::size_t width = 0;
    for (const Option& each : all)
        width = std::max(width, written(each).size());
    std::string out = usageOf(syntax) + "\n\n" + std::string(syntax.help) + "\n\n";
    for (const Option& each : all) {
        const std::string name = written(each);
        out += "  " + name + std::string(width + 3 - name.size(), ' ') + std::string(each.help) + "\n";
    }
    return out;
}

} // namespace galley::cli
