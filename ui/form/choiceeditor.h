// SPDX-License-Identifier: MIT
// ChoiceEditor: one of the site's layouts, authors or values in use, or another that is typed.
#pragma once

#include "form/fieldeditor.h"

class QComboBox;

namespace galley
{

class ChoiceEditor final : public FieldEditor
{
    Q_OBJECT

public:
    explicit ChoiceEditor(const Setting& setting, QWidget* parent = nullptr);
    void setValue(const Value& value) override;
    void setInherited(const QString& text) override;
    void setChoices(const FieldChoices& choices) override;
    QWidget* inputWidget() const override;

private:
    std::string m_key;
    QComboBox* m_box;
};

} // namespace galley
