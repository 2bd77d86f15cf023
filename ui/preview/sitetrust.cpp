// SPDX-License-Identifier: MIT
#include "preview/sitetrust.h"

#include "preview/previewsession.h"

#include <QMessageBox>
#include <QPointer>
#include <QPushButton>

namespace galley
{

/// Counting what a page wants from elsewhere walks the whole page, so it waits for a pause in typing.
static constexpr int wishesDelay = 400; // ms

SiteTrust::SiteTrust(PreviewSession* session, TrustBar* bar, QWidget* pane)
    : QObject(pane), m_session(session), m_bar(bar), m_pane(pane)
{
    m_timer.setSingleShot(true);
    m_timer.setInterval(wishesDelay);
    connect(session, &PreviewSession::settled, &m_timer, qOverload<>(&QTimer::start));
    connect(&m_timer, &QTimer::timeout, this, &SiteTrust::askWishes);
    connect(bar, &TrustBar::trustChosen, this, &SiteTrust::allow);
    connect(bar, &TrustBar::fullTrustAsked, this, &SiteTrust::askFullTrust);
}

/// What one site's page wants is not allowed for another's.
void SiteTrust::enter(const PageAddress& address, const PageAddress& before)
{
    if (before.siteRoot == address.siteRoot && before.file == address.file)
        return;
    m_session->setTrust(address, m_store.load(address));
    if (before.siteRoot == address.siteRoot && !address.siteRoot.isEmpty())
        return;
    m_wishes = {};
    m_bar->setState(m_wishes, m_session->trust());
}

void SiteTrust::askWishes()
{
    m_session->askShown(QStringLiteral("galley.wishes()"), [self = QPointer<SiteTrust>(this)](const QVariant& answer) {
        if (!self)
            return;
        self->m_wishes = pageWishes(answer.toMap(), QUrl(self->m_session->address().siteUrl).host());
        self->m_bar->setState(self->m_wishes, self->m_session->trust());
    });
}

void SiteTrust::reread()
{
    const PreviewTrust trust = m_store.load(m_session->address());
    m_session->setTrust(trust);
    m_bar->setState(m_wishes, trust);
}

void SiteTrust::allow(const PreviewTrust& trust)
{
    m_store.save(m_session->address(), trust);
    m_session->setTrust(trust);
    m_bar->setState(m_wishes, trust);
}

void SiteTrust::askFullTrust()
{
    auto* box =
        new QMessageBox(QMessageBox::Question, tr("Trust this site?"),
                        tr("The preview will run this site\u2019s scripts and load whatever its pages ask for."),
                        QMessageBox::NoButton, m_pane);
    box->setTextFormat(Qt::PlainText);
    box->setInformativeText(tr("Do this only for a site whose files you know."));
    QPushButton* yes = box->addButton(tr("Trust"), QMessageBox::AcceptRole);
    box->setDefaultButton(box->addButton(QMessageBox::Cancel));
    box->setAttribute(Qt::WA_DeleteOnClose);
    connect(yes, &QPushButton::clicked, this, [this] { allow({true, true, true}); });
    box->open();
}

} // namespace galley
