// SPDX-License-Identifier: MIT
// The URL of a post, document or page: its permalink or its collection's pattern, filled in (Drops::UrlDrop).
#pragma once

#include "base/diagnostic.h"
#include "base/expected.h"
#include "site/item.h"

#include <string>
#include <string_view>

namespace galley::site
{

/// What can not stand in a URL is told as `severity`: an error where Jekyll stops, a warning where it would if it
/// published the item.
struct UrlProblems {
    Diagnostics& diagnostics;
    Severity severity = Severity::Error;

    /// A value that no URL can hold, in Addressable's words.
    void refused(const Item& item, std::string_view placeholder, std::string_view value, const Error& why) const;
};

/// `pattern` with its :placeholders filled for a document. An unknown placeholder is left out and told.
std::string documentUrl(const Item& item, std::string_view pattern, const UrlProblems& problems);

/// A page's URL; `style` is the site's permalink setting.
std::string pageUrl(const Item& item, const Value& permalink, std::string_view style, const UrlProblems& problems);

} // namespace galley::site
