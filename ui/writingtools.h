// SPDX-License-Identifier: MIT
// WritingTools: what helps to write the post that is shown: new write-ups, images, spelling.
#pragma once

#include "imagecommands.h"

#include <QObject>

namespace galley
{

class LivePage;

class WritingTools final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(WritingTools)

public:
    WritingTools(const Actions& actions, const ImageParts& parts, LivePage* page, Preferences* preferences);
};

} // namespace galley
