// SPDX-License-Identifier: MIT
// YAML to compare with Ruby's: a table of scalars, and documents put together at random from a seed.
#pragma once

#include <string>
#include <vector>

namespace galley::test
{

/// Over 300 values as they stand behind a key, families of what YAML 1.1 resolves and what comes near it.
std::vector<std::string> scalarTable();

/// Values of one to four fragments that matter to the scanner.
std::vector<std::string> randomScalars(unsigned seed, int count);

/// Front matter as people write it, faults included.
std::vector<std::string> likelyDocuments(unsigned seed, int count);

/// Lines that do not belong together.
std::vector<std::string> hostileDocuments(unsigned seed, int count);

/// YAML's own tokens, scalars of every style and line breaks in any order.
std::vector<std::string> tokenDocuments(unsigned seed, int count);

} // namespace galley::test
