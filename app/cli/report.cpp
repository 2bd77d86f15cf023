// SPDX-License-Identifier: MIT
#include "cli/report.h"

#include <cstdio>

namespace galley::cli
{

static void print(const Diagnostic& diagnostic)
{
    std::fprintf(stderr, "%s\n", toString(diagnostic).c_str());
}

void report(const Diagnostics& diagnostics, const std::string& post, const std::filesystem::path& root)
{
    for (Diagnostic diagnostic : diagnostics) {
        if (diagnostic.file.empty())
            diagnostic.file = post;
        else if (!root.empty() && diagnostic.file != post)
            diagnostic.file = (root / diagnostic.file).string();
        print(diagnostic);
    }
}

void report(const Error& error)
{
    // The message of an unreadable file names it already; saying it twice helps nobody.
    const bool named = !error.file.empty() && error.message.find(error.file) != std::string::npos;
    print({named && error.line == 0 ? std::string() : error.file, error.line, 0, Severity::Error, error.message});
}

} // namespace galley::cli
