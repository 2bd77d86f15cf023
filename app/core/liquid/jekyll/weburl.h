// SPDX-License-Identifier: MIT
// A URL in its parts as the gem Addressable reads, checks, encodes and normalizes it: Jekyll stops where it raises.
#pragma once

#include "base/expected.h"

#include <optional>
#include <string>
#include <string_view>

namespace galley::liquid
{

struct WebUrl {
    std::optional<std::string> scheme;
    std::optional<std::string> user;
    std::optional<std::string> password;
    std::optional<std::string> host;
    std::optional<std::string> port; ///< digits without leading zeros
    std::string path;
    std::optional<std::string> query;
    std::optional<std::string> fragment;

    /// Addressable::URI.parse; an error has the message of its InvalidURIError.
    static Expected<WebUrl> parse(std::string_view text);
    /// URI#normalize: percent-encoding uniform, dot segments gone, host in ASCII and lower case. An error where the
    /// normalized parts make no URL.
    Expected<WebUrl> normalized() const;

    std::optional<std::string> authority() const;
    std::string toString() const;

    enum class EmptyPort { IsNone, IsRefused };
    /// Sets user, password, host and port.
    Expected<void> setAuthority(std::string_view text, EmptyPort emptyPort = EmptyPort::IsRefused);
    Expected<void> setScheme(std::string_view text);
    void setPath(std::string_view text);
    /// URI#validate and the check of URI#to_s.
    Expected<void> validated() const;
};

/// Addressable::URI.encode: each part percent-encoded but for what may stand there.
Expected<std::string> encodedUrl(std::string_view text);

/// Decodes, composes (NFKC) and encodes again all but letters, digits, -._~ and the characters of `kept`.
std::string normalizedComponent(std::string_view text, std::string_view kept);

/// RFC 3986's general and sub delimiters: what uri_escape leaves.
inline constexpr std::string_view reservedCharacters = ":/?#[]@!$&'()*+,;=";

} // namespace galley::liquid
