// SPDX-License-Identifier: MIT
// Changes of one place of a post's front matter as text edits: every other byte stays, and an edit that would
// not do exactly what was asked is refused.
#pragma once

#include "base/expected.h"
#include "base/textedit.h"
#include "base/value.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace galley
{

/// From the top of the front matter down: a key of a mapping, or a 0-based place in a list.
using KeyStep = std::variant<std::string, std::size_t>;
using KeyPath = std::vector<KeyStep>;

namespace frontmatter
{

// Each takes the whole text of the post and answers an edit of it (offsets in bytes), or a sentence and the
// line (1-based) where the person can change the text by hand. An edit that changes nothing has length 0 and
// no text.

/// Gives the value at `path`, which is there, its new value in the quoting it has. A list keeps the items it
/// shares.
Expected<TextEdit> setValue(std::string_view text, const KeyPath& path, const Value& value);

/// Replaces the source of the value at `path` by YAML as a person writes it, its lines indented as if it
/// began a line.
Expected<TextEdit> setSource(std::string_view text, const KeyPath& path, std::string_view yaml);

/// The source of the value at `path` as setSource takes it.
Expected<std::string> source(std::string_view text, const KeyPath& path);

using Sources = std::vector<std::pair<std::string, std::string>>;

/// Every key at the top with the source of its value, as source() gives it; empty where that can not be told.
Sources sources(std::string_view text);

inline constexpr std::size_t atEnd = static_cast<std::size_t>(-1);

/// A new key in the mapping at `parent` (empty = the top) before its entry `position`. Text without front
/// matter gets one.
Expected<TextEdit> addKey(std::string_view text, const KeyPath& parent, std::string_view key, const Value& value,
                          std::size_t position = atEnd);

/// A new key at the end of the top mapping whose value is YAML as a person writes it.
Expected<TextEdit> addSource(std::string_view text, std::string_view key, std::string_view yaml);

/// Whether the front matter can be read and holds the key at its top.
bool hasKey(std::string_view text, std::string_view key);

/// setValue of a key at the top that is there, addKey of one that is not.
Expected<TextEdit> put(std::string_view text, std::string_view key, const Value& value);
/// The same for YAML as a person writes it.
Expected<TextEdit> putSource(std::string_view text, std::string_view key, std::string_view yaml);

Expected<TextEdit> renameKey(std::string_view text, const KeyPath& path, std::string_view newKey);

/// Removes a key with its value, or an item of a list.
Expected<TextEdit> remove(std::string_view text, const KeyPath& path);

/// A new item in the list at `list` before its item `position`.
Expected<TextEdit> insertItem(std::string_view text, const KeyPath& list, const Value& value,
                              std::size_t position = atEnd);

/// Moves the key or item at `path` to the place `position` among its siblings as they then stand. Comments
/// above it go along.
Expected<TextEdit> move(std::string_view text, const KeyPath& path, std::size_t position);

/// The 1-based line of the file where the value at `path` begins; 0 when it is not there.
int lineOf(std::string_view text, const KeyPath& path);

} // namespace frontmatter
} // namespace galley
