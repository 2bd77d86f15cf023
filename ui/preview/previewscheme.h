// SPDX-License-Identifier: MIT
// The galley: schemes, by which the preview's page, the site's files and allowed things from elsewhere reach the web
// view.
#pragma once

#include <QByteArray>
#include <QString>
#include <QUrl>

namespace galley
{

inline constexpr char previewScheme[] = "galley";
inline constexpr char previewHost[] = "site";

/// What a page was allowed to load from elsewhere comes by these: galley-https://host/path stands for
/// https://host/path, so that a style sheet's own addresses lead to the same place.
inline constexpr char remoteScheme[] = "galley-http";
inline constexpr char secureRemoteScheme[] = "galley-https";

/// Where the program's own files for pages stand: a hidden folder, which no site's file is ever served from.
inline constexpr char programFiles[] = "galley://site/.galley/";

/// Makes the schemes known to Qt WebEngine. Call it once, before QApplication is made.
void registerPreviewScheme();

/// galley://site/<path>; `path` as in a page's URL, with or without the slash at its front.
QUrl previewUrl(const QString& path);

bool isPreviewUrl(const QUrl& url);

bool isWebUrl(const QUrl& url); ///< http or https
bool isRemoteUrl(const QUrl& url);

/// The remote scheme's URL for an address of the web, and the other way round; invalid for any other.
QUrl remoteUrl(const QUrl& web);
QUrl webUrl(const QUrl& remote);

} // namespace galley
