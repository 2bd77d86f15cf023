// SPDX-License-Identifier: MIT
#include "site/showncontent.h"

#include "liquid/rubytext.h"
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

static const DocumentDrop* documentIn(const Value& object)
{
    const auto* document = object.isDrop() ? dynamic_cast<const DocumentDrop*>(&object.drop()) : nullptr;
    return document && document->hasTurn() ? document : nullptr;
}

static bool isOwn(const DocumentDrop& document, const liquid::RenderOptions& reader)
{
    return reader.page.isDrop() && &reader.page.drop() == &document;
}

std::optional<Value> ShownContent::of(const Value& object, std::string_view key,
                                      const liquid::RenderOptions& reader) const
{
    if (object.isHash())
        return key == "content" ? ofPage(object.hash(), reader) : std::nullopt;
    const DocumentDrop* document = documentIn(object);
    if (!document)
        return std::nullopt;
    return key == "content" ? ofDocument(*document, reader) : outputOf(*document, reader);
}

Value ShownContent::ofDocument(const DocumentDrop& document, const liquid::RenderOptions& reader) const
{
    if (!document.showsTurns())
        return document.html();
    const bool own = isOwn(document, reader);
    if (own && reader.ownContent.isString())
        return reader.ownContent;
    if (!own && turnOf(document.item()) < reader.turn)
        return document.html();
    return Value(document.item().body());
}

/// Nothing before its turn, and while it is rendered itself.
Value ShownContent::outputOf(const DocumentDrop& document, const liquid::RenderOptions& reader) const
{
    const std::size_t turn = turnOf(document.item());
    if (isOwn(document, reader) || turn >= reader.turn || !reader.outputOf)
        return {};
    return document.output([&] { return reader.outputOf(turn); });
}

std::optional<std::string> ShownContent::textOf(const Value& object, bool inList,
                                                const liquid::RenderOptions& reader) const
{
    if (const DocumentDrop* document = documentIn(object)) {
        const Value output = outputOf(*document, reader);
        return output.isNil() ? ofDocument(*document, reader).string() : output.string();
    }
    const auto content = inList && object.isHash() ? ofPage(object.hash(), reader) : std::nullopt;
    return content ? std::optional(content->string()) : std::nullopt;
}

std::optional<std::string> ShownContent::inspected(const Value& object) const
{
    const auto known = object.isHash() ? m_pages.find(&object.hash()) : m_pages.end();
    if (known == m_pages.end())
        return std::nullopt;
    const Item& page = *m_content.pages[known->second];
    return std::string(page.generated ? "#<Jekyll::PageWithoutAFile" : "#<Jekyll::Page") +
           " @relative_path=" + liquid::inspect(Value(page.relativePath)) + ">";
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
