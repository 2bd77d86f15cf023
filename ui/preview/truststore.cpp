// SPDX-License-Identifier: MIT
#include "preview/truststore.h"

#include <QDir>
#include <QSettings>

namespace galley
{

namespace
{

enum : int { Design = 1, Content = 2, Scripts = 4 };

/// The folder itself and not what a symbolic link shows: a link laid over a trusted folder is another site.
QString keyOf(const PageAddress& address)
{
    const QString place = address.siteRoot.isEmpty() ? address.file : address.siteRoot;
    if (place.isEmpty())
        return {};
    const QString canonical = QFileInfo(place).canonicalFilePath();
    const QString name = canonical.isEmpty() ? QDir::cleanPath(place) : canonical;
    return QStringLiteral("preview/trust/") + QString::fromLatin1(name.toUtf8().toHex());
}

} // namespace

PreviewTrust TrustStore::load(const PageAddress& address) const
{
    const QString key = keyOf(address);
    if (key.isEmpty())
        return {};
    const int bits = QSettings().value(key, 0).toInt();
    return PreviewTrust{(bits & Design) != 0, (bits & Content) != 0, (bits & Scripts) != 0};
}

void TrustStore::save(const PageAddress& address, const PreviewTrust& trust) const
{
    const QString key = keyOf(address);
    if (key.isEmpty())
        return;
    const int bits = (trust.design ? Design : 0) | (trust.content ? Content : 0) | (trust.scripts ? Scripts : 0);
    QSettings settings;
    if (bits == 0)
        settings.remove(key);
    else
        settings.setValue(key, bits);
}

} // namespace galley
