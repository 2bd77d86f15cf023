// SPDX-License-Identifier: MIT
#include "editor/textsearch.h"

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

static void collect(const QTextBlock& block, const SearchQuery& query, std::vector<Match>& out)
{
    const QString text = block.text();
    const auto sensitivity = query.matchCase ? Qt::CaseSensitive : Qt::CaseInsensitive;
    for (qsizetype at = 0; (at = text.indexOf(query.text, at, sensitivity)) >= 0;) {
        const qsizetype end = at + query.text.size();
        if (!query.wholeWords || (isWordEdge(text, at) && isWordEdge(text, end))) {
            out.push_back({block.position() + static_cast<int>(at), static_cast<int>(query.text.size())});
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
    for (QTextBlock block = document.findBlockByNumber(firstBlock); block.isValid() && block.blockNumber() <= lastBlock;
         block = block.next())
        collect(block, query, found);
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
