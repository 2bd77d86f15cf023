// SPDX-License-Identifier: MIT
#include "preview/previewpane.h"

#include "preview/findstrip.h"
#include "preview/linkopener.h"
#include "preview/previewpage.h"
#include "preview/previewscheme.h"
#include "preview/previewsession.h"
#include "preview/previewsource.h"
#include "preview/previewstage.h"
#include "preview/previewview.h"
#include "preview/previewwindow.h"
#include "preview/printjobs.h"
#include "preview/requestgate.h"
#include "preview/sitetrust.h"
#include "preview/trustbar.h"

#include <QLabel>
#include <QMenu>
#include <QTimer>
#include <QVBoxLayout>

namespace galley
{

namespace
{

/// A page that is there whole is not kept from sight for longer: its sheets or fonts come from far, or never.
constexpr int longestCover = 3000; // ms

/// What the page has painted takes a moment until the window shows it.
constexpr int paintingDelay = 50; // ms

} // namespace

class PreviewPane::Private
{
public:
    explicit Private(PreviewPane* pane);

    void connectAll();
    void hear(const QString& kind, const QJsonObject& fact);
    void showHovered(const QString& shown);
    void uncover();
    void fillMenu(QMenu* menu);
    void answerScheme();

    PreviewPane* q;
    PreviewSession* session;
    QWidget* content;
    TrustBar* bar;
    SiteTrust* site;
    PreviewView* view;
    PrintJobs* jobs;
    FindStrip* find;
    LinkOpener* links;
    PreviewStage* stage;
    QLabel* hoverLabel;
    PreviewWindow* window;
    QTimer coverTimer;
    std::shared_ptr<bool> isAwaited = std::make_shared<bool>(false); ///< another post's page than the one that is shown
    PageScheme scheme = PageScheme::SitesOwn;
    PageScheme programScheme = PageScheme::SitesOwn; ///< unknown until it is told
};

PreviewPane::Private::Private(PreviewPane* pane)
    : q(pane), session(new PreviewSession(pane)), content(new QWidget(pane)), bar(new TrustBar(content)),
      site(new SiteTrust(session, bar, pane)), view(new PreviewView(content)),
      find(new FindStrip(session->page(), content)), links(new LinkOpener(pane)),
      stage(new PreviewStage(view, content)), hoverLabel(new QLabel(content)), window(new PreviewWindow(pane, content))
{
    view->setPage(session->page());
    jobs = new PrintJobs(
        view, session->page(), [shown = session, awaited = isAwaited] { return shown->isSettled() && !*awaited; },
        pane);
    view->setMenuFiller([this](QMenu* menu) { fillMenu(menu); });
    auto* layout = new QVBoxLayout(content);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(bar);
    layout->addWidget(stage, 1);
    layout->addWidget(find);
    hoverLabel->setTextFormat(Qt::PlainText);
    hoverLabel->setAutoFillBackground(true);
    hoverLabel->setMargin(4);
    hoverLabel->setAttribute(Qt::WA_TransparentForMouseEvents);
    hoverLabel->hide();
    coverTimer.setSingleShot(true);
}

void PreviewPane::Private::connectAll()
{
    connect(session, &PreviewSession::told, q,
            [this](const QString& kind, const QJsonObject& fact) { hear(kind, fact); });
    connect(session, &PreviewSession::settled, q, [this] {
        if (stage->isCovered() && !coverTimer.isActive())
            coverTimer.start(longestCover);
        Q_EMIT q->patchApplied();
    });
    connect(session, &PreviewSession::opened, q, [this] {
        coverTimer.stop();
        stage->coverPage();
        showHovered(QString());
        Q_EMIT q->pageOpened();
    });
    connect(session, &PreviewSession::ready, q, [this] { coverTimer.start(paintingDelay); });
    connect(&coverTimer, &QTimer::timeout, q, [this] { uncover(); });
    connect(stage, &PreviewStage::retryAsked, session, &PreviewSession::retry);
    connect(session, &PreviewSession::failed, q, &PreviewPane::patchFailed);
    connect(session, &PreviewSession::gaveUp, q, [this] {
        coverTimer.stop();
        stage->showNotice();
    });
    connect(session->gate(), &RequestGate::refused, q, &PreviewPane::requestRefused);
    connect(session->source(), &PreviewSource::served, q, &PreviewPane::fileRequested);
    connect(links, &LinkOpener::siteLinkFollowed, q,
            [this](const QUrl& url) { Q_EMIT q->linkActivated(siteTarget(url, session->address())); });
    connect(jobs, &PrintJobs::printed, q, &PreviewPane::printed);
    connect(jobs, &PrintJobs::pdfSaved, q, &PreviewPane::pdfSaved);
    connect(jobs, &PrintJobs::busyChanged, session, &PreviewSession::setPrinting);
    connect(window, &PreviewWindow::detachedChanged, q, &PreviewPane::detachedChanged);
}

void PreviewPane::Private::hear(const QString& kind, const QJsonObject& fact)
{
    const QString target = fact.value(QLatin1String("target")).toString();
    if (kind == QLatin1String("scrolled")) {
        Q_EMIT q->scrolledToLine(fact.value(QLatin1String("line")).toDouble());
    } else if (kind == QLatin1String("clicked")) {
        Q_EMIT q->clicked(pageClick(fact));
    } else if (kind == QLatin1String("follow")) {
        links->follow(QUrl(target), fact.value(QLatin1String("text")).toString());
    } else if (kind == QLatin1String("hovered")) {
        const QUrl url(target);
        showHovered(isPreviewUrl(url) ? shownPath(session->address(), url.path(QUrl::FullyEncoded)) : target);
    }
}

/// The status bar of the window tells it, or, on a screen of its own, a label.
void PreviewPane::Private::showHovered(const QString& shown)
{
    hoverLabel->setText(hoverLabel->fontMetrics().elidedText(shown, Qt::ElideMiddle, content->width() - 40));
    hoverLabel->adjustSize();
    hoverLabel->move(0, stage->geometry().bottom() + 1 - hoverLabel->height());
    hoverLabel->setVisible(!shown.isEmpty() && window->isDetached());
    hoverLabel->raise();
    Q_EMIT q->linkHovered(shown);
}

void PreviewPane::Private::uncover()
{
    coverTimer.stop();
    stage->uncoverPage();
    Q_EMIT q->pageShown();
}

void PreviewPane::Private::answerScheme()
{
    const PageScheme answer = scheme == PageScheme::SitesOwn ? programScheme : scheme;
    session->setScheme(answer == PageScheme::Light  ? QStringLiteral("light")
                       : answer == PageScheme::Dark ? QStringLiteral("dark")
                                                    : QString());
}

void PreviewPane::Private::fillMenu(QMenu* menu)
{
    menu->addSeparator();
    menu->addAction(PreviewPane::tr("&Find in Page\u2026"), find, &FindStrip::open);
    QMenu* colours = menu->addMenu(PreviewPane::tr("Page C&olours"));
    const auto add = [&](const QString& text, PageScheme value) {
        QAction* action = colours->addAction(text, q, [this, value] { q->setPageScheme(value); });
        action->setCheckable(true);
        action->setChecked(scheme == value);
    };
    add(PreviewPane::tr("The Site\u2019s Own"), PageScheme::SitesOwn);
    add(PreviewPane::tr("Light"), PageScheme::Light);
    add(PreviewPane::tr("Dark"), PageScheme::Dark);
    menu->addAction(PreviewPane::tr("Zoom &In"), q, [this] { q->setZoomFactor(q->zoomFactor() * 1.1); });
    menu->addAction(PreviewPane::tr("Zoom O&ut"), q, [this] { q->setZoomFactor(q->zoomFactor() / 1.1); });
    menu->addAction(PreviewPane::tr("&Reset Zoom"), q, [this] { q->setZoomFactor(1.0); });
    menu->addSeparator();
    menu->addAction(PreviewPane::tr("Op&en in Browser"), q, &PreviewPane::browserWanted);
    menu->addAction(PreviewPane::tr("&Print\u2026"), q, &PreviewPane::printWanted);
    menu->addAction(q->isDetached() ? PreviewPane::tr("&Back into the Window") : PreviewPane::tr("In Its Own &Window"),
                    q, [this] { q->setDetached(!q->isDetached()); });
    menu->addSeparator();
    if (session->trust() == PreviewTrust{})
        menu->addAction(PreviewPane::tr("&Trust This Site\u2026"), site, &SiteTrust::askFullTrust);
    else
        menu->addAction(PreviewPane::tr("Back to &Safe"), q, [this] { site->allow({}); });
}

PreviewPane::PreviewPane(QWidget* parent) : QWidget(parent), d(std::make_unique<Private>(this))
{
    setFocusProxy(d->view);
    d->connectAll();
}

PreviewPane::~PreviewPane()
{
    d->window->setDetached(false);
    d->jobs->endWith(d->session); // and with the view
}

void PreviewPane::showPage(std::shared_ptr<const RenderedPage> page, const PageAddress& address)
{
    d->site->enter(address, d->session->address());
    *d->isAwaited = false;
    d->session->show(std::move(page), address);
}

void PreviewPane::awaitPage()
{
    *d->isAwaited = true;
}

void PreviewPane::scrollToLine(double line)
{
    d->session->scrollToLine(line);
}

void PreviewPane::showLine(int line)
{
    d->session->showLine(line);
}

void PreviewPane::follow(double line, int caretLine)
{
    d->session->follow(line, caretLine);
}

void PreviewPane::standAt(double line, int caretLine)
{
    d->session->standAt(line, caretLine);
}

bool PreviewPane::remembersPlace(const QString& file) const
{
    return d->session->remembersPlace(file);
}

void PreviewPane::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    Q_EMIT cameIntoSight();
}

