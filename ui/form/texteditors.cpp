// SPDX-License-Identifier: MIT
#include "form/texteditors.h"

#include "post/yamlscalar.h"

#include <QCheckBox>
#include <QCompleter>
#include <QFontDatabase>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QSignalBlocker>
#include <QTextDocument>
#include <QToolButton>

#include <algorithm>

namespace galley
{
namespace
{
QHBoxLayout* tightLayout(QWidget* widget)
{
    auto* layout = new QHBoxLayout(widget);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    return layout;
}
} // namespace

TextEditor::TextEditor(const std::string& key, QWidget* parent) : FieldEditor(parent), m_key(key), m_line(new QLineEdit)
{
    tightLayout(this)->addWidget(m_line);
    setFocusProxy(m_line);
    connect(m_line, &QLineEdit::textEdited, this, [this](const QString& text) { take(text); });
}

void TextEditor::setValue(const Value& value)
{
    show(QString::fromStdString(fieldText(value)));
}

void TextEditor::show(const QString& text)
{
    if (m_line->text() == text)
        return;
    const int cursor = m_line->cursorPosition();
    m_line->setText(text); // setText is no textEdited
    m_line->setCursorPosition(m_line->hasFocus() ? std::min<int>(cursor, static_cast<int>(text.size())) : 0);
}

void TextEditor::setInherited(const QString& text)
{
    m_line->setPlaceholderText(text);
}

void TextEditor::setChoices(const FieldChoices& choices)
{
    const auto key = std::find_if(choices.siblingKeys.begin(), choices.siblingKeys.end(),
                                  [this](const FieldChoices::Key& each) { return each.name == m_key; });
    QStringList words;
    if (key != choices.siblingKeys.end() && key->kind != FieldKind::Lines) {
        for (const FieldChoices::Option& option : key->values)
            words << QString::fromStdString(option.value);
    }
    delete m_line->completer();
    if (words.isEmpty())
        return;
    auto* completer = new QCompleter(words, m_line);
    completer->setCaseSensitivity(Qt::CaseInsensitive);
    completer->setFilterMode(Qt::MatchContains);
    m_line->setCompleter(completer);
    connect(completer, qOverload<const QString&>(&QCompleter::activated), this,
            [this](const QString& text) { take(text); });
}

QWidget* TextEditor::inputWidget() const
{
    return m_line;
}

void TextEditor::take(const QString& text)
{
    Q_EMIT edited(Value(text.toStdString()));
}

NumberEditor::NumberEditor(QWidget* parent) : TextEditor({}, parent)
{
    line()->setMaximumWidth(160);
    layout()->setAlignment(line(), Qt::AlignLeft);
}

void NumberEditor::take(const QString& text)
{
    const Expected<Value> value = yaml::resolveScalar(text.trimmed().toStdString());
    if (!value || !(value->isNumber() || value->isNil()))
        Q_EMIT rejected(tr("Not a number"));
    else if (value->isNumber() && fieldText(*value) != text.trimmed().toStdString())
        Q_EMIT sourceEdited(text.trimmed()); // 1.10 is written as it was typed
    else
        Q_EMIT edited(*value);
}

ImageEditor::ImageEditor(QWidget* parent) : TextEditor({}, parent), m_pick(new QToolButton)
{
    m_pick->setText(tr("Choose…"));
    m_pick->setToolTip(tr("Choose an image file"));
    m_pick->setFocusPolicy(Qt::StrongFocus);
    layout()->addWidget(m_pick);
    connect(m_pick, &QToolButton::clicked, this, &FieldEditor::imageRequested);
}

BooleanEditor::BooleanEditor(QWidget* parent) : FieldEditor(parent), m_box(new QCheckBox)
{
    tightLayout(this)->addWidget(m_box);
    setFocusProxy(m_box);
    const auto name = [this](bool on) { m_box->setText(on ? tr("Yes") : tr("No")); };
    name(false);
    connect(m_box, &QCheckBox::toggled, this, name);
    connect(m_box, &QCheckBox::clicked, this, [this](bool on) { Q_EMIT edited(Value(on)); });
}

void BooleanEditor::setValue(const Value& value)
{
    m_box->setChecked(value.isTruthy());
}

QWidget* BooleanEditor::inputWidget() const
{
    return m_box;
}

LinesEditor::LinesEditor(QWidget* parent) : FieldEditor(parent), m_box(new QPlainTextEdit)
{
    tightLayout(this)->addWidget(m_box);
    setFocusProxy(m_box);
    m_box->setTabChangesFocus(true);
    m_box->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_box->setVerticalScrollBarPolicy(Qt::ScrollBarAsNeeded);
    connect(m_box, &QPlainTextEdit::textChanged, this, [this] {
        fit();
        if (!m_loading)
            take(m_box->toPlainText());
    });
    fit();
}

void LinesEditor::fit()
{
    const int lines = std::clamp(m_box->document()->blockCount(), 2, 6);
    constexpr int padding = 6; // of the style sheet: without it a box of two lines shows a scroll bar
    const int margins = 2 * (m_box->frameWidth() + static_cast<int>(m_box->document()->documentMargin())) + padding;
    m_box->setFixedHeight(lines * m_box->fontMetrics().lineSpacing() + margins);
}

void LinesEditor::setText(const QString& text)
{
    if (m_box->toPlainText() == text)
        return;
    m_loading = true;
    m_box->setPlainText(text);
    m_loading = false;
}

void LinesEditor::setValue(const Value& value)
{
    QString text = QString::fromStdString(fieldText(value));
    m_endsWithBreak = text.endsWith(QLatin1Char('\n'));
    if (m_endsWithBreak)
        text.chop(1);
    setText(text);
}

void LinesEditor::setInherited(const QString& text)
{
    m_box->setPlaceholderText(text);
}

QWidget* LinesEditor::inputWidget() const
{
    return m_box;
}

void LinesEditor::take(const QString& text)
{
    Q_EMIT edited(Value(text.toStdString() + (m_endsWithBreak ? "\n" : "")));
}

SourceEditor::SourceEditor(QWidget* parent) : LinesEditor(parent)
{
    box()->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    box()->setLineWrapMode(QPlainTextEdit::NoWrap);
}

void SourceEditor::take(const QString& text)
{
    Q_EMIT sourceEdited(text);
}

} // namespace galley
