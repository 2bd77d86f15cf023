// SPDX-License-Identifier: MIT
// How much one press of Backspace deletes: an emoji as a whole, of everything else one code point.
#pragma once

#include <QStringView>

namespace galley
{

/// UTF-16 units at the end of `before` that go together; 0 for an empty text. Flags, skin tones, families, key caps and
/// signs with a variation selector are one; an accent typed behind its letter goes alone, as in browsers.
qsizetype backspaceLength(QStringView before);

} // namespace galley
