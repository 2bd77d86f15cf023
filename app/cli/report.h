// SPDX-License-Identifier: MIT
// What goes to standard error: one line for each diagnostic, in the form compilers use.
#pragma once

#include "base/diagnostic.h"
#include "base/expected.h"

#include <filesystem>
#include <string>

namespace galley::cli
{

/// Prints the diagnostics; one without a file is about `post`, one with a relative file lies below `root`.
void report(const Diagnostics& diagnostics, const std::string& post, const std::filesystem::path& root = {});

/// Prints why there is no result.
void report(const Error& error);

} // namespace galley::cli
