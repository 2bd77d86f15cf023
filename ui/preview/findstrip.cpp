// SPDX-License-Identifier: MIT
#include "preview/findstrip.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPointer>
#include <QToolButton>
#include <QWebEngineFindTextResult>
#include <QWebEnginePage>

namespace galley
{

FindStrip::FindStrip(QWebEnginePage* page, QWidget* parent)
    : QFrame(parent), m_page(page), m_words(new QLineEdit(this)), m_count(new QLabel(this))
{
    setObjectName(QStringLiteral("previewFind"));
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(8, 4, 6, 4);
    layout->setSpacing(4);
    m_words->setPlaceholderText(tr("Find in page"));
    m_words->setClearButtonEnabled(true);
    m_count->setTextFormat(Qt::PlainText);
    layout->addWidget(m_words, 1);
    layout->addWidget(m_count);
    const auto add = [&](const QString& text, const QString& tip, auto slot) {
        auto* button = new QToolButton(this);
        button->setText(text);
        button->setToolTip(tip);
        button->setAutoRaise(true);
        layout->addWidget(button);
        connect(button, &QToolButton::clicked, this, slot);
    };
    add(QString(QChar(0x2191)), tr("Previous (Shift+Enter)"), &FindStrip::findPrevious);
    add(QString(QChar(0x2193)), tr("Next (Enter)"), &FindStrip::findNext);
    add(QString(QChar(0x00d7)), tr("Close (Esc)"), &FindStrip::close);
    connect(m_words, &QLineEdit::textChanged, this, &FindStrip::findNext);
    hide();
}

void FindStrip::open()
{
    show();
    if (m_page->hasSelection() && !m_page->selectedText().contains(QLatin1Char('\n')))
        m_words->setText(m_page->selectedText());
    m_words->setFocus();
    m_words->selectAll();
}

void FindStrip::close()
{
    hide();
    m_count->clear();
    m_page->findText({});
}

void FindStrip::findNext()
{
    find(false);
}

void FindStrip::findPrevious()
{
    find(true);
}

void FindStrip::find(bool backward)
{
    const QWebEnginePage::FindFlags flags = backward ? QWebEnginePage::FindBackward : QWebEnginePage::FindFlags();
    if (m_words->text().isEmpty())
        m_count->clear();
    m_page->findText(
        m_words->text(), flags, [self = QPointer<FindStrip>(this)](const QWebEngineFindTextResult& result) {
            if (!self || self->m_words->text().isEmpty())
                return;
            const int all = result.numberOfMatches();
            self->m_count->setText(all == 0 ? tr("Not found") : tr("%1 of %2").arg(result.activeMatch()).arg(all));
        });
}

void FindStrip::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape)
        close();
    else if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        find(event->modifiers() & Qt::ShiftModifier);
    else
        QFrame::keyPressEvent(event);
}

} // namespace galley
