// SPDX-License-Identifier: MIT
// Liquid's parser errors in words that help somebody who has never seen a parser.
#pragma once

#include <string>

namespace galley::check
{

/// `text` is a message of Liquid as Jekyll prints it. Its place ("line 5") and the markup it quotes stay; what Galley
/// has no better words for comes back as it is.
std::string plainLiquid(std::string text);

} // namespace galley::check
