// SPDX-License-Identifier: MIT
#include "preview/previewsession.h"

#include "preview/pagefeed.h"
#include "preview/pageorders.h"
#include "preview/previewpage.h"
#include "preview/previewscheme.h"
#include "preview/previewsource.h"
#include "preview/remotesource.h"
#include "preview/rendererguard.h"
#include "preview/requestgate.h"

#include <QPointer>
#include <QWebEngineDownloadRequest>
#include <QWebEngineProfile>

#include <algorithm>
#include <utility>

namespace galley
{

PreviewSession::PreviewSession(QObject* parent)
    : QObject(parent), m_profile(new QWebEngineProfile(this)), m_source(new PreviewSource(this)),
      m_remote(new RemoteSource(this)), m_gate(new RequestGate(this)), m_page(new PreviewPage(m_profile, this)),
      m_feed(new PageFeed(m_page, this)), m_guard(new RendererGuard(m_page, m_feed, this))
{
    m_profile->installUrlSchemeHandler(previewScheme, m_source);
    m_profile->installUrlSchemeHandler(remoteScheme, m_remote);
    m_profile->installUrlSchemeHandler(secureRemoteScheme, m_remote);
    m_profile->setUrlRequestInterceptor(m_gate);
    connect(m_profile, &QWebEngineProfile::downloadRequested, this,
            [](QWebEngineDownloadRequest* download) { download->cancel(); });
    connect(m_page, &QWebEnginePage::loadFinished, this, &PreviewSession::loaded);
    connect(m_page, &PreviewPage::told, this, &PreviewSession::hear);
    connect(m_feed, &PageFeed::settled, this, [this] {
        restorePlace();
        if (!m_ready)
            askReady();
        Q_EMIT settled();
    });
    connect(m_feed, &PageFeed::orderFailed, this, &PreviewSession::failed);
    connect(m_feed, &PageFeed::reloadWanted, this, &PreviewSession::open);
    connect(m_feed, &PageFeed::documentLost, this, &PreviewSession::begin);
    connect(m_guard, &RendererGuard::reloadWanted, this, &PreviewSession::open);
    connect(m_guard, &RendererGuard::otherDocument, this, &PreviewSession::begin);
    connect(m_guard, &RendererGuard::scriptMissing, this, [this] {
        m_page->bringScript();
        begin();
    });
    connect(m_guard, &RendererGuard::gaveUp, this, &PreviewSession::gaveUp);
}

PreviewSession::~PreviewSession()
{
    delete m_page; // before its profile
}

bool PreviewSession::isSamePage(const PageAddress& other, const QString& doctype) const
{
    return m_opened && m_address.file == other.file && m_address.siteRoot == other.siteRoot &&
           m_address.siteUrl == other.siteUrl && (!other.file.isEmpty() || m_address.url == other.url) &&
           m_doctype == doctype;
}

void PreviewSession::show(std::shared_ptr<const RenderedPage> page, const PageAddress& address)
{
    const QString doctype = doctypeOf(page->html);
    m_newest = page;
    if (!isSamePage(address, doctype)) {
        if (m_address.file != address.file) {
            m_places.insert(m_address.file, m_place.line);
            m_places.remove(QString()); // untitled posts are not told apart
            m_place = {m_places.value(address.file, -1), -1};
        }
        m_address = address;
        m_doctype = doctype;
        m_guard->forgive();
        open();
    } else if (m_address != address) {
        moveTo(address);
    }
    m_feed->show(std::move(page));
}

/// Typing a date changes the page's address; the page stays the same one.
void PreviewSession::moveTo(const PageAddress& address)
{
    m_address = address;
    m_source->setAddress(address);
    askShown(QStringLiteral("history.replaceState(null, '', %1)").arg(addressScript()), [](const QVariant&) {});
}

void PreviewSession::open()
{
    if (!m_newest)
        return;
    m_opened = m_restore = true;
    m_document = 0;
    m_fed = m_ready = false;
    m_feed->reset();
    m_guard->setLoading(true);
    m_source->setAddress(m_address);
    m_gate->setTrust(m_trust);
    m_remote->setTrust(m_trust);
    m_gate->setSiteUrl(QUrl(m_address.siteUrl));
    m_page->setScriptsAllowed(m_trust.scripts);
    m_published = m_trust.scripts ? m_newest : nullptr;
    const std::string key = m_page->marks().toStdString();
    const std::string document = m_published ? markedPage(*m_published, key)
                                             : hostPage(m_doctype, m_trust, QUrl(m_address.siteUrl)).toStdString();
    m_source->setDocument(QByteArray::fromStdString(numberedPage(document, key, ++m_loads)));
    m_page->open(previewUrl(m_address.url));
    Q_EMIT opened();
}

/// It may be the load before this one that is over: the document says so itself.
void PreviewSession::loaded(bool ok)
{
    if (ok && isPreviewUrl(m_page->url()) && !m_fed)
        begin();
}

QString PreviewSession::addressScript() const
{
    return scriptString(previewUrl(m_address.url).toString(QUrl::FullyEncoded).toStdString());
}

/// A new document is there, or the one that is fed has to be filled anew. One that is of another load declines, and
/// what is asked of one that is just being left has no answer: then a ping finds that nobody was fed.
void PreviewSession::begin()
{
    m_document = ++m_documents;
    m_fed = false;
    m_restore = true;
    m_feed->reset();
    m_guard->setDocument(m_document);
    const QString script = QStringLiteral("galley.begin({load:%1,number:%2,url:%3,scheme:'%4',lone:%5})");
    m_page->ask(script.arg(m_loads)
                    .arg(m_document)
                    .arg(addressScript(), m_scheme, QString::number(m_address.siteRoot.isEmpty() ? 1 : 0)),
                [self = QPointer<PreviewSession>(this), document = m_document](const QVariant& isMine) {
                    if (self && self->m_document == document && isMine.toBool())
                        self->feed();
                });
}

void PreviewSession::feed()
{
    m_fed = true;
    m_guard->setLoading(false);
    m_feed->begin(m_document, m_published);
    m_feed->show(m_newest);
    if (!m_ready && m_place.line < 1)
        askReady(); // else when it stands at its place
}

void PreviewSession::askReady()
{
    askShown(QStringLiteral("galley.askReady()"), [](const QVariant&) {});
}

void PreviewSession::hear(const QString& kind, const QJsonObject& fact)
{
    if (!m_fed || fact.value(QLatin1String("document")).toInt() != m_document)
        return;
    if (kind == QLatin1String("scrolled") || kind == QLatin1String("stands"))
        m_place = {fact.value(QLatin1String("line")).toDouble(), -1};
    else if (kind == QLatin1String("formulas"))
        m_page->loadFormulas();
    else if (kind == QLatin1String("ready") && !std::exchange(m_ready, true))
        Q_EMIT ready();
    Q_EMIT told(kind, fact);
}

void PreviewSession::askShown(const QString& script, std::function<void(const QVariant&)> answer)
{
    if (!m_fed)
        return;
    m_page->ask(QStringLiteral("if(galley.document===%1){%2}").arg(QString::number(m_document), script),
                [self = QPointer<PreviewSession>(this), document = m_document,
                 heard = std::move(answer)](const QVariant& value) {
                    if (self && self->m_fed && self->m_document == document)
                        heard(value);
                });
}

bool PreviewSession::isSettled() const
{
    return m_fed && m_feed->isSettled();
}

void PreviewSession::setTrust(const PreviewTrust& trust)
{
    if (m_trust == trust)
        return;
    m_trust = trust;
    if (m_opened)
        open();
}

void PreviewSession::setTrust(const PageAddress& address, const PreviewTrust& trust)
{
    if (isSamePage(address, m_doctype))
        setTrust(trust);
    else
        m_trust = trust;
}

void PreviewSession::setScheme(const QString& scheme)
{
    m_scheme = scheme;
    askShown(QStringLiteral("galley.setScheme('%1')").arg(scheme), [](const QVariant&) {});
}

void PreviewSession::scrollToLine(double line)
{
    m_place = {line, -1};
    askShown(QStringLiteral("galley.scrollToLine(%1)").arg(line, 0, 'f', 4), [](const QVariant&) {});
}

void PreviewSession::showLine(int line)
{
    if (m_restore)
        m_place.caret = line;
    askShown(QStringLiteral("galley.showLine(%1)").arg(line), [](const QVariant&) {});
}

void PreviewSession::follow(double line, int caretLine)
{
    m_place = {line, caretLine};
    askShown(QStringLiteral("galley.follow(%1,%2)").arg(line, 0, 'f', 4).arg(caretLine), [](const QVariant&) {});
}

void PreviewSession::standAt(double line, int caretLine)
{
    m_place = {line, caretLine};
    m_restore = true;
    if (isSettled())
        restorePlace();
}

void PreviewSession::restorePlace()
{
    if (!std::exchange(m_restore, false))
        return;
    if (m_place.caret >= 0)
        follow(std::max(m_place.line, 0.0), m_place.caret);
    else if (m_place.line > 0)
        scrollToLine(m_place.line);
}

void PreviewSession::setPrinting(bool printing)
{
    m_guard->setPrinting(printing);
}

void PreviewSession::retry()
{
    m_guard->forgive();
    open();
}

} // namespace galley
