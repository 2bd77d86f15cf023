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
class QToolButton;
class QVBoxLayout;

namespace galley
{

class NoticeBar;

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
    bool passing = false; ///< tells what was done: it leaves by itself after a while
};

/// "PATH:LINE: message" as a person reads it.
QString sentence(const Error& error);

class NoticeStack final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(NoticeStack)

public:
    explicit NoticeStack(QWidget* parent = nullptr);

    void show(const Notice& notice) { showFor(nullptr, notice); }
    void dismiss(const QString& id) { dismissFor(nullptr, id); }

    /// A notice about one post has that post as owner: it is seen while setOwner() names it, and the same id of
    /// another owner is another notice.
    void showFor(const QObject* owner, const Notice& notice);
    void dismissFor(const QObject* owner, const QString& id);
    void setOwner(const QObject* owner);
    void dismissAll(const QObject* owner);

    /// How long a passing notice is shown, in ms; three times as long with a button.
    int passingTime() const { return m_passingTime; }
    void setPassingTime(int milliseconds) { m_passingTime = milliseconds; }

    bool has(const QString& id) const; ///< among those that are seen, as below
    QStringList texts() const;

    /// Presses the button with this text of the notice with this id; for tests and keys.
    QAbstractButton* button(const QString& id, const QString& text) const;

protected:
    void changeEvent(QEvent* event) override;

private:
    QList<NoticeBar*> seen() const; ///< of this owner and of none, oldest first
    void arrange();

    QVBoxLayout* m_layout;
    QToolButton* m_rest; ///< says how many are folded away
    const QObject* m_owner = nullptr;
    int m_passingTime = 8000; // as desktop notifications stay, and long enough to read two lines
    bool m_showsAll = false;
};

} // namespace galley
