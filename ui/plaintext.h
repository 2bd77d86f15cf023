// SPDX-License-Identifier: MIT
// PlainText: words of a post, a site or a file name stay words, wherever the window shows them.
#pragma once

#include <QObject>
#include <QString>

namespace galley
{

/// Qt takes a label's or a tool tip's text for HTML when it looks like it, and reads the files that its images name.
/// Once installed, every label and tool tip of the program shows plain text, those in message boxes too, unless its
/// format was set by hand.
class PlainText final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PlainText)

public:
    /// For the application; further calls do nothing.
    static void install();

    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    using QObject::QObject;
};

/// The text for a menu, a button or a tab, where "&" would underline the next letter and go.
QString menuText(QString text);

} // namespace galley
