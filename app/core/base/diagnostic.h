// SPDX-License-Identifier: MIT
// A flaw found in a post or a site, with its place: rendering never fails, it reports.
#pragma once

#include <string>
#include <vector>

namespace galley
{

enum class Severity { Note, Warning, Error };

struct Diagnostic {
    std::string file; ///< path as the caller named it; empty for the post's own text
    int line = 0;     ///< 1-based; 0 when no line is concerned
    int column = 0;   ///< 1-based, in characters; 0 when no column is concerned
    Severity severity = Severity::Warning;
    std::string text; ///< one sentence, no trailing full stop

    bool operator==(const Diagnostic&) const = default;
};

using Diagnostics = std::vector<Diagnostic>;

/// "file:line:col: severity: text", the form compilers use; absent parts are left out.
std::string toString(const Diagnostic& diagnostic);

bool hasErrors(const Diagnostics& diagnostics);

} // namespace galley
