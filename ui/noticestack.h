// SPDX-License-Identifier: MIT
// NoticeStack: messages as bars above the text; nothing has to be clicked away before typing goes on.
#pragma once

#include "base/diagnostic.h"
#include "base/expected.h"
#include "theme.h"

#include <QWidget>

#include <functional>
#include <vector>

class QAbstractButton;
class QVBoxLayout;

namespace galley
{

/// One button of a notice. The notice closes before `run` is called.
struct NoticeButton {
    QString text;
    std::function<void()> run;
};

struct Notice {
    QString id; ///< a notice with the same id takes the old one's place
    Severity severity = Severity::Note;
    QString text;
    std::vector<NoticeButton> buttons;
};

/// "PATH:LINE: message" as a person reads it.
QString sentence(const Error& error);

class NoticeStack final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(NoticeStack)

public:
    explicit NoticeStack(QWidget* parent = nullptr);

    void show(const Notice& notice);
    void dismiss(const QString& id);
    bool has(const QString& id) const;
    QStringList texts() const;

    /// Presses the button with this text of the notice with this id; for tests and keys.
    QAbstractButton* button(const QString& id, const QString& text) const;

protected:
    void changeEvent(QEvent* event) override;

private:
    QWidget* bar(const QString& id) const;

    QVBoxLayout* m_layout;
};

} // namespace galley
