// SPDX-License-Identifier: MIT
// specexamples FILE [--list] [--show] [--known FILE]: how many examples of a specification we answer right, and how
// many md4c's own HTML writer does; fewer than md4c is a failure.
#include "specfile.h"
#include "vectorfile.h"

#include <iostream>
#include <string_view>

using namespace galley::vectors;

int main(int argc, char** argv)
{
    if (argc < 2) {
        std::cerr << "usage: specexamples FILE [--list] [--show] [--known FILE]\n";
        return 2;
    }
    Arguments arguments;
    arguments.file = argv[1];
    for (int i = 2; i < argc; ++i) {
        const std::string_view option = argv[i];
        arguments.list = arguments.list || option == "--list";
        arguments.show = arguments.show || option == "--show";
        if (option == "--known" && i + 1 < argc)
            arguments.known = argv[++i];
    }
    const auto examples = readExamples(arguments.file);
    if (examples.empty()) {
        std::cout << "skipped: there is no " << arguments.file << ", tests/spec/fetch.sh gets it\n";
        return skipped;
    }
    std::set<std::string> failures;
    std::size_t peers = 0;
    for (const Example& example : examples) {
        peers += md4cAgrees(example);
        const Outcome outcome = specExample(example);
        if (outcome.equal)
            continue;
        failures.insert(outcome.name);
        report(outcome, arguments);
    }
    std::cout << "md4c's own writer: " << peers << '\n';
    const int code = conclude(failures, static_cast<int>(examples.size()), arguments);
    return examples.size() - failures.size() < peers ? 1 : code;
}
