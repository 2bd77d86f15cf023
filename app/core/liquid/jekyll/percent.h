// SPDX-License-Identifier: MIT
// Percent-encoding of the components of a URL, as Addressable does it.
#pragma once

#include <string>
#include <string_view>

namespace galley::liquid
{

/// "%41" → "A"; the escapes of `kept` stay ("+" in queries).
std::string percentDecoded(std::string_view text, std::string_view kept = {});

/// Encodes all bytes but letters, digits, -._~ and those of `kept`. With "%" in `kept` only "%2B" is left alone.
std::string percentEncoded(std::string_view text, std::string_view kept);

} // namespace galley::liquid
