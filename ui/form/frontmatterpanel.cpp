// SPDX-License-Identifier: MIT
#include "form/frontmatterpanel.h"

#include "base/limits.h"
#include "form/fieldrow.h"
#include "form/formscroll.h"
#include "form/tonelabel.h"
#include "shorttext.h"

#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <array>

namespace galley
{
namespace
{
constexpr std::array<const char*, 5> standardKeys{"title", "author", "date", "layout", "tags"};

bool isStandard(const std::string& key)
{
    return std::find(standardKeys.begin(), standardKeys.end(), key) != standardKeys.end();
}

// Title · author · date, for the header of the folded form.
QString summaryOf(const Hash& values)
{
    QStringList parts;
    for (const char* key : {"title", "author", "date"}) {
        const Value value = values.get(key);
        if (!value.isNil())
            parts << shortText(QString::fromStdString(fieldText(value)), 80);
    }
    return parts.join(QStringLiteral("  ·  "));
}
} // namespace

FrontMatterPanel::FrontMatterPanel(QWidget* parent)
    : QWidget(parent), m_chevron(new QToolButton), m_summary(new QLabel), m_add(new QToolButton),
      m_addMenu(new QMenu(this)), m_notice(new ToneLabel(ToneLabel::Tone::Error)), m_noticeLink(new QToolButton),
      m_noticeBar(new QWidget), m_scroll(new FormScroll), m_fields(new QWidget), m_form(new QFormLayout(m_fields))
{
    m_form->setContentsMargins(12, 2, 8, 8);
    m_form->setHorizontalSpacing(12);
    m_form->setVerticalSpacing(5);
    m_form->setLabelAlignment(Qt::AlignRight | Qt::AlignTop);
    m_form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    m_fields->setMinimumHeight(1); // else the scroll area makes it as high as chips in one column would be
    m_scroll->setWidget(m_fields);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    buildHeader();
    layout->addWidget(m_noticeBar);
    layout->addWidget(m_scroll);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    arrangeRows(wantedRows({}));
}

FrontMatterPanel::~FrontMatterPanel() = default;

void FrontMatterPanel::buildHeader()
{
    auto* header = new QHBoxLayout;
    header->setContentsMargins(4, 4, 8, 4);
    header->setSpacing(6);
    m_chevron->setAutoRaise(true);
    m_chevron->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_chevron->setArrowType(Qt::DownArrow);
    m_chevron->setText(tr("Front matter"));
    m_chevron->setToolTip(tr("Show or hide the form"));
    m_chevron->setObjectName(QStringLiteral("chevron"));
    m_summary->setTextFormat(Qt::PlainText);
    m_summary->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_add->setText(tr("+ Add field"));
    m_add->setObjectName(QStringLiteral("addField"));
    m_add->setPopupMode(QToolButton::InstantPopup);
    m_add->setMenu(m_addMenu);
    m_add->setAutoRaise(true);
    m_add->setStyleSheet(QStringLiteral("QToolButton::menu-indicator { image: none; }"));
    header->addWidget(m_chevron);
    header->addWidget(m_summary, 1);
    header->addWidget(m_add);
    static_cast<QVBoxLayout*>(layout())->insertLayout(0, header);
    connect(m_chevron, &QToolButton::clicked, this, [this] { setCollapsed(!isCollapsed()); });
    connect(m_addMenu, &QMenu::aboutToShow, this, &FrontMatterPanel::fillAddMenu);

    auto* notice = new QHBoxLayout(m_noticeBar);
    notice->setContentsMargins(12, 2, 8, 6);
    m_notice->setObjectName(QStringLiteral("notice"));
    m_noticeLink->setText(tr("Show"));
    notice->addWidget(m_notice, 1);
    notice->addWidget(m_noticeLink, 0, Qt::AlignTop);
    m_noticeBar->hide();
    connect(m_noticeLink, &QToolButton::clicked, this, [this] { Q_EMIT lineRequested(m_noticeLine); });
}

void FrontMatterPanel::setTextSource(TextSource source)
{
    m_textSource = std::move(source);
}

void FrontMatterPanel::setChoices(FieldChoices choices)
{
    m_choices = std::move(choices);
    for (FieldRow* row : m_rows) {
        row->editor()->setChoices(m_choices);
        row->editor()->setInherited(QString::fromStdString(fieldText(m_choices.inherited.get(row->key()))));
    }
}

void FrontMatterPanel::showNotice(const QString& why, int line)
{
    m_notice->setText(why);
    m_noticeLine = line;
    m_noticeLink->setVisible(line > 0);
    m_noticeBar->setVisible(!why.isEmpty() && !isCollapsed());
    m_fields->setEnabled(why.isEmpty());
    m_add->setEnabled(why.isEmpty());
}

void FrontMatterPanel::showState(const PostDocument& post)
{
    const auto error = std::find_if(post.diagnostics.begin(), post.diagnostics.end(), [](const Diagnostic& diagnostic) {
        return diagnostic.severity == Severity::Error;
    });
    if (post.broken && error != post.diagnostics.end())
        showNotice(tr("Line %1: %2.").arg(error->line).arg(QString::fromStdString(error->text)), error->line);
    else if (m_look->stray)
        showNotice(QString::fromStdString(m_look->stray->why + "."), m_look->stray->line);
    else if (m_look->tooLarge)
        showNotice(tr("This front matter is larger than %1 KB; edit it in the text.").arg(limits::formBytes / 1024), 0);
    else
        showNotice(QString(), 0);
}

void FrontMatterPanel::showPost(const FrontMatterLookPtr& look, const PostDocument& post)
{
    if (look == m_look)
        return;
    m_look = look;
    showState(post);
    if (!m_fields->isEnabled() && !m_values.empty())
        return; // the post's own last good values stay in sight
    m_values = m_fields->isEnabled() ? post.values : Hash();
    arrangeRows(wantedRows(m_values));
    for (FieldRow* row : m_rows)
        fillRow(*row);
    m_summary->setText(isCollapsed() ? summaryOf(m_values) : QString());
    if (!m_focusKey.empty() && m_values.contains(m_focusKey))
        focusField(QString::fromStdString(std::exchange(m_focusKey, {})));
}

void FrontMatterPanel::forgetPost()
{
    m_look.reset();
    m_values = {};
}

void FrontMatterPanel::fillRow(FieldRow& row)
{
    const Value* value = m_values.find(std::string_view(row.key()));
    const std::string* source = value ? m_look->source(row.key()) : nullptr;
    row.setPresent(value != nullptr);
    row.show(value ? *value : Value(), source ? QString::fromStdString(*source) : QString());
}

bool FrontMatterPanel::isCollapsed() const
{
    return m_scroll->isHidden();
}

void FrontMatterPanel::setCollapsed(bool collapsed)
{
    if (collapsed == isCollapsed())
        return;
    m_scroll->setHidden(collapsed);
    m_noticeBar->setVisible(!collapsed && !m_notice->text().isEmpty());
    m_add->setHidden(collapsed);
    m_chevron->setArrowType(collapsed ? Qt::RightArrow : Qt::DownArrow);
    m_summary->setText(collapsed ? summaryOf(m_values) : QString());
    Q_EMIT collapsedChanged(collapsed);
}

// The standard fields first, present or not, then the others in the order of the text.
std::vector<FrontMatterPanel::Wanted> FrontMatterPanel::wantedRows(const Hash& values) const
{
    std::vector<Wanted> wanted;
    const auto want = [&](const std::string& key, const Value* value) {
        const FieldRow* row = rowOf(key);
        // A field does not change its kind under the person's hands.
        const bool keep = row && row->editor()->hasFocusInside();
        wanted.push_back({key, keep ? row->kind() : fieldKind(key, value), value != nullptr});
    };
    for (const char* key : standardKeys)
        want(key, values.find(std::string_view(key)));
    for (const Hash::Entry& entry : values) {
        if (entry.first.isString() && !isStandard(entry.first.string()))
            want(entry.first.string(), &entry.second);
    }
    constexpr std::size_t mostRows = 200; // more than that is data, edited in the text
    if (wanted.size() > mostRows)
        wanted.resize(mostRows);
    return wanted;
}

FieldRow* FrontMatterPanel::rowOf(const std::string& key) const
{
    const auto row =
        std::find_if(m_rows.begin(), m_rows.end(), [&](const FieldRow* each) { return each->key() == key; });
    return row == m_rows.end() ? nullptr : *row;
}

void FrontMatterPanel::arrangeRows(const std::vector<Wanted>& wanted)
{
    const bool same = std::equal(
        m_rows.begin(), m_rows.end(), wanted.begin(), wanted.end(),
        [](const FieldRow* row, const Wanted& want) { return row->key() == want.key && row->kind() == want.kind; });
    if (same)
        return;
    std::vector<FieldRow*> rows;
    for (const Wanted& want : wanted) {
        FieldRow* row = rowOf(want.key);
        rows.push_back(row && row->kind() == want.kind ? row : makeRow(want));
    }
    for (FieldRow* row : m_rows) {
        m_form->takeRow(row);
        if (std::find(rows.begin(), rows.end(), row) == rows.end()) {
            row->label()->deleteLater();
            row->deleteLater();
            row->label()->hide();
            row->hide();
        }
    }
    m_rows = rows;
    QWidget* before = m_add;
    for (FieldRow* row : m_rows) {
        m_form->addRow(row->label(), row);
        for (QWidget* stop : row->editor()->stops())
            QWidget::setTabOrder(std::exchange(before, stop), stop);
    }
    Q_EMIT lastStopChanged(before);
    m_scroll->updateGeometry();
    updateGeometry();
}

FieldRow* FrontMatterPanel::makeRow(const Wanted& wanted)
{
    auto* row = new FieldRow(wanted.kind, {wanted.key, &m_choices}, m_fields);
    row->editor()->setInherited(QString::fromStdString(fieldText(m_choices.inherited.get(wanted.key))));
    row->label()->setMinimumHeight(QLineEdit().sizeHint().height()); // beside the first line of a box too
    row->label()->setMaximumWidth(140);
    connectRow(row);
    return row;
}

QWidget* FrontMatterPanel::lastStop() const
{
    return m_rows.empty() ? static_cast<QWidget*>(m_add) : m_rows.back()->editor()->stops().back();
}

void FrontMatterPanel::takeFocus()
{
    QWidget* field = focusWidget();
    if (!field && !m_rows.empty())
        field = m_rows.front()->editor()->inputWidget();
    if (isCollapsed() || !field || !field->isEnabled())
        field = m_chevron;
    field->setFocus(Qt::TabFocusReason);
}

void FrontMatterPanel::focusField(const QString& key)
{
    if (const FieldRow* row = rowOf(key.toStdString())) {
        setCollapsed(false);
        row->editor()->inputWidget()->setFocus(Qt::OtherFocusReason);
        m_scroll->ensureWidgetVisible(const_cast<FieldRow*>(row));
    }
}

} // namespace galley
