// SPDX-License-Identifier: MIT
// What reading a site needs to know: core asks neither clock nor environment, so the caller says it here.
#pragma once

#include "base/datetime.h"
#include "markdown/options.h"

#include <filesystem>
#include <optional>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

namespace galley
{

struct SiteOptions {
    std::filesystem::path root;                     ///< the folder that holds _config.yml
    std::vector<std::filesystem::path> configFiles; ///< later ones win; empty: _config.yml (or .yaml) of the root
    bool drafts = false;                            ///< as jekyll build --drafts
    bool future = false;                            ///< as --future
    bool unpublished = false;                       ///< as --unpublished
    DateTime now;                                   ///< site.time, unless the config has a `time`
    std::string timeZone = "UTC";                   ///< IANA name; used when the config has no `timezone`
    std::string environment = "development";        ///< jekyll.environment
    std::filesystem::path destination;              ///< skipped while reading; empty: root/_site
    std::vector<std::filesystem::path> gemFolders;  ///< where installed theme gems lie (…/gems)
    std::filesystem::path emojiNames; ///< a JSON file {"smile": "😄", …} for jemoji; empty: names stay as written
    std::stop_token stop;
    int jobs = 1;                              ///< threads that read and render
    markdown::Highlighter highlight = nullptr; ///< with Rouge's classes; null: code stays plain in its wrappers
};

} // namespace galley
