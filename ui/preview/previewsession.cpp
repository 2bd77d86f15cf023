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

#include <QWebEngineDownloadRequest>
#include <QWebEngineProfile>

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
    connect(m_page, &PreviewPage::told, this, [this](const QString& kind, const QJsonObject& fact) {
        if (kind == QLatin1String("scrolled"))
            m_line = fact.value(QLatin1String("line")).toDouble();
        else if (kind == QLatin1String("formulas"))
            m_page->loadFormulas();
    });
    connect(m_feed, &PageFeed::settled, this, [this] {
        if (std::exchange(m_restore, false) && m_line > 0)
            scrollToLine(m_line);
        Q_EMIT settled();
    });
    connect(m_feed, &PageFeed::orderFailed, this, &PreviewSession::failed);
    connect(m_feed, &PageFeed::reloadWanted, this, &PreviewSession::open);
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
        const bool sameFile = m_opened && m_address.file == address.file && m_address.siteRoot == address.siteRoot;
        m_line = sameFile ? m_line : -1;
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
    m_page->ask(QStringLiteral("history.replaceState(null, '', %1)")
                    .arg(scriptString(previewUrl(address.url).toString(QUrl::FullyEncoded).toStdString())),
                [](const QVariant&) {});
}

void PreviewSession::open()
{
    if (!m_newest)
        return;
    m_opened = m_restore = true;
    m_feed->reset();
    m_guard->setLoading(true);
    m_source->setAddress(m_address);
    m_gate->setTrust(m_trust);
    m_remote->setTrust(m_trust);
    m_gate->setSiteUrl(QUrl(m_address.siteUrl));
    m_page->setScriptsAllowed(m_trust.scripts);
    m_published = m_trust.scripts ? m_newest : nullptr;
    if (m_published)
        m_source->setDocument(QByteArray::fromStdString(markedPage(*m_published, m_page->key().toStdString())));
    else
        m_source->setDocument(hostPage(m_doctype, m_trust, QUrl(m_address.siteUrl)));
    m_page->open(previewUrl(m_address.url));
    Q_EMIT opened();
}

void PreviewSession::loaded(bool ok)
{
    m_guard->setLoading(false);
    if (!ok || !isPreviewUrl(m_page->url()))
        return;
    begin();
}

/// A new document is there and is fed.
void PreviewSession::begin()
{
    m_guard->setDocument(++m_documents);
    m_page->ask(QStringLiteral("galley.watchSize(); galley.setLone(%1)").arg(m_address.siteRoot.isEmpty() ? 1 : 0),
                [](const QVariant&) {});
    setScheme(m_scheme);
    m_feed->begin(m_published);
    m_feed->show(m_newest);
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
    m_page->ask(QStringLiteral("galley.setScheme('%1')").arg(scheme), [](const QVariant&) {});
}

void PreviewSession::scrollToLine(double line)
{
    m_line = line;
    m_page->ask(QStringLiteral("galley.scrollToLine(%1)").arg(line, 0, 'f', 4), [](const QVariant&) {});
}

bool PreviewSession::isSettled() const
{
    return m_feed->isSettled();
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
