// SPDX-License-Identifier: MIT
// Icons drawn with one stroke colour: the SVG files say "currentColor", the palette answers.
#pragma once

#include "base/diagnostic.h"

#include <QIcon>

namespace galley
{

/// The icon resources/icons/<name>.svg; it is recoloured each time it is painted, so it follows the palette.
QIcon themedIcon(const QString& name);

/// The sign beside a note, a warning or an error.
QIcon severityIcon(Severity severity);

} // namespace galley
