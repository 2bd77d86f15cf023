// SPDX-License-Identifier: MIT
// Theme: the palette and the quiet style of the windows, light or dark as the system asks.
#pragma once

#include "systemscheme.h"

#include <QColor>
#include <QPalette>

class QApplication;

namespace galley
{

/// What the person chose under View → Appearance.
enum class Appearance { System, Light, Dark };

/// Colours that QPalette has no role for. Each pair with the base colour has a contrast of at least 4.5 : 1.
struct ThemeColors {
    bool dark = false;
    QColor accent; ///< focus, links, the caret's line of the front matter pill
    QColor border; ///< hairlines between surfaces
    QColor faint;  ///< secondary text
    QColor heading, emphasis, link, code, codeBackground, markup, frontMatterKey, frontMatterValue, liquid, html;
    QColor currentLine;
    QColor noteBackground, warningBackground, errorBackground; ///< bars
    QColor error, warning;                                     ///< underlines and signs
};

ThemeColors themeColors(const QPalette& palette);

/// Puts style, palette and style sheet on the application and keeps them in step with the system.
class Theme final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Theme)

public:
    explicit Theme(QApplication& application);

    void setAppearance(Appearance appearance);
    Appearance appearance() const { return m_appearance; }

private:
    void apply();

    QApplication& m_application;
    QPalette m_systemPalette; ///< as the platform gave it, before ours
    SystemScheme m_scheme;
    Appearance m_appearance = Appearance::System;
};

} // namespace galley
