// SPDX-License-Identifier: MIT
// What Qt WebEngine calls otherwise from one version to the next: 6.4 (Debian 12) and 6.8 (Debian 13) both build.
#pragma once

#include <QWebEnginePage>

#if QT_VERSION >= QT_VERSION_CHECK(6, 8, 0)
#include <QWebEnginePermission>
#endif
#if QT_VERSION < QT_VERSION_CHECK(6, 5, 0)
#include <QWebEngineQuotaRequest>
#endif

namespace galley
{

/// Calls `told` when the document asks for a camera, a microphone, its place, notifications and the like. The request
/// stays open: who wants to answer it calls denyPermissions().
template <class Told>
void whenPermissionAsked(QWebEnginePage* page, Told told)
{
#if QT_VERSION >= QT_VERSION_CHECK(6, 8, 0)
    QObject::connect(page, &QWebEnginePage::permissionRequested, page, told);
#else
    QObject::connect(page, &QWebEnginePage::featurePermissionRequested, page, told);
#endif
}

/// No document of this page is granted anything.
inline void denyPermissions(QWebEnginePage* page)
{
#if QT_VERSION >= QT_VERSION_CHECK(6, 8, 0)
    whenPermissionAsked(page, [](const QWebEnginePermission& permission) { permission.deny(); });
#else
    whenPermissionAsked(page, [page](const QUrl& origin, QWebEnginePage::Feature feature) {
        page->setFeaturePermission(origin, feature, QWebEnginePage::PermissionDeniedByUser);
    });
#endif
}

/// No document of this page gets disk space of its own. Newer versions never ask: Chromium dropped the request.
inline void rejectQuota([[maybe_unused]] QWebEnginePage* page)
{
#if QT_VERSION < QT_VERSION_CHECK(6, 5, 0)
    QObject::connect(page, &QWebEnginePage::quotaRequested, page,
                     [](QWebEngineQuotaRequest request) { request.reject(); });
#endif
}

} // namespace galley
