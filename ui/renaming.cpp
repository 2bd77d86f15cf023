// SPDX-License-Identifier: MIT
#include "renaming.h"

#include "actions.h"
#include "base/textcodec.h"
#include "documentcontroller.h"
#include "postsaving.h"
#include "posttab.h"
#include "renamedialog.h"
#include "site/site.h"
#include "siteloader.h"
#include "taskqueue.h"

#include <QDir>
#include <QFile>

namespace galley
{

static std::filesystem::path pathOf(const QString& path)
{
    return QFile::encodeName(path).toStdString();
}

Renaming::Renaming(const Actions& actions, const Parts& parts) : QObject(parts.window), m_parts(parts)
{
    connect(actions[Act::Rename], &QAction::triggered, this, [this] { ask({}); });
    connect(parts.documents, &DocumentController::tabAdded, this, &Renaming::follow);
    connect(parts.documents, &DocumentController::tabClosing, this, [this](PostTab* tab) { m_fitting.erase(tab); });
    for (PostTab* tab : parts.documents->tabs())
        follow(tab);
}

void Renaming::follow(PostTab* tab)
{
    connect(tab->post(), &OpenPost::saved, this, [this, tab] { saved(tab); });
    connect(tab->post(), &OpenPost::loaded, this, [this, tab] { m_fitting.erase(tab); });
    connect(m_parts.sites, &SiteLoader::siteLoaded, tab, [this, tab] {
        if (tab == m_parts.documents->current() && tab->isOpen() && !m_fitting.contains(tab) &&
            !tab->post()->isModified())
            saved(tab);
    });
}

/// The name that title and date ask for is known from the opening on; when it is another after a save, it is offered.
void Renaming::saved(PostTab* tab)
{
    if (tab == m_afterSave) {
        m_afterSave.clear();
        openDialog(tab, m_askedPath);
        return;
    }
    const std::shared_ptr<const Site> site = m_parts.sites->site();
    if (!site || tab->post()->path().isEmpty())
        return;
    const auto work = [site, path = pathOf(tab->post()->path()), text = tab->post()->text().text()] {
        return QString::fromStdString(site::fittingPath(*site, path, *text));
    };
    m_parts.tasks->run(tab, work, [this, tab](const QString& fitting) {
        const auto known = m_fitting.find(tab);
        const bool changed = known != m_fitting.end() && known->second != fitting;
        m_fitting[tab] = fitting;
        if (changed && !fitting.isEmpty())
            offer(tab, fitting);
    });
}

void Renaming::offer(PostTab* tab, const QString& fitting)
{
    const QDir root(m_parts.sites->root());
    if (tab != m_parts.documents->current())
        return;
    if (root.relativeFilePath(tab->post()->path()) == fitting)
        return Q_EMIT noticeEnded(QStringLiteral("rename"));
    const NoticeButton rename{tr("&Rename…"), [this, fitting] { ask(fitting); }};
    Q_EMIT noticed({QStringLiteral("rename"),
                    Severity::Note,
                    tr("Title and date now ask for the name %1.").arg(fitting.section(QLatin1Char('/'), -1)),
                    {rename}});
}

void Renaming::ask(const QString& newPath)
{
    PostTab* tab = m_parts.documents->current();
    if (!m_parts.sites->site() || tab->post()->path().isEmpty()) {
        Q_EMIT noticed(
            {QStringLiteral("unsaved"), Severity::Note, tr("Only a saved post of a site can be renamed here."), {}});
        return;
    }
    if (!tab->post()->isModified()) {
        openDialog(tab, newPath);
        return;
    }
    m_afterSave = tab;
    m_askedPath = newPath;
    tab->saving()->save();
}

void Renaming::openDialog(PostTab* tab, const QString& newPath)
{
    const std::shared_ptr<const Site> site = m_parts.sites->site();
    const QString path = QDir(m_parts.sites->root()).relativeFilePath(tab->post()->path());
    QString wanted = newPath;
    if (wanted.isEmpty())
        wanted =
            QString::fromStdString(site::fittingPath(*site, pathOf(tab->post()->path()), *tab->post()->text().text()));
    auto* dialog = new RenameDialog(path, wanted.isEmpty() ? path : wanted, m_parts.sites->root(), m_parts.window);
    connect(dialog, &RenameDialog::planWanted, tab,
            [this, dialog, tab](const QString& name) { plan(dialog, tab, name); });
    connect(dialog, &QDialog::accepted, tab, [this, dialog, tab] {
        if (dialog->plan())
            carryOut(tab, *dialog->plan());
    });
    plan(dialog, tab, dialog->newPath());
    dialog->open();
}

/// Off the GUI thread: every file of the site is searched for links.
void Renaming::plan(RenameDialog* dialog, PostTab* tab, const QString& newPath)
{
    const auto work = [site = m_parts.sites->site(), path = pathOf(tab->post()->path()),
                       text = tab->post()->text().text(),
                       name = newPath.toStdString()] { return site::planRename(*site, path, *text, name); };
    m_parts.tasks->run(dialog, work, [dialog, newPath](const Expected<site::RenamePlan>& planned) {
        if (newPath == dialog->newPath())
            dialog->showPlan(planned);
    });
}

void Renaming::carryOut(PostTab* tab, const site::RenamePlan& plan)
{
    ChangeSet changes;
    for (const site::PlannedMove& folder : plan.folders)
        changes.moves.push_back({folder.from, folder.to});
    changes.moves.push_back({plan.post.from, plan.post.to});
    if (plan.own.places > 0)
        changes.rewrites.push_back({plan.post.to, toFileBytes(plan.own.before, tab->post()->form()),
                                    toFileBytes(plan.own.after, tab->post()->form())});
    for (const site::PlannedText& other : plan.others)
        changes.rewrites.push_back({other.file, other.before, other.after});
    const QString unsaved = changedElsewhere(changes, tab);
    if (!unsaved.isEmpty()) {
        Q_EMIT noticed({QStringLiteral("rename"),
                        Severity::Warning,
                        tr("%1 is open with changes; save it first.").arg(unsaved),
                        {}});
        return;
    }
    apply(tab, changes, QFile::decodeName(plan.post.to.c_str()), false);
}

/// The name of a post that is open, changed, and about to be rewritten on disk.
QString Renaming::changedElsewhere(const ChangeSet& changes, const PostTab* own) const
{
    for (const ChangeSet::Rewrite& each : changes.rewrites) {
        const PostTab* tab = m_parts.documents->tabOf(QFile::decodeName(each.file.c_str()));
        if (tab && tab != own && tab->post()->isModified())
            return tab->post()->name();
    }
    return {};
}

void Renaming::apply(PostTab* tab, const ChangeSet& changes, const QString& path, bool isUndo)
{
    const QString old = tab->post()->path();
    tab->keeping()->expectMove();
    m_parts.tasks->run(
        tab, [changes] { return applyChanges(changes); },
        [this, tab, changes, path, old, isUndo](const Expected<void>& done) {
            if (!done) {
                tab->keeping()->moved(old);
                Q_EMIT noticed({QStringLiteral("rename"), Severity::Error, sentence(done.error()), {}});
                return;
            }
            tab->keeping()->moved(path);
            m_fitting.erase(tab);
            m_parts.sites->reload();
            std::vector<NoticeButton> buttons;
            if (!isUndo)
                buttons.push_back({tr("&Undo"), [this, tab = QPointer<PostTab>(tab), back = changes.reversed(), old] {
                                       if (tab)
                                           apply(tab, back, old, true);
                                   }});
            const QString text = isUndo ? tr("The post has its old name again.")
                                        : tr("The post is called %1 now.").arg(tab->post()->name());
            Q_EMIT noticed({QStringLiteral("rename"), Severity::Note, text, std::move(buttons), true});
            Q_EMIT renamed(path);
        });
}

} // namespace galley
