// SPDX-License-Identifier: MIT
// What Jekyll adds to Liquid: its filters and tags.
#pragma once

#include "base/expected.h"
#include "liquid/environment.h"
#include "liquid/registry.h"

#include <string>

namespace galley::liquid
{

void addJekyllTextFilters(Registry& registry);   ///< slugify, xml_escape, jsonify, markdownify …
void addJekyllUrlFilters(Registry& registry);    ///< relative_url, absolute_url, strip_index
void addJekyllDateFilters(Registry& registry);   ///< date_to_string, date_to_xmlschema …
void addJekyllListFilters(Registry& registry);   ///< sort, group_by, push, pop, array_to_sentence_string …
void addJekyllSelectFilters(Registry& registry); ///< where, find and their _exp forms, group_by_exp
void addIncludeTags(Registry& registry);         ///< include, include_relative
void addLinkTags(Registry& registry);            ///< link, post_url
void addHighlightTag(Registry& registry);

/// `{% include_cached %}` of the plugin jekyll-include-cache: rendered once for each set of parameters where the
/// environment has a cache, else each time.
void addIncludeCachedTag(Registry& registry);

/// The `relative_url` filter as a function: baseurl and `url` joined and normalized. An error where Addressable
/// raises one, at which Jekyll stops.
Expected<std::string> relativeUrl(const Environment& environment, const std::string& url);
Expected<std::string> relativeUrl(std::string base, const std::string& url);
/// The `absolute_url` filter.
Expected<std::string> absoluteUrl(const std::string& site, const std::string& base, const std::string& url);
Expected<std::string> absoluteUrl(const Environment& environment, const std::string& url);

} // namespace galley::liquid
