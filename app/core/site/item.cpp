// SPDX-License-Identifier: MIT
#include "site/item.h"

#include "site/urls.h"

#include "post/frontmatteredit.h"

#include <algorithm>

namespace galley::site
{

std::string Item::destination() const
{
    std::string target = rooted(unescapePath(url));
    if (!url.empty() && url.back() == '/')
        target += target == "/" ? "index" : "/index";
    const bool complete =
        target.size() >= outputExtension.size() &&
        target.compare(target.size() - outputExtension.size(), std::string::npos, outputExtension) == 0;
    if (!url.empty() && url.back() == '/' && isDocument())
        return target.substr(1) + ".html";
    return target.substr(1) + (complete ? "" : outputExtension);
}

int documentOrder(const Item& a, const Item& b)
{
    if (a.dated && b.dated && a.date.seconds != b.date.seconds)
        return a.date.seconds < b.date.seconds ? -1 : 1;
    if (a.dated && b.dated && a.date.nanoseconds != b.date.nanoseconds)
        return a.date.nanoseconds < b.date.nanoseconds ? -1 : 1;
    return a.path.compare(b.path);
}

int lineOfKey(const Item& item, const std::string& key)
{
    return item.bodyOffset == 0 ? 1 : std::max(frontmatter::lineOf(item.text, {key}), 1);
}

} // namespace galley::site
