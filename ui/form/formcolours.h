// SPDX-License-Identifier: MIT
// The few colours a palette has no role for, chosen for its lightness.
#pragma once

#include <QColor>
#include <QPalette>
#include <QString>

namespace galley
{

bool isDark(const QPalette& palette);
QColor errorColour(const QPalette& palette);
/// Text of second rank: labels, hints.
QColor quietColour(const QPalette& palette);
QString chipStyle(const QPalette& palette);

} // namespace galley
