// SPDX-License-Identifier: MIT
// Several test classes in one program: the last header that such a program precompiles. Each file's main() becomes a
// function of that file alone, known under the file's name.
#pragma once

namespace galley::test
{

using TestMain = int (*)(int, char**);

/// Remembers the main() of "…/tst_value.cpp" as tst_value. Answers 0, so that it can be called before main().
int addTestClass(const char* file, TestMain run);

} // namespace galley::test

// What follows the name in the file is the definition; it keeps the internal linkage of the declaration here.
#define main                                                                                                           \
    nobodyCallsThis();                                                                                                 \
    static int mainOfThisFile(int argc, char** argv);                                                                  \
    [[maybe_unused]] static const int addedThisFile = galley::test::addTestClass(__FILE__, mainOfThisFile);            \
    int mainOfThisFile
