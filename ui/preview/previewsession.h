// SPDX-License-Identifier: MIT
// PreviewSession: the web page with its profile, its source, its gate and its feed; it decides when to
// navigate.
#pragma once

#include "layout/renderedpage.h"
#include "preview/previewfiles.h"
#include "preview/previewpolicy.h"

#include <QObject>

#include <memory>

class QWebEngineProfile;

namespace galley
{

class PageFeed;
class PreviewPage;
class PreviewSource;
class RemoteSource;
class RendererGuard;
class RequestGate;

class PreviewSession final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PreviewSession)

public:
    explicit PreviewSession(QObject* parent);
    ~PreviewSession() override;

    /// Patches the page in, or navigates when it is another file's or has another doctype.
    void show(std::shared_ptr<const RenderedPage> page, const PageAddress& address);

    /// Another level loads the page anew and keeps the place.
    void setTrust(const PreviewTrust& trust);
    /// The level of a site about to be shown: nothing is loaded yet.
    void setTrust(const PageAddress& address, const PreviewTrust& trust);
    const PreviewTrust& trust() const { return m_trust; }

    /// Whether the DOM shows the newest page.
    bool isSettled() const;

    const PageAddress& address() const { return m_address; }
    PreviewPage* page() const { return m_page; }
    PreviewSource* source() const { return m_source; }
    RequestGate* gate() const { return m_gate; }

    /// "light", "dark" or empty for what the system says.
    void setScheme(const QString& scheme);

    void scrollToLine(double line);

    /// While the page is printed its renderer is left in peace.
    void setPrinting(bool printing);

    /// Loads again after the renderer was given up.
    void retry();

Q_SIGNALS:
    void opened();  ///< a navigation began
    void settled(); ///< the DOM shows the newest page
    void failed(const QString& why);
    void gaveUp(); ///< the renderer died too often

private:
    void open();
    void loaded(bool ok);
    void begin();
    bool isSamePage(const PageAddress& address, const QString& doctype) const;
    void moveTo(const PageAddress& address);

    QWebEngineProfile* m_profile; ///< off the record: it has no name
    PreviewSource* m_source;
    RemoteSource* m_remote;
    RequestGate* m_gate;
    PreviewPage* m_page;
    PageFeed* m_feed;
    RendererGuard* m_guard;

    std::shared_ptr<const RenderedPage> m_newest;
    std::shared_ptr<const RenderedPage> m_published; ///< what a trusted load was made of
    PageAddress m_address;
    QString m_doctype;
    PreviewTrust m_trust;
    QString m_scheme;
    double m_line = -1;  ///< where to scroll once a load is settled; negative: the top
    int m_documents = 0; ///< fed so far
    bool m_opened = false;
    bool m_restore = false;
};

} // namespace galley
