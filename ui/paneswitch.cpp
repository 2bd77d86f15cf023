// SPDX-License-Identifier: MIT
#include "paneswitch.h"

#include "actions.h"
#include "editorcolumn.h"
#include "focusframe.h"
#include "form/frontmatterpanel.h"

#include <QApplication>
#include <QKeyEvent>
#include <QMainWindow>

namespace galley
{

PaneSwitch::PaneSwitch(const Actions& actions, const Panes& panes) : QObject(panes.window), m_panes(panes)
{
    connect(actions[Act::NextPane], &QAction::triggered, this, [this] { step(1); });
    connect(actions[Act::PreviousPane], &QAction::triggered, this, [this] { step(-1); });
    panes.window->installEventFilter(this);
    new FocusFrame(panes.preview); // the page itself does not show that the keys go to it
}

static bool isStop(const QWidget& widget)
{
    return widget.isVisible() && widget.isEnabled() && (widget.focusPolicy() & Qt::TabFocus) && !widget.focusProxy();
}

/// What had the keyboard last in there, else the first stop; null when there is none.
static QWidget* stopIn(QWidget* pane)
{
    if (QWidget* last = pane->focusWidget(); last && last->isVisible() && last->isEnabled())
        return last;
    for (QWidget* each = pane->nextInFocusChain(); each != pane; each = each->nextInFocusChain()) {
        if (pane->isAncestorOf(each) && isStop(*each))
            return each;
    }
    return nullptr;
}

void PaneSwitch::step(int by)
{
    QList<QWidget*> shown;
    for (QWidget* pane :
         {m_panes.sidebar, static_cast<QWidget*>(m_panes.form), m_panes.column->text(), m_panes.preview}) {
        if (pane->isVisible())
            shown << pane;
    }
    if (shown.isEmpty())
        return;
    const QWidget* focus = QApplication::focusWidget();
    qsizetype here = 0;
    while (here < shown.size() && !(focus && (shown[here] == focus || shown[here]->isAncestorOf(focus))))
        ++here;
    if (here == shown.size())
        here = by > 0 ? -1 : 0; // from elsewhere: into the first, or the last
    enter(shown[(here + by + shown.size()) % shown.size()]);
}

void PaneSwitch::enter(QWidget* pane)
{
    if (pane == m_panes.form)
        m_panes.form->takeFocus();
    else if (QWidget* stop = pane->focusProxy() ? pane : stopIn(pane))
        stop->setFocus(Qt::TabFocusReason);
}

bool PaneSwitch::eventFilter(QObject* watched, QEvent* event)
{
    if (watched != m_panes.window || event->type() != QEvent::KeyPress ||
        static_cast<QKeyEvent*>(event)->key() != Qt::Key_Escape || !m_panes.column->isVisible())
        return false;
    m_panes.column->setFocus(Qt::OtherFocusReason);
    return true;
}

} // namespace galley
