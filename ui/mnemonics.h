// SPDX-License-Identifier: MIT
// Mnemonics of buttons that come and go: letters that nothing else in the window answers to.
#pragma once

#include <QSet>
#include <QString>

class QWidget;

namespace galley
{

/// The letters that the menus and all push buttons of a window have, shown or not, without those inside `except`.
QSet<QChar> takenMnemonics(const QWidget& window, const QWidget* except = nullptr);

/// The text with the letter it marks, else with its first free one, else with none; the letter is taken from then on.
QString withFreeMnemonic(const QString& text, QSet<QChar>& taken);

} // namespace galley
