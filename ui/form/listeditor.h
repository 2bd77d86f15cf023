// SPDX-License-Identifier: MIT
// ListEditor: a list of words as chips with a line to type the next one, completed from what the site uses.
#pragma once

#include "form/fieldeditor.h"

#include <QStringList>

#include <vector>

class QCompleter;
class QLineEdit;
class QStringListModel;
class QToolButton;

namespace galley
{

class FlowLayout;

class ListEditor final : public FieldEditor
{
    Q_OBJECT

public:
    explicit ListEditor(const Setting& setting, QWidget* parent = nullptr);
    void setValue(const Value& value) override;
    void setInherited(const QString& text) override;
    void setChoices(const FieldChoices& choices) override;
    QWidget* inputWidget() const override;
    QList<QWidget*> stops() const override;
    QStringList items() const { return m_items; }

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void addTyped();
    void removeAt(int index);
    void rebuild();
    void emitEdited();

    std::string m_key;
    QStringList m_items;
    QString m_inherited;
    FlowLayout* m_flow;
    QLineEdit* m_line;
    QStringListModel* m_words;
    std::vector<QToolButton*> m_chips;
};

} // namespace galley
