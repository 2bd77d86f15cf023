// SPDX-License-Identifier: MIT
#include "quickopen.h"

#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace galley
{

/// Results shown: what fits the window; more letters find the rest.
static constexpr std::size_t shownResults = 40;

QuickOpen::QuickOpen(QWidget* parent)
    : QDialog(parent), m_list(std::make_shared<const PostList>()), m_field(new QLineEdit), m_results(new QListWidget),
      m_empty(new QLabel)
{
    setWindowTitle(tr("Open a file of the site"));
    setAttribute(Qt::WA_DeleteOnClose);
    m_field->setPlaceholderText(tr("Title, author or file name"));
    m_field->setAccessibleName(m_field->placeholderText());
    m_results->setFrameShape(QFrame::NoFrame);
    m_results->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_results->setFocusPolicy(Qt::NoFocus);
    m_results->setSpacing(3);
    m_results->setAccessibleName(tr("Found files"));
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(m_field);
    layout->addWidget(m_results, 1);
    layout->addWidget(m_empty);
    m_empty->setWordWrap(true);
    resize(qMin(560, parent->width() - 80), qMin(420, parent->height() - 80));
    m_field->installEventFilter(this);
    connect(m_field, &QLineEdit::textChanged, this, &QuickOpen::search);
    connect(m_results, &QListWidget::itemClicked, this, &QuickOpen::choose);
}

void QuickOpen::showList(std::shared_ptr<const PostList> list, bool isReading)
{
    m_list = std::move(list);
    m_empty->setVisible(m_list->rows().empty());
    m_empty->setText(isReading ? tr("The site is being read…")
                               : tr("There is no site: open its folder, or a post that lies in one."));
    search(m_field->text());
}

/// What begins with the words as they were typed comes first, then in the list's order: the newest posts.
void QuickOpen::search(const QString& text)
{
    const QString wanted = searchable(text.trimmed());
    const QStringList words = wanted.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    std::vector<const PostRow*> found;
    for (const PostRow& row : m_list->rows()) {
        if (hasWords(row.haystack, words))
            found.push_back(&row);
    }
    if (!wanted.isEmpty())
        std::stable_partition(found.begin(), found.end(),
                              [&](const PostRow* row) { return row->haystack.startsWith(wanted); });
    m_results->clear();
    for (std::size_t i = 0; i < qMin(found.size(), shownResults); ++i) {
        auto* item = new QListWidgetItem(found[i]->title + QStringLiteral("   ") + found[i]->detail, m_results);
        item->setData(Qt::UserRole, QString::fromStdString(found[i]->file.path));
        item->setToolTip(QString::fromStdString(found[i]->file.relativePath));
    }
    m_results->setCurrentRow(0);
}

void QuickOpen::choose()
{
    const QListWidgetItem* item = m_results->currentItem();
    if (!item)
        return;
    Q_EMIT fileChosen(item->data(Qt::UserRole).toString());
    accept();
}

bool QuickOpen::eventFilter(QObject* watched, QEvent* event)
{
    if (watched != m_field || event->type() != QEvent::KeyPress)
        return false;
    const int key = static_cast<QKeyEvent*>(event)->key();
    const int row = m_results->currentRow();
    if (key == Qt::Key_Down || key == Qt::Key_Up)
        m_results->setCurrentRow(qBound(0, row + (key == Qt::Key_Down ? 1 : -1), m_results->count() - 1));
    else if (key == Qt::Key_Return || key == Qt::Key_Enter)
        choose();
    else
        return false;
    return true;
}

} // namespace galley
