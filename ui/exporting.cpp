// SPDX-License-Identifier: MIT
#include "exporting.h"

#include "keep/savefile.h"
#include "livepage.h"
#include "machine/machine.h"
#include "openpost.h"
#include "preview/truststore.h"
#include "site/site.h"
#include "taskqueue.h"

#include <QDesktopServices>
#include <QFile>
#include <QFileDialog>
#include <QFileInfo>
#include <QUrl>

namespace galley
{

Exporting::Exporting(OpenPost* post, LivePage* page, TaskQueue* tasks, Preferences* preferences, QWidget* window)
    : QObject(window), m_post(post), m_page(page), m_tasks(tasks), m_place(page, preferences), m_window(window)
{
}

void Exporting::askWhere()
{
    const QString asPublished = tr("Page as the site publishes it (*.html)");
    const QString standalone = tr("Page with everything inside, opens anywhere (*.html)");
    const QString offered = m_place.offered(*m_post, QStringLiteral(".html"));
    auto* dialog = new QFileDialog(m_window, tr("Export the page"), offered);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilters({standalone, asPublished});
    dialog->setDefaultSuffix(QStringLiteral("html"));
    dialog->selectFile(QFileInfo(offered).fileName());
    connect(dialog, &QFileDialog::fileSelected, this, [this, dialog, asPublished](const QString& path) {
        m_place.remember(path);
        writeTo(path, dialog->selectedNameFilter() == asPublished ? PageForm::SitePage : PageForm::Standalone);
    });
    dialog->open();
}

void Exporting::writeTo(const QString& path, PageForm form)
{
    // The page as published is what goes to the server, with all its scripts; a browser is not offered a stranger's.
    const bool mayRun = form == PageForm::Standalone || trust().scripts;
    write(path, form, [this, path, mayRun] {
        const NoticeButton open{tr("&Open"), [path] { QDesktopServices::openUrl(QUrl::fromLocalFile(path)); }};
        Q_EMIT noticed({QStringLiteral("export"), Severity::Note, tr("Exported to %1").arg(path),
                        mayRun ? std::vector{open} : std::vector<NoticeButton>(), true});
        Q_EMIT exported(path);
    });
}

void Exporting::openInBrowser()
{
    if (!m_forBrowser)
        m_forBrowser = std::make_unique<QTemporaryDir>();
    const QString path =
        m_forBrowser->filePath(QFileInfo(m_place.offered(*m_post, QStringLiteral(".html"))).fileName());
    write(path, PageForm::Standalone, [path] { QDesktopServices::openUrl(QUrl::fromLocalFile(path)); });
}

/// What the post's site is allowed, whatever page the preview shows by now.
PreviewTrust Exporting::trust() const
{
    PageAddress address;
    address.file = m_post->place();
    if (m_page->site())
        address.siteRoot = QFile::decodeName(m_page->site()->root().c_str());
    return TrustStore().load(address);
}

void Exporting::write(const QString& path, PageForm form, const std::function<void()>& then)
{
    RenderRequest request = machine::renderRequest(QFile::encodeName(m_post->place()).toStdString(), m_page->site());
    request.form = form;
    if (form == PageForm::Standalone)
        request.policy = standalonePolicy(trust()).toStdString();
    request.stop = m_tasks->overdue();
    const auto work = [target = QFile::encodeName(path).toStdString(), text = m_post->text().text(),
                       request]() mutable -> SaveExpected<FileState> {
        request.text = *text;
        const RenderedPage page = renderPost(request);
        if (request.stop.stop_requested()) // half a page takes no whole one's place
            return unexpected(SaveProblem{});
        return saveFile({target, page.html, {}, SaveWay::Ask, true});
    };
    m_tasks->run(this, work, [this, path, then](const SaveExpected<FileState>& result) {
        if (result) {
            then();
            return;
        }
        Q_EMIT noticed({QStringLiteral("export"), Severity::Error, sentence(result.error().error), {}});
        Q_EMIT failed(path);
    });
}

} // namespace galley
