// SPDX-License-Identifier: MIT
#include "check/pagefacts.h"

#include "check/sourceplaces.h"

#include "base/htmlscanner.h"

#include <algorithm>
#include <iterator>
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

/// As a browser reads an address (WHATWG URL, "basic URL parser"): no controls and spaces around it, no line breaks in
/// it.
std::string browserAddress(const std::string& text)
{
    std::string out;
    for (const char c : text) {
        if (c != '\t' && c != '\n' && c != '\r')
            out += c;
    }
    const auto isOuter = [](char c) { return static_cast<unsigned char>(c) <= ' '; };
    const auto first = std::find_if_not(out.begin(), out.end(), isOuter);
    const auto last = std::find_if_not(out.rbegin(), std::make_reverse_iterator(first), isOuter).base();
    return std::string(first, last);
}

bool isBlank(std::string_view text)
{
    return text.find_first_not_of(" \t\r\n") == std::string_view::npos;
}

PageLink::Alt altOf(const HtmlToken& tag)
{
    const auto is = [&](std::string_view name, std::string_view value) {
        const HtmlAttribute* attribute = tag.attribute(name);
        return attribute && attribute->value == value;
    };
    const HtmlAttribute* alt = tag.attribute("alt");
    if (alt && !isBlank(alt->value))
        return PageLink::Alt::Text;
    if (is("aria-hidden", "true") || is("role", "presentation") || is("role", "none") || (alt && alt->value.empty()))
        return PageLink::Alt::Decoration;
    return alt ? PageLink::Alt::Blank : PageLink::Alt::Missing;
}

bool isHtml(const site::Item& item)
{
    const std::string file = item.destination();
    return file.ends_with(".html") || file.ends_with(".htm") || file.ends_with(".xhtml");
}

class Gathering
{
public:
    Gathering(const site::Item& item, const RenderedPage& page) : m_item(item), m_page(page), m_places(item.text) {}

    PageFacts run()
    {
        HtmlScanner scanner(isHtml(m_item) ? std::string_view(m_page.html) : std::string_view());
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
        link.url = browserAddress(decodedAttribute(reference->address->value));
        if (tag.name == "img")
            link.alt = altOf(tag);
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
