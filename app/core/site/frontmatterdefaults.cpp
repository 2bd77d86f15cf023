// SPDX-License-Identifier: MIT
#include "site/frontmatterdefaults.h"

#include "site/merge.h"
#include "site/siteconfig.h"
#include "site/urls.h"

namespace galley::site
{

namespace
{
std::string withoutOuterSlashes(std::string_view path)
{
    if (!path.empty() && path.front() == '/')
        path.remove_prefix(1);
    return std::string(path);
}

/// The singular types of Jekyll 2 are still understood.
std::string currentType(const std::string& type)
{
    return type == "page" || type == "post" || type == "draft" ? type + "s" : type;
}
} // namespace

FrontMatterDefaults::FrontMatterDefaults(const Hash& config, const SiteOptions& options, Diagnostics& diagnostics)
{
    const std::string folder = textOf(config.get("collections_dir"));
    if (!folder.empty())
        m_collectionsFolder = folder + "/";
    const Value sets = config.get("defaults");
    if (!sets.isArray())
        return;
    for (const Value& set : sets.array()) {
        const Value scope = set.get("scope");
        const Value values = set.get("values");
        if (set.isHash() && values.isHash())
            m_sets.push_back(setOf(scope.isHash() ? scope.hash() : Hash(), values.hash()));
        else
            diagnostics.push_back(
                aboutSetting("defaults", options, Severity::Warning,
                             "An invalid front-matter default set was found: it needs `scope` and `values`"));
    }
}

FrontMatterDefaults::Set FrontMatterDefaults::setOf(const Hash& scope, const Hash& values) const
{
    Set set;
    set.values = values;
    set.path = withoutOuterSlashes(textOf(scope.get("path")));
    set.length = set.path.size();
    if (set.path.find('*') != std::string::npos)
        set.glob.emplace(set.path);
    else if (!m_collectionsFolder.empty() && set.path.rfind(m_collectionsFolder, 0) == 0)
        set.path.erase(0, m_collectionsFolder.size());
    if (scope.contains("type"))
        set.type = currentType(textOf(scope.get("type")));
    return set;
}

bool FrontMatterDefaults::applies(const Set& set, std::string_view path, std::string_view type) const
{
    if (set.type && *set.type != type)
        return false;
    if (!path.empty() && path.front() == '/')
        path.remove_prefix(1);
    if (!set.glob)
        return path.substr(0, set.path.size()) == set.path;
    // A glob is one of files on disk, where documents lie in the collections' folder.
    const bool isDocument = !type.empty() && type != "pages";
    return set.glob->matchesPrefixOf(isDocument ? m_collectionsFolder + std::string(path) : std::string(path));
}

bool FrontMatterDefaults::hasPrecedence(const Set* old, const Set& candidate)
{
    if (!old)
        return true;
    if (candidate.length != old->length)
        return candidate.length > old->length;
    return candidate.type || !old->type;
}

Hash FrontMatterDefaults::all(std::string_view path, std::string_view type) const
{
    Hash values;
    const Set* strongest = nullptr;
    for (const Set& set : m_sets) {
        if (!applies(set, path, type))
            continue;
        if (hasPrecedence(strongest, set)) {
            values = merged(values, set.values);
            strongest = &set;
        } else {
            values = merged(set.values, values);
        }
    }
    return values;
}

Value FrontMatterDefaults::find(std::string_view path, std::string_view type, std::string_view key) const
{
    const Set* strongest = nullptr;
    for (const Set& set : m_sets) {
        if (set.values.contains(key) && applies(set, path, type) && hasPrecedence(strongest, set))
            strongest = &set;
    }
    return strongest ? strongest->values.get(key) : Value();
}

} // namespace galley::site
