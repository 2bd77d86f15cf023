// SPDX-License-Identifier: MIT
#include "site/sitecontent.h"

#include "site/merge.h"
#include "site/urls.h"

#include <algorithm>

namespace galley::site
{

std::string StaticFile::destination() const
{
    return rooted(unescapePath(url)).substr(1);
}

bool EnabledPlugins::has(std::string_view name) const
{
    return std::find(names.begin(), names.end(), name) != names.end();
}

bool EnabledPlugins::hasTags(std::string_view name) const
{
    return has(name) || std::find(tagsOnly.begin(), tagsOnly.end(), name) != tagsOnly.end();
}

Collection* SiteContent::collection(std::string_view label)
{
    const auto it =
        std::find_if(collections.begin(), collections.end(), [&](const Collection& c) { return c.label == label; });
    return it == collections.end() ? nullptr : &*it;
}

const Collection* SiteContent::collection(std::string_view label) const
{
    return const_cast<SiteContent*>(this)->collection(label);
}

std::string SiteContent::setting(std::string_view key) const
{
    return textOf(config.values.get(key));
}

} // namespace galley::site
