// SPDX-License-Identifier: MIT
#include "preview/previewstage.h"

#include "preview/previewview.h"

#include <QGridLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QVBoxLayout>
#include <QWebEnginePage>

namespace galley
{

void PreviewCover::setPicture(const QPixmap& picture)
{
    m_picture = picture;
    update();
}

void PreviewCover::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(rect(), palette().base());
    painter.drawPixmap(0, 0, m_picture);
}

PreviewStage::PreviewStage(PreviewView* view, QWidget* parent) : QStackedWidget(parent), m_view(view)
{
    auto* place = new QWidget(this);
    m_cover = new PreviewCover(place);
    auto* layout = new QGridLayout(place); // both in one cell
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(view, 0, 0);
    layout->addWidget(m_cover, 0, 0);
    m_cover->raise();
    addWidget(place);
    addWidget(makeNotice());
}

QWidget* PreviewStage::makeNotice()
{
    auto* notice = new QWidget(this);
    auto* layout = new QVBoxLayout(notice);
    auto* text = new QLabel(tr("The preview stopped: this page was too much for it. The text is untouched."), notice);
    text->setTextFormat(Qt::PlainText);
    text->setWordWrap(true);
    text->setAlignment(Qt::AlignCenter);
    auto* again = new QPushButton(tr("Show it again"), notice);
    layout->addStretch();
    layout->addWidget(text);
    layout->addWidget(again, 0, Qt::AlignCenter);
    layout->addStretch();
    connect(again, &QPushButton::clicked, this, &PreviewStage::retryAsked);
    return notice;
}

void PreviewStage::coverPage()
{
    const bool isSeen = currentIndex() == 0 && !isCovered() && m_view->isVisible();
    setCurrentIndex(0);
    if (isCovered())
        return; // the page that was seen last goes on being seen
    m_cover->setPicture(isSeen && m_view->page()->renderProcessPid() > 0 ? m_view->grab() : QPixmap());
    m_cover->show();
}

void PreviewStage::uncoverPage()
{
    m_cover->hide();
    m_cover->setPicture({});
}

} // namespace galley
