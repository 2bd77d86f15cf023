// SPDX-License-Identifier: MIT
// The Liquid tags and filters of the plugins.
#pragma once

#include "liquid/registry.h"

namespace galley::site
{

void addSeoTag(liquid::Registry& registry);    ///< jekyll-seo-tag: {% seo %}
void addFeedTag(liquid::Registry& registry);   ///< jekyll-feed: {% feed_meta %}
void addGistTag(liquid::Registry& registry);   ///< jekyll-gist
void addAvatarTag(liquid::Registry& registry); ///< jekyll-avatar
void addTocTag(liquid::Registry& registry);    ///< jekyll-toc: {% toc %} and the filters toc, toc_only, inject_anchors

/// Stands for a tag no plugin here knows: it shows itself, marked, and is an error.
liquid::NodePtr unknownTag(liquid::Parser& parser, const liquid::TagMarkup& markup);

} // namespace galley::site
