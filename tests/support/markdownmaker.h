// SPDX-License-Identifier: MIT
// MarkdownMaker: random Markdown in which constructs meet, and the smallest part of one that still shows a fault.
#pragma once

#include <functional>
#include <random>
#include <string>

namespace galley::test
{

class MarkdownMaker
{
public:
    explicit MarkdownMaker(unsigned seed) : m_random(seed) {}

    /// A text of a few blocks; the same seed gives the same texts.
    std::string next();

private:
    std::size_t below(std::size_t count) { return std::uniform_int_distribution<std::size_t>(0, count - 1)(m_random); }
    std::string spans();
    std::string line();

    std::mt19937 m_random;
};

/// Takes lines, then characters away while `shows` holds.
std::string shrink(std::string text, const std::function<bool(const std::string&)>& shows);

} // namespace galley::test
