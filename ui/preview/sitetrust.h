// SPDX-License-Identifier: MIT
// SiteTrust: what the person allows the shown page's site, asked for by the bar above the page and remembered.
#pragma once

#include "preview/previewfiles.h"
#include "preview/previewpolicy.h"
#include "preview/trustbar.h"
#include "preview/truststore.h"

#include <QObject>
#include <QTimer>

namespace galley
{

class PreviewSession;

class SiteTrust final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SiteTrust)

public:
    SiteTrust(PreviewSession* session, TrustBar* bar, QWidget* pane);

    /// A page of this address is about to be shown, after one of `before`.
    void enter(const PageAddress& address, const PageAddress& before);

    /// Remembered; another level loads the page anew.
    void allow(const PreviewTrust& trust);
    /// After what is remembered was changed elsewhere.
    void reread();

    /// The whole level, with scripts, after a question to the person.
    void askFullTrust();

private:
    void askWishes();

    PreviewSession* m_session;
    TrustBar* m_bar;
    QWidget* m_pane;
    QTimer m_timer;
    TrustStore m_store;
    PageWishes m_wishes;
};

} // namespace galley
