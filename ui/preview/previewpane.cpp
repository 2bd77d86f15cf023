// SPDX-License-Identifier: MIT
#include "preview/previewpane.h"

#include "preview/findstrip.h"
#include "preview/linkopener.h"
#include "preview/previewpage.h"
#include "preview/previewscheme.h"
#include "preview/previewsession.h"
#include "preview/previewsource.h"
#include "preview/previewview.h"
#include "preview/previewwindow.h"
#include "preview/printjobs.h"
#include "preview/requestgate.h"
#include "preview/trustbar.h"
#include "preview/truststore.h"

#include <QLabel>
#include <QMenu>
#include <QMessageBox>
#include <QPushButton>
#include <QStackedWidget>
#include <QTimer>
#include <QVBoxLayout>

namespace galley
{

namespace
{

/// Counting what a page wants from elsewhere walks the whole page, so it waits for a pause in typing.
constexpr int wishesDelay = 400; // ms

QStringList strings(const QVariant& list)
{
    return list.toStringList();
}

} // namespace

class PreviewPane::Private
{
public:
    explicit Private(PreviewPane* pane);

    void connectAll();
    void hear(const QString& kind, const QJsonObject& fact);
    void siteLink(const QUrl& target);
    void askWishes();
    void askFullTrust();
    void allow(const PreviewTrust& trust);
    void fillMenu(QMenu* menu);
    void answerScheme();
    QWidget* makeNotice();

    PreviewPane* q;
    PreviewSession* session;
    QWidget* content;
    TrustBar* bar;
    PreviewView* view;
    PrintJobs* jobs;
    FindStrip* find;
    LinkOpener* links;
    QStackedWidget* stack;
    QLabel* hoverLabel;
    PreviewWindow* window;
    QTimer wishesTimer;
    TrustStore store;
    PageWishes wishes;
    PageScheme scheme = PageScheme::SitesOwn;
    PageScheme programScheme = PageScheme::SitesOwn; ///< unknown until it is told
};

PreviewPane::Private::Private(PreviewPane* pane)
    : q(pane), session(new PreviewSession(pane)), content(new QWidget(pane)), bar(new TrustBar(content)),
      view(new PreviewView(content)), find(new FindStrip(session->page(), content)), links(new LinkOpener(pane)),
      stack(new QStackedWidget(content)), hoverLabel(new QLabel(content)), window(new PreviewWindow(pane, content))
{
    view->setPage(session->page());
    jobs = new PrintJobs(
        view, session->page(), [shown = session] { return shown->isSettled(); }, pane);
    view->setMenuFiller([this](QMenu* menu) { fillMenu(menu); });
    stack->addWidget(view);
    stack->addWidget(makeNotice());
    auto* layout = new QVBoxLayout(content);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(bar);
    layout->addWidget(stack, 1);
    layout->addWidget(find);
    hoverLabel->setTextFormat(Qt::PlainText);
    hoverLabel->setAutoFillBackground(true);
    hoverLabel->setMargin(4);
    hoverLabel->setAttribute(Qt::WA_TransparentForMouseEvents);
    hoverLabel->hide();
    wishesTimer.setSingleShot(true);
    wishesTimer.setInterval(wishesDelay);
}

QWidget* PreviewPane::Private::makeNotice()
{
    auto* notice = new QWidget(content);
    auto* layout = new QVBoxLayout(notice);
    auto* text = new QLabel(
        PreviewPane::tr("The preview stopped: this page was too much for it. The text is untouched."), notice);
    text->setTextFormat(Qt::PlainText);
    text->setWordWrap(true);
    text->setAlignment(Qt::AlignCenter);
    auto* again = new QPushButton(PreviewPane::tr("Show it again"), notice);
    layout->addStretch();
    layout->addWidget(text);
    layout->addWidget(again, 0, Qt::AlignCenter);
    layout->addStretch();
    connect(again, &QPushButton::clicked, q, [this] {
        stack->setCurrentIndex(0);
        session->retry();
    });
    return notice;
}

void PreviewPane::Private::connectAll()
{
    connect(session->page(), &PreviewPage::told, q,
            [this](const QString& kind, const QJsonObject& fact) { hear(kind, fact); });
    connect(session, &PreviewSession::settled, q, [this] {
        wishesTimer.start();
        Q_EMIT q->patchApplied();
    });
    connect(session, &PreviewSession::opened, q, [this] {
        stack->setCurrentIndex(0);
        Q_EMIT q->pageOpened();
    });
    connect(session, &PreviewSession::failed, q, &PreviewPane::patchFailed);
    connect(session, &PreviewSession::gaveUp, q, [this] { stack->setCurrentIndex(1); });
    connect(session->gate(), &RequestGate::refused, q, &PreviewPane::requestRefused);
    connect(session->source(), &PreviewSource::served, q, &PreviewPane::fileRequested);
    connect(&wishesTimer, &QTimer::timeout, q, [this] { askWishes(); });
    connect(bar, &TrustBar::trustChosen, q, [this](const PreviewTrust& trust) { allow(trust); });
    connect(bar, &TrustBar::fullTrustAsked, q, [this] { askFullTrust(); });
    connect(links, &LinkOpener::siteLinkFollowed, q, [this](const QUrl& url) { siteLink(url); });
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
        const QString shown = isPreviewUrl(url) ? shownPath(session->address(), url.path(QUrl::FullyEncoded)) : target;
        hoverLabel->setText(hoverLabel->fontMetrics().elidedText(shown, Qt::ElideMiddle, content->width() - 40));
        hoverLabel->adjustSize();
        hoverLabel->move(0, stack->geometry().bottom() + 1 - hoverLabel->height());
        hoverLabel->setVisible(!shown.isEmpty() && window->isDetached()); // else the status bar says it
        hoverLabel->raise();
        Q_EMIT q->linkHovered(shown);
    }
}

