// SPDX-License-Identifier: MIT
#include "site/renameplan.h"

#include "base/files.h"
#include "base/limits.h"
#include "base/normalform.h"
#include "base/textcodec.h"
#include "post/postdocument.h"
#include "site/documentdata.h"
#include "site/folderfiles.h"
#include "site/linkplaces.h"
#include "site/merge.h"
#include "site/newpost.h"
#include "site/site.h"
#include "site/sitecontent.h"
#include "site/urls.h"

#include <algorithm>
#include <array>
#include <set>

namespace galley::site
{

namespace fs = std::filesystem;

namespace
{

struct Replacement {
    std::string from;
    std::string to;
    bool isTarget = false; ///< only where it is the whole target of a link: "old.html" alone is a word
};

/// A name or an address goes on with these: the one that is looked for ends before.
bool continuesName(char c)
{
    constexpr std::string_view marks = "-_.%~";
    return std::isalnum(static_cast<unsigned char>(c)) || marks.find(c) != std::string_view::npos ||
           (static_cast<unsigned char>(c) & 0x80) != 0;
}

bool standsAlone(std::string_view text, std::size_t at, const std::string& word)
{
    const std::size_t end = at + word.size();
    const bool before = at > 0 && word.front() != '/' && continuesName(text[at - 1]);
    const bool goesOn = word.back() != '/' && end < text.size() && continuesName(text[end]) &&
                        !(text[end] == '.' && (end + 1 == text.size() || !continuesName(text[end + 1])));
    return !before && !goesOn;
}

/// The first that fits wins at each place, so the longer spelling stands first.
std::string replaced(std::string_view text, const LinkPlaces& places, const std::vector<Replacement>& all, int& count)
{
    std::string out;
    std::size_t at = 0;
    while (at < text.size()) {
        const auto found = std::find_if(all.begin(), all.end(), [&](const Replacement& each) {
            return text.compare(at, each.from.size(), each.from) == 0 &&
                   (each.isTarget ? places.isWholeTarget(at, at + each.from.size())
                                  : standsAlone(text, at, each.from) && places.isOfTheSite(at));
        });
        if (found == all.end()) {
            out += text[at++];
            continue;
        }
        out += found->to;
        at += found->from.size();
        ++count;
    }
    return out;
}

std::string stemOfPath(const std::string& path)
{
    return stemOf(path.substr(path.rfind('/') + 1));
}

/// A post's address as others write it: whole, and without the ".html" that servers add.
void addAddress(std::vector<Replacement>& all, const std::string& from, const std::string& to)
{
    if (from == to || from.size() < 2)
        return;
    all.push_back({from, to});
    if (from.ends_with(".html") && to.ends_with(".html"))
        all.push_back({from.substr(0, from.size() - 5), to.substr(0, to.size() - 5)});
}

class Planning
{
public:
    Planning(const Site& site, const fs::path& post, std::string_view text, const std::string& newPath)
        : m_site(site), m_root(site.root()), m_text(text), m_newPath(newPath)
    {
        m_plan.post = {post, m_root / newPath};
        m_oldPath = post.lexically_relative(m_root).generic_string();
    }

    Expected<RenamePlan> run()
    {
        if (const std::string why = refusal(); !why.empty())
            return unexpected(Error{why, m_newPath, 0});
        Diagnostics ignored;
        m_plan.oldUrl = m_site.itemOf(m_plan.post.from, m_text, ignored)->url;
        m_plan.newUrl = m_site.itemOf(m_plan.post.to, m_text, ignored)->url;
        findFolders();
        m_plan.own = changed(m_plan.post.from, std::string(m_text), m_pictures);
        std::vector<Replacement> links = m_pictures;
        addLinks(links);
        for (const auto& [path, item] : m_site.content().byPath) {
            if (path != m_plan.post.from.string() && isInside(path, m_root)) {
                std::vector<Replacement> own = links;
                addRelativeLinks(*item, own);
                look(path, own);
            }
        }
        for (const fs::path& path : otherSources())
            look(path, links);
        std::sort(m_plan.others.begin(), m_plan.others.end(),
                  [](const PlannedText& a, const PlannedText& b) { return a.file < b.file; });
        return std::move(m_plan);
    }

private:
    std::string refusal() const
    {
        std::error_code code;
        const std::string name = m_plan.post.to.filename().string();
        if (m_newPath.empty() || name.empty() || rooted(m_newPath) != "/" + m_newPath)
            return "This is no name for a file inside the site";
        if (name.size() > limits::fileNameBytes)
            return "The name has " + std::to_string(name.size()) + " bytes; a file name may have " +
                   std::to_string(limits::fileNameBytes);
        if (!isPortableName(name))
            return "Windows can not hold this name: it may have none of \\ : * ? \" < > | and no space or dot at its "
                   "end";
        if (fs::exists(m_plan.post.to, code))
            return "There is a file " + m_newPath + " already";
        return {};
    }

    /// assets/images/<name>/ and the like, named as the file with or without its date.
    void findFolders()
    {
        const std::string oldStem = stemOfPath(m_oldPath);
        const std::string newStem = stemOfPath(m_newPath);
        const std::string oldSlug = fileNameOf(m_oldPath).slug;
        const std::string newSlug = fileNameOf(m_newPath).slug;
        for (const char* const above :
             {"assets", "assets/images", "assets/img", "images", "img", "assets/posts", "assets/images/posts"}) {
            tryFolder(std::string(above) + "/", oldStem, newStem);
            if (oldSlug != oldStem)
                tryFolder(std::string(above) + "/", oldSlug, newSlug);
        }
    }

