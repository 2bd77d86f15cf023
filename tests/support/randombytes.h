// SPDX-License-Identifier: MIT
// Random file contents with a fixed seed: the awkward byte sequences far more often than chance would.
#pragma once

#include <random>
#include <string>

namespace galley
{

class RandomBytes
{
public:
    explicit RandomBytes(unsigned seed) : m_random(seed) {}

    int below(int n) { return static_cast<int>(m_random() % static_cast<unsigned>(n)); }

    /// Pieces of text, of broken UTF-8, of what editors stumble over; `pieces` at most.
    std::string text(int pieces);

private:
    std::string piece();
    std::mt19937 m_random;
};

} // namespace galley
