// SPDX-License-Identifier: MIT
#include "noticestack.h"

#include "icons.h"

#include <QEvent>
#include <QFile>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QToolButton>

#include <algorithm>

namespace galley
{

QString sentence(const Error& error)
{
    const QString text = QString::fromStdString(error.message);
    const QString file = QFile::decodeName(error.file.c_str());
    if (error.line > 0)
        return file + QLatin1Char(':') + QString::number(error.line) + QStringLiteral(": ") + text;
    const bool isNamed = file.isEmpty() || text.contains(file);
    return isNamed ? text : file + QStringLiteral(": ") + text;
}

/// One notice. Paints its own background, so that it follows the palette.
class NoticeBar final : public QWidget
{
public:
    NoticeBar(const Notice& notice, const QObject* owner, NoticeStack* stack)
        : QWidget(stack), m_owner(owner), m_severity(notice.severity)
    {
        setObjectName(notice.id);
        auto* row = new QHBoxLayout(this);
        row->setContentsMargins(14, 7, 8, 7);
        row->setSpacing(10);
        auto* sign = new QLabel;
        sign->setPixmap(severityIcon(notice.severity).pixmap(18, 18));
        auto* text = new QLabel(notice.text);
        text->setTextFormat(Qt::PlainText);
        text->setWordWrap(true);
        text->setTextInteractionFlags(Qt::TextSelectableByMouse);
        text->setObjectName(QStringLiteral("text"));
        row->addWidget(sign);
        row->addWidget(text, 1);
        for (const NoticeButton& each : notice.buttons)
            row->addWidget(button(each, notice.id, stack));
        auto* close = new QToolButton;
        close->setIcon(themedIcon(QStringLiteral("close")));
        close->setAutoRaise(true);
        close->setAccessibleName(NoticeStack::tr("Close"));
        connect(close, &QToolButton::clicked, stack, [stack, id = notice.id, owner] { stack->dismissFor(owner, id); });
        row->addWidget(close);
    }

    const QObject* owner() const { return m_owner; }

protected:
    void paintEvent(QPaintEvent*) override
    {
        const ThemeColors colors = themeColors(palette());
        QPainter painter(this);
        painter.fillRect(rect(), m_severity == Severity::Note      ? colors.noteBackground
                                 : m_severity == Severity::Warning ? colors.warningBackground
                                                                   : colors.errorBackground);
        painter.fillRect(QRect(0, height() - 1, width(), 1), colors.border);
    }

private:
    QPushButton* button(const NoticeButton& wanted, const QString& id, NoticeStack* stack) const
    {
        auto* button = new QPushButton(wanted.text);
        connect(button, &QPushButton::clicked, stack, [stack, id, owner = m_owner, run = wanted.run] {
            stack->dismissFor(owner, id);
            if (run)
                run();
        });
        return button;
    }

    const QObject* m_owner;
    Severity m_severity;
};

/// The bars that have not been dismissed.
static QList<NoticeBar*> barsIn(const NoticeStack& stack)
{
    QList<NoticeBar*> bars;
    for (QObject* child : stack.children()) {
        auto* bar = dynamic_cast<NoticeBar*>(child);
        if (bar && !bar->objectName().isEmpty())
            bars << bar;
    }
    return bars;
}

static void remove(NoticeBar* bar)
{
    bar->setObjectName(QString());
    bar->hide();
    bar->deleteLater();
}

NoticeStack::NoticeStack(QWidget* parent) : QWidget(parent), m_layout(new QVBoxLayout(this))
{
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(0);
}

void NoticeStack::showFor(const QObject* owner, const Notice& notice)
{
    dismissFor(owner, notice.id);
    auto* bar = new NoticeBar(notice, owner, this);
    bar->setVisible(!owner || owner == m_owner);
    m_layout->addWidget(bar);
}

void NoticeStack::dismissFor(const QObject* owner, const QString& id)
{
    for (NoticeBar* bar : barsIn(*this)) {
        if (bar->objectName() == id && bar->owner() == owner)
            remove(bar);
    }
}

void NoticeStack::dismissAll(const QObject* owner)
{
    for (NoticeBar* bar : barsIn(*this)) {
        if (bar->owner() == owner)
            remove(bar);
    }
}

void NoticeStack::setOwner(const QObject* owner)
{
    m_owner = owner;
    for (NoticeBar* bar : barsIn(*this))
        bar->setVisible(!bar->owner() || bar->owner() == owner);
}

bool NoticeStack::has(const QString& id) const
{
    const QList<NoticeBar*> bars = barsIn(*this);
    return std::any_of(bars.begin(), bars.end(),
                       [&](const NoticeBar* bar) { return bar->objectName() == id && !bar->isHidden(); });
}

QStringList NoticeStack::texts() const
{
    QStringList texts;
    for (const NoticeBar* bar : barsIn(*this)) {
        if (!bar->isHidden())
            texts << bar->findChild<QLabel*>(QStringLiteral("text"))->text();
    }
    return texts;
}

QAbstractButton* NoticeStack::button(const QString& id, const QString& text) const
{
    for (const NoticeBar* bar : barsIn(*this)) {
        for (QPushButton* button : bar->findChildren<QPushButton*>()) {
            if (bar->objectName() == id && !bar->isHidden() && button->text().remove(QLatin1Char('&')) == text)
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
