// SPDX-License-Identifier: MIT
// Random templates with an environment: sensible ones, malformed ones, and mixtures.
#pragma once

#include <random>
#include <string>

namespace galley::test
{

/// Deterministic for its seed.
class LiquidCases
{
public:
    explicit LiquidCases(unsigned seed) : m_random(seed) {}

    std::string nextTemplate();
    /// The variables that the templates name, as JSON.
    static std::string environment();

private:
    template <std::size_t count>
    std::string pick(const char* const (&choices)[count]);
    bool chance(int percent);
    std::string value();
    std::string filters();
    std::string condition();
    std::string piece(int depth);
    std::string loop(int depth);
    std::string damaged(std::string text);

    std::mt19937 m_random;
};

} // namespace galley::test
