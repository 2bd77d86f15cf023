// SPDX-License-Identifier: MIT
// A URL in its parts, normalized as Addressable does it for Jekyll's URL filters.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace galley::liquid
{

struct WebUrl {
    std::optional<std::string> scheme;
    std::optional<std::string> authority;
    std::string path;
    std::optional<std::string> query;
    std::optional<std::string> fragment;

    static WebUrl parse(std::string_view text);
    /// Percent-encoding uniform, dot segments gone, host in lower case.
    WebUrl normalized() const;
    std::string toString() const;
};

/// Decodes, composes (NFKC) and encodes again all but letters, digits, -._~ and the characters of `kept`.
std::string normalizedComponent(std::string_view text, std::string_view kept);

/// RFC 3986's general and sub delimiters: what uri_escape leaves.
inline constexpr std::string_view reservedCharacters = ":/?#[]@!$&'()*+,;=";

} // namespace galley::liquid
