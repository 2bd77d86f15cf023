// SPDX-License-Identifier: MIT
// YAML and text files of a site, read with messages that name the file as seen from the site's root.
#pragma once

#include "base/diagnostic.h"
#include "base/expected.h"
#include "base/value.h"

#include <filesystem>
#include <string>
#include <string_view>

namespace galley::site
{

/// Relative to the root where it lies inside, absolute otherwise.
std::string displayName(const std::filesystem::path& file, const std::filesystem::path& root);

/// UTF-8 text without byte order mark. Bytes that are no UTF-8 become U+FFFD, with an error diagnostic at the
/// line.
Expected<std::string> readText(const std::filesystem::path& file, const std::string& name, Diagnostics& diagnostics);

/// The file's first YAML document; the error's line is the file's. A symbol (`style: :compressed`) is read as text with
/// a warning: Jekyll with SafeYAML, as on GitHub Pages, takes it so, and many sites have one.
Expected<Value> readYamlFile(const std::filesystem::path& file, const std::string& name, Diagnostics& diagnostics);

/// What Jekyll makes of a file's beginning.
struct SplitText {
    Value data;                 ///< nil without front matter
    std::size_t bodyOffset = 0; ///< bytes
    int bodyLine = 0;           ///< 0-based
    bool valid = true;          ///< false: the YAML could not be read (a diagnostic tells)
};

/// Finds and reads front matter (Jekyll::Document::YAML_FRONT_MATTER_REGEXP). Times without a zone are told
/// in `timeZone` (IANA name).
SplitText splitFrontMatter(std::string_view text, const std::string& name, const std::string& timeZone,
                           Diagnostics& diagnostics);

/// Whether the first line is `---` and blanks: such a file is a page, others are copied
/// (Utils.has_yaml_header?).
bool beginsWithFrontMatter(std::string_view text);

} // namespace galley::site
