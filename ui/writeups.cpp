// SPDX-License-Identifier: MIT
#include "writeups.h"

#include "documentcontroller.h"
#include "form/newpostdialog.h"
#include "post/fieldkind.h"
#include "post/postdocument.h"
#include "posttab.h"
#include "preferences.h"
#include "site/site.h"
#include "siteloader.h"

#include <QFile>

namespace galley
{

WriteUps::WriteUps(DocumentController* documents, SiteLoader* site, Preferences* preferences, QWidget* window)
    : QObject(window), m_documents(documents), m_site(site), m_preferences(preferences), m_window(window)
{
}

// The open site first, then those of the files that were open last.
QStringList WriteUps::knownRoots() const
{
    QStringList roots;
    if (!m_site->root().isEmpty())
        roots << m_site->root();
    for (const QString& file : m_preferences->recentFiles()) {
        const QString root = QFile::decodeName(Site::rootOf(QFile::encodeName(file).toStdString()).c_str());
        if (!root.isEmpty())
            roots << root;
    }
    roots.removeDuplicates();
    return roots;
}

void WriteUps::ask()
{
    const QStringList roots = knownRoots();
    const bool isLoaded = !roots.isEmpty() && roots.first() == m_site->root();
    const Hash shown = PostDocument::parse(*m_documents->current()->post()->text().text()).values;
    const QString place = m_documents->current()->post()->place();
    const bool isOfFirst = roots.isEmpty() || place.startsWith(roots.first() + QLatin1Char('/'));
    auto* dialog =
        new NewPostDialog(roots, isLoaded ? m_site->site() : nullptr,
                          isOfFirst ? fieldText(shown.get("author")) : std::string(), m_preferences, m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &NewPostDialog::decided, this, &WriteUps::make);
    dialog->open();
}

void WriteUps::make(const NewPostDraft& draft)
{
    m_documents->newPostOf(draft.text, draft.path);
    if (!draft.photos.isEmpty())
        Q_EMIT photosChosen(draft.photos);
}

} // namespace galley
