// SPDX-License-Identifier: MIT
// What a command was given: its operands and its options.
#pragma once

#include "base/expected.h"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace galley::cli
{

/// What a command takes. Names without dashes; one-letter names are written -o, longer ones --site.
struct Syntax {
    std::string_view name;
    std::string_view operand;               ///< shown in the usage line; exactly one is wanted
    std::vector<std::string_view> switches; ///< options without a value
    std::vector<std::string_view> values;   ///< options with one
};

struct Arguments {
    std::string operand;
    std::map<std::string, std::string, std::less<>> options; ///< a switch has an empty value

    bool has(std::string_view name) const { return options.contains(name); }
    std::string value(std::string_view name, std::string_view otherwise = {}) const;
};

/// `-o FILE`, `--site DIR`, `--site=DIR`; `--` ends the options. The error says what is wrong in one sentence.
Expected<Arguments> parse(const Syntax& syntax, const std::vector<std::string>& words);

} // namespace galley::cli
