// SPDX-License-Identifier: MIT
#include "mnemonics.h"

#include <QKeySequence>
#include <QMainWindow>
#include <QMenuBar>
#include <QPushButton>

namespace galley
{

static void take(QSet<QChar>& taken, const QString& text)
{
    const QKeySequence key = QKeySequence::mnemonic(text);
    if (!key.isEmpty())
        taken.insert(QChar(key[0].key()).toLower());
}

QSet<QChar> takenMnemonics(const QWidget& window, const QWidget* except)
{
    QSet<QChar> taken;
    for (const auto* bar : window.findChildren<QMenuBar*>()) {
        for (const QAction* menu : bar->actions())
            take(taken, menu->text());
    }
    for (const auto* button : window.findChildren<QPushButton*>()) {
        if (button->window() == &window && !(except && except->isAncestorOf(button)))
            take(taken, button->text());
    }
    return taken;
}

QString withFreeMnemonic(const QString& text, QSet<QChar>& taken)
{
    const auto isFree = [&](QChar letter) { return letter.isLetter() && !taken.contains(letter.toLower()); };
    qsizetype at = text.indexOf(QLatin1Char('&')) + 1;
    QString plain = text;
    plain.remove(QLatin1Char('&'));
    if (at > 0 && at < text.size() && isFree(text[at])) {
        taken.insert(text[at].toLower());
        return text;
    }
    for (at = 0; at < plain.size(); ++at) {
        if (isFree(plain[at])) {
            taken.insert(plain[at].toLower());
            return plain.insert(at, QLatin1Char('&'));
        }
    }
    return plain;
}

} // namespace galley
