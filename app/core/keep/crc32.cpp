// SPDX-License-Identifier: MIT
#include "keep/crc32.h"

#include <array>

namespace galley
{

namespace
{
constexpr std::array<std::uint32_t, 256> makeTable()
{
    std::array<std::uint32_t, 256> table{};
    for (std::uint32_t byte = 0; byte < table.size(); ++byte) {
        std::uint32_t value = byte;
        for (int bit = 0; bit < 8; ++bit)
            value = (value >> 1) ^ (value & 1 ? 0xEDB88320u : 0u);
        table[byte] = value;
    }
    return table;
}

constexpr std::array<std::uint32_t, 256> table = makeTable();
} // namespace

std::uint32_t crc32(std::string_view bytes, std::uint32_t seed)
{
    std::uint32_t value = ~seed;
    for (const char c : bytes)
        value = (value >> 8) ^ table[(value ^ static_cast<unsigned char>(c)) & 0xFF];
    return ~value;
}

} // namespace galley
