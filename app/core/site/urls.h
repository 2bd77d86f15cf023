// SPDX-License-Identifier: MIT
// URLs as Jekyll builds them: escaping, cleaning, slugs (Jekyll::URL and Jekyll::Utils.slugify).
#pragma once

#include "base/expected.h"

#include <string>
#include <string_view>

namespace galley::site
{

/// Percent-encodes what may not stand in a URL's path (Addressable::URI.encode over path, query and "#").
std::string escapePath(std::string_view path);

/// What Jekyll puts into a URL for a placeholder (URL.escape_path): the text as a path. An error, in the words of
/// Addressable, for a text at which Jekyll stops, such as "web dev: tips", a URL of a scheme that none can be.
Expected<std::string> escapedPlaceholder(std::string_view text);
std::string unescapePath(std::string_view path);

/// One leading slash, no "..", no "./", no doubled slashes.
std::string sanitizedUrl(std::string_view url);

enum class SlugMode { Default, Pretty };

/// Letters, marks and digits stay, every other run is one hyphen; Pretty also keeps ._~!$&'()+,;=@.
std::string slug(std::string_view text, SlugMode mode = SlugMode::Default, bool keepCase = false);

/// "nv-meetup" → "Nv Meetup", the title of a post that has none (Utils.titleize_slug).
std::string titleOfSlug(std::string_view slug);

/// File.expand_path of `path` below "/": "a/../../b" → "/b". Nothing it answers leaves the folder it is
/// joined to.
std::string rooted(std::string_view path);

/// The part from the last dot of the file name on, with the dot; empty for ".htaccess" and "name"
/// (File.extname).
std::string extensionOf(std::string_view name);

/// File.basename(path, ".*").
std::string stemOf(std::string_view path);

/// Ruby's Array("a b".split) on white space.
std::string_view trimmed(std::string_view text);

} // namespace galley::site
