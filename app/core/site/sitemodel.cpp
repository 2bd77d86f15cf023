// SPDX-License-Identifier: MIT
#include "site/sitemodel.h"

#include "liquid/rubytext.h"
#include "site/documentdrop.h"
#include "site/merge.h"
#include "site/permalink.h"
#include "site/rubysort.h"
#include "site/sass.h"
#include "site/urls.h"

#include <algorithm>
#include <numeric>

namespace galley::site
{

namespace
{
class StaticFileDrop final : public liquid::HashDrop
{
public:
    StaticFileDrop(Hash members, std::string path)
        : HashDrop("Jekyll::Drops::StaticFileDrop", std::move(members)), m_path(std::move(path))
    {
    }
    std::optional<std::string> objectInspected() const override
    {
        return "#<Jekyll::StaticFile @relative_path=" + liquid::inspect(Value(m_path)) + ">";
    }

private:
    std::string m_path;
};

/// Its text is that of the list of its documents.
class CollectionDrop final : public liquid::HashDrop
{
public:
    explicit CollectionDrop(Hash members) : HashDrop("Jekyll::Drops::CollectionDrop", std::move(members)) {}
    std::string toString() const override
    {
        std::string out;
        const Value documents = get("docs");
        for (const Value& each : documents.array()) {
            const auto* document = dynamic_cast<const liquid::ObjectDrop*>(&each.drop());
            out += (out.empty() ? "" : ", ") + document->objectInspected().value_or("");
        }
        return "[" + out + "]";
    }
};

/// Liquid::Drop alone: neither Enumerable nor without an answer to any name.
class JekyllDrop final : public liquid::HashDrop
{
public:
    explicit JekyllDrop(Hash members) : HashDrop("Jekyll::Drops::JekyllDrop", std::move(members)) {}
    bool isEnumerable() const override { return false; }
    bool contains(std::string_view) const override { return true; }
    Value get(std::string_view key) const override { return key == "to_h" ? Value(members()) : HashDrop::get(key); }
};
} // namespace

SiteModel::SiteModel(const SiteContent& content, Converter converter)
    : m_content(content), m_converter(std::move(converter))
{
    makeDrops();
    makeLists(Seen::AsWritten);
    makeLists(Seen::Converted);
    makePages();
    Hash jekyll;
    jekyll.set("version", "4.3.1");
    jekyll.set("environment", content.options.environment);
    m_jekyll = Value(std::make_shared<const JekyllDrop>(std::move(jekyll)));
}

void SiteModel::makeDrops()
{
    for (auto& drops : m_drops)
        drops.resize(m_content.collections.size());
    for (std::size_t c = 0; c < m_content.collections.size(); ++c) {
        const std::vector<ItemPtr>& documents = m_content.collections[c].documents;
        for (std::size_t i = 0; i < documents.size(); ++i) {
            m_places[documents[i]->path] = {c, i};
            auto state = std::make_shared<DocumentState>();
            state->item = documents[i];
            for (const Seen seen : {Seen::AsWritten, Seen::Converted})
                m_drops[index(seen)][c].emplace_back(std::make_shared<const DocumentDrop>(*this, state, seen));
        }
    }
}

const Value& SiteModel::drop(std::size_t collection, std::size_t position, Seen seen) const
{
    return m_drops[index(seen)][collection][position];
}

void SiteModel::makeLists(Seen seen)
{
    Lists& lists = m_lists[index(seen)];
    const auto& drops = m_drops[index(seen)];
    lists.posts = postsAt(newestFirst(), seen);
    Array all;
    for (std::size_t c = 0; c < drops.size(); ++c) {
        lists.collections.emplace_back(drops[c]);
        all.insert(all.end(), drops[c].begin(), drops[c].end());
        for (const StaticFile& file : m_content.collections[c].files)
            all.push_back(staticFileDrop(file));
    }
    lists.documents = Value(std::move(all));
    lists.categories = byAttribute("categories", seen);
    lists.tags = byAttribute("tags", seen);
    lists.described = describedCollections(seen);
}

/// SiteDrop#posts sorts anew. By then most templates have asked undated drafts for their date, which stores it.
std::vector<std::size_t> SiteModel::newestFirst() const
{
    std::vector<std::size_t> positions(m_content.posts().size());
    std::iota(positions.begin(), positions.end(), std::size_t{0});
    return rubySorted(positions, [this](std::size_t a, std::size_t b) {
        const Item& first = *m_content.posts()[b];
        const Item& second = *m_content.posts()[a];
        const std::optional<int> order = liquid::compare(Value(first.date), Value(second.date));
        return order && *order != 0 ? *order : first.path.compare(second.path);
    });
}

Value SiteModel::byAttribute(std::string_view attribute, Seen seen) const
{
    std::vector<std::pair<Value, Array>> groups;
    std::unordered_map<std::string, std::size_t> known;
    for (std::size_t i = 0; i < m_content.posts().size(); ++i) {
        for (const Value& name : listOf(m_content.posts()[i]->data.get(attribute))) {
            const auto [it, added] = known.emplace(textOf(name), groups.size());
            if (added)
                groups.emplace_back(name, Array());
            groups[it->second].second.push_back(drop(0, i, seen));
        }
    }
    Hash hash;
    for (auto& [name, posts] : groups) {
        std::reverse(posts.begin(), posts.end()); // newest first
        hash.set(name, Value(std::move(posts)));
    }
    return hash;
}

Value SiteModel::describedCollections(Seen seen) const
{
    std::vector<std::pair<std::string, Value>> described;
    for (std::size_t c = 0; c < m_content.collections.size(); ++c) {
        const Collection& collection = m_content.collections[c];
        Array files;
        for (const StaticFile& file : collection.files)
            files.push_back(staticFileDrop(file));
        Hash hash;
        hash.set("label", collection.label);
        hash.set("docs", m_lists[index(seen)].collections[c]);
        hash.set("files", Value(std::move(files)));
        hash.set("relative_directory", collection.relativeDirectory());
        hash.set("output", collection.written);
        const std::string container = rooted(m_content.setting("collections_dir"));
        hash.set("directory",
                 m_content.root + (container == "/" ? "" : container) + "/" + collection.relativeDirectory());
        for (const auto& [key, value] : collection.metadata) {
            if (!hash.find(key))
                hash.set(key, value);
        }
        described.emplace_back(collection.label, Value(std::make_shared<const CollectionDrop>(std::move(hash))));
    }
    std::stable_sort(described.begin(), described.end(),
                     [](const auto& a, const auto& b) { return a.first < b.first; });
    Array list;
    for (auto& [label, value] : described)
        list.push_back(std::move(value));
    return list;
}

void SiteModel::makePages()
{
    Array pages;
    Array html;
    for (const ItemPtr& page : m_content.pages) {
        pages.push_back(pageHash(*page, m_content.defaults));
        const std::string& extension = page->outputExtension;
        if (extension == ".html" || extension == ".xhtml" || extension == ".htm" || page->url.back() == '/')
            html.push_back(pages.back());
    }
    Array files;
    for (const StaticFile& file : m_content.staticFiles)
        files.push_back(staticFileDrop(file));
    m_pages = {Value(std::move(pages))};
    addSourceMaps();
    m_htmlPages = Value(std::move(html));
    m_staticFiles = Value(std::move(files));
}

/// jekyll-sass-converter adds a page for the source map when a style sheet is converted.
void SiteModel::addSourceMaps()
{
    if (!wantsSourceMap(m_content.config.values, m_content.options.environment))
        return;
    for (std::size_t i = 0; i < m_content.pages.size(); ++i) {
        const ItemPtr& page = m_content.pages[i];
        const bool isStyle = page->conversion == Conversion::Scss || page->conversion == Conversion::Sass;
        if (!isStyle || page->body().empty())
            continue;
        m_styles.push_back(i);
        Array pages = m_pages.back().array();
        pages.push_back(pageHash(sourceMapPage(*page, m_content), m_content.defaults));
        m_pages.emplace_back(std::move(pages));
    }
}

const Value& SiteModel::pagesSeenBy(const ItemPtr& item) const
{
    const std::vector<ItemPtr>& pages = m_content.pages;
    if (m_styles.empty() || !item || item->isDocument())
        return m_pages.front();
    const auto place =
        std::find_if(pages.begin(), pages.end(), [&](const ItemPtr& page) { return page->path == item->path; });
    const auto before =
        std::lower_bound(m_styles.begin(), m_styles.end(), static_cast<std::size_t>(place - pages.begin()));
    return m_pages[static_cast<std::size_t>(before - m_styles.begin())];
}

void SiteModel::eachList(const std::function<void(const Value&)>& visit) const
{
    for (const Lists& lists : m_lists) {
        for (const Value* list : {&lists.posts, &lists.documents, &lists.categories, &lists.tags})
            visit(*list);
        for (const Value& collection : lists.collections)
            visit(collection);
    }
    for (const Value& pages : m_pages)
        visit(pages);
    for (const Value* list : {&m_htmlPages, &m_staticFiles, &m_content.data})
        visit(*list);
}

std::optional<SiteModel::Place> SiteModel::placeOf(const Item& item) const
{
    const auto known = m_places.find(item.path);
    if (known == m_places.end())
        return std::nullopt;
    return known->second;
}

Value SiteModel::postsAt(const std::vector<std::size_t>& positions, Seen seen) const
{
    Array posts;
    for (const std::size_t position : positions)
        posts.push_back(drop(0, position, seen));
    return posts;
}

Value SiteModel::relatedPosts(const Item& item, Seen seen) const
{
    const std::vector<ItemPtr>& posts = m_content.posts();
    Array related;
    if (posts.size() <= 1)
        return related;
    const std::size_t newest = std::min<std::size_t>(11, posts.size());
    for (std::size_t i = posts.size(); i-- > posts.size() - newest;) {
        if (posts[i]->path != item.path && related.size() < 10)
            related.push_back(drop(0, i, seen));
    }
    return related;
}

Value SiteModel::neighbour(const Item& item, int step, Seen seen) const
{
    if (const auto place = placeOf(item)) {
        const std::size_t count = m_content.collections[place->collection].documents.size();
        if ((step < 0 && place->position == 0) || (step > 0 && place->position + 1 >= count))
            return {};
        return drop(place->collection, place->position + static_cast<std::size_t>(step), seen);
    }
    // A post that is not saved yet stands where its date will put it.
    const std::vector<ItemPtr>& posts = m_content.posts();
    const auto later = std::upper_bound(posts.begin(), posts.end(), item.date.seconds,
                                        [](std::int64_t s, const ItemPtr& post) { return s < post->date.seconds; });
    const auto position = static_cast<std::size_t>(later - posts.begin());
    if (item.collection != "posts" || (step < 0 && position == 0) || (step > 0 && position == posts.size()))
        return {};
    return drop(0, step < 0 ? position - 1 : position, seen);
}

Value SiteModel::pageValue(const ItemPtr& item, Seen seen) const
{
    if (!item->isDocument())
        return pageHash(*item, m_content.defaults);
    const auto place = placeOf(*item);
    if (place && m_content.collections[place->collection].documents[place->position] == item)
        return drop(place->collection, place->position, seen);
    auto state = std::make_shared<DocumentState>();
    state->item = item;
    return Value(std::make_shared<const DocumentDrop>(*this, std::move(state), seen));
}

Value SiteModel::excerptPage(const ItemPtr& item) const
{
    auto state = std::make_shared<DocumentState>();
    state->item = item;
    return Value(
        std::make_shared<const DocumentDrop>(*this, std::move(state), Seen::AsWritten, DocumentDrop::Role::Excerpt));
}

Item sourceMapPage(const Item& style, const SiteContent& content)
{
    Item map = style;
    map.name = stemOf(style.name) + ".css.map";
    map.relativePath.replace(map.relativePath.size() - style.name.size(), std::string::npos, map.name);
    map.extension = map.outputExtension = ".map";
    map.text.clear();
    map.bodyOffset = 0;
    const Value permalink = style.data.contains("permalink")
                                ? style.data.get("permalink")
                                : content.defaults.find(style.relativePath, "pages", "permalink");
    Diagnostics none; // of a page that no file makes
    map.url = pageUrl(map, permalink, content.setting("permalink"), {none});
    return map;
}

Value pageHash(const Item& item, const FrontMatterDefaults& defaults)
{
    Hash further = item.data;
    const bool isFolder = !item.url.empty() && item.url.back() == '/';
    if (!item.isArchive) { // jekyll-archives has a list of attributes of its own
        further.set("content", item.body());
        further.set("dir", isFolder ? item.url : item.url.substr(0, item.url.rfind('/') + 1));
        const Value excerpt = item.data.get("excerpt");
        further.set("excerpt", excerpt.isTruthy() ? Value(textOf(excerpt)) : excerpt);
    }
    further.set("name", item.name);
    further.set("path", item.data.contains("path") ? item.data.get("path") : Value(item.relativePath));
    further.set("url", item.url);
    return merged(defaults.all(item.relativePath, "pages"), further);
}

Value staticFileDrop(const StaticFile& file)
{
    Hash hash;
    hash.set("name", file.name);
    DateTime modified;
    modified.seconds = file.modified;
    hash.set("basename", stemOf(file.name));
    hash.set("extname", extensionOf(file.name));
    hash.set("path", file.relativePath);
    hash.set("collection", file.collection.empty() ? Value() : Value(file.collection));
    hash.set("modified_time", modified);
    for (const auto& [key, value] : file.data) {
        if (!hash.find(key))
            hash.set(key, value);
    }
    return Value(std::make_shared<const StaticFileDrop>(std::move(hash), file.relativePath));
}

} // namespace galley::site
