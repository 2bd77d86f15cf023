// SPDX-License-Identifier: MIT
// What a command takes, in one table that the parser and the help read, and what it was given.
#pragma once

#include "base/expected.h"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace galley::cli
{

struct Option {
    std::string_view name;  ///< without dashes; one letter is written -o, a longer name --site
    std::string_view value; ///< what its value is called in the help; empty for a switch, which takes none
    std::string_view help;  ///< one sentence
};

struct Syntax {
    std::string_view name;
    std::string_view operand; ///< shown in the usage line; exactly one is wanted
    std::string_view help;    ///< what the command does, in a sentence or two
    std::vector<Option> required;
    std::vector<Option> options; ///< those that may be left out
};

struct Arguments {
    std::string operand;
    std::map<std::string, std::string, std::less<>> options; ///< a switch has an empty value
    bool helpAsked = false;                                  ///< -h or --help: what else was given does not count

    bool has(std::string_view name) const { return options.contains(name); }
    std::string value(std::string_view name, std::string_view otherwise = {}) const;
};

/// `-o FILE`, `--site DIR`, `--site=DIR`; `--` ends the options; -h and --help are known to every command. The error
/// says what is wrong in one sentence. Whether a required option was given is asked by the command itself.
Expected<Arguments> parse(const Syntax& syntax, const std::vector<std::string>& words);

/// "galley-cli build SITE -o OUT [--drafts]", in lines of at most 100 columns; the further lines are indented.
std::string usageOf(const Syntax& syntax);

/// The usage, the sentence of the command and a line for each option.
std::string helpOf(const Syntax& syntax);

} // namespace galley::cli
