// SPDX-License-Identifier: MIT
#include "form/fieldeditor.h"

#include "form/choiceeditor.h"
#include "form/dateeditor.h"
#include "form/listeditor.h"
#include "form/texteditors.h"

#include <QEvent>

namespace galley
{

static std::unique_ptr<FieldEditor> withChoices(std::unique_ptr<FieldEditor> editor,
                                                const FieldEditor::Setting& setting)
{
    editor->setChoices(*setting.choices);
    return editor;
}

std::unique_ptr<FieldEditor> FieldEditor::create(FieldKind kind, const Setting& setting)
{
    switch (kind) {
    case FieldKind::Text: return withChoices(std::make_unique<TextEditor>(setting.key), setting);
    case FieldKind::Lines: return std::make_unique<LinesEditor>();
    case FieldKind::Date: return std::make_unique<DateEditor>(*setting.choices);
    case FieldKind::Boolean: return std::make_unique<BooleanEditor>();
    case FieldKind::Number: return std::make_unique<NumberEditor>();
    case FieldKind::Choice: return std::make_unique<ChoiceEditor>(setting);
    case FieldKind::List: return std::make_unique<ListEditor>(setting);
    case FieldKind::Image: return std::make_unique<ImageEditor>();
    case FieldKind::Source: return std::make_unique<SourceEditor>();
    }
    return std::make_unique<SourceEditor>();
}

void FieldEditor::leaveWheelToForm(QWidget* input)
{
    input->installEventFilter(this);
}

bool FieldEditor::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() != QEvent::Wheel)
        return QWidget::eventFilter(watched, event);
    event->ignore();
    return true;
}

bool FieldEditor::hasFocusInside() const
{
    // The window's, not the application's: it stays when another window is in front.
    const QWidget* focus = window()->focusWidget();
    return focus && (focus == this || isAncestorOf(focus));
}

} // namespace galley
