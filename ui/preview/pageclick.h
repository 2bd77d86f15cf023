// SPDX-License-Identifier: MIT
// PageClick: what stands at a click on the page.
#pragma once

#include <QMetaType>
#include <QString>

class QJsonObject;

namespace galley
{

struct PageClick {
    int line = 0;                        ///< 0-based
    int blockFirst = -1, blockLast = -1; ///< lines of the block; -1 when the click was beside the text
    QString before, after;               ///< the page's text on both sides, a line's length of it
    bool select = false;                 ///< a double click
};

/// As the preview's script tells it.
PageClick pageClick(const QJsonObject& fact);

} // namespace galley

Q_DECLARE_METATYPE(galley::PageClick)
