// SPDX-License-Identifier: MIT
#include "noticestack.h"

#include "icons.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QToolButton>

namespace galley
{

QString sentence(const Error& error)
{
    QString text = QString::fromStdString(error.message);
    if (error.line > 0)
        text = QString::fromStdString(error.file) + QLatin1Char(':') + QString::number(error.line) + QStringLiteral(": ") + text;
    return text;
}

static QString iconName(Severity severity)
{
    switch (severity) {
    case Severity::Note:
        return QStringLiteral("note");
    case Severity::Warning:
        return QStringLiteral("warning");
    case Severity::Error:
        break;
    }
    return QStringLiteral("error");
}

/// One notice. Paints its own background, so that it follows the palette.
class NoticeBar final : public QWidget
{
public:
    NoticeBar(const Notice& notice, NoticeStack* stack) : QWidget(stack), m_severity(notice.severity)
    {
        setObjectName(notice.id);
        auto* row = new QHBoxLayout(this);
        row->setContentsMargins(14, 7, 8, 7);
        row->setSpacing(10);
        auto* sign = new QLabel;
        sign->setPixmap(themedIcon(iconName(notice.severity)).pixmap(18, 18));
        auto* text = new QLabel(notice.text);
        text->setTextFormat(Qt::PlainText);
        text->setWordWrap(true);
        text->setTextInteractionFlags(Qt::TextSelectableByMouse);
        text->setObjectName(QStringLiteral("text"));
        row->addWidget(sign);
        row->addWidget(text, 1);
        for (const NoticeButton& each : notice.buttons)
            row->addWidget(button(each, stack));
        auto* close = new QToolButton;
        close->setIcon(themedIcon(QStringLiteral("close")));
        close->setAutoRaise(true);
        close->setAccessibleName(NoticeStack::tr("Close"));
        connect(close, &QToolButton::clicked, stack, [stack, id = notice.id] { stack->dismiss(id); });
        row->addWidget(close);
    }

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
    static QPushButton* button(const NoticeButton& wanted, NoticeStack* stack)
    {
        auto* button = new QPushButton(wanted.text);
        connect(button, &QPushButton::clicked, stack, [stack, button, run = wanted.run] {
            stack->dismiss(button->parentWidget()->objectName());
            if (run)
                run();
        });
        return button;
    }

    Severity m_severity;
};

NoticeStack::NoticeStack(QWidget* parent) : QWidget(parent), m_layout(new QVBoxLayout(this))
{
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(0);
}

QWidget* NoticeStack::bar(const QString& id) const
{
    return findChild<QWidget*>(id, Qt::FindDirectChildrenOnly);
}

void NoticeStack::show(const Notice& notice)
{
    dismiss(notice.id);
    m_layout->addWidget(new NoticeBar(notice, this));
}

void NoticeStack::dismiss(const QString& id)
{
    QWidget* old = bar(id);
    if (!old)
        return;
    old->setObjectName(QString());
    old->hide();
    old->deleteLater();
}

bool NoticeStack::has(const QString& id) const
{
    return bar(id) != nullptr;
}

QStringList NoticeStack::texts() const
{
    QStringList texts;
    for (const QLabel* label : findChildren<QLabel*>(QStringLiteral("text"))) {
        if (!label->parentWidget()->objectName().isEmpty())
            texts << label->text();
    }
    return texts;
}

QAbstractButton* NoticeStack::button(const QString& id, const QString& text) const
{
    const QWidget* found = bar(id);
    if (!found)
        return nullptr;
    for (QPushButton* button : found->findChildren<QPushButton*>()) {
        if (button->text().remove(QLatin1Char('&')) == text)
            return button;
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
