// SPDX-License-Identifier: MIT
// A YAML document as a flat list of events with byte offsets: what values are made from and edits are checked
// against.
#pragma once

#include "base/expected.h"
#include "base/value.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace galley::yaml
{

struct Event {
    enum class Kind { Scalar, Alias, SequenceStart, SequenceEnd, MapStart, MapEnd };

    Kind kind = Kind::Scalar;
    bool plain = false;     ///< a scalar without quotes that is no block scalar: only these are resolved
    bool flow = false;      ///< a collection written with [] or {}
    int line = 0;           ///< 0-based; of the node's first property or first character
    std::size_t anchor = 0; ///< 1, 2, … in order of definition; for an alias the anchor it names; 0 = none
    std::size_t offset = 0; ///< bytes from the start of the text; ends of collections have none
    std::string tag;        ///< resolved, as in tag:yaml.org,2002:str; empty when the node has none
    std::string value;      ///< a scalar's text with quotes, escapes and folding undone
};

using Events = std::vector<Event>;

/// The events of the first document of `text`, as Psych.safe_load reads only that. Empty when there is none.
/// Refuses what Ruby's parser refuses; the error's line is 1-based in `text`.
Expected<Events> readEvents(std::string_view text);

/// The value that Ruby makes of a document's events; nil when there are none.
Expected<Value> compose(const Events& events, const std::string& timeZone = {});

} // namespace galley::yaml
