// SPDX-License-Identifier: MIT
// ImageCommands: Format → Insert Image…, the image fields of the form, and a PostImages for each tab.
#pragma once

#include "noticestack.h"

#include <QObject>

class QWidget;

namespace galley
{

class Actions;
class DocumentController;
class FrontMatterPanel;
class PostImages;
class PostTab;
class Preferences;
class SiteLoader;
class TaskQueue;

/// What the commands act on.
struct ImageParts {
    DocumentController* documents;
    SiteLoader* site;
    TaskQueue* tasks;
    FrontMatterPanel* form;
    NoticeStack* notices;
    QWidget* window;
};

class ImageCommands final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ImageCommands)

public:
    ImageCommands(const Actions& actions, const ImageParts& parts, Preferences* preferences);

    /// Of the post that is shown.
    PostImages* current() const;

private:
    void follow(PostTab* tab);
    void ask(const std::function<void(const QStringList&)>& then, bool several);

    ImageParts m_parts;
    Preferences* m_preferences;
};

} // namespace galley
