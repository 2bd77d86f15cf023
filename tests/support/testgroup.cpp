// SPDX-License-Identifier: MIT
// main() of a program of several test classes: `unit_tests tst_value [function…]`, or a link named tst_value.
#include "testgroup.h"

#undef main

#include <cstdio>
#include <map>
#include <string>
#include <string_view>

static std::map<std::string, galley::test::TestMain, std::less<>>& classes()
{
    static std::map<std::string, galley::test::TestMain, std::less<>> all;
    return all;
}

static std::string_view nameOf(std::string_view path)
{
    path.remove_prefix(path.rfind('/') + 1);
    return path.substr(0, path.rfind('.'));
}

int galley::test::addTestClass(const char* file, TestMain run)
{
    classes().emplace(nameOf(file), run);
    return 0;
}

int main(int argc, char** argv)
{
    if (const auto linked = classes().find(nameOf(argv[0])); linked != classes().end())
        return linked->second(argc, argv);
    if (const auto asked = argc > 1 ? classes().find(std::string_view(argv[1])) : classes().end();
        asked != classes().end())
        return asked->second(argc - 1, argv + 1);
    std::fputs("Which test class?", stderr);
    for (const auto& each : classes())
        std::fprintf(stderr, " %s", each.first.c_str());
    std::fputs("\n", stderr);
    return 2;
}
