// SPDX-License-Identifier: MIT
// Runs one mode over a file of JSON lines and reports.
#pragma once

#include "vectormode.h"

#include <set>
#include <string>

namespace galley::vectors
{

struct Arguments {
    std::string file;
    std::string known; ///< a list of names that are expected to differ; empty for none
    bool list = false; ///< print the names of all differences
    bool show = false; ///< print all differences whole
};

inline constexpr int skipped = 77; ///< CTest's SKIP_RETURN_CODE

/// Prints the differences asked for, then "N of M equal". 0 when all are equal, or exactly the known ones differ.
int runFile(Mode mode, const Arguments& arguments);

/// One outcome's part of the report.
void report(const Outcome& outcome, const Arguments& arguments);

/// Prints what differs and is not listed, or is listed and does not differ, then "N of M equal". The exit code.
int conclude(const std::set<std::string>& failures, int total, const Arguments& arguments);

} // namespace galley::vectors
