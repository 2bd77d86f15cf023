// SPDX-License-Identifier: MIT
#include "site/plugins/changing.h"

#include <algorithm>

namespace galley::site
{

namespace
{
void changeOne(ItemPtr& item, SiteContent& content, const ItemFactory& factory,
               const std::function<bool(Item&)>& change)
{
    auto copy = std::make_shared<Item>(*item);
    if (!change(*copy))
        return;
    factory.finish(*copy, content.diagnostics);
    copy->written = item->written;
    const auto known = content.byPath.find(item->path);
    if (known != content.byPath.end() && known->second == item)
        known->second = copy;
    item = std::move(copy);
}
} // namespace

void changeItems(SiteContent& content, bool documents, const std::function<bool(Item&)>& change)
{
    const ItemFactory factory(content);
    for (ItemPtr& page : content.pages)
        changeOne(page, content, factory, change);
    if (!documents)
        return;
    for (Collection& collection : content.collections) {
        for (ItemPtr& document : collection.documents) {
            if (document->written)
                changeOne(document, content, factory, change);
        }
    }
}

void changeItemsAndEdits(SiteContent& content, bool documents, std::function<bool(Item&)> change)
{
    changeItems(content, documents, change);
    content.changes.push_back({documents, std::move(change)});
}

std::shared_ptr<Item> addPage(SiteContent& content, const std::string& relativePath, std::string text, const Hash& data)
{
    const ItemFactory factory(content);
    auto page = factory.page({ItemKind::Page, content.root + "/" + relativePath, relativePath}, std::move(text), data);
    content.pages.push_back(page);
    return page;
}

bool hasUrl(const SiteContent& content, std::string_view url)
{
    return std::any_of(content.pages.begin(), content.pages.end(),
                       [&](const ItemPtr& page) { return page->url == url; }) ||
           std::any_of(content.staticFiles.begin(), content.staticFiles.end(),
                       [&](const StaticFile& file) { return file.url == url; });
}

} // namespace galley::site
