// SPDX-License-Identifier: MIT
// What the person does in the form, as edits of the text.
#include "form/fieldrow.h"
#include "form/frontmatterpanel.h"
#include "plaintext.h"

#include <QInputDialog>
#include <QLineEdit>
#include <QMenu>
#include <QRegularExpression>
#include <QWidgetAction>

#include <algorithm>
#include <optional>

namespace galley
{
namespace
{
// What a field holds right after it was added.
Value firstValue(FieldKind kind)
{
    switch (kind) {
    case FieldKind::List: return Value(Array{});
    case FieldKind::Boolean: return Value(true);
    case FieldKind::Text:
    case FieldKind::Lines:
    case FieldKind::Image: return Value("");
    default: return {};
    }
}

bool isEmpty(const Value& value)
{
    return value.isNil() || (value.isString() && value.string().empty()) || (value.isArray() && value.array().empty());
}

// `tags: a b` is one text that Jekyll splits at its spaces; nothing when a word has a space in it.
std::optional<Value> wordsInOneText(const Array& words)
{
    std::string out;
    for (const Value& word : words) {
        const std::string text = fieldText(word);
        if (text.find_first_of(" \t\r\n") != text.npos)
            return std::nullopt;
        out += (out.empty() ? "" : " ") + text;
    }
    return Value(out);
}

QString shownError(const Error& error)
{
    return QString::fromStdString(error.message);
}
} // namespace

void FrontMatterPanel::connectRow(FieldRow* row)
{
    connect(row, &FieldRow::edited, this, [this, row](const Value& value) { setRowValue(row, value); });
    connect(row, &FieldRow::sourceEdited, this, [this, row](const QString& yaml) {
        const std::string source = yaml.toStdString();
        change(row, [&](const std::string& text) { return frontmatter::putSource(text, row->key(), source); });
    });
    connect(row, &FieldRow::imageRequested, this,
            [this, row] { Q_EMIT imageRequested(QString::fromStdString(row->key())); });
    connect(row, &FieldRow::removeRequested, this, [this, row] {
        change(row, [row](const std::string& text) { return frontmatter::remove(text, {row->key()}); });
    });
    connect(row, &FieldRow::listRequested, this, [this, row] { makeList(row); });
    connect(row, &FieldRow::renameRequested, this, [this, row] { renameRow(row); });
    connect(row, &FieldRow::moveRequested, this, [this, row](int by) { moveRow(row, by); });
    connect(row, &FieldRow::placeRequested, this, [this, row] {
        if (m_textSource)
            Q_EMIT lineRequested(frontmatter::lineOf(m_textSource(), {row->key()}));
    });
}

void FrontMatterPanel::change(FieldRow* row, const Change& change)
{
    if (!m_textSource)
        return;
    const Expected<TextEdit> edit = change(m_textSource());
    if (row)
        showOutcome(*row, edit ? QString() : shownError(edit.error()));
    else if (!edit)
        showNotice(shownError(edit.error()), edit.error().line);
    if (edit && (edit->length > 0 || !edit->text.empty()))
        Q_EMIT editRequested(*edit);
}

// A refused click shows the text's value again; what was typed stays, to be typed on.
void FrontMatterPanel::showOutcome(FieldRow& row, const QString& why)
{
    const bool isClicked = row.kind() == FieldKind::List || row.kind() == FieldKind::Boolean;
    if (!why.isEmpty() && isClicked)
        row.editor()->setValue(m_values.get(row.key()));
    row.setError(why);
}

void FrontMatterPanel::setRowValue(FieldRow* row, const Value& value)
{
    const Value* present = m_values.find(std::string_view(row->key()));
    const bool staysText = present && present->isString() && value.isArray();
    const std::optional<Value> wanted = staysText ? wordsInOneText(value.array()) : value;
    if (!wanted) {
        showOutcome(*row,
                    tr("The words of this field stand in one text, so none can hold a space. “Turn into a list” in"
                       " the menu at its end lifts that."));
        return;
    }
    change(row, [&](const std::string& text) -> Expected<TextEdit> {
        if (isEmpty(*wanted) && !frontmatter::hasKey(text, row->key()))
            return TextEdit{};
        return frontmatter::put(text, row->key(), *wanted);
    });
}

void FrontMatterPanel::makeList(FieldRow* row)
{
    Array items;
    for (const QString& word : QString::fromStdString(fieldText(m_values.get(row->key())))
                                   .split(QRegularExpression(QStringLiteral("\\s+")), Qt::SkipEmptyParts))
        items.emplace_back(word.toStdString());
    change(row, [&](const std::string& text) { return frontmatter::put(text, row->key(), Value(items)); });
}

void FrontMatterPanel::setField(const QString& key, const Value& value)
{
    const std::string name = key.toStdString();
    if (FieldRow* row = rowOf(name))
        return setRowValue(row, value);
    change(nullptr, [&](const std::string& text) { return frontmatter::addKey(text, {}, name, value); });
}

void FrontMatterPanel::moveRow(FieldRow* row, int by)
{
    std::size_t place = 0;
    for (const Hash::Entry& entry : m_values) {
        if (entry.first.isString() && entry.first.string() == row->key())
            break;
        ++place;
    }
    const auto target = static_cast<std::ptrdiff_t>(place) + by;
    if (target < 0 || target >= static_cast<std::ptrdiff_t>(m_values.size()))
        return;
    change(row, [&](const std::string& text) {
        return frontmatter::move(text, {row->key()}, static_cast<std::size_t>(target));
    });
}

void FrontMatterPanel::renameRow(FieldRow* row)
{
    auto* dialog = new QInputDialog(this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(tr("Rename field"));
    dialog->setLabelText(tr("New name of “%1”:").arg(menuText(QString::fromStdString(row->key()))));
    dialog->setTextValue(QString::fromStdString(row->key()));
    connect(dialog, &QInputDialog::textValueSelected, row, [this, row](const QString& name) {
        change(row, [&](const std::string& text) {
            return frontmatter::renameKey(text, {row->key()}, name.trimmed().toStdString());
        });
    });
    dialog->open();
}

void FrontMatterPanel::fillAddMenu()
{
    m_addMenu->clear();
    auto* line = new QLineEdit;
    line->setObjectName(QStringLiteral("newKey"));
    line->setPlaceholderText(tr("Name of the field"));
    line->setMinimumWidth(180);
    auto* action = new QWidgetAction(m_addMenu);
    action->setDefaultWidget(line);
    m_addMenu->addAction(action);
    m_addMenu->addSeparator();
    connect(line, &QLineEdit::returnPressed, this, [this, line] {
        addField(line->text().trimmed());
        m_addMenu->close();
    });
    QStringList names;
    for (const FieldChoices::Key& key : m_choices.siblingKeys)
        names << QString::fromStdString(key.name);
    for (const char* name : {"description", "categories", "image", "published", "permalink"})
        names << QString::fromLatin1(name);
    names.removeDuplicates();
    constexpr int mostOffered = 14;
    int offered = 0;
    for (const QString& name : std::as_const(names)) {
        if (rowOf(name.toStdString()) || offered++ >= mostOffered)
            continue;
        connect(m_addMenu->addAction(menuText(name)), &QAction::triggered, this, [this, name] { addField(name); });
    }
    QMetaObject::invokeMethod(
        line, [line] { line->setFocus(); }, Qt::QueuedConnection);
}

void FrontMatterPanel::addField(const QString& key)
{
    const std::string name = key.toStdString();
    if (name.empty())
        return;
    if (rowOf(name)) {
        focusField(key);
        return;
    }
    const auto sibling = std::find_if(m_choices.siblingKeys.begin(), m_choices.siblingKeys.end(),
                                      [&](const FieldChoices::Key& each) { return each.name == name; });
    const FieldKind kind = sibling == m_choices.siblingKeys.end() ? fieldKind(name, nullptr) : sibling->kind;
    m_focusKey = name;
    change(nullptr, [&](const std::string& text) { return frontmatter::addKey(text, {}, name, firstValue(kind)); });
}

} // namespace galley
