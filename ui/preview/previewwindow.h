// SPDX-License-Identifier: MIT
// PreviewWindow: moves a pane's content into a window of its own and back.
#pragma once

#include <QObject>
#include <QPointer>
#include <QWidget>

class QStackedLayout;

namespace galley
{

class PreviewWindow final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PreviewWindow)

public:
    /// `home` gets a layout that holds the content, or a note while the content is away.
    PreviewWindow(QWidget* home, QWidget* content);
    ~PreviewWindow() override;

    void setDetached(bool detached);
    bool isDetached() const { return m_window != nullptr; }

Q_SIGNALS:
    void detachedChanged(bool detached);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    QWidget* m_content;
    QStackedLayout* m_layout;
    QPointer<QWidget> m_window;
};

} // namespace galley
