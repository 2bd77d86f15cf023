// SPDX-License-Identifier: MIT
// LongPost: a post of any length, made of the sample write-up and what long posts have besides paragraphs.
#pragma once

#include <string>

namespace galley::test
{

/// samples/writeup.md, front matter and all.
std::string writeup();

/// The write-up's body, with headings, lists, quotes, tables and code between, until the text has this many bytes.
std::string longPost(std::size_t bytes);

} // namespace galley::test
