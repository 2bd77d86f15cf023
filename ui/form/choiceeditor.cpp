// SPDX-License-Identifier: MIT
#include "form/choiceeditor.h"

#include <QComboBox>
#include <QCompleter>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QSignalBlocker>

namespace galley
{
namespace
{
std::vector<FieldChoices::Option> optionsFor(const std::string& key, const FieldChoices& choices)
{
    if (key == "layout")
        return choices.layouts;
    if (key == "author")
        return choices.authors;
    for (const FieldChoices::Key& sibling : choices.siblingKeys) {
        if (sibling.name == key)
            return sibling.values;
    }
    return {};
}

QString shown(const FieldChoices::Option& option)
{
    const QString value = QString::fromStdString(option.value);
    const QString name = QString::fromStdString(option.name);
    return name.isEmpty() || name == value ? value : name + QStringLiteral(" (") + value + QLatin1Char(')');
}
} // namespace

ChoiceEditor::ChoiceEditor(const Setting& setting, QWidget* parent)
    : FieldEditor(parent), m_key(setting.key), m_box(new QComboBox)
{
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_box);
    m_box->setEditable(true);
    m_box->setInsertPolicy(QComboBox::NoInsert);
    m_box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_box->setMinimumContentsLength(8);
    m_box->completer()->setCompletionMode(QCompleter::PopupCompletion);
    m_box->completer()->setFilterMode(Qt::MatchContains);
    setFocusProxy(m_box);
    leaveWheelToForm(m_box);
    setChoices(*setting.choices);
    connect(m_box->lineEdit(), &QLineEdit::textEdited, this,
            [this](const QString& text) { Q_EMIT edited(Value(text.toStdString())); });
    // A chosen item shows its name beside the value; only the value is kept.
    connect(m_box, &QComboBox::activated, this, [this](int index) {
        const QString value = m_box->itemData(index).toString();
        m_box->setEditText(value);
        Q_EMIT edited(Value(value.toStdString()));
    });
}

void ChoiceEditor::setChoices(const FieldChoices& choices)
{
    const QSignalBlocker quiet(m_box);
    const QString text = m_box->currentText();
    m_box->clear();
    for (const FieldChoices::Option& option : optionsFor(m_key, choices))
        m_box->addItem(shown(option), QString::fromStdString(option.value));
    m_box->setCurrentIndex(-1);
    m_box->setEditText(text);
}

void ChoiceEditor::setValue(const Value& value)
{
    const QString text = QString::fromStdString(fieldText(value));
    if (m_box->currentText() == text)
        return;
    const QSignalBlocker quiet(m_box);
    m_box->setCurrentIndex(m_box->findData(text));
    m_box->setEditText(text);
}

void ChoiceEditor::setInherited(const QString& text)
{
    m_box->lineEdit()->setPlaceholderText(text);
}

QWidget* ChoiceEditor::inputWidget() const
{
    return m_box;
}

} // namespace galley
