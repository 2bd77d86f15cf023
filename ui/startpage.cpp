// SPDX-License-Identifier: MIT
#include "startpage.h"

#include "actions.h"
#include "preferences.h"
#include "theme.h"

#include <QDir>
#include <QEvent>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QPainter>
#include <QPushButton>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

namespace galley
{

/// A recent file in two lines: its name, and quieter its folder.
class RecentDelegate final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex&) const override
    {
        return {200, QFontMetrics(option.font).height() * 2 + 14};
    }

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        const bool selected = option.state & (QStyle::State_Selected | QStyle::State_MouseOver);
        const ThemeColors colors = themeColors(option.palette);
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        if (selected) {
            painter->setPen(Qt::NoPen);
            painter->setBrush(colors.noteBackground);
            painter->drawRoundedRect(option.rect.adjusted(0, 1, 0, -1), 6, 6);
        }
        const QRect box = option.rect.adjusted(12, 7, -12, -7);
        painter->setPen(option.palette.color(QPalette::Text));
        painter->drawText(box, Qt::AlignLeft | Qt::AlignTop, index.data().toString());
        painter->setPen(colors.faint);
        const QString folder =
            option.fontMetrics.elidedText(index.data(Qt::ToolTipRole).toString(), Qt::ElideMiddle, box.width());
        painter->drawText(box, Qt::AlignLeft | Qt::AlignBottom, folder);
        painter->restore();
    }
};

static QLabel* title(const QString& text, double scale, bool bold)
{
    auto* label = new QLabel(text);
    QFont font = label->font();
    font.setPointSizeF(font.pointSizeF() * scale);
    font.setBold(bold);
    label->setFont(font);
    return label;
}

StartPage::StartPage(const Actions& actions, const Preferences* preferences, QWidget* parent)
    : QWidget(parent), m_preferences(preferences), m_recentTitle(title(tr("Recent"), 1.1, true)),
      m_recent(new QListWidget)
{
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    m_recent->setFrameShape(QFrame::NoFrame);
    m_recent->setMouseTracking(true);
    m_recent->setItemDelegate(new RecentDelegate(m_recent));
    connect(m_recent, &QListWidget::itemActivated, this,
            [this](const QListWidgetItem* item) { Q_EMIT fileChosen(item->data(Qt::UserRole).toString()); });
    connect(m_recent, &QListWidget::itemClicked, m_recent, &QListWidget::itemActivated);

    auto* column = new QVBoxLayout;
    column->setSpacing(8);
    column->addWidget(title(tr("Galley"), 2.6, true));
    auto* claim = title(tr("Write on the left, see the published page on the right."), 1.15, false);
    claim->setForegroundRole(QPalette::PlaceholderText);
    column->addWidget(claim);
    column->addSpacing(20);
    column->addWidget(actionButtons(actions));
    column->addSpacing(24);
    column->addWidget(m_recentTitle);
    column->addWidget(m_recent, 1);

    auto* frame = new QWidget;
    frame->setLayout(column);
    frame->setMaximumWidth(620);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(32, 64, 32, 32);
    layout->addStretch(1);
    layout->addWidget(frame, 8);
    layout->addStretch(1);
}

QWidget* StartPage::actionButtons(const Actions& actions)
{
    auto* box = new QWidget;
    auto* row = new QHBoxLayout(box);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(10);
    for (const Act act : {Act::New, Act::Open, Act::OpenFolder}) {
        QAction* action = actions[act];
        auto* button = new QPushButton(action->icon(), QLatin1Char(' ') + action->text().remove(QLatin1Char('&')));
        button->setToolTip(action->toolTip());
        button->setIconSize(QSize(20, 20));
        connect(button, &QPushButton::clicked, action, &QAction::trigger);
        button->setMinimumHeight(40);
        button->setFocusPolicy(Qt::StrongFocus);
        button->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
        row->addWidget(button);
    }
    return box;
}

bool StartPage::event(QEvent* event)
{
    if (event->type() == QEvent::Show || event->type() == QEvent::WindowActivate)
        fillRecent();
    return QWidget::event(event);
}

void StartPage::fillRecent()
{
    const QStringList paths = m_preferences->presentRecentFiles();
    m_recent->clear();
    for (const QString& path : paths) {
        const QFileInfo info(path);
        auto* item = new QListWidgetItem(info.fileName(), m_recent);
        QString folder = info.path();
        if (folder.startsWith(QDir::homePath() + QLatin1Char('/')))
            folder.replace(0, QDir::homePath().size(), QStringLiteral("~"));
        item->setToolTip(folder);
        item->setData(Qt::UserRole, path);
    }
    m_recentTitle->setVisible(!paths.isEmpty());
}

} // namespace galley