void PreviewPane::setZoomFactor(double factor)
{
    d->view->setZoomFactor(qBound(0.25, factor, 5.0));
}

double PreviewPane::zoomFactor() const
{
    return d->view->zoomFactor();
}

void PreviewPane::setPageScheme(PageScheme scheme)
{
    const bool changed = d->scheme != scheme;
    d->scheme = scheme;
    d->answerScheme();
    if (changed)
        Q_EMIT pageSchemeChanged(scheme);
}

void PreviewPane::setProgramDark(bool dark)
{
    d->programScheme = dark ? PageScheme::Dark : PageScheme::Light;
    d->answerScheme();
}

PageScheme PreviewPane::pageScheme() const
{
    return d->scheme;
}

void PreviewPane::openFind()
{
    d->find->open();
}

void PreviewPane::findNext()
{
    d->find->findNext();
}

void PreviewPane::findPrevious()
{
    d->find->findPrevious();
}

void PreviewPane::print(std::shared_ptr<QPrinter> printer)
{
    d->jobs->print(std::move(printer));
}

void PreviewPane::savePdf(const QString& path)
{
    d->jobs->savePdf(path);
}

void PreviewPane::setDetached(bool detached)
{
    d->window->setDetached(detached);
}

bool PreviewPane::isDetached() const
{
    return d->window->isDetached();
}

