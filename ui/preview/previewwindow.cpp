// SPDX-License-Identifier: MIT
#include "preview/previewwindow.h"

#include <QEvent>
#include <QLabel>
#include <QPushButton>
#include <QStackedLayout>
#include <QVBoxLayout>

namespace galley
{

PreviewWindow::PreviewWindow(QWidget* home, QWidget* content)
    : QObject(home), m_content(content), m_layout(new QStackedLayout(home))
{
    auto* note = new QWidget(home);
    auto* layout = new QVBoxLayout(note);
    auto* text = new QLabel(tr("The preview is in its own window."), note);
    text->setAlignment(Qt::AlignCenter);
    auto* back = new QPushButton(tr("Bring it back"), note);
    layout->addStretch();
    layout->addWidget(text);
    layout->addWidget(back, 0, Qt::AlignCenter);
    layout->addStretch();
    m_layout->addWidget(content);
    m_layout->addWidget(note);
    connect(back, &QPushButton::clicked, this, [this] { setDetached(false); });
}

PreviewWindow::~PreviewWindow()
{
    delete m_window;
}

void PreviewWindow::setDetached(bool detached)
{
    if (detached == isDetached())
        return;
    if (detached) {
        m_window = new QWidget(nullptr, Qt::Window);
        m_window->setWindowTitle(tr("Preview"));
        m_window->resize(m_content->size().expandedTo(QSize(480, 360)));
        auto* layout = new QVBoxLayout(m_window);
        layout->setContentsMargins(0, 0, 0, 0);
        layout->addWidget(m_content);
        m_layout->setCurrentIndex(0);
        m_window->installEventFilter(this);
        m_content->show();
        m_window->show();
    } else {
        m_layout->insertWidget(0, m_content);
        m_layout->setCurrentIndex(0);
        m_window->removeEventFilter(this);
        m_window->deleteLater();
        m_window.clear();
    }
    Q_EMIT detachedChanged(detached);
}

/// Closing the window brings the preview home.
bool PreviewWindow::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_window && event->type() == QEvent::Close)
        setDetached(false);
    return QObject::eventFilter(watched, event);
}

} // namespace galley
