// SPDX-License-Identifier: MIT
// Small texts that several plugins write.
#pragma once

#include "base/htmlescape.h"
#include "site/sitecontent.h"

#include <string>
#include <string_view>

namespace galley::site
{

/// Jekyll's absolute_url: url and baseurl before the path.
std::string absoluteUrl(const SiteContent& content, std::string_view path);
/// Jekyll's relative_url: baseurl before the path.
std::string relativeUrl(const SiteContent& content, std::string_view path);

std::string jsonString(std::string_view text);

} // namespace galley::site
