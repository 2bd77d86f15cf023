// SPDX-License-Identifier: MIT
#include "preview/linkopener.h"

#include "preview/previewpolicy.h"
#include "preview/previewscheme.h"
#include "shorttext.h"

#include <QAbstractButton>
#include <QDesktopServices>
#include <QMessageBox>

namespace galley
{

QUrl siteTarget(const QUrl& link, const PageAddress& address)
{
    const QString path = link.path(QUrl::FullyEncoded);
    auto file = previewFile(address, path.toUtf8(), FileUse::Open);
    if (!file) { // "other.md" beside the post's own file lies below the page's address
        PageAddress beside = address;
        beside.siteRoot.clear();
        file = previewFile(beside, path.toUtf8(), FileUse::Open);
    }
    if (file)
        return QUrl::fromLocalFile(QString::fromStdString(file->path.string()));
    QUrl page(path, QUrl::StrictMode);
    if (address.siteRoot.isEmpty())
        page.setPath(shownPath(address, path));
    return page;
}

LinkOpener::LinkOpener(QWidget* window)
    : QObject(window), m_window(window), m_opener([](const QUrl& url) { QDesktopServices::openUrl(url); })
{
}

void LinkOpener::follow(const QUrl& target, const QString& words)
{
    if (isPreviewUrl(target))
        Q_EMIT siteLinkFollowed(target);
    else if (!mayOpenOutside(target))
        Q_EMIT refused(target);
    else if (namesOtherHost(words, target))
        ask(target, words);
    else
        m_opener(target);
}

void LinkOpener::ask(const QUrl& target, const QString& words)
{
    auto* box =
        new QMessageBox(QMessageBox::Warning, tr("Open this link?"),
                        tr("The link says \u201c%1\u201d but leads to %2.").arg(shortText(words, 80), target.host()),
                        QMessageBox::Open | QMessageBox::Cancel, m_window);
    box->setTextFormat(Qt::PlainText);
    box->setInformativeText(shortText(target.toDisplayString(QUrl::FullyEncoded), 300));
    box->setDefaultButton(QMessageBox::Cancel);
    box->setAttribute(Qt::WA_DeleteOnClose);
    connect(box, &QMessageBox::buttonClicked, this, [this, box, target](QAbstractButton* button) {
        if (box->standardButton(button) == QMessageBox::Open)
            m_opener(target);
    });
    box->open();
}

} // namespace galley
