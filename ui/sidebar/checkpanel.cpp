// SPDX-License-Identifier: MIT
#include "sidebar/checkpanel.h"

#include "icons.h"
#include "sidebar/findingrow.h"

#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

namespace galley
{

/// Rows shown of each list: nobody reads more at once, and a widget each would make a long list slow.
static constexpr std::size_t shownRows = 150;

static QLabel* heading(const QString& text)
{
    auto* label = new QLabel(text);
    QFont font = label->font();
    font.setWeight(QFont::DemiBold);
    label->setFont(font);
    label->setContentsMargins(10, 10, 10, 2);
    return label;
}

static QLabel* stateLabel()
{
    auto* label = new QLabel;
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText);
    label->setForegroundRole(QPalette::PlaceholderText);
    label->setContentsMargins(10, 2, 10, 6);
    return label;
}

static QString howMany(std::size_t count)
{
    return count == 1 ? CheckPanel::tr("One thing to look at") : CheckPanel::tr("%1 things to look at").arg(count);
}

static QVBoxLayout* rowLayout()
{
    auto* rows = new QVBoxLayout;
    rows->setSpacing(0);
    return rows;
}

CheckPanel::CheckPanel(QWidget* parent)
    : QWidget(parent), m_postState(stateLabel()), m_postRows(rowLayout()),
      m_siteButton(new QPushButton(tr("Check the Whole &Site"))), m_progress(new QProgressBar),
      m_siteState(stateLabel()), m_siteRows(rowLayout())
{
    build();
    connect(m_siteButton, &QPushButton::clicked, this, [this] {
        if (m_running)
            Q_EMIT siteCheckCancelled();
        else
            Q_EMIT siteCheckAsked();
    });
    clearPost();
    setHasSite(false);
}

void CheckPanel::build()
{
    auto* content = new QWidget;
    auto* rows = new QVBoxLayout(content);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(0);
    rows->addWidget(heading(tr("This post")));
    rows->addWidget(m_postState);
    rows->addLayout(m_postRows);
    rows->addWidget(heading(tr("The whole site")));
    auto* button = new QHBoxLayout;
    button->setContentsMargins(10, 4, 10, 4);
    button->addWidget(m_siteButton);
    button->addStretch(1);
    rows->addLayout(button);
    m_progress->setTextVisible(false);
    m_progress->setMaximumHeight(6);
    m_progress->hide();
    rows->addWidget(m_progress);
    rows->addWidget(m_siteState);
    rows->addLayout(m_siteRows);
    rows->addStretch(1);
    auto* scroll = new QScrollArea;
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setWidget(content);
    content->setAutoFillBackground(false);
    scroll->viewport()->setAutoFillBackground(false);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(scroll);
}

static void empty(QVBoxLayout* rows)
{
    while (QLayoutItem* item = rows->takeAt(0)) {
        if (QWidget* widget = item->widget()) {
            widget->hide();
            widget->deleteLater(); // its own button may be what was clicked
        }
        delete item;
    }
}

void CheckPanel::fill(QVBoxLayout* rows, const check::Findings& findings, bool ofPost)
{
    empty(rows);
    for (std::size_t i = 0; i < qMin(findings.size(), shownRows); ++i)
        rows->addWidget(rowFor(findings[i], ofPost));
    if (findings.size() > shownRows) {
        QLabel* more = stateLabel();
        more->setText(tr("and %1 more").arg(findings.size() - shownRows));
        rows->addWidget(more);
    }
}

QWidget* CheckPanel::rowFor(const check::Finding& finding, bool ofPost)
{
    const QString file = QString::fromStdString(finding.diagnostic.file);
    const int line = finding.diagnostic.line;
    const bool own = ofPost && file.isEmpty(); // a post's page also shows the flaws of its layout
    const QString place = own        ? tr("Line %1").arg(qMax(line, 1))
                          : line > 0 ? file + QLatin1Char(':') + QString::number(line)
                                     : file;
    auto* row = new FindingRow(finding, place, own);
    connect(row, &FindingRow::chosen, this, [this, own, file, line, column = finding.diagnostic.column] {
        if (own)
            Q_EMIT lineChosen(qMax(line, 1), column);
        else
            Q_EMIT fileChosen(file, line);
    });
    connect(row, &FindingRow::fixAsked, this, [this, finding] { Q_EMIT fixAsked(finding); });
    return row;
}

void CheckPanel::showPost(const check::Findings& findings)
{
    m_postState->setText(findings.empty() ? tr("Nothing to mend: this post is ready.") : howMany(findings.size()));
    fill(m_postRows, findings, true);
}

void CheckPanel::clearPost()
{
    m_postState->setText(tr("Open a post to have it checked as you write."));
    empty(m_postRows);
}

void CheckPanel::showSite(const check::Findings& findings)
{
    m_siteState->setText(findings.empty() ? tr("Nothing to mend in the whole site.") : howMany(findings.size()));
    fill(m_siteRows, findings, false);
}

void CheckPanel::showProgress(std::size_t done, std::size_t total)
{
    m_running = true;
    m_siteButton->setText(tr("&Cancel"));
    m_progress->setRange(0, static_cast<int>(total));
    m_progress->setValue(static_cast<int>(done));
    m_progress->show();
}

void CheckPanel::endProgress()
{
    m_running = false;
    m_siteButton->setText(tr("Check the Whole &Site"));
    m_progress->hide();
}

void CheckPanel::setHasSite(bool has)
{
    m_siteButton->setEnabled(has);
    if (!has)
        m_siteState->setText(tr("There is no site: the post lies in no folder with a _config.yml."));
    else if (m_siteRows->isEmpty())
        m_siteState->setText(tr("Looks at every post and page: names, dates, links, images, layouts."));
}

QStringList CheckPanel::texts() const
{
    QStringList texts;
    for (const FindingRow* row : findChildren<FindingRow*>()) {
        if (!row->isHidden())
            texts << row->text();
    }
    return texts;
}

QPushButton* CheckPanel::fixButton(int row) const
{
    const QLayoutItem* item = m_postRows->itemAt(row);
    const auto* shown = item ? qobject_cast<const FindingRow*>(const_cast<QLayoutItem*>(item)->widget()) : nullptr;
    return shown ? shown->fixButton() : nullptr;
}

} // namespace galley
