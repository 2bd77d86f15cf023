// SPDX-License-Identifier: MIT
#include "check/addresses.h"

#include "base/files.h"
#include "base/unicode.h"
#include "layout/lonesite.h"
#include "site/site.h"
#include "site/urls.h"

#include <algorithm>

namespace galley::check
{

namespace fs = std::filesystem;

namespace
{
/// "https:", "mailto:" and what else a scheme may be (RFC 3986, 3.1).
bool hasScheme(std::string_view url)
{
    const std::size_t colon = url.find(':');
    if (colon == url.npos || colon == 0 || url.find_first_of("/?#") < colon)
        return false;
    const auto isPart = [](char c) {
        return std::isalnum(static_cast<unsigned char>(c)) || c == '+' || c == '-' || c == '.';
    };
    return std::all_of(url.begin(), url.begin() + static_cast<std::ptrdiff_t>(colon), isPart);
}

std::string withoutSlash(std::string text)
{
    while (!text.empty() && text.back() == '/')
        text.pop_back();
    return text;
}

bool isBelow(const std::string& path, const std::string& base)
{
    return path.compare(0, base.size(), base) == 0 && (path.size() == base.size() || path[base.size()] == '/');
}

std::string folderOf(const std::string& url)
{
    return url.substr(0, url.rfind('/') + 1);
}

/// rooted() drops the last slash, which tells a folder from a file.
std::string cleaned(const std::string& path)
{
    const std::string clean = site::rooted(path);
    const bool folder = !path.empty() && path.back() == '/';
    return folder && clean != "/" ? clean + "/" : clean;
}
} // namespace

Addresses::Addresses(const Site& site)
    : m_site(site), m_siteUrl(withoutSlash(site.content().setting("url"))),
      m_baseUrl(withoutSlash(site.content().setting("baseurl"))), m_lone(isLone(site)),
      m_followsSources(site.content().plugins.has("jekyll-relative-links"))
{
    if (!m_baseUrl.empty() && m_baseUrl.front() != '/')
        m_baseUrl.insert(0, "/");
    const site::SiteContent& content = site.content();
    for (const site::ItemPtr& page : content.pages)
        add(page->destination(), page, {}, page->relativePath);
    for (const site::Collection& collection : content.collections) {
        for (const site::ItemPtr& document : collection.documents) {
            if (document->written)
                add(document->destination(), document, {}, document->relativePath);
        }
    }
    for (const site::StaticFile& file : content.staticFiles) {
        if (file.written)
            add(file.destination(), nullptr, file.path, file.relativePath);
    }
    for (const auto& [path, item] : content.byPath) {
        m_items.emplace(item->relativePath, item);
        if (!m_places.contains("/" + item->destination()))
            m_unpublished.emplace("/" + item->destination(), item);
    }
}

void Addresses::add(const std::string& destination, const site::ItemPtr& item, const std::string& path,
                    const std::string& source)
{
    const std::string address = "/" + destination;
    Place& place = m_places[address];
    place.item = item; // as Jekyll writes: the later one stays
    place.path = path;
    place.sources.push_back(source);
    m_folded.emplace(unicode::toLower(address), address);
    if (address.ends_with("/index.html"))
        m_folded.emplace(unicode::toLower(address.substr(0, address.size() - 10)),
                         address.substr(0, address.size() - 10));
}

std::vector<std::string> Addresses::writtenTo(const std::string& destination) const
{
    const auto found = m_places.find("/" + destination);
    return found == m_places.end() ? std::vector<std::string>() : found->second.sources;
}

Target Addresses::resolve(const std::string& url, const site::Item& page) const
{
    std::string rest = url;
    const bool ownSite = !m_siteUrl.empty() && isBelow(rest.substr(0, rest.find_first_of("?#")), m_siteUrl);
    if (ownSite)
        rest.erase(0, m_siteUrl.size());
    if (hasScheme(rest) || rest.compare(0, 2, "//") == 0)
        return {Target::Kind::Elsewhere};
    const std::size_t hash = std::min(rest.find('#'), rest.size());
    const std::string fragment = hash < rest.size() ? site::unescapePath(rest.substr(hash + 1)) : std::string();
    const std::string path = site::unescapePath(rest.substr(0, std::min(rest.find('?'), hash)));
    Target target;
    if (path.empty() && !ownSite) {
        target.kind = Target::Kind::Page;
        target.ownPage = true;
    } else {
        target = resolvePath(path.empty() ? "/" : path, page);
    }
    target.fragment = fragment;
    return target;
}

Target Addresses::resolvePath(const std::string& path, const site::Item& page) const
{
    if (m_lone)
        return beside(path, page);
    const bool absolute = path.front() == '/';
    std::string full = cleaned(absolute ? path : folderOf(site::unescapePath(page.url)) + path);
    Target target;
    if (absolute && !m_baseUrl.empty()) {
        if (!isBelow(full, m_baseUrl)) {
            target.kind = lookUp(full, target) ? Target::Kind::OutsideBase : Target::Kind::Missing;
            target.right = full;
            return target;
        }
        full.erase(0, m_baseUrl.size());
        full = full.empty() ? "/" : full;
    }
    if (!lookUp(full, target) && !findSource(full, path, page, target))
        target.kind = Target::Kind::Missing;
    return target;
}

/// A post without a site: what lies beside it is known, addresses from a root are not.
Target Addresses::beside(const std::string& path, const site::Item& page) const
{
    if (path.front() == '/' || page.path.empty())
        return {Target::Kind::Elsewhere};
    std::error_code code;
    const fs::path file = fs::path(page.path).parent_path() / path;
    Target target;
    target.kind = fs::exists(file, code) ? Target::Kind::File : Target::Kind::Missing;
    target.path = file.string();
    return target;
}

bool Addresses::lookUp(const std::string& path, Target& target) const
{
    const bool folder = path.back() == '/';
    const std::vector<std::string> candidates =
        folder ? std::vector<std::string>{path + "index.html"}
               : std::vector<std::string>{path, path + ".html", path + "/index.html"};
    for (const std::string& candidate : candidates) {
        if (const auto found = m_places.find(candidate); found != m_places.end()) {
            target.kind = found->second.item ? Target::Kind::Page : Target::Kind::File;
            target.item = found->second.item;
            target.path = found->second.path;
            return true;
        }
    }
    for (const std::string& candidate : candidates) {
        if (const auto found = m_unpublished.find(candidate); found != m_unpublished.end()) {
            target.kind = Target::Kind::Unpublished;
            target.item = found->second;
            return true;
        }
    }
    for (const std::string& candidate : candidates) {
        const auto found = m_folded.find(unicode::toLower(candidate));
        if (found == m_folded.end())
            continue;
        target.kind = Target::Kind::WrongCase;
        target.right = found->second;
        return true;
    }
    return false;
}

/// The address of a file in the site's folder: one that came after the site was read, or that it does not publish.
bool Addresses::findSource(const std::string& full, const std::string& path, const site::Item& page,
                           Target& target) const
{
    const std::size_t slash = page.relativePath.rfind('/');
    const std::string folder = slash == std::string::npos ? "" : page.relativePath.substr(0, slash + 1);
    const std::string plain = path.front() == '/' ? path : folder + path;
    for (const std::string& relative : {site::rooted(plain), site::rooted(path)}) {
        const auto known = m_items.find(relative.substr(1));
        if (known != m_items.end()) {
            target.kind = m_followsSources ? Target::Kind::Page : Target::Kind::Source;
            target.item = known->second;
            target.right = known->second->url;
            return true;
        }
    }
    const fs::path root = m_site.root();
    const std::string inSite = site::rooted(full);
    for (const std::string& relative : {inSite, site::rooted(plain)}) {
        const fs::path file = root / relative.substr(1);
        std::error_code code;
        if (!fs::is_regular_file(file, code) || !isInside(file, root))
            continue;
        const bool copied = relative == inSite && relative.find("/_") == relative.npos &&
                            relative.find("/.") == relative.npos &&
                            m_site.content().filter.accepts("", relative.substr(1));
        target.kind = copied ? Target::Kind::File : Target::Kind::NotCopied;
        target.path = file.string();
        return true;
    }
    return false;
}

} // namespace galley::check
