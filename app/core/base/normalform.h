// SPDX-License-Identifier: MIT
// Unicode's composed normal forms: one spelling of a text whose letters and accents can be written in two ways.
#pragma once

#include <string>
#include <string_view>

namespace galley::unicode
{

enum class Form {
    Canonical,     ///< NFC: "u" and a combining diaeresis become "ü"
    Compatibility, ///< NFKC: "ﬁ" becomes "fi" and a full-width "Ａ" becomes "A" as well
};

/// Text that is not valid UTF-8 stays as it is.
std::string composed(std::string_view text, Form form);

} // namespace galley::unicode
