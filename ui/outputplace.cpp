// SPDX-License-Identifier: MIT
#include "outputplace.h"

#include "livepage.h"
#include "openpost.h"
#include "preferences.h"
#include "site/site.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFileInfo>
#include <QStandardPaths>

namespace galley
{

QString OutputPlace::key() const
{
    const std::shared_ptr<const Site>& site = m_page->site();
    if (!site)
        return {};
    const QByteArray root = QByteArray::fromStdString(site->root().string());
    return QStringLiteral("output/") +
           QString::fromLatin1(QCryptographicHash::hash(root, QCryptographicHash::Sha1).toHex());
}

QString OutputPlace::folderFor(const OpenPost& post) const
{
    if (key().isEmpty() && !post.path().isEmpty())
        return QFileInfo(post.path()).path();
    const QString chosen = key().isEmpty() ? QString() : QFile::decodeName(m_preferences->state(key()));
    if (!chosen.isEmpty() && QFileInfo(chosen).isDir())
        return chosen;
    const QString documents = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    return QFileInfo(documents).isDir() ? documents : QDir::homePath();
}

QString OutputPlace::offered(const OpenPost& post, const QString& suffix) const
{
    const QString name = QFileInfo(post.place()).completeBaseName();
    return QDir(folderFor(post)).filePath((name.isEmpty() ? QStringLiteral("untitled") : name) + suffix);
}

void OutputPlace::remember(const QString& path) const
{
    if (!key().isEmpty())
        m_preferences->setState(key(), QFile::encodeName(QFileInfo(path).absolutePath()));
}

} // namespace galley
