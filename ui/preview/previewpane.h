// SPDX-License-Identifier: MIT
// PreviewPane: shows a RenderedPage and keeps it in step with the text, block by block.
#pragma once

#include "layout/renderedpage.h"
#include "preview/previewfiles.h"
#include "preview/previewpolicy.h"

#include <QVariant>
#include <QWidget>

#include <functional>
#include <memory>

class QWebEngineView;

namespace galley
{

/// Which answer the page's `prefers-color-scheme` gets.
enum class PageScheme { SitesOwn, Light, Dark };

class PreviewPane final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PreviewPane)

public:
    explicit PreviewPane(QWidget* parent = nullptr);
    ~PreviewPane() override;

    /// The newest page wins; a page of the same file is patched in, another file is a navigation.
    void showPage(std::shared_ptr<const RenderedPage> page, const PageAddress& address);

    /// Scrolls so that this line of the file (0-based, fraction inside a line) stands at the top.
    void scrollToLine(double line);

    void setZoomFactor(double factor);
    double zoomFactor() const;

    void setPageScheme(PageScheme scheme);
    PageScheme pageScheme() const;

    /// Files that the site makes when it is built; asked before the files in its folder.
    void setResourceProvider(ResourceProvider provider);

    /// What the person allows the site of the shown page; another level loads the page anew.
    void setTrust(const PreviewTrust& trust);
    PreviewTrust trust() const;

    /// Runs a script in the preview's own world, where the page's names do not reach; for tests and probes.
    void ask(const QString& script, std::function<void(const QVariant&)> answer);

    QWebEngineView* view() const;

Q_SIGNALS:
    void patchApplied();                  ///< the DOM shows the newest page
    void patchFailed(const QString& why); ///< a flaw of the preview's script; the page was shown another way
    void pageOpened();                    ///< a navigation: another page or another level of trust
    void scrolledToLine(double line);     ///< the person scrolled the preview; 0-based
    void lineClicked(int line, bool select); ///< a click asks for the caret at this 0-based line
    void linkActivated(const QUrl& url);     ///< Ctrl+click on a link to a file of the site
    void linkHovered(const QString& target);
    void requestRefused(const QUrl& url); ///< something of the page wanted to leave

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace galley
