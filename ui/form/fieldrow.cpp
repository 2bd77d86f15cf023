// SPDX-License-Identifier: MIT
#include "form/fieldrow.h"

#include "form/tonelabel.h"
#include "shorttext.h"

#include <QGridLayout>
#include <QLabel>
#include <QMenu>
#include <QToolButton>

#include <algorithm>

namespace galley
{
namespace
{
QString title(const std::string& key)
{
    QString text = QString::fromStdString(key);
    text.replace(QLatin1Char('_'), QLatin1Char(' '));
    return capitalized(text).replace(QLatin1Char('&'), QStringLiteral("&&"));
}
} // namespace

FieldRow::FieldRow(FieldKind kind, const FieldEditor::Setting& setting, QWidget* parent)
    : QWidget(parent), m_key(setting.key), m_kind(kind), m_editor(FieldEditor::create(kind, setting).release()),
      m_label(new QLabel(title(setting.key))), m_error(new ToneLabel(ToneLabel::Tone::Error)), m_menu(new QToolButton)
{
    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(4);
    grid->setVerticalSpacing(2);
    grid->addWidget(m_editor, 0, 0);
    grid->addWidget(m_menu, 0, 1, Qt::AlignTop);
    grid->addWidget(m_error, 1, 0, 1, 2);
    grid->setColumnStretch(0, 1);
    const QString key = QString::fromStdString(setting.key);
    setObjectName(QStringLiteral("field-") + key);
    m_editor->inputWidget()->setObjectName(QStringLiteral("input-") + key);
    m_editor->inputWidget()->setAccessibleName(m_label->text());
    m_label->setBuddy(m_editor->inputWidget());
    m_label->setToolTip(key);
    m_error->hide();
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    policy.setHeightForWidth(kind == FieldKind::List); // only chips wrap; errors are short
    setSizePolicy(policy);
    buildMenu();
    setPresent(false);
    connect(m_editor, &FieldEditor::edited, this, [this](const Value& value) {
        sent(QString::fromStdString(fieldText(value)));
        Q_EMIT edited(value);
    });
    connect(m_editor, &FieldEditor::sourceEdited, this, [this](const QString& yaml) {
        sent(yaml);
        Q_EMIT sourceEdited(yaml);
    });
    connect(m_editor, &FieldEditor::rejected, this, &FieldRow::setError);
    connect(m_editor, &FieldEditor::imageRequested, this, &FieldRow::imageRequested);
}

void FieldRow::buildMenu()
{
    m_menu->setText(QStringLiteral("⋯"));
    m_menu->setAutoRaise(true);
    m_menu->setPopupMode(QToolButton::InstantPopup);
    m_menu->setStyleSheet(QStringLiteral("QToolButton::menu-indicator { image: none; }"));
    m_menu->setToolTip(tr("Remove, rename or move this field"));
    m_menu->setAccessibleName(tr("Menu of %1").arg(m_label->text()));
    m_menu->setFocusPolicy(Qt::ClickFocus); // Tab goes from field to field
    auto* menu = new QMenu(m_menu);
    connect(menu->addAction(tr("Show in the text")), &QAction::triggered, this, &FieldRow::placeRequested);
    menu->addSeparator();
    connect(menu->addAction(tr("Move up")), &QAction::triggered, this, [this] { Q_EMIT moveRequested(-1); });
    connect(menu->addAction(tr("Move down")), &QAction::triggered, this, [this] { Q_EMIT moveRequested(1); });
    connect(menu->addAction(tr("Rename…")), &QAction::triggered, this, &FieldRow::renameRequested);
    m_toList = menu->addAction(tr("Turn into a list"));
    connect(m_toList, &QAction::triggered, this, &FieldRow::listRequested);
    menu->addSeparator();
    connect(menu->addAction(tr("Remove")), &QAction::triggered, this, &FieldRow::removeRequested);
    m_menu->setMenu(menu);
    QSizePolicy keepsItsPlace = m_menu->sizePolicy();
    keepsItsPlace.setRetainSizeWhenHidden(true);
    m_menu->setSizePolicy(keepsItsPlace);
}

void FieldRow::sent(const QString& what)
{
    constexpr std::size_t most = 64; // keystrokes that may wait for the page
    m_sent.push_back(what);
    if (m_sent.size() > most)
        m_sent.pop_front();
}

void FieldRow::show(const Value& value, const QString& source)
{
    m_toList->setVisible(m_kind == FieldKind::List && value.isString());
    const bool isWritten = m_kind == FieldKind::Date || m_kind == FieldKind::Number;
    const bool bySource = m_kind == FieldKind::Source || (isWritten && !source.isEmpty());
    const QString shown = bySource ? source : QString::fromStdString(fieldText(value));
    if (m_editor->hasFocusInside()) {
        const auto own = std::find(m_sent.begin(), m_sent.end(), shown);
        if (own != m_sent.end()) {
            m_sent.erase(m_sent.begin(), own); // kept: the same text may be shown again
            return;
        }
        if (!m_error->isHidden())
            return;
    }
    m_sent.clear();
    setError(QString());
    if (bySource)
        m_editor->setSource(source);
    else
        m_editor->setValue(value);
}

void FieldRow::setPresent(bool present)
{
    m_menu->setVisible(present);
}

QString FieldRow::error() const
{
    return m_error->isHidden() ? QString() : m_error->text();
}

void FieldRow::setError(const QString& why)
{
    m_error->setText(why);
    m_error->setVisible(!why.isEmpty());
}

} // namespace galley
