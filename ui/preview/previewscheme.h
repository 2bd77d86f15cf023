// SPDX-License-Identifier: MIT
// The galley: scheme, by which the preview's page and the site's files reach the web view.
#pragma once

#include <QByteArray>
#include <QString>
#include <QUrl>

namespace galley
{

inline constexpr char previewScheme[] = "galley";
inline constexpr char previewHost[] = "site";

/// Makes the scheme known to Qt WebEngine. Call it once, before QApplication is made.
void registerPreviewScheme();

/// galley://site/<path>; `path` as in a page's URL, with or without the slash at its front.
QUrl previewUrl(const QString& path);

bool isPreviewUrl(const QUrl& url);

} // namespace galley
