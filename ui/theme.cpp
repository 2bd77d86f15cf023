// SPDX-License-Identifier: MIT
#include "theme.h"

#include <QApplication>
#include <QStyleFactory>

namespace galley
{

static QColor rgb(unsigned value)
{
    return QColor::fromRgb(QRgb(value));
}

static bool isDark(const QPalette& palette)
{
    return palette.color(QPalette::Base).lightness() < palette.color(QPalette::Text).lightness();
}

struct PaletteRow {
    QPalette::ColorRole role;
    unsigned light, dark;
};

static constexpr PaletteRow paletteRows[] = {
    // clang-format off
    {QPalette::Window, 0xf4f5f7, 0x212429},          {QPalette::WindowText, 0x23272e, 0xdfe2e7},
    {QPalette::Base, 0xffffff, 0x191b1f},            {QPalette::AlternateBase, 0xf7f8fa, 0x1f2226},
    {QPalette::Text, 0x23272e, 0xdfe2e7},            {QPalette::Button, 0xfafbfc, 0x2c3037},
    {QPalette::ButtonText, 0x23272e, 0xdfe2e7},      {QPalette::BrightText, 0xffffff, 0xffffff},
    {QPalette::ToolTipBase, 0x2b3038, 0x3a3f48},     {QPalette::ToolTipText, 0xffffff, 0xeceef1},
    {QPalette::Highlight, 0x2f6bd8, 0x3f74d1},       {QPalette::HighlightedText, 0xffffff, 0xffffff},
    {QPalette::Link, 0x1f5fc4, 0x7fb0ff},            {QPalette::LinkVisited, 0x6f4bb8, 0xb79cf0},
    {QPalette::PlaceholderText, 0x737a85, 0x8b929d}, {QPalette::Light, 0xffffff, 0x343942},
    {QPalette::Midlight, 0xe9ebee, 0x2c3037},        {QPalette::Mid, 0xc9cdd3, 0x16181b},
    {QPalette::Dark, 0xa9aeb6, 0x121316},            {QPalette::Shadow, 0x6b7079, 0x08090a},
    // clang-format on
};

static QPalette ownPalette(bool dark)
{
    QPalette palette;
    for (const PaletteRow& row : paletteRows)
        palette.setColor(row.role, rgb(dark ? row.dark : row.light));
    const QColor disabled = rgb(dark ? 0x6b717b : 0x9aa0a9);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, disabled);
    palette.setColor(QPalette::Disabled, QPalette::Base, palette.color(QPalette::Window));
    palette.setColor(QPalette::Disabled, QPalette::Highlight, rgb(dark ? 0x3a3f48 : 0xc9cdd3));
    return palette;
}

static ThemeColors lightColors()
{
    return {false,         rgb(0x2f6bd8), rgb(0xdcdfe4), rgb(0x68707c), rgb(0x14418f), rgb(0x7a3e00), rgb(0x1f5fc4),
            rgb(0x8a1f4b), rgb(0xf3f1f4), rgb(0x7a818c), rgb(0x6b3fa0), rgb(0x23272e), rgb(0x9a4f00), rgb(0x2d6f3e),
            rgb(0xf6f8fb), rgb(0xe8f0fe), rgb(0xfff4d6), rgb(0xfde8e8), rgb(0xc62828), rgb(0x9a6700)};
}

static ThemeColors darkColors()
{
    return {true,          rgb(0x6ea3f5), rgb(0x353a42), rgb(0x949ba7), rgb(0x8fb8ff), rgb(0xe9c48f), rgb(0x7fb0ff),
            rgb(0xf0a3bf), rgb(0x26292f), rgb(0x858c98), rgb(0xc3a6f2), rgb(0xdfe2e7), rgb(0xf0b072), rgb(0x93d0a0),
            rgb(0x1e2126), rgb(0x1f3150), rgb(0x453716), rgb(0x4d2224), rgb(0xff8a80), rgb(0xf0c050)};
}

ThemeColors themeColors(const QPalette& palette)
{
    return isDark(palette) ? darkColors() : lightColors();
}

// Only the frame of the window is styled: fields and lists stay with the style, so that they look like their
// neighbours.
static QString chromeStyle(const ThemeColors& colors)
{
    return QStringLiteral(R"(
QMainWindow::separator { width: 1px; height: 1px; background: %1; }
QToolBar { border: none; border-bottom: 1px solid %1; padding: 4px 8px; spacing: 2px; background: palette(window); }
QToolBar::separator { background: %1; width: 1px; margin: 5px 6px; }
QToolBar QToolButton { border: 1px solid transparent; border-radius: 6px; padding: 5px; }
QToolBar QToolButton:hover { background: %3; }
QToolBar QToolButton:pressed, QToolBar QToolButton:checked { background: %4; }
QToolBar QToolButton:focus { border-color: %2; }
QMenuBar { background: palette(window); padding: 2px 6px; }
QMenuBar::item { padding: 4px 9px; border-radius: 5px; background: transparent; }
QMenuBar::item:selected { background: %3; }
QTabBar#tabs { background: palette(window); border-bottom: 1px solid %1; }
QTabBar#tabs::tab { background: transparent; border: none; border-right: 1px solid %1; border-bottom: 2px solid transparent; padding: 6px 4px 5px 12px; }
QTabBar#tabs::tab:hover { background: %3; }
QTabBar#tabs::tab:selected { background: palette(base); border-bottom-color: %2; }
QTabBar#tabs QToolButton { border: none; border-radius: 4px; padding: 3px; }
QTabBar#tabs QToolButton:hover { background: %4; }
QStatusBar { border-top: 1px solid %1; background: palette(window); }
QStatusBar::item { border: none; }
QSplitter::handle { background: %1; }
QToolTip { border: none; padding: 4px 6px; }
QScrollBar { background: transparent; border: none; margin: 0; }
QScrollBar:vertical { width: 12px; }
QScrollBar:horizontal { height: 12px; }
QScrollBar::handle { background: %5; border-radius: 4px; margin: 2px; }
QScrollBar::handle:vertical { min-height: 32px; }
QScrollBar::handle:horizontal { min-width: 32px; }
QScrollBar::handle:hover, QScrollBar::handle:pressed { background: %6; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
)")
        .arg(colors.border.name(), colors.accent.name(),
             colors.dark ? QStringLiteral("#2f343b") : QStringLiteral("#e6e9ee"),
             colors.dark ? QStringLiteral("#39404a") : QStringLiteral("#d8dfea"),
             colors.dark ? QStringLiteral("#4a515c") : QStringLiteral("#c3c8d0"),
             colors.dark ? QStringLiteral("#646c79") : QStringLiteral("#9aa1ac"));
}

Theme::Theme(QApplication& application)
    : QObject(&application), m_application(application), m_systemPalette(application.palette())
{
    m_application.setStyle(QStyleFactory::create(QStringLiteral("Fusion")));
    connect(&m_scheme, &SystemScheme::changed, this, &Theme::apply);
    apply();
}

void Theme::setAppearance(Appearance appearance)
{
    m_appearance = appearance;
    apply();
}

void Theme::apply()
{
    const bool dark = m_appearance == Appearance::Dark ||
                      (m_appearance == Appearance::System && (m_scheme.prefersDark() || isDark(m_systemPalette)));
    m_application.setPalette(ownPalette(dark));
    m_application.setStyleSheet(chromeStyle(themeColors(m_application.palette())));
}

} // namespace galley
