// SPDX-License-Identifier: MIT
#include "editor/textsearch.h"

#include "editor/longlines.h"

#include <QTextBlock>
#include <QTextDocument>

namespace galley::textsearch
{

static bool isWordEdge(const QString& text, qsizetype at)
{
    const bool before = at > 0 && text[at - 1].isLetterOrNumber();
    const bool after = at < text.size() && text[at].isLetterOrNumber();
    return before != after || !before;
}

/// Places in one line, found in order, as positions of the document: a line may lie in several blocks.
class LinePlaces
{
public:
    explicit LinePlaces(const QTextBlock& line) : m_piece(line) {}

    /// A place between two pieces is the end of the first for a match that ends there.
    int position(qsizetype column, bool isEnd)
    {
        while (longlines::isCut(m_piece)) {
            const qsizetype end = m_column + m_piece.length() - 1;
            if (column < end || (isEnd && column == end))
                break;
            m_column = end;
            m_piece = m_piece.next();
        }
        return m_piece.position() + static_cast<int>(column - m_column);
    }

private:
    QTextBlock m_piece;
    qsizetype m_column = 0;
};

static void collect(const QTextBlock& line, const SearchQuery& query, std::vector<Match>& out)
{
    const QString text = longlines::lineText(line);
    const auto sensitivity = query.matchCase ? Qt::CaseSensitive : Qt::CaseInsensitive;
    LinePlaces places(line);
    for (qsizetype at = 0; (at = text.indexOf(query.text, at, sensitivity)) >= 0;) {
        const qsizetype end = at + query.text.size();
        if (!query.wholeWords || (isWordEdge(text, at) && isWordEdge(text, end))) {
            const int start = places.position(at, false);
            out.push_back({start, places.position(end, true) - start});
            at = end;
        } else {
            ++at;
        }
    }
}

std::vector<Match> matches(const QTextDocument& document, const SearchQuery& query, int firstBlock, int lastBlock)
{
    std::vector<Match> found;
    if (query.text.isEmpty())
        return found;
    for (QTextBlock line = longlines::firstPiece(document.findBlockByNumber(firstBlock));
         line.isValid() && line.blockNumber() <= lastBlock; line = longlines::lastPiece(line).next())
        collect(line, query, found);
    return found;
}

std::vector<Match> matches(const QTextDocument& document, const SearchQuery& query)
{
    return matches(document, query, 0, document.blockCount() - 1);
}

int replaceAll(QTextDocument& document, const SearchQuery& query, const QString& replacement)
{
    const std::vector<Match> found = matches(document, query);
    QTextCursor cursor(&document);
    cursor.beginEditBlock();
    for (auto match = found.rbegin(); match != found.rend(); ++match) {
        cursor.setPosition(match->position);
        cursor.setPosition(match->position + match->length, QTextCursor::KeepAnchor);
        cursor.insertText(replacement);
    }
    cursor.endEditBlock();
    return static_cast<int>(found.size());
}

} // namespace galley::textsearch
