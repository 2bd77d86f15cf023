// SPDX-License-Identifier: MIT
// vectors MODE FILE [--list] [--show] [--known FILE]: how many cases of a file we answer as others do.
#include "vectorfile.h"

#include <iostream>
#include <string_view>

using namespace galley::vectors;

namespace
{
struct NamedMode {
    std::string_view name;
    Mode run;
};

constexpr NamedMode modes[] = {{"liquid", liquidCase}, {"posts", postCase}, {"cases", kramdownCase}};

int usage()
{
    std::cerr << "usage: vectors MODE FILE [--list] [--show] [--known FILE]\nmodes:";
    for (const NamedMode& mode : modes)
        std::cerr << ' ' << mode.name;
    std::cerr << '\n';
    return 2;
}
} // namespace

int main(int argc, char** argv)
{
    if (argc < 3)
        return usage();
    Arguments arguments;
    arguments.file = argv[2];
    for (int i = 3; i < argc; ++i) {
        const std::string_view option = argv[i];
        if (option == "--list")
            arguments.list = true;
        else if (option == "--show")
            arguments.show = true;
        else if (option == "--known" && i + 1 < argc)
            arguments.known = argv[++i];
        else
            return usage();
    }
    for (const NamedMode& mode : modes) {
        if (mode.name == argv[1])
            return runFile(mode.run, arguments);
    }
    return usage();
}
