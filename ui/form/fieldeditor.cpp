// SPDX-License-Identifier: MIT
#include "form/fieldeditor.h"

#include "form/choiceeditor.h"
#include "form/dateeditor.h"
#include "form/listeditor.h"
#include "form/texteditors.h"

namespace galley
{

std::unique_ptr<FieldEditor> FieldEditor::create(FieldKind kind, const Setting& setting)
{
    switch (kind) {
    case FieldKind::Text:
        return std::make_unique<TextEditor>();
    case FieldKind::Lines:
        return std::make_unique<LinesEditor>();
    case FieldKind::Date:
        return std::make_unique<DateEditor>(*setting.choices);
    case FieldKind::Boolean:
        return std::make_unique<BooleanEditor>();
    case FieldKind::Number:
        return std::make_unique<NumberEditor>();
    case FieldKind::Choice:
        return std::make_unique<ChoiceEditor>(setting);
    case FieldKind::List:
        return std::make_unique<ListEditor>(setting);
    case FieldKind::Image:
        return std::make_unique<ImageEditor>();
    case FieldKind::Source:
        return std::make_unique<SourceEditor>();
    }
    return std::make_unique<SourceEditor>();
}

bool FieldEditor::hasFocusInside() const
{
    // The window's, not the application's: it stays when another window is in front.
    const QWidget* focus = window()->focusWidget();
    return focus && (focus == this || isAncestorOf(focus));
}

} // namespace galley
