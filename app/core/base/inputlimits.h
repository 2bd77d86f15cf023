// SPDX-License-Identifier: MIT
// Limits of what a person brings into a post: its form, calendars, images, words. The engine's stand in limits.h.
#pragma once

#include <cstddef>

namespace galley::limits
{

/// Front matter that the form edits and lint reads: each edit reads it three times in the window's thread, which takes
/// some 30 ms at this size. Larger front matter is data and is edited in the text.
inline constexpr std::size_t formBytes = 64u << 10;

/// Front matter that is read at all: yaml-cpp takes 0.3 s for this much, with every key that is typed. No post has more
/// than some kilobytes; a data file may be larger.
inline constexpr std::size_t frontMatterBytes = 1u << 20;

/// A calendar file, the events offered of it, and parts inside one another: a year of meetups has some hundred events in
/// 1 MB, and libical walks the parts recursively.
inline constexpr std::size_t calendarBytes = 4u << 20;
inline constexpr std::size_t calendarEvents = 2000;
inline constexpr int calendarDepth = 20;

/// Templates for new posts that a site may add, and their size: a list to choose from, and a page of questions.
inline constexpr std::size_t postTemplates = 50;
inline constexpr std::size_t postTemplateBytes = 256u << 10;

/// Pixels of an image that is put into a post: a phone's photo has 12 to 200 million, and each takes four bytes while it
/// is shrunk.
inline constexpr std::size_t imageMegapixels = 256;

/// Words of one's own for the spelling, as a file: ten thousand of them are 100 KB.
inline constexpr std::size_t ownWordsBytes = 4u << 20;

} // namespace galley::limits
