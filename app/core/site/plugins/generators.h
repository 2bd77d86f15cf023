// SPDX-License-Identifier: MIT
// The generators of the plugins: each changes or adds pages once the site's files are read.
#pragma once

#include "site/sitecontent.h"

namespace galley::site
{

void addOptionalFrontMatter(SiteContent& content); ///< jekyll-optional-front-matter
void addReadmeIndexes(SiteContent& content);       ///< jekyll-readme-index
void addRedirects(SiteContent& content);           ///< jekyll-redirect-from
void addArchives(SiteContent& content);            ///< jekyll-archives
void addTitlesFromHeadings(SiteContent& content);  ///< jekyll-titles-from-headings
void addDefaultLayouts(SiteContent& content);      ///< jekyll-default-layout
void replaceRelativeLinks(SiteContent& content);   ///< jekyll-relative-links
void addPagination(SiteContent& content);          ///< jekyll-paginate
void addFeeds(SiteContent& content);               ///< jekyll-feed
void addSitemap(SiteContent& content);             ///< jekyll-sitemap

} // namespace galley::site
