// SPDX-License-Identifier: MIT
#include "noticestack.h"

#include "noticebar.h"

#include <QEvent>
#include <QFile>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace galley
{

/// Bars shown at once: more would push the text away. The rest waits behind one line.
static constexpr qsizetype mostShown = 3;

QString sentence(const Error& error)
{
    const QString text = QString::fromStdString(error.message);
    const QString file = QFile::decodeName(error.file.c_str());
    if (error.line > 0)
        return file + QLatin1Char(':') + QString::number(error.line) + QStringLiteral(": ") + text;
    const bool isNamed = file.isEmpty() || text.contains(file);
    return isNamed ? text : file + QStringLiteral(": ") + text;
}

/// The bars that have not been dismissed, in the order of their coming.
static QList<NoticeBar*> barsIn(const NoticeStack& stack)
{
    QList<NoticeBar*> bars;
    for (auto* bar : stack.findChildren<NoticeBar*>(QString(), Qt::FindDirectChildrenOnly)) {
        if (!bar->id().isEmpty())
            bars << bar;
    }
    return bars;
}

NoticeStack::NoticeStack(QWidget* parent)
    : QWidget(parent), m_layout(new QVBoxLayout(this)), m_rest(new QToolButton(this))
{
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(0);
    m_rest->setAutoRaise(true);
    m_rest->setObjectName(QStringLiteral("rest"));
    m_rest->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_rest->hide();
    m_layout->addWidget(m_rest);
    connect(m_rest, &QToolButton::clicked, this, [this] {
        m_showsAll = true;
        arrange();
    });
}

/// One that passes was about something done: it is no longer the owner's alone, and takes its old question with it.
void NoticeStack::showFor(const QObject* owner, const Notice& notice)
{
    dismissFor(owner, notice.id);
    dismissFor(nullptr, notice.id);
    auto* bar = new NoticeBar(notice, notice.passing ? nullptr : owner, this);
    connect(bar, &NoticeBar::over, this, [this, bar] {
        bar->remove();
        arrange();
    });
    m_layout->addWidget(bar);
    arrange();
}

QList<NoticeBar*> NoticeStack::seen() const
{
    QList<NoticeBar*> bars = barsIn(*this);
    bars.removeIf([this](const NoticeBar* bar) { return bar->owner() && bar->owner() != m_owner; });
    return bars;
}

// The newest stay in sight.
void NoticeStack::arrange()
{
    const QList<NoticeBar*> bars = seen();
    if (bars.size() <= mostShown)
        m_showsAll = false;
    const qsizetype folded = m_showsAll ? 0 : qMax<qsizetype>(0, bars.size() - mostShown);
    for (NoticeBar* bar : barsIn(*this))
        bar->setVisible(bars.indexOf(bar) >= folded);
    m_rest->setText(tr("%n earlier message(s)", nullptr, static_cast<int>(folded)));
    m_rest->setVisible(folded > 0);
}

void NoticeStack::dismissFor(const QObject* owner, const QString& id)
{
    for (NoticeBar* bar : barsIn(*this)) {
        if (bar->id() == id && bar->owner() == owner)
            bar->remove();
    }
    arrange();
}

void NoticeStack::dismissAll(const QObject* owner)
{
    for (NoticeBar* bar : barsIn(*this)) {
        if (bar->owner() == owner)
            bar->remove();
    }
    arrange();
}

void NoticeStack::setOwner(const QObject* owner)
{
    m_owner = owner;
    m_showsAll = false;
    arrange();
}

bool NoticeStack::has(const QString& id) const
{
    const QList<NoticeBar*> bars = seen();
    return std::any_of(bars.begin(), bars.end(), [&](const NoticeBar* bar) { return bar->id() == id; });
}

QStringList NoticeStack::texts() const
{
    QStringList texts;
    for (const NoticeBar* bar : seen())
        texts << bar->text();
    return texts;
}

QAbstractButton* NoticeStack::button(const QString& id, const QString& text) const
{
    for (const NoticeBar* bar : seen()) {
        for (QPushButton* button : bar->findChildren<QPushButton*>()) {
            if (bar->id() == id && button->text().remove(QLatin1Char('&')) == text)
                return button;
        }
    }
    return nullptr;
}

void NoticeStack::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        update();
}

} // namespace galley
