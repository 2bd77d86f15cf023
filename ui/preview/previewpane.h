// SPDX-License-Identifier: MIT
// PreviewPane: shows a RenderedPage and keeps it in step with the text, block by block.
#pragma once

#include "layout/renderedpage.h"
#include "preview/pageclick.h"
#include "preview/previewfiles.h"
#include "preview/previewpolicy.h"

#include <QVariant>
#include <QWidget>

#include <functional>
#include <memory>

class QPrinter;
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

    /// Another post's page comes soon. What is shown until then is not printed in its name.
    void awaitPage();

    /// Scrolls so that this line of the file (0-based, fraction inside a line) stands at the top.
    void scrollToLine(double line);

    /// Brings this line of the file (0-based) into sight by the smallest way: the caret moved there.
    void showLine(int line);

    /// As scrollToLine(), as far as the caret's line stays in sight.
    void follow(double line, int caretLine);

    /// As follow(), once the page given last is shown whole: another post came.
    void standAt(double line, int caretLine);

    /// Whether this file's page was shown before; it comes back where it stood.
    bool remembersPlace(const QString& file) const;

    void setZoomFactor(double factor); ///< 0.25 … 5
    double zoomFactor() const;

    void setPageScheme(PageScheme scheme);
    PageScheme pageScheme() const;
    /// The program's own colours: what a page with the site's own scheme is told.
    void setProgramDark(bool dark);

    void openFind(); ///< find in page
    void findNext();
    void findPrevious();

    /// Prints the page once it is shown whole; `printed` or `pdfSaved` follows. The pane may go meanwhile: the paper comes
    /// all the same.
    void print(std::shared_ptr<QPrinter> printer);
    void savePdf(const QString& path);

    /// In a window of its own, for a second screen; the pane keeps a note in its place.
    void setDetached(bool detached);
    bool isDetached() const;

    /// What the site publishes; with a provider nothing else is served.
    void setResourceProvider(ResourceProvider provider);

    /// What the person allows the shown page's site, remembered; another level loads the page anew.
    void setTrust(const PreviewTrust& trust);
    /// After what is remembered was changed elsewhere.
    void rereadTrust();
    PreviewTrust trust() const;

    /// What hands an address to the system; a test puts its own in place.
    void setLinkOpener(std::function<void(const QUrl&)> opener);

    /// Whether the page given last is shown whole.
    bool isSettled() const;

    /// What of the page is not there yet (style sheets, fonts, pictures, text, its painting), in words; empty when
    /// nothing is missing. No answer comes when the page goes meanwhile.
    void askMissing(std::function<void(const QStringList&)> answer);

    /// Runs a script in the preview's own world, where the page's names do not reach; for tests and probes.
    void ask(const QString& script, std::function<void(const QVariant&)> answer);

    QWebEngineView* view() const;

Q_SIGNALS:
    void patchApplied();                  ///< the DOM shows the newest page
    void patchFailed(const QString& why); ///< a flaw of the preview's script; the page was shown another way
    void cameIntoSight();                 ///< the pane was hidden before
    void pageOpened();                    ///< a navigation: another page or another level of trust
    void pageShown();                     ///< it can be seen: until then the page before it was
    void scrolledToLine(double line);     ///< the person scrolled the preview; 0-based
    void clicked(const PageClick& click); ///< it asks for the caret, or for a word to be selected
    void linkActivated(const QUrl& url);  ///< Ctrl+click on a page of the site, or on a file (file:) of its folder
    void linkHovered(const QString& target);
    void requestRefused(const QUrl& url);    ///< something of the page wanted to leave
    void fileRequested(const QString& path); ///< the page asked for a file of the site
    void browserWanted();                    ///< "Open in Browser" was chosen
    void printWanted();                      ///< "Print…" was chosen
    void printed(bool ok);
    void pdfSaved(const QString& path, const QString& problem); ///< a sentence; empty when it is saved
    void detachedChanged(bool detached);
    void pageSchemeChanged(PageScheme scheme);

protected:
    void showEvent(QShowEvent* event) override;

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace galley
