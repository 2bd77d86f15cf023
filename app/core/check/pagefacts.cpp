// SPDX-License-Identifier: MIT
#include "check/pagefacts.h"

#include "check/sourceplaces.h"

#include "base/htmlscanner.h"

#include <optional>

namespace galley::check
{

namespace
{
struct Reference {
    PageLink::Kind kind;
    const HtmlAttribute* address;
};

std::optional<Reference> referenceOf(const HtmlToken& tag)
{
    const auto at = [&](PageLink::Kind kind, std::string_view name) -> std::optional<Reference> {
        const HtmlAttribute* address = tag.attribute(name);
        return address && address->hasValue ? std::optional(Reference{kind, address}) : std::nullopt;
    };
    if (tag.name == "a")
        return at(PageLink::Kind::Link, "href");
    if (tag.name == "img")
        return at(PageLink::Kind::Image, "src");
    if (tag.name == "link") {
        const HtmlAttribute* rel = tag.attribute("rel");
        const bool isName = rel && rel->value == "canonical"; // where the page itself will be: nothing is loaded
        return isName ? std::nullopt : at(PageLink::Kind::Resource, "href");
    }
    for (const std::string_view name : {"script", "iframe", "video", "audio", "source", "embed", "track"}) {
        if (tag.name == name)
            return at(PageLink::Kind::Resource, "src");
    }
    return std::nullopt;
}

bool isBlank(std::string_view text)
{
    return text.find_first_not_of(" \t\r\n") == std::string_view::npos;
}

class Gathering
{
public:
    Gathering(const site::Item& item, const RenderedPage& page) : m_item(item), m_page(page), m_places(item.text) {}

    PageFacts run()
    {
        HtmlScanner scanner(m_page.html);
        while (const std::optional<HtmlToken> token = scanner.next()) {
            if (token->kind == HtmlToken::Kind::StartTag)
                take(*token);
        }
        m_facts.diagnostics = m_page.diagnostics;
        return std::move(m_facts);
    }

private:
    /// The block a tag lies in; blocks come in the page's order, and so do the tags.
    const PageBlock* blockAt(std::size_t offset)
    {
        const auto& blocks = m_page.blocks;
        while (m_block < blocks.size() && blocks[m_block].offset + blocks[m_block].length <= offset)
            ++m_block;
        return m_block < blocks.size() && blocks[m_block].offset <= offset ? &blocks[m_block] : nullptr;
    }

    void take(const HtmlToken& tag)
    {
        const PageBlock* block = blockAt(tag.offset);
        takeIds(tag, block);
        const std::optional<Reference> reference = referenceOf(tag);
        if (!reference)
            return;
        PageLink link;
        link.kind = reference->kind;
        link.url = decodedAttribute(reference->address->value);
        const HtmlAttribute* alt = tag.attribute("alt");
        link.hasAlt = tag.name != "img" || (alt && !isBlank(alt->value));
        const bool maybeOwn = block || m_page.blocks.empty();
        auto& links = maybeOwn && place(link, block) ? m_facts.links : m_facts.layoutLinks;
        links.push_back(std::move(link));
    }

    void takeIds(const HtmlToken& tag, const PageBlock* block)
    {
        for (const std::string_view name : {"id", "name"}) {
            const HtmlAttribute* id = tag.attribute(name);
            if (!id || id->value.empty() || (name == "name" && tag.name != "a"))
                continue;
            const std::string text = decodedAttribute(id->value);
            m_facts.ids.insert(text);
            if (block && name == "id")
                m_facts.ownIds.emplace_back(text, block->firstLine + 1);
        }
    }

    /// False for a link that is the layout's: nothing of it stands in the source.
    bool place(PageLink& link, const PageBlock* block)
    {
        const int first = block ? block->firstLine : m_item.bodyLine;
        const int last = block ? block->lastLine : m_places.lineCount();
        if (const auto found = m_places.find(link.url, first, last)) {
            link.offset = found->offset;
            link.found = found->text;
            link.line = found->line;
            link.column = found->column;
        } else {
            link.line = first + 1;
        }
        return block || !link.found.empty();
    }

    const site::Item& m_item;
    const RenderedPage& m_page;
    SourcePlaces m_places;
    PageFacts m_facts;
    std::size_t m_block = 0;
};
} // namespace

PageFacts pageFacts(const site::Item& item, const RenderedPage& page)
{
    return Gathering(item, page).run();
}

} // namespace galley::check
