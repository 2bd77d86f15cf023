// SPDX-License-Identifier: MIT
// Extensions: {::name options}body{:/name}, on lines of its own or among spans.
#pragma once

#include "markdown/kramdownstate.h"
#include "markdown/lexis.h"

#include <optional>
#include <string_view>

namespace galley::markdown
{

struct ExtensionTag {
    std::string_view name;
    std::string_view body; ///< its attribute list
    bool selfClosed = false;
    bool isEnd = false; ///< {:/name}
    Pos end = none;
};

/// The start or end tag of an extension at `pos`.
std::optional<ExtensionTag> extensionTag(std::string_view text, Pos pos);

struct ExtensionEnd {
    Pos begin = none; ///< where the body ends
    Pos end = none;
};

/// The first end tag for `name` at or after `pos`; on a line of its own when asked.
std::optional<ExtensionEnd> extensionEnd(std::string_view text, Pos pos, std::string_view name, bool ownLine);

/// Does what the extension says: appends to `into`, or sets options. False for unknown names. `body` is null for
/// {::x /}; `line` is its 0-based line.
bool applyExtension(KramdownState& state, Node& into, std::string_view name, const AttributeList& list,
                    const std::string_view* body, bool span, int line);

} // namespace galley::markdown
