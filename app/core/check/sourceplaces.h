// SPDX-License-Identifier: MIT
// SourcePlaces: where in a post's source an address of its page was written.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace galley::check
{

class SourcePlaces
{
public:
    struct Place {
        std::size_t offset = 0; ///< bytes
        std::string text;       ///< what stands there: the address, or its end where Liquid made the beginning
        int line = 0;           ///< 1-based
        int column = 0;         ///< 1-based, in characters
    };

    /// `text` must live longer.
    explicit SourcePlaces(std::string_view text);

    /// Searches the lines first … last (0-based); the next search for the same finds the next place.
    std::optional<Place> find(const std::string& url, int firstLine, int lastLine);

    int lineCount() const { return static_cast<int>(m_lines.size()); }

private:
    Place placeAt(std::size_t offset, const std::string& text) const;

    std::string_view m_text;
    std::vector<std::size_t> m_lines; ///< where each begins
    std::unordered_map<std::string, std::size_t> m_next;
};

} // namespace galley::check
