// SPDX-License-Identifier: MIT
// jekyll-toc: a table of contents from a page's headings, and anchors before them.
#pragma once

#include "base/value.h"

#include <string>
#include <string_view>
#include <vector>

namespace galley::site
{

struct TocEntry {
    int level = 1;
    std::string id;
    std::string text;       ///< escaped
    std::size_t inside = 0; ///< bytes into the HTML: where the heading's content begins
};

class Toc
{
public:
    /// `config` is the site's `toc`.
    Toc(std::string_view html, const Value& config);

    std::string list() const;
    std::string withAnchors() const;

private:
    std::string items(std::size_t begin, std::size_t end, int depth) const;
    void readHeadings();
    std::string setting(const char* key, const char* otherwise) const;

    std::string_view m_html;
    Value m_config;
    std::vector<TocEntry> m_entries;
};

} // namespace galley::site
