// SPDX-License-Identifier: MIT
// A document's data: categories of its folders, defaults, front matter, then what Jekyll completes.
#pragma once

#include "base/value.h"

#include <string>
#include <string_view>

namespace galley::site
{

/// What a document's file name says.
struct FileName {
    std::string date; ///< "2017-06-19"; empty when the name has none
    std::string slug;
    std::string extension;
};

/// By Document::DATE_FILENAME_MATCHER, else DATELESS_FILENAME_MATCHER.
FileName fileNameOf(std::string_view relativePath);

/// Merges as Document#merge_data!: categories are joined, all else is replaced.
class DocumentData
{
public:
    DocumentData(std::string_view relativePath, std::string_view collection, bool isDraft);
    void merge(const Hash& other);
    const Hash& values() const { return m_values; }

private:
    Hash m_values;
};

/// title, slug and ext, where the front matter gives none.
void completeTitles(Hash& data, const FileName& name);

/// categories (of `category` too) and tags (of `tag` too) as lists.
void completeLists(Hash& data);

} // namespace galley::site
