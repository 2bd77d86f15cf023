// SPDX-License-Identifier: MIT
#include "preview/previewpane.h"

#include "preview/pagefeed.h"
#include "preview/pageorders.h"
#include "preview/previewpage.h"
#include "preview/previewscheme.h"
#include "preview/previewsource.h"
#include "preview/rendererguard.h"
#include "preview/requestgate.h"

#include <QVBoxLayout>
#include <QWebEngineDownloadRequest>
#include <QWebEngineProfile>
#include <QWebEngineView>

namespace galley
{

class PreviewPane::Private
{
public:
    explicit Private(PreviewPane* pane);

    void open();
    void loaded(bool ok);
    void hear(const QString& kind, const QJsonObject& fact);
    bool isSamePage(const PageAddress& address, const QString& doctype) const;

    PreviewPane* q;
    QWebEngineProfile* profile; ///< off the record: it has no name
    PreviewSource* source;
    RequestGate* gate;
    PreviewPage* page;
    QWebEngineView* view;
    PageFeed* feed;
    RendererGuard* guard;

    std::shared_ptr<const RenderedPage> newest;
    std::shared_ptr<const RenderedPage> published; ///< what a trusted load was made of
    PageAddress address;
    QString doctype;
    PreviewTrust trust;
    PageScheme scheme = PageScheme::SitesOwn;
    double wantedLine = 0;
    bool opened = false;
};

PreviewPane::Private::Private(PreviewPane* pane)
    : q(pane), profile(new QWebEngineProfile(pane)), source(new PreviewSource(pane)),
      gate(new RequestGate(pane)), page(new PreviewPage(profile, pane)), view(new QWebEngineView(pane)),
      feed(new PageFeed(page, pane)), guard(new RendererGuard(page, feed, pane))
{
    profile->installUrlSchemeHandler(previewScheme, source);
    profile->setUrlRequestInterceptor(gate);
    view->setPage(page);
}

bool PreviewPane::Private::isSamePage(const PageAddress& other, const QString& otherDoctype) const
{
    return opened && address.file == other.file && address.siteRoot == other.siteRoot &&
           (!other.file.isEmpty() || address.url == other.url) && doctype == otherDoctype;
}

void PreviewPane::Private::open()
{
    opened = true;
    feed->reset();
    guard->setLoading(true);
    source->setAddress(address);
    gate->setTrust(trust);
    gate->setSiteUrl(QUrl(address.siteUrl));
    page->setScriptsAllowed(trust.scripts);
    published = trust.scripts ? newest : nullptr;
    if (published)
        source->setDocument(QByteArray::fromStdString(markedPage(*published, page->key().toStdString())));
    else
        source->setDocument(hostPage(doctype, trust, QUrl(address.siteUrl)));
    page->open(previewUrl(address.url));
    Q_EMIT q->pageOpened();
}

void PreviewPane::Private::loaded(bool ok)
{
    guard->setLoading(false);
    if (!ok || !isPreviewUrl(page->url()))
        return;
    page->ask(QStringLiteral("galley.watchSize()"), [](const QVariant&) {});
    q->setPageScheme(scheme);
    feed->begin(published);
}

void PreviewPane::Private::hear(const QString& kind, const QJsonObject& fact)
{
    if (kind == QLatin1String("scrolled")) {
        wantedLine = fact.value(QLatin1String("line")).toDouble();
        Q_EMIT q->scrolledToLine(wantedLine);
    } else if (kind == QLatin1String("clicked")) {
        Q_EMIT q->lineClicked(fact.value(QLatin1String("line")).toInt(),
                              fact.value(QLatin1String("select")).toBool());
    } else if (kind == QLatin1String("hovered")) {
        Q_EMIT q->linkHovered(fact.value(QLatin1String("target")).toString());
    } else if (kind == QLatin1String("follow")) {
        Q_EMIT q->linkActivated(QUrl(fact.value(QLatin1String("target")).toString()));
    }
}

PreviewPane::PreviewPane(QWidget* parent) : QWidget(parent), d(std::make_unique<Private>(this))
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(d->view);
    connect(d->page, &QWebEnginePage::loadFinished, this, [this](bool ok) { d->loaded(ok); });
    connect(d->page, &PreviewPage::told, this,
            [this](const QString& kind, const QJsonObject& fact) { d->hear(kind, fact); });
    connect(d->feed, &PageFeed::settled, this, &PreviewPane::patchApplied);
    connect(d->feed, &PageFeed::reloadWanted, this, [this] { d->open(); });
    connect(d->feed, &PageFeed::orderFailed, this, &PreviewPane::patchFailed);
    connect(d->guard, &RendererGuard::reloadWanted, this, [this] { d->open(); });
    connect(d->gate, &RequestGate::refused, this, &PreviewPane::requestRefused);
    connect(d->profile, &QWebEngineProfile::downloadRequested, this,
            [](QWebEngineDownloadRequest* download) { download->cancel(); });
}

PreviewPane::~PreviewPane()
{
    delete d->view; // before its page, and the page before its profile
    delete d->page;
}

void PreviewPane::showPage(std::shared_ptr<const RenderedPage> page, const PageAddress& address)
{
    const QString doctype = doctypeOf(page->html);
    d->newest = page;
    if (!d->isSamePage(address, doctype)) {
        d->address = address;
        d->doctype = doctype;
        d->guard->forgive();
        d->open();
    }
    d->feed->show(std::move(page));
}

void PreviewPane::scrollToLine(double line)
{
    d->wantedLine = line;
    ask(QStringLiteral("galley.scrollToLine(%1)").arg(line, 0, 'f', 4), [](const QVariant&) {});
}

void PreviewPane::setZoomFactor(double factor)
{
    d->view->setZoomFactor(factor);
}

double PreviewPane::zoomFactor() const
{
    return d->view->zoomFactor();
}

void PreviewPane::setPageScheme(PageScheme scheme)
{
    d->scheme = scheme;
    const char* name = scheme == PageScheme::Light ? "light" : scheme == PageScheme::Dark ? "dark" : "";
    ask(QStringLiteral("galley.setScheme('%1')").arg(QLatin1String(name)), [](const QVariant&) {});
}

PageScheme PreviewPane::pageScheme() const
{
    return d->scheme;
}

void PreviewPane::setResourceProvider(ResourceProvider provider)
{
    d->source->setResourceProvider(std::move(provider));
}

void PreviewPane::setTrust(const PreviewTrust& trust)
{
    if (d->trust == trust)
        return;
    d->trust = trust;
    if (!d->opened)
        return;
    d->open();
    d->feed->show(d->newest);
}

PreviewTrust PreviewPane::trust() const
{
    return d->trust;
}

void PreviewPane::ask(const QString& script, std::function<void(const QVariant&)> answer)
{
    d->page->ask(script, std::move(answer));
}

QWebEngineView* PreviewPane::view() const
{
    return d->view;
}

} // namespace galley