/// A Markdown file below the site's or the post's folder is opened as a file, all else is a page of the site.
void PreviewPane::Private::siteLink(const QUrl& target)
{
    const PageAddress& address = session->address();
    const QString path = target.path(QUrl::FullyEncoded);
    auto file = previewFile(address, path.toUtf8(), FileUse::Open);
    if (!file) { // "other.md" beside the post's own file lies below the page's address
        PageAddress beside = address;
        beside.siteRoot.clear();
        file = previewFile(beside, path.toUtf8(), FileUse::Open);
    }
    QUrl page(path, QUrl::StrictMode);
    if (address.siteRoot.isEmpty())
        page.setPath(shownPath(address, path));
    Q_EMIT q->linkActivated(file ? QUrl::fromLocalFile(QString::fromStdString(file->path.string())) : page);
}

void PreviewPane::Private::askWishes()
{
    session->page()->ask(QStringLiteral("galley.wishes()"), [self = QPointer<PreviewPane>(q)](const QVariant& answer) {
        if (!self)
            return;
        Private* d = self->d.get();
        const QVariantMap map = answer.toMap();
        const QString own = QUrl(d->session->address().siteUrl).host();
        d->wishes = {strings(map.value(QStringLiteral("styles"))), strings(map.value(QStringLiteral("images"))),
                     strings(map.value(QStringLiteral("embeds")))};
        for (QStringList* list : {&d->wishes.styles, &d->wishes.images})
            list->removeAll(own);
        d->bar->setState(d->wishes, d->session->trust());
    });
}

void PreviewPane::Private::allow(const PreviewTrust& trust)
{
    store.save(session->address(), trust);
    session->setTrust(trust);
    bar->setState(wishes, trust);
}

void PreviewPane::Private::askFullTrust()
{
    auto* box = new QMessageBox(
        QMessageBox::Question, PreviewPane::tr("Trust this site?"),
        PreviewPane::tr("The preview will run this site\u2019s scripts and load whatever its pages ask for."),
        QMessageBox::NoButton, q);
    box->setTextFormat(Qt::PlainText);
    box->setInformativeText(PreviewPane::tr("Do this only for a site whose files you know."));
    QPushButton* yes = box->addButton(PreviewPane::tr("Trust"), QMessageBox::AcceptRole);
    box->setDefaultButton(box->addButton(QMessageBox::Cancel));
    box->setAttribute(Qt::WA_DeleteOnClose);
    connect(yes, &QPushButton::clicked, q, [this] { allow({true, true, true}); });
    box->open();
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
    menu->addAction(PreviewPane::tr("Open in &Browser"), q, &PreviewPane::browserWanted);
    menu->addAction(PreviewPane::tr("&Print\u2026"), q, &PreviewPane::printWanted);
    menu->addAction(q->isDetached() ? PreviewPane::tr("&Back into the Window") : PreviewPane::tr("In Its Own &Window"),
                    q, [this] { q->setDetached(!q->isDetached()); });
    menu->addSeparator();
    if (session->trust() == PreviewTrust{})
        menu->addAction(PreviewPane::tr("&Trust This Site\u2026"), q, [this] { askFullTrust(); });
    else
        menu->addAction(PreviewPane::tr("Back to &Safe"), q, [this] { allow({}); });
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
    const PageAddress& old = d->session->address();
    if (old.siteRoot != address.siteRoot || old.file != address.file)
        d->session->setTrust(address, d->store.load(address));
    d->session->show(std::move(page), address);
}

void PreviewPane::scrollToLine(double line)
{
    d->session->scrollToLine(line);
}

void PreviewPane::showLine(int line)
{
    ask(QStringLiteral("galley.showLine(%1)").arg(line), [](const QVariant&) {});
}

void PreviewPane::follow(double line, int caretLine)
{
    ask(QStringLiteral("galley.follow(%1,%2)").arg(line, 0, 'f', 4).arg(caretLine), [](const QVariant&) {});
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
    d->allow(trust);
}

PreviewTrust PreviewPane::trust() const
{
    return d->session->trust();
}

void PreviewPane::setLinkOpener(std::function<void(const QUrl&)> opener)
{
    d->links->setOpener(std::move(opener));
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
