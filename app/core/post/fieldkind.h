// SPDX-License-Identifier: MIT
// What kind of field a key of the front matter is, told from its name and value, and what a site offers for
// it.
#pragma once

#include "base/value.h"

#include <string>
#include <string_view>
#include <vector>

namespace galley
{

enum class FieldKind { Text, Lines, Date, Boolean, Number, Choice, List, Image, Source };

/// `value` is nullptr where the key is absent. Source (raw YAML) is for what no other kind can show without
/// loss.
FieldKind fieldKind(std::string_view key, const Value* value);

/// A value as one line of text for a field: what Ruby's to_s prints, dates with their zone; lists joined by
/// ", ".
std::string fieldText(const Value& value);

/// What a site offers for the fields of a post; filled by whoever knows the site.
struct FieldChoices {
    struct Option {
        std::string value; ///< what is written
        std::string name;  ///< what is shown beside it; may be empty
        bool operator==(const Option&) const = default;
    };
    struct Key {
        std::string name;
        FieldKind kind = FieldKind::Text;
        std::vector<Option> values; ///< in use in sibling posts
        bool operator==(const Key&) const = default;
    };

    std::vector<Option> layouts;
    std::vector<Option> authors;
    std::vector<std::string> tags;
    std::vector<std::string> categories;
    std::vector<Key> siblingKeys; ///< keys that other posts use, most used first
    Hash inherited;               ///< what the site's defaults give this post
    std::string timeZone;         ///< IANA name of the site's zone; empty = UTC
};

} // namespace galley
