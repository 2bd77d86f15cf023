// SPDX-License-Identifier: MIT
// Text and HTML: escaping, stripping tags, breaking lines.
#pragma once

#include "base/htmlescape.h"

#include <string>
#include <string_view>

namespace galley::liquid
{

using galley::escapedHtml;
std::string escapedHtmlOnce(std::string_view text); ///< leaves &amp; and &#39; as they are
std::string strippedHtml(std::string_view html);    ///< without scripts, styles, comments and tags
std::string urlEncoded(std::string_view text);      ///< CGI.escape: blanks become +
std::string urlDecoded(std::string_view text);      ///< CGI.unescape; the bytes may be no UTF-8

} // namespace galley::liquid
