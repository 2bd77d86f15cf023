// SPDX-License-Identifier: MIT
#include "writingtools.h"

#include "actions.h"
#include "postimages.h"
#include "spellingcommands.h"
#include "writeups.h"

namespace galley
{

WritingTools::WritingTools(const Actions& actions, const ImageParts& parts, LivePage* page, Preferences* preferences)
    : QObject(parts.window)
{
    auto* writeUps = new WriteUps(parts.documents, parts.site, preferences, parts.window);
    connect(actions[Act::NewWriteUp], &QAction::triggered, writeUps, &WriteUps::ask);
    auto* images = new ImageCommands(actions, parts, preferences);
    connect(writeUps, &WriteUps::photosChosen, images,
            [images](const QStringList& files) { images->current()->insertFiles(files, PostImages::Where::End); });
    new SpellingCommands(actions, parts.documents, page, preferences, parts.notices);
}

} // namespace galley
