// SPDX-License-Identifier: MIT
// Base64 as Ruby's strict and URL-safe forms.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace galley::liquid
{

enum class Base64 { Standard, UrlSafe };

std::string base64Encoded(std::string_view bytes, Base64 alphabet);
/// Nothing for characters outside the alphabet and for wrong padding (the URL-safe form needs none).
std::optional<std::string> base64Decoded(std::string_view text, Base64 alphabet);

} // namespace galley::liquid
