// SPDX-License-Identifier: MIT
#include "site/collectionreader.h"

#include "site/folderwalk.h"
#include "site/itemsreader.h"
#include "site/merge.h"
#include "site/rubysort.h"
#include "site/siteconfig.h"
#include "site/urls.h"

#include "base/files.h"

#include <algorithm>
#include <array>

namespace galley::site
{

namespace fs = std::filesystem;

namespace
{
std::string sanitizedLabel(const std::string& label)
{
    std::string kept;
    std::copy_if(label.begin(), label.end(), std::back_inserter(kept),
                 [](unsigned char c) { return std::isalnum(c) != 0 || c == '_' || c == '-' || c == '.'; });
    return kept;
}

std::string replaced(std::string text, std::string_view from, const std::string& to)
{
    for (std::size_t at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size()))
        text.replace(at, from.size(), to);
    return text;
}

std::string staticUrl(const StaticFile& file, const Collection& collection, Diagnostics& diagnostics)
{
    const std::string extension = extensionOf(file.name);
    std::string cleaned = file.relativePath.substr(0, file.relativePath.size() - extension.size());
    if (const std::size_t at = cleaned.find(collection.relativeDirectory()); at != std::string::npos)
        cleaned.erase(at, collection.relativeDirectory().size());
    std::string url = collection.urlTemplate;
    const std::string stem = stemOf(file.name), nothing;
    using Placeholder = std::pair<std::string, const std::string*>;
    const std::array<Placeholder, 5> placeholders{Placeholder{"collection", &collection.label},
                                                  Placeholder{"path", &cleaned}, Placeholder{"output_ext", &nothing},
                                                  Placeholder{"name", &stem}, Placeholder{"title", &nothing}};
    for (const auto& [name, value] : placeholders) {
        if (url.find(':') == std::string::npos)
            break;
        const Expected<std::string> escaped = escapedPlaceholder(*value);
        if (!escaped)
            diagnostics.push_back({file.relativePath, 0, 0, Severity::Error,
                                   "The address can not hold \"" + *value + "\", which :" + name +
                                       " stands for: " + escaped.error().message + ". Jekyll stops here"});
        url = replaced(url, ":" + name, escaped ? *escaped : escapePath(*value));
    }
    url = sanitizedUrl(url);
    if (url.size() > 1 && url.back() == '/')
        url.pop_back();
    return url + extension;
}

/// Collection#sort_docs_by_key!: nil sorts last; where the values have no order the documents' own decides.
int orderByKey(const ItemPtr& a, const ItemPtr& b, const std::string& key)
{
    const Value left = a->data.get(key);
    const Value right = b->data.get(key);
    if (left.isNil() != right.isNil())
        return left.isNil() ? 1 : -1;
    const std::optional<int> order = liquid::compare(left, right);
    return order && *order != 0 ? *order : documentOrder(*a, *b);
}

/// `order`: the named documents as they are named; the rest follow in their own order.
void arrange(Collection& collection, const Array& order)
{
    std::vector<ItemPtr> rest = std::move(collection.documents);
    collection.documents.clear();
    for (const Value& name : order) {
        const std::string path = collection.relativeDirectory() + "/" + textOf(name);
        const auto it =
            std::find_if(rest.begin(), rest.end(), [&](const ItemPtr& d) { return d->relativePath == path; });
        if (it == rest.end())
            continue;
        collection.documents.push_back(*it);
        rest.erase(it);
    }
    collection.documents.insert(collection.documents.end(), rest.begin(), rest.end());
}

void sortByMetadata(Collection& collection)
{
    const Value key = collection.metadata.get("sort_by");
    if (collection.metadata.get("order").isArray()) {
        sortDocuments(collection);
        arrange(collection, collection.metadata.get("order").array());
    } else if (key.isString())
        collection.documents = rubySorted(
            collection.documents, [&](const ItemPtr& a, const ItemPtr& b) { return orderByKey(a, b, key.string()); });
    else
        sortDocuments(collection);
}

struct CollectionFiles {
    std::vector<Source> sources;
    std::vector<std::string> statics;
};

CollectionFiles filesOf(const Collection& collection, const fs::path& folder, SiteContent& content)
{
    CollectionFiles files;
    Found none;
    const FolderWalk walk(content, none);
    std::error_code code;
    if (!fs::is_directory(folder, code) || !walk.isSafe(folder))
        return files;
    for (const std::string& name : walk.filesBelow(folder, true)) {
        if (!content.filter.accepts("/" + collection.relativeDirectory(), name) || !walk.isSafe(folder / name))
            continue;
        const std::string relative = collection.relativeDirectory() + "/" + name;
        if (hasFrontMatter(folder / name))
            files.sources.push_back({ItemKind::Document, (folder / name).string(), relative, collection.label});
        else
            files.statics.push_back(relative);
    }
    return files;
}

void addStatics(Collection& collection, const std::vector<std::string>& names, const fs::path& container,
                SiteContent& content)
{
    for (const std::string& relative : names) {
        StaticFile file = staticFileOf((container / relative).string(), relative, content);
        file.collection = collection.label;
        file.data = content.defaults.all(relative, collection.label);
        file.url = staticUrl(file, collection, content.diagnostics);
        file.written = file.written && collection.written;
        collection.files.push_back(file);
        content.staticFiles.push_back(std::move(file));
    }
}

void readCollection(Collection& collection, SiteContent& content)
{
    const fs::path container = (content.root + rooted(content.setting("collections_dir")));
    const CollectionFiles files = filesOf(collection, container / collection.relativeDirectory(), content);
    const ItemFactory factory(content);
    const bool unpublished = content.config.values.get("unpublished").isTruthy();
    for (std::shared_ptr<Item>& item : makeItems(files.sources, content)) {
        if (!item)
            continue;
        content.byPath.emplace(item->path, item);
        item->written = collection.written && factory.isPublished(*item);
        if (unpublished || !(item->data.get("published") == Value(false)))
            collection.documents.push_back(item);
    }
    addStatics(collection, files.statics, container, content);
    sortByMetadata(collection);
}
} // namespace

void addCollections(SiteContent& content)
{
    const Value all = content.config.values.get("collections");
    for (const auto& [name, metadata] : all.isHash() ? all.hash() : Hash()) {
        Collection collection;
        collection.label = sanitizedLabel(textOf(name));
        if (metadata.isHash())
            collection.metadata = metadata.hash();
        collection.written = collection.metadata.get("output").isTruthy();
        const Value own = collection.metadata.get("permalink");
        collection.urlTemplate =
            own.isString() ? own.string() : withPermalinkSuffix("/:collection/:path", content.setting("permalink"));
        content.collections.push_back(std::move(collection));
    }
}

void readCollections(SiteContent& content)
{
    for (Collection& collection : content.collections) {
        if (collection.label != "posts" && collection.label != "data")
            readCollection(collection, content);
    }
}

void sortDocuments(Collection& collection)
{
    collection.documents =
        rubySorted(collection.documents, [](const ItemPtr& a, const ItemPtr& b) { return documentOrder(*a, *b); });
}

} // namespace galley::site