void PreviewPane::setResourceProvider(ResourceProvider provider)
{
    d->session->source()->setResourceProvider(std::move(provider));
}

void PreviewPane::setTrust(const PreviewTrust& trust)
{
    d->site->allow(trust);
}

void PreviewPane::rereadTrust()
{
    d->site->reread();
}

PreviewTrust PreviewPane::trust() const
{
    return d->session->trust();
}

void PreviewPane::setLinkOpener(std::function<void(const QUrl&)> opener)
{
    d->links->setOpener(std::move(opener));
}

void PreviewPane::askMissing(std::function<void(const QStringList&)> answer)
{
    if (!isSettled() || d->stage->isCovered()) {
        answer({QStringLiteral("the page")});
        return;
    }
    d->session->askShown(QStringLiteral("galley.missing()"), [answer = std::move(answer)](const QVariant& missing) {
        const bool isList = missing.typeId() == QMetaType::QVariantList;
        answer(isList ? missing.toStringList() : QStringList{QStringLiteral("the page")});
    });
}

bool PreviewPane::isSettled() const
{
    return d->session->isSettled();
}

void PreviewPane::ask(const QString& script, std::function<void(const QVariant&)> answer)
{
    d->session->page()->ask(script, std::move(answer));
}

QWebEngineView* PreviewPane::view() const
{
    return d->view;
}

} // namespace galley
