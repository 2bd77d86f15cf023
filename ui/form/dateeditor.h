// SPDX-License-Identifier: MIT
// DateEditor: a date, or a date with time and zone, typed or picked from a calendar.
#pragma once

#include "form/fieldeditor.h"

class QComboBox;
class QDate;
class QLineEdit;
class QToolButton;

namespace galley
{

class DateEditor final : public FieldEditor
{
    Q_OBJECT

public:
    explicit DateEditor(const FieldChoices& choices, QWidget* parent = nullptr);
    void setValue(const Value& value) override;
    void setSource(const QString& source) override;
    void setInherited(const QString& text) override;
    void setChoices(const FieldChoices& choices) override;
    QWidget* inputWidget() const override;
    QList<QWidget*> stops() const override;

private:
    void show(const QString& line, const QString& zone);
    void take();
    void takeDate(const QDate& date);
    void openCalendar();

    std::string m_timeZone;
    QLineEdit* m_line;
    QComboBox* m_zone;
    QToolButton* m_calendar;
};

} // namespace galley
