// SPDX-License-Identifier: MIT
// PluginPages: links to pages that a plugin of the site may write. Galley runs no Ruby, so it can not know them.
#pragma once

#include "check/rules.h"

#include <string>
#include <unordered_set>

namespace galley::check
{

class PluginPages
{
public:
    explicit PluginPages(const Site& site);

    /// One finding for all missing links into a folder of which the site itself writes nothing; nothing when the site
    /// has no plugin that Galley does not know, or when `link` is no such link.
    std::optional<Finding> find(const Subject& subject, const PageLink& link) const;

private:
    std::string m_baseUrl;
    std::string m_siteUrl;
    std::string m_file;                        ///< where the plugin stands, relative to the root; empty for none
    std::string m_name;                        ///< what it is called in a sentence
    std::unordered_set<std::string> m_folders; ///< top folders with pages of the site's own: "images"
};

} // namespace galley::check
