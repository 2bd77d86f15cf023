// SPDX-License-Identifier: MIT
// Random texts of blocks of every kind with prose between them, and what somebody types into them.
#pragma once

#include <random>
#include <string>
#include <vector>

namespace galley::test
{

/// kramdown's own cases and 200 texts of chance.
std::vector<std::string> strangeTexts();

/// Prose, and every third block one of these texts.
std::string randomText(std::mt19937& random, const std::vector<std::string>& texts);

/// The text after one edit at a place of chance: mostly a letter, else what makes another block of it or takes bytes
/// out.
std::string typed(std::string text, std::mt19937& random);

} // namespace galley::test
