// SPDX-License-Identifier: MIT
// OneLineFields: what is pasted or dropped into any one-line field of the program arrives as one line.
#pragma once

#include <QObject>

class QLineEdit;

namespace galley
{

/// Watches the whole application, so that it holds for each line edit: those of the form and of the dialogs, the ones
/// inside combo boxes, and Qt's own. A text without a line break is left to Qt.
class OneLineFields final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(OneLineFields)

public:
    explicit OneLineFields(QObject* parent);

    /// QLineEdit::paste() for whoever calls it himself.
    static void paste(QLineEdit* field);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    bool drop(QLineEdit* field, QEvent* event);
    bool commit(QObject* watched, QEvent* event);
    bool openMenu(QLineEdit* field, QEvent* event);

    bool m_resending = false;
};

} // namespace galley
