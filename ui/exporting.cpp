// SPDX-License-Identifier: MIT
#include "exporting.h"

#include "keep/savefile.h"
#include "livepage.h"
#include "openpost.h"
#include "taskqueue.h"

#include <QDesktopServices>
#include <QFile>
#include <QFileDialog>
#include <QFileInfo>
#include <QUrl>

namespace galley
{

Exporting::Exporting(OpenPost* post, LivePage* page, TaskQueue* tasks, QWidget* window)
    : QObject(window), m_post(post), m_page(page), m_tasks(tasks), m_window(window)
{
}

QString Exporting::offeredPath() const
{
    if (m_post->path().isEmpty())
        return QStringLiteral("untitled.html");
    const QFileInfo info(m_post->path());
    return info.path() + QLatin1Char('/') + info.completeBaseName() + QStringLiteral(".html");
}

void Exporting::askWhere()
{
    const QString asPublished = tr("Page as the site publishes it (*.html)");
    const QString standalone = tr("Page with everything inside, opens anywhere (*.html)");
    auto* dialog = new QFileDialog(m_window, tr("Export the page"), offeredPath());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilters({standalone, asPublished});
    dialog->setDefaultSuffix(QStringLiteral("html"));
    dialog->selectFile(QFileInfo(offeredPath()).fileName());
    connect(dialog, &QFileDialog::fileSelected, this, [this, dialog, asPublished](const QString& path) {
        writeTo(path, dialog->selectedNameFilter() == asPublished ? PageForm::SitePage : PageForm::Standalone);
    });
    dialog->open();
}

void Exporting::writeTo(const QString& path, PageForm form)
{
    write(path, form, [this, path] {
        const NoticeButton open{tr("&Open"), [path] { QDesktopServices::openUrl(QUrl::fromLocalFile(path)); }};
        Q_EMIT noticed({QStringLiteral("export"), Severity::Note, tr("Exported to %1").arg(path), {open}});
        Q_EMIT exported(path);
    });
}

void Exporting::openInBrowser()
{
    if (!m_forBrowser)
        m_forBrowser = std::make_unique<QTemporaryDir>();
    const QString path = m_forBrowser->filePath(QFileInfo(offeredPath()).fileName());
    write(path, PageForm::Standalone, [path] { QDesktopServices::openUrl(QUrl::fromLocalFile(path)); });
}

void Exporting::write(const QString& path, PageForm form, const std::function<void()>& then)
{
    RenderRequest request;
    request.path = QFile::encodeName(m_post->place()).toStdString();
    request.site = m_page->site();
    request.form = form;
    request.now = currentTime();
    const auto work = [target = QFile::encodeName(path).toStdString(), text = m_post->text().text(),
                       request]() mutable -> SaveExpected<FileState> {
        request.text = *text;
        const RenderedPage page = renderPost(request);
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
