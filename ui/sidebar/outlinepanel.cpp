// SPDX-License-Identifier: MIT
#include "sidebar/outlinepanel.h"

#include <QLabel>
#include <QListWidget>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include <algorithm>

namespace galley
{

OutlinePanel::OutlinePanel(QWidget* parent)
    : QWidget(parent), m_list(new QListWidget),
      m_empty(new QLabel(tr("Headings of the post appear here: lines that begin with #.")))
{
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setTextElideMode(Qt::ElideRight);
    m_list->setAccessibleName(tr("Headings"));
    m_empty->setWordWrap(true);
    m_empty->setAlignment(Qt::AlignTop | Qt::AlignHCenter);
    m_empty->setContentsMargins(16, 24, 16, 16);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(4, 6, 4, 0);
    layout->addWidget(m_list);
    layout->addWidget(m_empty);
    connect(m_list, &QListWidget::itemClicked, this, &OutlinePanel::choose);
    connect(m_list, &QListWidget::itemActivated, this, &OutlinePanel::choose);
    setHeadings({});
}

void OutlinePanel::setHeadings(const std::vector<Heading>& headings)
{
    m_list->setVisible(!headings.empty());
    m_empty->setVisible(headings.empty());
    if (headings == m_headings && m_list->count() == static_cast<int>(headings.size()))
        return;
    m_headings = headings;
    const QSignalBlocker blocker(m_list);
    m_list->clear();
    int top = 6; // the highest level of the post stands at the left
    for (const Heading& heading : headings)
        top = std::min(top, heading.level);
    for (const Heading& heading : headings) {
        const QString text = QString::fromStdString(heading.text);
        auto* item = new QListWidgetItem(QString((heading.level - top) * 4, QLatin1Char(' ')) + text, m_list);
        item->setToolTip(text);
        item->setData(Qt::AccessibleTextRole, text);
        QFont font = item->font();
        font.setWeight(heading.level == top ? QFont::DemiBold : QFont::Normal);
        item->setFont(font);
        item->setSizeHint(QSize(0, QFontMetrics(font).height() + 8));
    }
    mark();
}

void OutlinePanel::setLine(int line)
{
    m_line = line;
    mark();
}

void OutlinePanel::mark()
{
    const auto after = std::upper_bound(m_headings.begin(), m_headings.end(), m_line,
                                        [](int line, const Heading& heading) { return line < heading.line; });
    const QSignalBlocker blocker(m_list);
    m_list->setCurrentRow(static_cast<int>(after - m_headings.begin()) - 1);
}

void OutlinePanel::choose(const QListWidgetItem* item)
{
    const auto row = static_cast<std::size_t>(m_list->row(item));
    if (row < m_headings.size())
        Q_EMIT lineChosen(m_headings[row].line);
}

} // namespace galley
