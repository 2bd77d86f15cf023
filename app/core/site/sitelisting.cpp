// SPDX-License-Identifier: MIT
#include "site/sitelisting.h"

#include "post/postdocument.h"
#include "site/authors.h"
#include "site/folderfiles.h"
#include "site/merge.h"
#include "site/site.h"
#include "site/sitecontent.h"
#include "site/unreaddrafts.h"
#include "site/urls.h"

#include <algorithm>
#include <filesystem>
#include <set>

namespace galley::site
{

namespace fs = std::filesystem;

namespace
{
ListedKind kindOf(const Item& item)
{
    switch (item.kind) {
    case ItemKind::Post: return ListedKind::Post;
    case ItemKind::Draft: return ListedKind::Draft;
    case ItemKind::Document: return ListedKind::Document;
    case ItemKind::Page: break;
    }
    return ListedKind::Page;
}

class Listing
{
public:
    explicit Listing(const Site& site) : m_site(site), m_root(site.root()), m_authors(listedAuthors(site))
    {
        for (const Diagnostic& diagnostic : site.diagnostics())
            m_flawed.insert(diagnostic.file);
    }

    std::vector<Listed> run()
    {
        for (const auto& [path, item] : m_site.content().byPath)
            add(*item);
        addDrafts();
        addLeftOut();
        addLayouts();
        addFiles("_data", ListedKind::Data);
        std::sort(m_list.begin(), m_list.end(), isBefore);
        return std::move(m_list);
    }

private:
    static bool isBefore(const Listed& a, const Listed& b)
    {
        if (a.kind != b.kind)
            return a.kind < b.kind;
        if (a.collection != b.collection)
            return a.collection < b.collection;
        const bool dated = a.kind == ListedKind::Post || a.kind == ListedKind::Draft;
        if (dated && a.date && b.date && a.date->seconds != b.date->seconds)
            return a.date->seconds > b.date->seconds;
        return a.relativePath < b.relativePath;
    }

    std::string authorOf(const Item& item) const
    {
        const Value given = item.data.get("author");
        const std::string key = textOf(given.isHash()                              ? given.get("name")
                                       : given.isArray() && !given.array().empty() ? given.array().front()
                                                                                   : given);
        return nameOfAuthor(m_authors, key);
    }

    ListedState stateOf(const Item& item) const
    {
        if (item.kind == ItemKind::Draft)
            return ListedState::Draft;
        if (item.data.contains("published") && !item.data.get("published").isTruthy())
            return ListedState::Unpublished;
        const bool toCome = item.isDocument() && item.date.seconds > m_site.now().seconds;
        return toCome && !m_site.config().get("future").isTruthy() ? ListedState::Scheduled : ListedState::Published;
    }

    void add(const Item& item)
    {
        const bool ofTheme = item.path.compare(0, m_site.content().root.size() + 1, m_site.content().root + "/") != 0;
        const bool isStyle = item.conversion == Conversion::Scss || item.conversion == Conversion::Sass;
        if (item.generated || ofTheme || isStyle)
            return;
        Listed listed{kindOf(item)};
        listed.collection = item.kind == ItemKind::Document ? item.collection : std::string();
        const std::string title = textOf(item.data.get("title"));
        listed.title = title.empty() ? item.name : title;
        listed.author = authorOf(item);
        // A draft's date is that of its file until it has one of its own.
        const bool own = item.kind != ItemKind::Draft || PostDocument::parse(item.text).values.get("date").isTruthy();
        if (item.isDocument() && item.dated && own)
            listed.date = item.date;
        listed.state = stateOf(item);
        listed.path = item.path;
        listed.relativePath = item.relativePath;
        listed.url = item.url;
        listed.hasProblems = m_flawed.contains(item.relativePath);
        m_list.push_back(std::move(listed));
    }

    void addDrafts()
    {
        for (const UnreadDraft& draft : unreadDrafts(m_site)) {
            add(*draft.item);
            m_list.back().hasProblems = hasErrors(draft.reading);
        }
    }

    void addLeftOut()
    {
        for (const Diagnostic& diagnostic : m_site.diagnostics()) {
            const fs::path path = m_root / diagnostic.file;
            std::error_code code;
            const bool isPost = ("/" + diagnostic.file).find("/_posts/") != std::string::npos;
            if (isPost && !m_site.itemAt(path) && fs::is_regular_file(path, code))
                addFile(path, ListedKind::Post, ListedState::LeftOut);
        }
    }

    void addFile(const fs::path& path, ListedKind kind, ListedState state = ListedState::Published)
    {
        Listed listed{kind};
        listed.title = path.filename().string();
        listed.path = path.string();
        listed.relativePath = path.lexically_relative(m_root).generic_string();
        listed.state = state;
        listed.hasProblems = state == ListedState::LeftOut || m_flawed.contains(listed.relativePath);
        const bool known =
            std::any_of(m_list.begin(), m_list.end(), [&](const Listed& other) { return other.path == listed.path; });
        if (!known)
            m_list.push_back(std::move(listed));
    }

    void addFiles(const char* folder, ListedKind kind)
    {
        for (const fs::path& path : filesBelow(m_root / folder))
            addFile(path, kind);
    }

    void addLayouts()
    {
        for (const auto& [name, layout] : m_site.content().layouts) {
            if (layout.path.compare(0, m_site.content().root.size() + 1, m_site.content().root + "/") == 0)
                addFile(layout.path, ListedKind::Layout);
        }
    }

    const Site& m_site;
    fs::path m_root;
    std::vector<Author> m_authors;
    std::set<std::string> m_flawed;
    std::vector<Listed> m_list;
};
} // namespace

std::vector<Listed> listing(const Site& site)
{
    return Listing(site).run();
}

} // namespace galley::site
