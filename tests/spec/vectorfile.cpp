// SPDX-License-Identifier: MIT
#include "vectorfile.h"

#include "base/jsonreader.h"

#include <filesystem>
#include <fstream>
#include <iostream>
#include <optional>
#include <set>

namespace galley::vectors
{

namespace
{
/// Names at the starts of lines, up to " # reason"; empty lines and comments are left out.
std::set<std::string> knownFailures(const std::string& file)
{
    std::set<std::string> names;
    std::ifstream in(file);
    for (std::string line; std::getline(in, line);) {
        const std::string name = line.substr(0, line.find(" # "));
        if (!name.empty() && name[0] != '#')
            names.insert(name);
    }
    return names;
}

std::optional<Outcome> runLine(Mode mode, const std::string& line, int number)
{
    const auto value = readJson(line);
    if (value && value->isHash())
        return mode(value->hash(), number);
    std::cerr << "line " << number << ": " << (value ? "not an object" : value.error().message) << '\n';
    return std::nullopt;
}

/// Whether what differs is what is known to differ; says what is not so.
bool matchesKnown(const std::set<std::string>& failures, const std::string& file)
{
    const std::set<std::string> known = knownFailures(file);
    bool same = true;
    for (const std::string& name : failures) {
        if (!known.count(name)) {
            std::cout << "differs and is not listed: " << name << '\n';
            same = false;
        }
    }
    for (const std::string& name : known) {
        if (!failures.count(name)) {
            std::cout << "listed but equal now (take it off the list): " << name << '\n';
            same = false;
        }
    }
    return same;
}
} // namespace

void report(const Outcome& outcome, const Arguments& arguments)
{
    if (arguments.list || arguments.show)
        std::cout << outcome.name << '\n';
    if (arguments.show)
        std::cout << "  input:    " << outcome.input << "\n  expected: " << outcome.expected
                  << "\n  actual:   " << outcome.actual << '\n';
}

int conclude(const std::set<std::string>& failures, int total, const Arguments& arguments)
{
    const bool passed = arguments.known.empty() ? failures.empty() : matchesKnown(failures, arguments.known);
    std::cout << total - static_cast<int>(failures.size()) << " of " << total << " equal" << std::endl;
    return passed ? 0 : 1;
}

int runFile(Mode mode, const Arguments& arguments)
{
    if (!std::filesystem::exists(arguments.file)) {
        std::cout << "skipped: there is no " << arguments.file << '\n';
        return skipped;
    }
    std::ifstream in(arguments.file);
    std::set<std::string> failures;
    int number = 0;
    for (std::string line; std::getline(in, line);) {
        if (line.empty())
            continue;
        const auto outcome = runLine(mode, line, ++number);
        if (outcome && outcome->equal)
            continue;
        failures.insert(outcome ? outcome->name : "line " + std::to_string(number));
        if (outcome)
            report(*outcome, arguments);
    }
    return conclude(failures, number, arguments);
}

} // namespace galley::vectors
