// SPDX-License-Identifier: MIT
// An edit is data: replace `length` bytes at `offset` by `text`.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace galley
{

struct TextEdit {
    std::size_t offset = 0; ///< bytes
    std::size_t length = 0; ///< bytes removed at offset
    std::string text;       ///< UTF-8 put in their place

    bool operator==(const TextEdit&) const = default;
};

inline std::string applied(std::string_view source, const TextEdit& edit)
{
    std::string out(source);
    return out.replace(edit.offset, edit.length, edit.text);
}

} // namespace galley
