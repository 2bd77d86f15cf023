// SPDX-License-Identifier: MIT
// TextSplicer: pieces of given texts put together by chance, with lines moved, indented, cut and marks put in.
#pragma once

#include <random>
#include <string>
#include <string_view>
#include <vector>

namespace galley::test
{

class TextSplicer
{
public:
    /// `texts` holds at least one text that is not empty.
    TextSplicer(const std::vector<std::string>& texts, unsigned seed);

    /// A text of a few dozen lines at most; the same seed and texts give the same texts.
    std::string next();

private:
    std::size_t below(std::size_t count) { return std::uniform_int_distribution<std::size_t>(0, count - 1)(m_random); }
    std::vector<std::string> piece();
    void changeLine(std::vector<std::string>& lines);
    void changeCharacters(std::string& line, const std::string& other);

    std::vector<std::vector<std::string>> m_texts; ///< by lines, with their ends
    std::mt19937 m_random;
};

} // namespace galley::test
