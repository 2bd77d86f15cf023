// SPDX-License-Identifier: MIT
// What a site holds, as a person looks for it: posts, drafts, pages, collections, data, layouts.
#pragma once

#include "base/datetime.h"

#include <optional>
#include <string>
#include <vector>

namespace galley
{

class Site;

namespace site
{

enum class ListedKind { Post, Draft, Page, Document, Data, Layout };

/// Scheduled: its date is to come. LeftOut: Jekyll passes over it in silence, for its name or its place.
enum class ListedState { Published, Draft, Scheduled, Unpublished, LeftOut };

struct Listed {
    ListedKind kind = ListedKind::Post;
    std::string collection = {};       ///< label of a Document's
    std::string title = {};            ///< the file's name when it has none
    std::string author = {};           ///< the name that the site gives to its key, else what stands there
    std::optional<DateTime> date = {}; ///< in the site's zone
    ListedState state = ListedState::Published;
    std::string path = {}; ///< absolute
    std::string relativePath = {};
    std::string url = {};     ///< below the site's root; empty for what has none
    bool hasProblems = false; ///< reading the site had something to say about it
};

/// Posts and drafts newest first, then pages, collections, data and layouts by name. Drafts are read here, for a site
/// is read without them; files of the theme are left out.
std::vector<Listed> listing(const Site& site);

} // namespace site
} // namespace galley
