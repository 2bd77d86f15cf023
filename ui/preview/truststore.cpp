// SPDX-License-Identifier: MIT
#include "preview/truststore.h"

#include <QDir>
#include <QSettings>

#include <fcntl.h>
#include <sys/stat.h>

namespace galley
{

namespace
{

enum : int { Design = 1, Content = 2, Scripts = 4 };

/// The one file of the program's settings (see Preferences).
QSettings settings()
{
    return QSettings(QSettings::NativeFormat, QSettings::UserScope, QStringLiteral("galley"), QStringLiteral("galley"));
}

const QString group = QStringLiteral("preview/trusted");

QString keyOf(const QString& path)
{
    return group + QLatin1Char('/') + QString::fromLatin1(path.toUtf8().toHex());
}

QString realPlace(const PageAddress& address)
{
    const QFileInfo place(address.siteRoot.isEmpty() ? address.file : address.siteRoot);
    if (place.exists())
        return place.canonicalFilePath();
    const QString folder = place.filePath().isEmpty() ? QString() : QFileInfo(place.path()).canonicalFilePath();
    return folder.isEmpty() ? QString() : folder + QLatin1Char('/') + place.fileName(); // a post not saved yet
}

/// Which folder it is, whatever it is called: a lone file's is the one it lies in, since saving replaces the file. The
/// device's number is not a part of it: it may be another after the next start of the system.
QString identityOf(const QString& path)
{
    const QFileInfo info(path);
    struct statx found = {};
    const QByteArray folder = QFile::encodeName(info.isDir() ? path : info.path());
    if (statx(AT_FDCWD, folder.constData(), 0, STATX_INO | STATX_BTIME, &found) != 0)
        return {};
    QString identity = QString::number(found.stx_ino);
    if ((found.stx_mask & STATX_BTIME) != 0)
        identity += QStringLiteral(":%1.%2").arg(found.stx_btime.tv_sec).arg(found.stx_btime.tv_nsec);
    return identity;
}

PreviewTrust trustOf(int bits)
{
    return PreviewTrust{(bits & Design) != 0, (bits & Content) != 0, (bits & Scripts) != 0};
}

} // namespace

PreviewTrust TrustStore::load(const PageAddress& address) const
{
    const QString path = realPlace(address);
    if (path.isEmpty())
        return {};
    const QVariantList kept = settings().value(keyOf(path)).toList();
    const bool same = kept.size() == 2 && !kept[1].toString().isEmpty() && kept[1].toString() == identityOf(path);
    return same ? trustOf(kept[0].toInt()) : PreviewTrust();
}

void TrustStore::save(const PageAddress& address, const PreviewTrust& trust) const
{
    const QString path = realPlace(address);
    if (path.isEmpty())
        return;
    const int bits = (trust.design ? Design : 0) | (trust.content ? Content : 0) | (trust.scripts ? Scripts : 0);
    if (bits == 0)
        forget(path);
    else
        settings().setValue(keyOf(path), QVariantList{bits, identityOf(path)});
}

std::vector<TrustedPlace> TrustStore::places() const
{
    std::vector<TrustedPlace> found;
    QSettings all = settings();
    all.beginGroup(group);
    for (const QString& key : all.childKeys()) {
        const QString path = QString::fromUtf8(QByteArray::fromHex(key.toLatin1()));
        found.push_back({path, trustOf(all.value(key).toList().value(0).toInt())});
    }
    std::sort(found.begin(), found.end(),
              [](const TrustedPlace& a, const TrustedPlace& b) { return a.path < b.path; });
    return found;
}

void TrustStore::forget(const QString& path) const
{
    settings().remove(keyOf(path));
}

} // namespace galley
