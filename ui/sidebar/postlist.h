// SPDX-License-Identifier: MIT
// PostList: what the site panel shows, made ready off the GUI thread: words to show, words to search.
#pragma once

#include "site/sitelisting.h"

#include <QString>

#include <memory>
#include <vector>

namespace galley
{

enum class Grouping { Kind, Author, Month };

struct PostRow {
    site::Listed file;
    QString title;
    QString detail;   ///< "12 May 2024 · Natasha Vola · draft"
    QString haystack; ///< title, author and name in lower case, without accents
    QString section;  ///< "Posts", "Drafts", "guide", …
    QString month;    ///< "May 2024"; empty without a date
};

struct PostGroup {
    QString title;
    std::vector<int> rows; ///< places in the list
};

class PostList
{
public:
    PostList() = default;
    explicit PostList(const std::vector<site::Listed>& files);

    const std::vector<PostRow>& rows() const { return m_rows; }

    /// Rows in which every word of `filter` is found, grouped. Groups without rows are left out.
    std::vector<PostGroup> groups(Grouping grouping, const QString& filter) const;

private:
    std::vector<PostRow> m_rows;
};

/// Lower case without accents: "Café" is found by "cafe".
QString searchable(const QString& text);

/// Whether each word stands in the text; both as searchable() gives them.
bool hasWords(const QString& haystack, const QStringList& words);

} // namespace galley
