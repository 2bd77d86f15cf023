// SPDX-License-Identifier: MIT
// Addresses: every address of the published site, and where a link of one of its pages leads.
#pragma once

#include "site/item.h"
#include "site/sitecontent.h"

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace galley
{
class Site;
}

namespace galley::check
{

/// Where a link leads.
struct Target {
    enum class Kind {
        Elsewhere,   ///< another site, mail, a telephone: not looked at
        Page,        ///< `item`
        File,        ///< `path`
        WrongCase,   ///< only letter case differs from `right`
        Source,      ///< the name of `item`'s source file, which is not published under it
        Unpublished, ///< `item` is there and not published
        NotCopied,   ///< `path` lies in the folder and the site does not copy it
        OutsideBase, ///< it would be right behind the site's baseurl: `right`
        Missing,
    };
    Kind kind = Kind::Missing;
    site::ItemPtr item = nullptr;
    std::string path = {};     ///< absolute, of the file on disk
    std::string right = {};    ///< the address that was probably meant, without baseurl
    std::string fragment = {}; ///< decoded, without #
    bool ownPage = false;      ///< nothing but a fragment
};

class Addresses
{
public:
    explicit Addresses(const Site& site);

    /// `url` as a page at `page.url` has it.
    Target resolve(const std::string& url, const site::Item& page) const;

    /// Everything written to the address of this item, itself too.
    std::vector<std::string> writtenTo(const std::string& destination) const;

private:
    Target resolvePath(const std::string& path, const site::Item& page) const;
    Target beside(const std::string& path, const site::Item& page) const;
    bool lookUp(const std::string& path, Target& target) const;
    bool findSource(const std::string& full, const std::string& path, const site::Item& page, Target& target) const;
    void add(const std::string& destination, const site::ItemPtr& item, const std::string& path,
             const std::string& source);

    struct Place {
        site::ItemPtr item;
        std::string path; ///< of a file
        std::vector<std::string> sources;
    };
    const Site& m_site;
    std::string m_siteUrl; ///< without a slash at its end
    std::string m_baseUrl; ///< "/course"; empty for none
    bool m_lone;
    bool m_followsSources;                                  ///< a plugin turns links to source files into addresses
    std::unordered_map<std::string, Place> m_places;        ///< by "/2017/06/19/a.html"
    std::unordered_map<std::string, std::string> m_folded;  ///< lower case → as it is
    std::unordered_map<std::string, site::ItemPtr> m_items; ///< by relative path of the source
    std::unordered_map<std::string, site::ItemPtr> m_unpublished; ///< by the address they would have
};

} // namespace galley::check
