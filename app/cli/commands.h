// SPDX-License-Identifier: MIT
// The commands of galley-cli. Each answers the program's exit code: 0 done (warnings allowed), 1 an error, 2 usage.
#pragma once

#include "cli/arguments.h"

#include <string>
#include <vector>

namespace galley::cli
{

inline constexpr int done = 0;
inline constexpr int failed = 1;
inline constexpr int badUsage = 2;

/// Takes what stands behind the program's name.
int run(const std::vector<std::string>& words);

int render(const Arguments& arguments);
int build(const Arguments& arguments);
int check(const Arguments& arguments);
int newPost(const Arguments& arguments);

} // namespace galley::cli
