// SPDX-License-Identifier: MIT
#include "site/item.h"

#include "site/urls.h"

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

} // namespace galley::site
