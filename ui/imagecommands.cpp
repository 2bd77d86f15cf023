// SPDX-License-Identifier: MIT
#include "imagecommands.h"

#include "actions.h"
#include "documentcontroller.h"
#include "form/frontmatterpanel.h"
#include "postimages.h"
#include "posttab.h"
#include "preferences.h"
#include "siteloader.h"

#include <QFileDialog>

namespace galley
{

static const QString shrinking = QStringLiteral("images/shrink");

ImageCommands::ImageCommands(const Actions& actions, const ImageParts& parts, Preferences* preferences)
    : QObject(parts.window), m_parts(parts), m_preferences(preferences)
{
    connect(m_parts.documents, &DocumentController::tabAdded, this, &ImageCommands::follow);
    for (PostTab* tab : m_parts.documents->tabs())
        follow(tab);
    connect(actions[Act::InsertImage], &QAction::triggered, this,
            [this] { ask([this](const QStringList& files) { current()->insertFiles(files); }, true); });
    QAction* shrink = actions[Act::ShrinkPhotos];
    shrink->setChecked(m_preferences->flag(shrinking, true));
    connect(shrink, &QAction::toggled, this, [this](bool on) {
        m_preferences->setFlag(shrinking, on);
        for (PostTab* tab : m_parts.documents->tabs())
            tab->findChild<PostImages*>()->setShrinking(on);
    });
    connect(m_parts.form, &FrontMatterPanel::imageRequested, this, [this](const QString& key) {
        ask([this, key](const QStringList& files) { current()->copyForField(files.first(), key); }, false);
    });
}

PostImages* ImageCommands::current() const
{
    return m_parts.documents->current()->findChild<PostImages*>();
}

void ImageCommands::follow(PostTab* tab)
{
    auto* images = new PostImages(tab, m_parts.tasks, [this] { return m_parts.site->site(); });
    images->setShrinking(m_preferences->flag(shrinking, true));
    connect(images, &PostImages::noticed, m_parts.notices,
            [this, tab](const Notice& notice) { m_parts.notices->showFor(tab, notice); });
    connect(images, &PostImages::inserted, m_parts.notices,
            [this, tab] { m_parts.notices->dismissFor(tab, QStringLiteral("image")); });
    connect(images, &PostImages::fieldFilled, m_parts.form, [this](const QString& key, const QString& address) {
        m_parts.form->setField(key, Value(address.toStdString()));
    });
}

void ImageCommands::ask(const std::function<void(const QStringList&)>& then, bool several)
{
    auto* dialog =
        new QFileDialog(m_parts.window, several ? tr("Insert images") : tr("Choose an image"), QString(),
                        tr("Images (*.jpg *.jpeg *.png *.gif *.webp *.avif *.svg *.bmp *.tif *.tiff *.heic);;"
                           "All files (*)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(several ? QFileDialog::ExistingFiles : QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::filesSelected, this, [then](const QStringList& files) {
        if (!files.isEmpty())
            then(files);
    });
    dialog->open();
}

} // namespace galley
