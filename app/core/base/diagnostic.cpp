// SPDX-License-Identifier: MIT
#include "base/diagnostic.h"

#include <algorithm>

namespace galley
{

static const char* word(Severity severity)
{
    switch (severity) {
    case Severity::Note: return "note";
    case Severity::Warning: return "warning";
    case Severity::Error: return "error";
    }
    return "error";
}

std::string toString(const Diagnostic& diagnostic)
{
    std::string out = diagnostic.file;
    if (diagnostic.line > 0) {
        out += ':' + std::to_string(diagnostic.line);
        if (diagnostic.column > 0)
            out += ':' + std::to_string(diagnostic.column);
    }
    if (!out.empty())
        out += ": ";
    return out + word(diagnostic.severity) + ": " + diagnostic.text;
}

bool hasErrors(const Diagnostics& diagnostics)
{
    return std::any_of(diagnostics.begin(), diagnostics.end(),
                       [](const Diagnostic& d) { return d.severity == Severity::Error; });
}

} // namespace galley
