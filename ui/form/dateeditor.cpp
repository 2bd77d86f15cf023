// SPDX-License-Identifier: MIT
#include "form/dateeditor.h"

#include "post/yamlscalar.h"

#include <QCalendarWidget>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QMenu>
#include <QRegularExpression>
#include <QSignalBlocker>
#include <QToolButton>
#include <QWidgetAction>

namespace galley
{
namespace
{
// A value splits into what stands in the line ("2017-06-19 18:00:00") and the zone beside it ("+0200").
const QRegularExpression& shape()
{
    static const QRegularExpression expression(
        QStringLiteral("^\\s*(\\d{4}-\\d{1,2}-\\d{1,2})(?:[Tt\\s]+(\\d{1,2}:\\d\\d(?::\\d\\d(?:\\.\\d+)?)?))?"
                       "\\s*(Z|[-+]\\d\\d:?\\d\\d)?\\s*$"));
    return expression;
}

QStringList offsets()
{
    QStringList zones;
    for (int hours = -12; hours <= 14; ++hours)
        zones << QStringLiteral("%1%2%3")
                     .arg(hours < 0 ? QStringLiteral("-") : QStringLiteral("+"))
                     .arg(std::abs(hours), 2, 10, QLatin1Char('0'))
                     .arg(QStringLiteral("00"));
    return zones;
}
} // namespace

DateEditor::DateEditor(const FieldChoices& choices, QWidget* parent)
    : FieldEditor(parent), m_line(new QLineEdit), m_zone(new QComboBox), m_calendar(new QToolButton)
{
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addWidget(m_line, 1);
    layout->addWidget(m_calendar);
    layout->addWidget(m_zone);
    m_zone->setEditable(true);
    m_zone->setInsertPolicy(QComboBox::NoInsert);
    m_zone->setAccessibleName(tr("Time zone"));
    m_zone->addItem(QString());
    m_zone->addItems(offsets());
    m_zone->setFixedWidth(m_zone->fontMetrics().horizontalAdvance(QStringLiteral("site zone")) + 48);
    m_calendar->setArrowType(Qt::DownArrow);
    m_calendar->setToolTip(tr("Choose a day"));
    m_calendar->setAccessibleName(tr("Calendar"));
    m_calendar->setFocusPolicy(Qt::StrongFocus);
    setFocusProxy(m_line);
    leaveWheelToForm(m_zone);
    setChoices(choices);
    connect(m_line, &QLineEdit::textEdited, this, [this] { take(); });
    connect(m_zone, &QComboBox::activated, this, [this] { take(); });
    connect(m_zone->lineEdit(), &QLineEdit::textEdited, this, [this] { take(); });
    connect(m_calendar, &QToolButton::clicked, this, [this] { openCalendar(); });
}

void DateEditor::setChoices(const FieldChoices& choices)
{
    m_timeZone = choices.timeZone;
    m_zone->lineEdit()->setPlaceholderText(tr("site zone"));
    m_zone->setToolTip(
        m_timeZone.empty()
            ? tr("Without an offset the time zone of this computer counts")
            : tr("Without an offset the site's time zone counts (%1)").arg(QString::fromStdString(m_timeZone)));
}

void DateEditor::setInherited(const QString& text)
{
    m_line->setPlaceholderText(text.isEmpty() ? tr("YYYY-MM-DD HH:MM") : text);
}

QWidget* DateEditor::inputWidget() const
{
    return m_line;
}

QList<QWidget*> DateEditor::stops() const
{
    return {m_line, m_calendar, m_zone};
}

void DateEditor::setValue(const Value& value)
{
    setSource(QString::fromStdString(fieldText(value)));
}

// Only the source tells whether a time names its zone.
void DateEditor::setSource(const QString& source)
{
    const QRegularExpressionMatch match = shape().match(source);
    if (!match.hasMatch())
        return show(source, QString());
    const QString clock = match.captured(2);
    show(match.captured(1) + (clock.isEmpty() ? QString() : QString(QLatin1Char(' ') + clock)), match.captured(3));
}

void DateEditor::show(const QString& line, const QString& zone)
{
    if (m_line->text() != line && !(m_line->hasFocus() && line == m_line->text() + QStringLiteral(":00")))
        m_line->setText(line);
    const QSignalBlocker quiet(m_zone);
    if (!m_zone->lineEdit()->hasFocus())
        m_zone->setEditText(zone);
}

void DateEditor::take()
{
    const QString typed = m_line->text().trimmed();
    if (typed.isEmpty()) {
        Q_EMIT edited(Value());
        return;
    }
    const QRegularExpressionMatch match = shape().match(typed);
    QString clock = match.captured(2);
    if (!clock.isEmpty() && clock.count(QLatin1Char(':')) == 1)
        clock += QStringLiteral(":00"); // Ruby takes 18:00 alone for text
    const QString zone = match.captured(3).isEmpty() ? m_zone->currentText().trimmed() : match.captured(3);
    QString text = match.captured(1);
    if (!clock.isEmpty())
        text += QLatin1Char(' ') + clock + (zone.isEmpty() ? QString() : QString(QLatin1Char(' ') + zone));
    const Expected<Value> value = yaml::resolveScalar(text.toStdString(), m_timeZone);
    if (!match.hasMatch() || !value || !value->isDateTime())
        Q_EMIT rejected(tr("Write a date like 2017-06-19, with a time like 2017-06-19 18:00"));
    else if (zone.isEmpty() && !clock.isEmpty())
        Q_EMIT sourceEdited(text); // without an offset: the value alone would be written with one
    else
        Q_EMIT edited(*value);
}

void DateEditor::takeDate(const QDate& date)
{
    const QString clock = shape().match(m_line->text()).captured(2);
    m_line->setText(date.toString(Qt::ISODate) + (clock.isEmpty() ? QString() : QString(QLatin1Char(' ') + clock)));
    take();
}

void DateEditor::openCalendar()
{
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    auto* calendar = new QCalendarWidget;
    const QDate shown = QDate::fromString(m_line->text().left(10), Qt::ISODate);
    if (shown.isValid())
        calendar->setSelectedDate(shown);
    auto* action = new QWidgetAction(menu);
    action->setDefaultWidget(calendar);
    menu->addAction(action);
    connect(calendar, &QCalendarWidget::clicked, this, [this, menu](const QDate& date) {
        takeDate(date);
        menu->close();
    });
    connect(calendar, &QCalendarWidget::activated, menu, &QMenu::close);
    menu->popup(m_calendar->mapToGlobal(QPoint(0, m_calendar->height())));
    calendar->setFocus();
}

} // namespace galley
