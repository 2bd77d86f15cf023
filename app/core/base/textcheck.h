// SPDX-License-Identifier: MIT
// What is wrong with a text before anyone reads it as a post: not text at all, invalid UTF-8, NUL, stray CR.
#pragma once

#include "base/diagnostic.h"

#include <optional>
#include <string>
#include <string_view>

namespace galley
{

/// Why these file bytes are no text ("it is a PDF document", "it is UTF-16 …"); nothing when they may be a post.
/// A post may hold a NUL or two and any amount of Latin-1: refused is what begins as a known kind of file does, and
/// what is mostly control bytes.
std::optional<std::string> whyNotText(std::string_view fileBytes);

/// A core text's invalid bytes (errors, one a line), NULs and stray CRs (warnings). Lines and columns are 1-based.
Diagnostics checkText(std::string_view coreText);

/// Valid UTF-8 for rendering: every invalid byte becomes U+FFFD. Lines stay where they are, byte offsets do not.
std::string displayText(std::string_view coreText);

} // namespace galley
