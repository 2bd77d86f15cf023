// SPDX-License-Identifier: MIT
// LinkOpener: decides what a followed link of the page may do.
#pragma once

#include "preview/previewfiles.h"

#include <QObject>
#include <QUrl>

#include <functional>

class QWidget;

namespace galley
{

/// What a link within the site names: a Markdown file below the site's or the post's folder (file:), else a page of the
/// site, as a path.
QUrl siteTarget(const QUrl& link, const PageAddress& address);

class LinkOpener final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(LinkOpener)

public:
    explicit LinkOpener(QWidget* window);

    /// A link was followed: its resolved target, and the words the reader saw.
    void follow(const QUrl& target, const QString& words);

    /// What hands an address to the system; a test puts its own in place.
    void setOpener(std::function<void(const QUrl&)> opener) { m_opener = std::move(opener); }

Q_SIGNALS:
    void siteLinkFollowed(const QUrl& target); ///< a page or file of the site itself
    void refused(const QUrl& target);

private:
    void ask(const QUrl& target, const QString& words);

    QWidget* m_window;
    std::function<void(const QUrl&)> m_opener;
};

} // namespace galley