    void tryFolder(const std::string& above, const std::string& from, const std::string& to)
    {
        std::error_code code;
        const fs::path old = m_root / (above + from);
        if (from.empty() || to.empty() || from == to || !fs::is_directory(old, code) || fs::is_symlink(old, code) ||
            fs::exists(m_root / (above + to), code))
            return;
        m_plan.folders.push_back({old, m_root / (above + to)});
        m_pictures.push_back({above + from + "/", above + to + "/"});
    }

    void addLinks(std::vector<Replacement>& links) const
    {
        addAddress(links, m_plan.oldUrl, m_plan.newUrl);
        addAddress(links, unescapePath(m_plan.oldUrl), unescapePath(m_plan.newUrl));
        if (m_oldPath != m_newPath)
            links.push_back({m_oldPath, m_newPath}); // {% link _posts/… %}
        // {% post_url 2020-01-01-a %}, with the folders below _posts or without
        const std::size_t oldPosts = m_oldPath.find("_posts/");
        const std::size_t newPosts = m_newPath.find("_posts/");
        if (oldPosts == std::string::npos || newPosts == std::string::npos)
            return;
        const auto tagName = [](const std::string& path, std::size_t at) {
            const std::string inside = path.substr(at + 7);
            return inside.substr(0, inside.size() - extensionOf(inside).size());
        };
        const std::string oldTag = tagName(m_oldPath, oldPosts);
        const std::string newTag = tagName(m_newPath, newPosts);
        if (oldTag != newTag)
            links.push_back({oldTag, newTag});
        if (stemOfPath(m_oldPath) != stemOfPath(m_newPath) && oldTag != stemOfPath(m_oldPath))
            links.push_back({stemOfPath(m_oldPath), stemOfPath(m_newPath)});
    }

    /// "old.html" on a page of the same folder; "2020-01-01-old.md" from its file, as jekyll-relative-links takes it.
    void addRelativeLinks(const Item& item, std::vector<Replacement>& links) const
    {
        const auto relative = [](const std::string& to, const std::string& from) {
            const fs::path folder = from.back() == '/' ? fs::path(from) : fs::path(from).parent_path();
            return fs::path(to).lexically_relative(folder.empty() ? fs::path(".") : folder).generic_string();
        };
        const auto add = [&](const std::string& from, const std::string& to) {
            if (from != to && from.size() > 1 && from != "..")
                links.push_back({from, to, true});
        };
        const std::string pageUrl = item.url.empty() ? "/" : item.url;
        add(relative(m_plan.oldUrl, pageUrl), relative(m_plan.newUrl, pageUrl));
        const std::string file = '/' + fs::path(item.path).lexically_relative(m_root).generic_string();
        add(relative('/' + m_oldPath, file), relative('/' + m_newPath, file));
    }

    /// Includes, layouts and data of the site's own folder: they link to posts too.
    std::vector<fs::path> otherSources() const
    {
        const SiteContent& content = m_site.content();
        std::set<fs::path> paths;
        for (const auto& [name, include] : content.includes)
            paths.insert(m_root / include.relativePath);
        for (const auto& [name, layout] : content.layouts)
            paths.insert(layout.path);
        for (const fs::path& path : filesBelow(m_root.string() + rooted(content.setting("data_dir"))))
            paths.insert(path);
        std::erase_if(paths, [this](const fs::path& path) { return !isInside(path, m_root); });
        return {paths.begin(), paths.end()};
    }

    PlannedText changed(const fs::path& file, std::string before, const std::vector<Replacement>& all) const
    {
        PlannedText text{file, std::move(before), {}, 0};
        const std::string url = m_site.content().setting("url"), base = m_site.content().setting("baseurl");
        const std::string ending = extensionOf(file.filename().string());
        const bool isMarkdown = ending != ".html" && ending != ".xml" && ending != ".yml" && ending != ".json";
        std::vector<std::string> own{url, base, url + base};
        std::erase(own, std::string());
        text.after = replaced(text.before, LinkPlaces(text.before, isMarkdown, std::move(own)), all, text.places);
        return text;
    }

    /// The file is read anew: what the site holds of it may have been changed by a plugin.
    void look(const fs::path& path, const std::vector<Replacement>& links)
    {
        const auto bytes = readFile(path);
        if (!bytes)
            return;
        const bool mayHave = std::any_of(links.begin(), links.end(), [&](const Replacement& each) {
            return bytes->find(each.from) != std::string::npos;
        });
        PlannedText text = mayHave ? changed(path, *bytes, links) : PlannedText{};
        if (text.places > 0)
            m_plan.others.push_back(std::move(text));
    }

    const Site& m_site;
    fs::path m_root;
    std::string_view m_text;
    std::string m_oldPath;
    std::string m_newPath;
    std::vector<Replacement> m_pictures;
    RenamePlan m_plan;
};
} // namespace

std::string fittingPath(const Site& site, const fs::path& post, std::string_view text)
{
    const ItemPtr known = site.itemAt(post);
    if (!known || known->kind != ItemKind::Post)
        return {};
    Diagnostics ignored;
    const ItemPtr item = site.itemOf(post, text, ignored);
    const PostDocument document = PostDocument::parse(text);
    const std::string title = textOf(document.values.get("title"));
    const FileName now = fileNameOf(item->relativePath);
    NewPost wanted;
    wanted.title = title.empty() ? now.slug : title;
    wanted.date = item->date;
    const std::string folder = item->relativePath.substr(0, item->relativePath.rfind('/'));
    const auto path = postPath(wanted, {folder, extensionOf(item->relativePath)});
    return path ? *path : std::string();
}

Expected<RenamePlan> planRename(const Site& site, const fs::path& post, std::string_view text,
                                const std::string& newPath)
{
    return Planning(site, post, text, unicode::composed(newPath, unicode::Form::Canonical)).run();
}

} // namespace galley::site
