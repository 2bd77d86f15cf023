// SPDX-License-Identifier: MIT
#include "post/yamltree.h"

#include "post/yamlchars.h"
#include "post/yamlquotes.h"
#include "post/yamlspans.h"

#include <algorithm>

namespace galley::yaml
{
namespace
{
constexpr std::size_t none = std::string_view::npos;

// Depth is that of the events, which the parser limits.
class Builder
{
public:
    Builder(std::string_view text, const Events& events) : m_text(text), m_events(events)
    {
        for (const Event& event : events) {
            if (event.kind == Event::Kind::Alias)
                m_aliased.push_back(event.anchor);
        }
        std::sort(m_aliased.begin(), m_aliased.end());
    }

    Node node(std::size_t slot, bool insideFlow)
    {
        const Event& event = m_events[m_next];
        Node node;
        node.firstEvent = m_next++;
        node.slot = slot;
        node.flow = insideFlow || event.flow;
        node.tagged = !event.tag.empty();
        const bool isAlias = event.kind == Event::Kind::Alias;
        node.aliased = !isAlias && event.anchor && std::binary_search(m_aliased.begin(), m_aliased.end(), event.anchor);
        node.begin = event.offset;
        node.content = isAlias ? event.offset : skipProperties(m_text, event.offset);
        if (event.kind == Event::Kind::SequenceStart)
            sequence(node, event.flow);
        else if (event.kind == Event::Kind::MapStart)
            map(node, event.flow);
        else
            scalar(node, event);
        node.endEvent = m_next;
        return node;
    }

    bool failed() const { return m_failed != none; }
    std::size_t failure() const { return m_failed; }

private:
    void fail(std::size_t offset)
    {
        if (!failed())
            m_failed = std::min(offset, m_text.size());
    }

    void scalar(Node& node, const Event& event)
    {
        node.kind = event.kind == Event::Kind::Alias ? Node::Kind::Alias : Node::Kind::Scalar;
        const bool empty = event.plain && event.value.empty();
        // An empty value's event stands where the next token does: its place is the slot.
        if (empty && (isNextToken(node) || nullSpelling(node.content) == node.content)) {
            const bool bare = !event.anchor && event.tag.empty();
            node.begin = bare ? node.slot : node.begin;
            node.content = node.end = bare ? node.slot : propertiesEnd(node.begin);
            return;
        }
        node.end = scalarEnd(m_text, event, node.content);
        if (node.end == none)
            fail(node.content);
    }

    bool isNextToken(const Node& node) const
    {
        return m_next < m_events.size() && m_events[m_next].kind != Event::Kind::SequenceEnd &&
               m_events[m_next].kind != Event::Kind::MapEnd && m_events[m_next].offset <= node.content &&
               m_events[m_next].offset >= node.begin;
    }

    std::size_t nullSpelling(std::size_t pos) const
    {
        Event event;
        event.plain = true;
        return scalarEnd(m_text, event, pos);
    }

    std::size_t propertiesEnd(std::size_t pos) const
    {
        std::size_t end = pos;
        while (pos < m_text.size() && (m_text[pos] == '&' || m_text[pos] == '!')) {
            end = std::min(m_text.find_first_of(" \t\r\n,]}", pos), m_text.size());
            pos = std::min(m_text.find_first_not_of(" \t", end), m_text.size());
        }
        return end;
    }

    void sequence(Node& node, bool flow)
    {
        node.kind = Node::Kind::Sequence;
        std::size_t at = node.content + (flow ? 1 : 0);
        while (m_events[m_next].kind != Event::Kind::SequenceEnd) {
            if (!flow) {
                at = skipToContent(m_text, at);
                expect(at, "-");
                node.marks.push_back(at++);
            }
            node.items.push_back(this->node(flow ? skipSeparators(at) : at, flow || node.flow));
            at = node.items.back().end;
            if (failed())
                return;
        }
        ++m_next;
        node.end = flow ? closing(at, ']') : at;
    }

    void map(Node& node, bool flow)
    {
        node.kind = Node::Kind::Map;
        const bool braces = flow && node.content < m_text.size() && m_text[node.content] == '{';
        if (!flow)
            node.content = std::max(node.content, node.begin);
        std::size_t at = node.content + (braces ? 1 : 0);
        while (m_events[m_next].kind != Event::Kind::MapEnd) {
            entry(node, flow ? skipSeparators(at) : skipToContent(m_text, at));
            if (failed())
                return;
            at = node.items.back().end;
        }
        ++m_next;
        node.end = braces ? closing(at, '}') : at;
    }

    void entry(Node& map, std::size_t at)
    {
        map.items.push_back(node(at, map.flow));
        const std::size_t behindKey = map.items.back().end;
        if (failed())
            return;
        const std::size_t colon = skipToContent(m_text, behindKey);
        const bool has = colon < m_text.size() && m_text[colon] == ':';
        if (!has && !map.flow)
            fail(colon);
        map.marks.push_back(has ? colon : none);
        map.items.push_back(node(has ? colon + 1 : behindKey, map.flow));
    }

    std::size_t skipSeparators(std::size_t at) const
    {
        at = skipToContent(m_text, at);
        while (at < m_text.size() && m_text[at] == ',')
            at = skipToContent(m_text, at + 1);
        return at;
    }

    std::size_t closing(std::size_t at, char bracket)
    {
        at = skipSeparators(at);
        expect(at, std::string_view(&bracket, 1));
        return at + 1;
    }

    void expect(std::size_t at, std::string_view token)
    {
        if (at >= m_text.size() || m_text.substr(at, token.size()) != token)
            fail(at);
    }

    std::string_view m_text;
    const Events& m_events;
    std::vector<std::size_t> m_aliased;
    std::size_t m_next = 0;
    std::size_t m_failed = none;
};
} // namespace

Expected<Node> buildTree(std::string_view text, const Events& events)
{
    Builder builder(text, events);
    // The fence of the front matter leads to the root.
    const std::size_t fence = text.starts_with("---") ? 3 : 0;
    Node root = builder.node(skipToContent(text, fence), false);
    if (!builder.failed())
        return root;
    return unexpected(Error{
        "This place is written in a way that can only be edited in the text", {}, lineOf(text, builder.failure()) + 1});
}

} // namespace galley::yaml
