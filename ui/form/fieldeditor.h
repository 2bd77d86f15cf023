// SPDX-License-Identifier: MIT
// FieldEditor: a widget that shows one value and tells what the person makes of it.
#pragma once

#include "post/fieldkind.h"

#include <QWidget>

#include <memory>

namespace galley
{

class FieldEditor : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FieldEditor)

public:
    /// What surrounds a field: its key, and the choices of the site.
    struct Setting {
        std::string key;
        const FieldChoices* choices = nullptr;
    };

    /// The editor for a kind of field.
    static std::unique_ptr<FieldEditor> create(FieldKind kind, const Setting& setting);

    explicit FieldEditor(QWidget* parent = nullptr) : QWidget(parent) {}

    /// Shows a value; nil is an empty field. Never emits.
    virtual void setValue(const Value& value) = 0;
    /// Shows YAML source; only the raw editor does.
    virtual void setSource(const QString& source) { Q_UNUSED(source) }
    /// What an empty field would get from the site; shown greyed.
    virtual void setInherited(const QString& text) { Q_UNUSED(text) }
    virtual void setChoices(const FieldChoices& choices) { Q_UNUSED(choices) }

    /// The widget that takes the keyboard.
    virtual QWidget* inputWidget() const = 0;
    /// What Tab stops at, as it is seen from left to right.
    virtual QList<QWidget*> stops() const { return {inputWidget()}; }
    bool hasFocusInside() const;

protected:
    /// The wheel over this scrolls the form; it never turns a value that happens to lie under it.
    void leaveWheelToForm(QWidget* input);
    bool eventFilter(QObject* watched, QEvent* event) override;

Q_SIGNALS:
    void edited(const galley::Value& value);
    void sourceEdited(const QString& yaml);
    void rejected(const QString& why); ///< what was typed is no value of this kind
    void imageRequested();
};

} // namespace galley
