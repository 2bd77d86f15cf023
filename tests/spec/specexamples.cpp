// SPDX-License-Identifier: MIT
// specexamples commonmark|gfm FILE [--list] [--show] [--known FILE]: how many examples of a specification we answer right.
#include "specfile.h"
#include "vectorfile.h"

#include <iostream>
#include <string_view>

using namespace galley::vectors;

int main(int argc, char** argv)
{
    const std::string_view flavour = argc > 2 ? argv[1] : "";
    if (flavour != "commonmark" && flavour != "gfm") {
        std::cerr << "usage: specexamples commonmark|gfm FILE [--list] [--show] [--known FILE]\n";
        return 2;
    }
    Arguments arguments;
    arguments.file = argv[2];
    for (int i = 3; i < argc; ++i) {
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
    for (const Example& example : examples) {
        const Outcome outcome = specExample(example, flavour == "gfm");
        if (outcome.equal)
            continue;
        failures.insert(outcome.name);
        report(outcome, arguments);
    }
    return conclude(failures, static_cast<int>(examples.size()), arguments);
}
