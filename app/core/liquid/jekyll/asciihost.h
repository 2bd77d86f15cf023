// SPDX-License-Identifier: MIT
// Names of hosts in ASCII: "bücher.example" → "xn--bcher-kva.example" (RFC 3492).
#pragma once

#include <string>
#include <string_view>

namespace galley::liquid
{

/// Addressable::IDNA.to_ascii. Each label with a letter outside ASCII is encoded; text that is no UTF-8 stays.
std::string asciiHost(std::string_view host);

} // namespace galley::liquid
