// SPDX-License-Identifier: MIT
// FieldRow: one key of the front matter in the form: its editor, its menu and the sentence when something is
// wrong.
#pragma once

#include "form/fieldeditor.h"

#include <deque>

class QLabel;
class QToolButton;

namespace galley
{

class FieldRow final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FieldRow)

public:
    FieldRow(FieldKind kind, const FieldEditor::Setting& setting, QWidget* parent = nullptr);

    const std::string& key() const { return m_key; }
    FieldKind kind() const { return m_kind; }
    QLabel* label() const { return m_label; }
    FieldEditor* editor() const { return m_editor; }
    QString error() const;

    /// Shows what the text says now; while the person types here, only what did not come from here.
    void show(const Value& value, const QString& source);
    void setPresent(bool present);
    void setError(const QString& why);

Q_SIGNALS:
    void edited(const galley::Value& value);
    void sourceEdited(const QString& yaml);
    void imageRequested();
    void removeRequested();
    void renameRequested();
    void listRequested(); ///< a text of several words is to become a list
    void moveRequested(int by);
    void placeRequested();

private:
    void buildMenu();
    void sent(const QString& what);

    std::string m_key;
    FieldKind m_kind;
    FieldEditor* m_editor;
    QLabel* m_label;
    QLabel* m_error;
    QToolButton* m_menu;
    QAction* m_toList = nullptr;
    std::deque<QString> m_sent; ///< edits on their way through the document, as shown text
};

} // namespace galley
