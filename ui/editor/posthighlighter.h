// SPDX-License-Identifier: MIT
// PostHighlighter: colours in the text, block by block, never longer at a time than a frame allows.
#pragma once

#include "theme.h"

#include "editor/markup.h"

#include <QElapsedTimer>
#include <QSyntaxHighlighter>
#include <QTextCursor>

#include <map>

namespace galley
{

class PostHighlighter final : public QSyntaxHighlighter
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PostHighlighter)

public:
    explicit PostHighlighter(QTextDocument* document);

    void setColors(const ThemeColors& colors);

    /// Whether blocks are still waiting for their colours.
    bool isPending() const { return m_pending.hasSelection(); }

protected:
    void highlightBlock(const QString& text) override;

private:
    bool outOfTime();
    void putOff();
    void endTurn();

    std::map<Markup, QTextCharFormat> m_formats;
    QElapsedTimer m_turn; ///< since the first block of this turn of the event loop
    bool m_inTurn = false;
    QTextCursor m_pending; ///< from the first to the last block put off
};

} // namespace galley
