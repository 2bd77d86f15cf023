// SPDX-License-Identifier: MIT
// PreviewPane: shows a RenderedPage and keeps it in step with the text, block by block.
#pragma once

#include "layout/renderedpage.h"

#include <QWidget>

#include <memory>

namespace galley
{

/// Where a page stands: what its relative URLs are looked up in.
struct PageAddress {
    QString siteRoot;   ///< folder of the site; empty for a lone file
    QString postFolder; ///< folder of the post; empty for an untitled one
    QString url;        ///< path below the site's root, "/2017/06/19/nv-meetup.html"
    bool operator==(const PageAddress&) const = default;
};

class PreviewPane final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PreviewPane)

public:
    explicit PreviewPane(QWidget* parent = nullptr);
    ~PreviewPane() override;

    /// The newest page wins; a page with the same address is patched in, another address is a navigation.
    void showPage(std::shared_ptr<const RenderedPage> page, const PageAddress& address);

    /// Scrolls so that this line of the file (0-based, fraction inside a line) stands at the top.
    void scrollToLine(double line);

    void setZoomFactor(double factor);
    double zoomFactor() const;

Q_SIGNALS:
    void patchApplied();                     ///< the DOM shows the newest page
    void scrolledToLine(double line);        ///< the person scrolled the preview; 0-based
    void lineClicked(int line, bool select); ///< a click asks for the caret at this 0-based line
    void linkActivated(const QUrl& url);     ///< Ctrl+click on a link to a file of the site
    void linkHovered(const QString& target);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace galley
