// SPDX-License-Identifier: MIT
#include "previewcommands.h"

#include "actions.h"
#include "documentcontroller.h"
#include "exporting.h"
#include "livepage.h"
#include "noticestack.h"
#include "preferences.h"
#include "preview/previewpane.h"
#include "preview/trustedsites.h"
#include "shorttext.h"
#include "site/site.h"
#include "site/sitecontent.h"
#include "theme.h"

#include <QActionGroup>
#include <QEvent>
#include <QFile>
#include <QMainWindow>
#include <QUrl>

namespace galley
{

namespace
{

const QString previewFlag = QStringLiteral("view/preview");
const QString schemeState = QStringLiteral("preview/scheme");

/// "/a/" for "/a/index.html" and "/a" for "/a.html": a server answers the one with the other.
std::string plainUrl(std::string url)
{
    for (const std::string_view ending : {"index.html", ".html"}) {
        if (url.size() > ending.size() && url.ends_with(ending))
            url.erase(url.size() - ending.size());
    }
    return url;
}

} // namespace

PreviewCommands::PreviewCommands(const Actions& actions, const PreviewParts& parts, Preferences* preferences)
    : QObject(parts.window), m_actions(actions), m_parts(parts), m_preferences(preferences)
{
    connectPlaces();
    connectColours();
    connectLinks();
    parts.window->installEventFilter(this);
}

void PreviewCommands::connectPlaces()
{
    QAction* shown = m_actions[Act::Preview];
    QAction* only = m_actions[Act::PreviewOnly];
    QAction* detached = m_actions[Act::DetachPreview];
    shown->setChecked(m_preferences->flag(previewFlag, true));
    connect(shown, &QAction::toggled, this, [this, only](bool on) {
        m_preferences->setFlag(previewFlag, on);
        if (!on)
            only->setChecked(false);
        arrange();
    });
    connect(only, &QAction::toggled, this, [this, shown](bool on) {
        if (on)
            shown->setChecked(true);
        arrange();
        (on ? static_cast<QWidget*>(m_parts.preview) : m_parts.editor)->setFocus();
    });
    connect(detached, &QAction::triggered, m_parts.preview, &PreviewPane::setDetached);
    connect(m_parts.preview, &PreviewPane::detachedChanged, this, [this, detached](bool on) {
        detached->setChecked(on);
        arrange();
    });
    arrange();
}

/// A detached preview leaves all of the window to the editor.
void PreviewCommands::arrange()
{
    const bool detached = m_parts.preview->isDetached();
    m_parts.editor->setVisible(detached || !m_actions[Act::PreviewOnly]->isChecked());
    m_parts.preview->setVisible(!detached && m_actions[Act::Preview]->isChecked());
}

void PreviewCommands::connectColours()
{
    auto* group = new QActionGroup(this);
    const std::pair<Act, PageScheme> rows[] = {
        {Act::PageOwn, PageScheme::SitesOwn}, {Act::PageLight, PageScheme::Light}, {Act::PageDark, PageScheme::Dark}};
    PreviewPane* preview = m_parts.preview;
    for (const auto& [act, scheme] : rows) {
        QAction* action = m_actions[act];
        group->addAction(action);
        connect(action, &QAction::triggered, preview, [preview, scheme = scheme] { preview->setPageScheme(scheme); });
        connect(preview, &PreviewPane::pageSchemeChanged, action,
                [action, scheme = scheme](PageScheme now) { action->setChecked(now == scheme); });
    }
    connect(preview, &PreviewPane::pageSchemeChanged, this,
            [this](PageScheme now) { m_preferences->setState(schemeState, QByteArray::number(int(now))); });
    const int known = m_preferences->state(schemeState).toInt();
    m_actions[known == 1 ? Act::PageLight : known == 2 ? Act::PageDark : Act::PageOwn]->setChecked(true);
    preview->setPageScheme(PageScheme(qBound(0, known, 2)));
    preview->setProgramDark(themeColors(m_parts.window->palette()).dark);
}

bool PreviewCommands::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_parts.window && event->type() == QEvent::PaletteChange)
        m_parts.preview->setProgramDark(themeColors(m_parts.window->palette()).dark);
    return QObject::eventFilter(watched, event);
}

void PreviewCommands::connectLinks()
{
    PreviewPane* preview = m_parts.preview;
    connect(m_actions[Act::FindInPage], &QAction::triggered, this, [this, preview] {
        m_actions[Act::Preview]->setChecked(true);
        preview->openFind();
    });
    connect(preview, &PreviewPane::linkActivated, this, &PreviewCommands::follow);
    connect(m_actions[Act::OpenInBrowser], &QAction::triggered, m_parts.exporting, &Exporting::openInBrowser);
    connect(m_actions[Act::TrustedSites], &QAction::triggered, this, [this, preview] {
        auto* dialog = new TrustedSites(m_parts.window);
        connect(dialog, &TrustedSites::forgotten, preview, &PreviewPane::rereadTrust);
        dialog->open();
    });
    connect(preview, &PreviewPane::browserWanted, m_parts.exporting, &Exporting::openInBrowser);
}

void PreviewCommands::follow(const QUrl& target)
{
    const QString path = target.isLocalFile() ? target.toLocalFile() : sourceOf(target);
    const QString missing = m_parts.page->site() ? tr("Nothing in this site makes the page %1.")
                                                 : tr("%1 is not a Markdown file of this post\u2019s folder.");
    if (path.isEmpty())
        m_parts.notices->show({QStringLiteral("link"), Severity::Note, missing.arg(shortText(target.path(), 200)), {}, true});
    else
        m_parts.documents->open(path);
}

/// The file that the page at this address is made of; empty when none is.
QString PreviewCommands::sourceOf(const QUrl& target) const
{
    const std::shared_ptr<const Site>& site = m_parts.page->site();
    if (!site)
        return {};
    std::string wanted = target.path(QUrl::FullyEncoded).toStdString();
    const std::string base = site->content().setting("baseurl");
    if (!base.empty() && wanted.starts_with(base + '/'))
        wanted.erase(0, base.size());
    for (const auto& [path, item] : site->content().byPath) {
        if (!item->generated && plainUrl(item->url) == plainUrl(wanted))
            return QFile::decodeName(path.c_str());
    }
    return {};
}

} // namespace galley
