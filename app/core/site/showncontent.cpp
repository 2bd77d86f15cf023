// SPDX-License-Identifier: MIT
#include "site/showncontent.h"

#include "site/documentdrop.h"
#include "site/sitemodel.h"

#include <algorithm>

namespace galley::site
{

ShownContent::ShownContent(const SiteContent& content, const SiteModel& model) : m_content(content), m_model(model)
{
    std::size_t turn = 0;
    for (const Collection& collection : content.collections) {
        for (const ItemPtr& document : collection.documents)
            m_turns.emplace(document->path, turn++);
    }
    m_firstPage = turn;
    const Array& pages = model.pages().array();
    for (std::size_t i = 0; i < pages.size(); ++i) {
        m_turns.emplace(content.pages[i]->path, turn++);
        m_pages.emplace(&pages[i].hash(), i);
        m_html.emplace_back();
    }
    const Array& withMaps = model.pagesAtTheEnd().array();
    for (std::size_t i = pages.size(); i < withMaps.size(); ++i) {
        m_maps.emplace(&withMaps[i].hash(), i - pages.size());
        m_mapTexts.emplace_back();
    }
}

ItemPtr ShownContent::itemAt(std::size_t turn) const
{
    for (const Collection& collection : m_content.collections) {
        if (turn < collection.documents.size())
            return collection.documents[turn];
        turn -= collection.documents.size();
    }
    return m_content.pages[turn];
}

std::size_t ShownContent::turnOf(const Item& item) const
{
    const auto known = m_turns.find(item.path);
    if (known != m_turns.end())
        return known->second;
    return item.isDocument() ? turnOfNewDocument(item) : m_turns.size();
}

std::size_t ShownContent::turnOfNewDocument(const Item& item) const
{
    const std::vector<ItemPtr>& posts = m_content.posts();
    if (item.collection != "posts")
        return m_firstPage;
    const auto later = std::upper_bound(posts.begin(), posts.end(), item.date.seconds,
                                        [](std::int64_t s, const ItemPtr& post) { return s < post->date.seconds; });
    return static_cast<std::size_t>(later - posts.begin());
}

std::optional<Value> ShownContent::of(const Value& object, const liquid::RenderOptions& reader) const
{
    if (object.isHash())
        return ofPage(object.hash(), reader);
    const auto* document = dynamic_cast<const DocumentDrop*>(&object.drop());
    if (!document || !document->showsTurns())
        return std::nullopt;
    const bool isOwn = reader.page.isDrop() && &reader.page.drop() == document;
    if (isOwn && reader.ownContent.isString())
        return reader.ownContent;
    if (!isOwn && turnOf(document->item()) < reader.turn)
        return document->html();
    return Value(document->item().body());
}

std::optional<Value> ShownContent::ofPage(const Hash& page, const liquid::RenderOptions& reader) const
{
    if (const auto map = m_maps.find(&page); map != m_maps.end()) {
        const ItemPtr& style = m_content.pages[m_model.styles()[map->second]];
        return m_mapTexts[map->second].get([&] { return Value(m_model.converter().sourceMap(style)); });
    }
    const auto known = m_pages.find(&page);
    if (known == m_pages.end())
        return std::nullopt;
    const ItemPtr& item = m_content.pages[known->second];
    const bool isOwn = m_firstPage + known->second == reader.turn;
    if (isOwn && reader.ownContent.isString())
        return reader.ownContent;
    if (m_firstPage + known->second >= reader.turn)
        return Value(item->body());
    return m_html[known->second].get([&] { return Value(m_model.converter().content(item)); });
}

} // namespace galley::site
