// SPDX-License-Identifier: MIT
// TextSearch: finding and replacing in a document.
#pragma once

#include <QString>
#include <QTextCursor>

#include <vector>

namespace galley
{

struct SearchQuery {
    QString text;
    bool matchCase = false;
    bool wholeWords = false;

    bool operator==(const SearchQuery&) const = default;
};

struct Match {
    int position = 0; ///< of the document
    int length = 0;
};

namespace textsearch
{

/// Matches in the lines of the blocks first … last, in order; a match lies within one line.
std::vector<Match> matches(const QTextDocument& document, const SearchQuery& query, int firstBlock, int lastBlock);

/// All of them; linear in the document.
std::vector<Match> matches(const QTextDocument& document, const SearchQuery& query);

/// One undo step. Returns how many were replaced.
int replaceAll(QTextDocument& document, const SearchQuery& query, const QString& replacement);

} // namespace textsearch
} // namespace galley
