// SPDX-License-Identifier: MIT
// CRC-32 as in Ethernet, gzip and PNG (polynomial 0xEDB88320): it guards each record of a journal.
#pragma once

#include <cstdint>
#include <string_view>

namespace galley
{

/// `seed` is the checksum of what came before, so that checksums chain; 0 at the beginning.
std::uint32_t crc32(std::string_view bytes, std::uint32_t seed = 0);

} // namespace galley
