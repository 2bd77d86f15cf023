// SPDX-License-Identifier: MIT
// Where in a block's source a place of its page stands, found by the words around it.
#pragma once

#include <QString>

#include <optional>

namespace galley
{

/// The offset in `source` whose surroundings are most like the page's text before and after the place. Only letters and
/// digits are compared, since Markdown's signs are not on the page; nothing when none of them agrees.
std::optional<int> placeInText(const QString& source, const QString& before, const QString& after);

} // namespace galley
