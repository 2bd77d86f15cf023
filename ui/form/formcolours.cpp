// SPDX-License-Identifier: MIT
#include "form/formcolours.h"

namespace galley
{
namespace
{
QColor mixed(const QColor& a, const QColor& b, double part)
{
    const auto mix = [part](int from, int to) { return static_cast<int>(from + (to - from) * part); };
    return {mix(a.red(), b.red()), mix(a.green(), b.green()), mix(a.blue(), b.blue())};
}
} // namespace

bool isDark(const QPalette& palette)
{
    return palette.color(QPalette::Window).lightness() < 128;
}

QColor errorColour(const QPalette& palette)
{
    return isDark(palette) ? QColor(0xff, 0x9c, 0x8f) : QColor(0xb3, 0x26, 0x1e);
}

QColor quietColour(const QPalette& palette)
{
    return mixed(palette.color(QPalette::WindowText), palette.color(QPalette::Window), 0.32);
}

QString chipStyle(const QPalette& palette)
{
    const QColor fill =
        mixed(palette.color(QPalette::Base), palette.color(QPalette::Highlight), isDark(palette) ? 0.34 : 0.16);
    const QColor hover =
        mixed(palette.color(QPalette::Base), palette.color(QPalette::Highlight), isDark(palette) ? 0.52 : 0.30);
    return QStringLiteral("QToolButton { border: 1px solid transparent; border-radius: 8px; padding: 1px "
                          "8px; background: %1; color: %2; }"
                          "QToolButton:hover { background: %3; } QToolButton:focus { border-color: %4; }")
        .arg(fill.name(), palette.color(QPalette::Text).name(), hover.name(),
             palette.color(QPalette::Highlight).name());
}

} // namespace galley
