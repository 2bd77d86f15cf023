// SPDX-License-Identifier: MIT
#include "post/editdraft.h"

#include "post/yamlchars.h"
#include "post/yamlspans.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace galley::yaml
{
namespace
{
Error failure(std::string why, int line = 0)
{
    return Error{std::move(why), {}, line};
}

constexpr std::size_t nowhere = std::string_view::npos;

bool isSameEvent(const Event& left, const Event& right)
{
    return left.kind == right.kind && left.plain == right.plain && left.flow == right.flow && left.tag == right.tag &&
           left.value == right.value;
}

// Compares runs of events; anchors are numbered anew when one is added or removed, so they are matched up.
class Comparison
{
public:
    bool same(const Event* left, const Event* leftEnd, const Event* right)
    {
        return std::equal(left, leftEnd, right,
                          [this](const Event& l, const Event& r) { return isSameEvent(l, r) && anchors(l, r); });
    }

private:
    bool anchors(const Event& left, const Event& right)
    {
        if (left.kind == Event::Kind::Alias)
            return m_names[left.anchor] == right.anchor;
        if (left.anchor)
            m_names[left.anchor] = right.anchor;
        return (left.anchor == 0) == (right.anchor == 0);
    }

    std::map<std::size_t, std::size_t> m_names;
};

std::size_t countNodes(const Event* event, const Event* end)
{
    std::size_t nodes = 0;
    int depth = 0;
    for (; event != end; ++event) {
        const bool opens = event->kind == Event::Kind::SequenceStart || event->kind == Event::Kind::MapStart;
        const bool closes = event->kind == Event::Kind::SequenceEnd || event->kind == Event::Kind::MapEnd;
        nodes += depth == 0 && !closes;
        depth += opens - closes;
        if (depth < 0)
            return nowhere;
    }
    return depth == 0 ? nodes : nowhere;
}

bool follows(const Events& before, const Events& after, const Plan& plan)
{
    const std::size_t tail = before.size() - plan.to;
    if (after.size() < plan.from + tail)
        return false;
    const std::size_t middleEnd = after.size() - tail;
    Comparison comparison;
    return comparison.same(before.data(), before.data() + plan.from, after.data()) &&
           countNodes(after.data() + plan.from, after.data() + middleEnd) == plan.nodes &&
           comparison.same(before.data() + plan.to, before.data() + before.size(), after.data() + middleEnd);
}
} // namespace

Expected<EditDraft> EditDraft::open(std::string_view text)
{
    EditDraft draft;
    draft.m_text = text;
    draft.m_front = findFrontMatter(text);
    if (!draft.m_front.present)
        return unexpected(failure("The post has no front matter", 1));
    draft.m_yaml = draft.m_front.yaml(text);
    const std::size_t feed = draft.m_yaml.find('\n');
    draft.m_lineBreak = feed > 0 && draft.m_yaml[feed - 1] == '\r' ? "\r\n" : "\n";
    Expected<Events> events = readEvents(draft.m_yaml);
    if (!events)
        return unexpected(events.error());
    draft.m_events = std::move(*events);
    if (draft.isEmpty())
        return draft;
    Expected<Node> root = buildTree(draft.m_yaml, draft.m_events);
    if (!root)
        return unexpected(root.error());
    draft.m_root = std::move(*root);
    return draft;
}

Error EditDraft::refusal(std::size_t offset, std::string why) const
{
    return failure(std::move(why), yaml::lineOf(m_yaml, std::min(offset, m_yaml.size())) + 1);
}

Expected<Located> EditDraft::locate(const KeyPath& path) const
{
    if (isEmpty())
        return unexpected(failure("The front matter is empty", 1));
    Located at{&m_root, nullptr, 0};
    for (const KeyStep& step : path) {
        const Node& node = *at.node;
        if (node.aliased)
            return unexpected(refusal(node.begin,
                                      "Other places use this value (&name), so a change here would change those too;"
                                      " edit it in the text"));
        const bool isKey = std::holds_alternative<std::string>(step);
        if (node.kind != (isKey ? Node::Kind::Map : Node::Kind::Sequence))
            return unexpected(refusal(node.begin, node.kind == Node::Kind::Alias
                                                      ? "This value is defined elsewhere (*name); edit it there"
                                                      : "There is no such value here"));
        std::size_t index = isKey ? nowhere : std::get<std::size_t>(step);
        for (std::size_t entry = 0; isKey && entry < node.entries(); ++entry) {
            const Event& key = m_events[node.key(entry).firstEvent];
            if (key.kind != Event::Kind::Scalar || key.value != std::get<std::string>(step))
                continue;
            if (index != nowhere)
                return unexpected(
                    refusal(node.key(entry).begin,
                            "The key \"" + key.value + "\" stands here a second time; take one away first"));
            index = entry;
        }
        if (index >= (isKey ? node.entries() : node.items.size()))
            return unexpected(refusal(node.begin, "There is no such value here"));
        at = Located{isKey ? &node.value(index) : &node.items[index], &node, index};
    }
    return at;
}

std::size_t EditDraft::column(std::size_t offset) const
{
    return offset - lineBegin(m_yaml, offset);
}

Place EditDraft::placeOf(const Located& at) const
{
    Place place;
    place.lineBreak = m_lineBreak;
    place.flow = at.parent && at.parent->flow;
    if (at.parent && !place.flow) {
        const bool isMap = at.parent->kind == Node::Kind::Map;
        place.indent = 2 + column(isMap ? at.parent->key(at.index).begin : at.parent->marks[at.index]);
    }
    return place;
}

Expected<Value> EditDraft::value(const KeyPath& path) const
{
    const Expected<Value> root = compose(m_events);
    if (!root)
        return unexpected(root.error());
    const Value* value = follow(*root, path);
    return value ? Expected<Value>(*value) : unexpected(failure("There is no such value"));
}

Expected<Events> EditDraft::eventsAfter(const TextEdit& edit) const
{
    const std::string after = applied(m_text, edit);
    const FrontMatter front = findFrontMatter(after);
    const bool same = front.present && front.begin == m_front.begin && front.body(after) == m_front.body(m_text) &&
                      front.closingBegin + edit.length == m_front.closingBegin + edit.text.size();
    if (!same)
        return unexpected(failure("That text would end the front matter; edit it in the text"));
    return readEvents(front.yaml(after));
}

Expected<TextEdit> EditDraft::checked(TextEdit edit, const Events& wanted) const
{
    const std::size_t offset = edit.offset;
    edit.offset += m_front.begin;
    const Expected<Events> after = eventsAfter(edit);
    if (!after)
        return unexpected(refusal(offset, after.error().message));
    if (after->size() != wanted.size() ||
        !Comparison().same(wanted.data(), wanted.data() + wanted.size(), after->data()))
        return unexpected(
            refusal(offset, "This can not be changed here without changing something else; edit it in the text"));
    return edit;
}

Expected<Events> EditDraft::planned(const TextEdit& edit, const Plan& plan) const
{
    const Expected<Events> after = eventsAfter({edit.offset + m_front.begin, edit.length, edit.text});
    if (!after)
        return unexpected(refusal(edit.offset, after.error().message));
    if (!follows(m_events, *after, plan))
        return unexpected(
            refusal(edit.offset, "This can not be changed here without changing something else; edit it in the text"));
    return after;
}

Expected<TextEdit> EditDraft::checked(TextEdit edit, const Plan& plan) const
{
    const Expected<Events> after = planned(edit, plan);
    if (!after)
        return unexpected(after.error());
    edit.offset += m_front.begin;
    return edit;
}

Expected<TextEdit> EditDraft::checked(TextEdit edit, const Plan& plan, const KeyPath& path, const Value& wanted) const
{
    const Expected<Events> after = planned(edit, plan);
    if (!after)
        return unexpected(after.error());
    const Expected<Value> root = compose(*after);
    const Value* value = root ? follow(*root, path) : nullptr;
    if (!value || !isSame(*value, wanted))
        return unexpected(
            refusal(edit.offset, "The value can not be written here so that it reads the same; edit it in the text"));
    edit.offset += m_front.begin;
    return edit;
}

bool isSame(const Value& left, const Value& right)
{
    if (left.isFloat() && right.isFloat())
        return left.floating() == right.floating() || (std::isnan(left.floating()) && std::isnan(right.floating()));
    if (left.isInteger() != right.isInteger())
        return false;
    if (left.isDateTime() && right.isDateTime())
        return left == right && left.dateTime().offset == right.dateTime().offset;
    if (left.isArray() && right.isArray())
        return std::equal(left.array().begin(), left.array().end(), right.array().begin(), right.array().end(), isSame);
    if (left.isHash() && right.isHash())
        return std::equal(left.hash().begin(), left.hash().end(), right.hash().begin(), right.hash().end(),
                          [](const Hash::Entry& l, const Hash::Entry& r) {
                              return isSame(l.first, r.first) && isSame(l.second, r.second);
                          });
    return left == right;
}

const Value* follow(const Value& root, const KeyPath& path)
{
    const Value* value = &root;
    for (const KeyStep& step : path) {
        const auto* key = std::get_if<std::string>(&step);
        if (key) {
            value = value->isHash() ? value->hash().find(std::string_view(*key)) : nullptr;
        } else {
            const std::size_t index = std::get<std::size_t>(step);
            value = value->isArray() && index < value->array().size() ? &value->array()[index] : nullptr;
        }
        if (!value)
            return nullptr;
    }
    return value;
}

} // namespace galley::yaml
