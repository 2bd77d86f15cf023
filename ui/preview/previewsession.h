// SPDX-License-Identifier: MIT
// PreviewSession: the web page with its profile, its source, its gate and its feed; it decides when to
// navigate.
#pragma once

#include "layout/renderedpage.h"
#include "preview/previewfiles.h"
#include "preview/previewpolicy.h"

#include <QHash>
#include <QJsonObject>
#include <QObject>

#include <functional>
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

    /// Whether the document that is fed shows the newest page, whole.
    bool isSettled() const;

    const PageAddress& address() const { return m_address; }
    PreviewPage* page() const { return m_page; }
    PreviewSource* source() const { return m_source; }
    RequestGate* gate() const { return m_gate; }

    /// "light", "dark" or empty for what the system says.
    void setScheme(const QString& scheme);

    void scrollToLine(double line);
    void showLine(int line);
    void follow(double line, int caretLine);

    /// As follow(), when the page given last is shown whole.
    void standAt(double line, int caretLine);

    /// Whether this file's page was shown before; it comes back where it stood.
    bool remembersPlace(const QString& file) const { return m_places.contains(file); }

    /// While the page is printed its renderer is left in peace.
    void setPrinting(bool printing);

    /// Asks the document that is fed, and no other: while none is, or when it goes meanwhile, there is no answer.
    void askShown(const QString& script, std::function<void(const QVariant&)> answer);

    /// Loads again after the renderer was given up.
    void retry();

Q_SIGNALS:
    void opened();                                           ///< a navigation began
    void ready();                                            ///< the page of the last navigation is fit to be seen
    void settled();                                          ///< the DOM shows the newest page
    void told(const QString& kind, const QJsonObject& fact); ///< a fact from the document that is fed
    void failed(const QString& why);
    void gaveUp(); ///< the renderer died too often

private:
    /// Where the page stands, or is to stand once it is settled.
    struct Place {
        double line = -1; ///< at the top; negative: nobody scrolled
        int caret = -1;   ///< the line that is to be in sight besides; negative: none
    };

    void open();
    void loaded(bool ok);
    void begin();
    void feed();
    void restorePlace();
    void askReady();
    void hear(const QString& kind, const QJsonObject& fact);
    bool isSamePage(const PageAddress& address, const QString& doctype) const;
    void moveTo(const PageAddress& address);
    QString addressScript() const;

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
    Place m_place;
    QHash<QString, double> m_places; ///< of the files that were shown before: the line at the top
    int m_loads = 0;                 ///< asked for so far; each document has the number of its load in it
    int m_documents = 0;             ///< that were to be fed so far
    int m_document = 0;              ///< that is to be fed; 0 while a load is under way
    bool m_fed = false;              ///< it has said that it is the one
    bool m_opened = false;
    bool m_ready = false;
    bool m_restore = false; ///< m_place is a wish
};

} // namespace galley
