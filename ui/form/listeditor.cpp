// SPDX-License-Identifier: MIT
#include "form/listeditor.h"

#include "form/flowlayout.h"
#include "form/formcolours.h"
#include "plaintext.h"

#include <QCompleter>
#include <QKeyEvent>
#include <QLineEdit>
#include <QStringListModel>
#include <QStyleOptionFrame>
#include <QStylePainter>
#include <QToolButton>

namespace galley
{
namespace
{
QStringList wordsFor(const std::string& key, const FieldChoices& choices)
{
    QStringList words;
    const auto add = [&](const std::vector<std::string>& from) {
        for (const std::string& word : from)
            words << QString::fromStdString(word);
    };
    if (key == "tags")
        add(choices.tags);
    else if (key == "categories")
        add(choices.categories);
    for (const FieldChoices::Option& author : choices.authors) {
        if (key == "authors")
            words << QString::fromStdString(author.value);
    }
    for (const FieldChoices::Key& sibling : choices.siblingKeys) {
        for (const FieldChoices::Option& value : sibling.values) {
            if (sibling.name == key)
                words << QString::fromStdString(value.value);
        }
    }
    words.removeDuplicates();
    return words;
}

// Jekyll splits a string of tags at white space.
QStringList itemsOf(const Value& value)
{
    QStringList items;
    if (value.isArray()) {
        for (const Value& item : value.array())
            items << QString::fromStdString(fieldText(item));
    } else if (!value.isNil()) {
        items = QString::fromStdString(fieldText(value)).simplified().split(QLatin1Char(' '), Qt::SkipEmptyParts);
    }
    return items;
}
} // namespace

ListEditor::ListEditor(const Setting& setting, QWidget* parent)
    : FieldEditor(parent), m_key(setting.key), m_flow(new FlowLayout(this)), m_line(new QLineEdit),
      m_words(new QStringListModel(this))
{
    m_flow->setContentsMargins(4, 3, 4, 3);
    m_flow->setSpacing(4);
    m_line->setFrame(false);
    m_line->setMinimumWidth(90);
    m_line->setTextMargins(2, 1, 2, 1);
    m_line->installEventFilter(this);
    setFocusProxy(m_line);
    auto* completer = new QCompleter(m_words, this);
    completer->setCaseSensitivity(Qt::CaseInsensitive);
    completer->setFilterMode(Qt::MatchContains);
    m_line->setCompleter(completer);
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    setChoices(*setting.choices);
    m_flow->insertWidget(0, m_line);
    connect(
        completer, qOverload<const QString&>(&QCompleter::activated), this, [this] { addTyped(); },
        Qt::QueuedConnection);
    connect(m_line, &QLineEdit::textEdited, this, [this](const QString& text) {
        if (text.endsWith(QLatin1Char(',')))
            addTyped();
    });
}

void ListEditor::setChoices(const FieldChoices& choices)
{
    m_words->setStringList(wordsFor(m_key, choices));
}

void ListEditor::setInherited(const QString& text)
{
    m_inherited = text;
    m_line->setPlaceholderText(m_items.isEmpty() ? (text.isEmpty() ? tr("Type and press Enter") : text) : QString());
}

QWidget* ListEditor::inputWidget() const
{
    return m_line;
}

QList<QWidget*> ListEditor::stops() const
{
    QList<QWidget*> stops(m_chips.begin(), m_chips.end());
    stops << m_line;
    return stops;
}

void ListEditor::setValue(const Value& value)
{
    const QStringList items = itemsOf(value);
    if (items == m_items)
        return;
    m_items = items;
    rebuild();
}

void ListEditor::rebuild()
{
    for (QToolButton* chip : m_chips) {
        m_flow->removeWidget(chip);
        chip->hide();
        chip->deleteLater(); // it may be the one whose click is being handled
    }
    m_chips.clear();
    QWidget* before = m_line->previousInFocusChain(); // the chips are stops between it and the line
    while (before->focusPolicy() == Qt::NoFocus)
        before = before->previousInFocusChain();
    for (int i = 0; i < m_items.size(); ++i) {
        auto* chip = new QToolButton(this);
        chip->setText(menuText(fontMetrics().elidedText(m_items[i], Qt::ElideRight, 220)) + QStringLiteral("  ×"));
        chip->setToolTip(tr("Remove “%1”").arg(m_items[i]));
        chip->setAccessibleName(tr("Remove %1").arg(m_items[i]));
        chip->setFocusPolicy(Qt::TabFocus);
        chip->setStyleSheet(chipStyle(palette()));
        chip->ensurePolished(); // its size is the style sheet's
        m_flow->insertWidget(i, chip);
        chip->show();
        m_chips.push_back(chip);
        setTabOrder(std::exchange(before, chip), chip);
        connect(chip, &QToolButton::clicked, this, [this, i] { removeAt(i); });
    }
    setInherited(m_inherited);
    updateGeometry();
}

void ListEditor::addTyped()
{
    const QStringList words = m_line->text().split(QLatin1Char(','), Qt::SkipEmptyParts);
    m_line->clear();
    bool changed = false;
    for (const QString& word : words) {
        if (word.trimmed().isEmpty() || m_items.contains(word.trimmed()))
            continue;
        m_items << word.trimmed();
        changed = true;
    }
    if (changed) {
        rebuild();
        emitEdited();
    }
}

void ListEditor::removeAt(int index)
{
    if (index >= m_items.size())
        return;
    m_items.removeAt(index);
    rebuild();
    m_line->setFocus();
    emitEdited();
}

void ListEditor::emitEdited()
{
    Array values;
    for (const QString& item : std::as_const(m_items))
        values.emplace_back(item.toStdString());
    Q_EMIT edited(Value(std::move(values)));
}

bool ListEditor::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::FocusIn || event->type() == QEvent::FocusOut)
        update();
    if (event->type() == QEvent::FocusOut && static_cast<QFocusEvent*>(event)->reason() != Qt::PopupFocusReason)
        addTyped();
    if (event->type() != QEvent::KeyPress)
        return FieldEditor::eventFilter(watched, event);
    const int key = static_cast<QKeyEvent*>(event)->key();
    if ((key == Qt::Key_Return || key == Qt::Key_Enter) && !m_line->text().isEmpty()) {
        addTyped();
        return true;
    }
    if (key == Qt::Key_Backspace && m_line->text().isEmpty() && !m_items.isEmpty()) {
        removeAt(static_cast<int>(m_items.size()) - 1);
        return true;
    }
    return FieldEditor::eventFilter(watched, event);
}

void ListEditor::changeEvent(QEvent* event)
{
    FieldEditor::changeEvent(event);
    if (event->type() != QEvent::PaletteChange)
        return;
    for (QToolButton* chip : m_chips)
        chip->setStyleSheet(chipStyle(palette()));
}

// The frame of a line edit round chips and line together.
void ListEditor::paintEvent(QPaintEvent*)
{
    QStylePainter painter(this);
    QStyleOptionFrame option;
    option.initFrom(this);
    option.lineWidth = style()->pixelMetric(QStyle::PM_DefaultFrameWidth, &option, this);
    option.state |= QStyle::State_Sunken;
    option.state.setFlag(QStyle::State_HasFocus, m_line->hasFocus());
    painter.drawPrimitive(QStyle::PE_PanelLineEdit, option);
}

} // namespace galley
