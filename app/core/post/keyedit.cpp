// SPDX-License-Identifier: MIT
// Adding, renaming, removing and moving keys (and items).
#include "post/editdraft.h"
#include "post/listedit.h"
#include "post/strayfrontmatter.h"
#include "post/yamlchars.h"
#include "post/yamlreader.h"
#include "post/yamlspans.h"

#include <algorithm>

namespace galley::frontmatter
{
namespace
{
using namespace yaml;

constexpr std::size_t nowhere = std::string_view::npos;

std::string entryText(std::string_view key, const Value& value, const Place& place)
{
    Place keyPlace = place;
    keyPlace.key = true;
    const std::string written = writeValue(value, place);
    return writeString(key, keyPlace) + (written.empty() ? ":" : ": ") + written;
}

Expected<TextEdit> addFrontMatter(std::string_view text, std::string_view key, const Value& value)
{
    const FrontMatter front = findFrontMatter(text);
    if (front.neverClosed)
        return unexpected(
            Error{"The front matter opened here is never closed; close it with a line of --- first", {}, 1});
    if (const std::optional<StrayFrontMatter> stray = findStrayFrontMatter(text)) // a second one would stand above it
        return unexpected(Error{stray->why, {}, stray->line});
    Place place;
    place.indent = 2;
    const std::size_t feed = text.find('\n');
    place.lineBreak = feed != nowhere && feed > 0 && text[feed - 1] == '\r' ? "\r\n" : "\n";
    const std::string end(place.lineBreak);
    const TextEdit edit{front.bomLength, 0, "---" + end + entryText(key, value, place) + end + "---" + end};
    const std::string after = applied(text, edit);
    const Expected<Value> values = readYaml(findFrontMatter(after).yaml(after));
    if (!values || !isSame(values->get(key), value))
        return unexpected(Error{"This value can not be written as front matter", {}, 1});
    return edit;
}

bool isAlone(std::string_view yaml, std::size_t offset)
{
    const std::size_t begin = lineBegin(yaml, offset);
    return yaml.substr(begin, offset - begin).find_first_not_of(' ') == nowhere;
}

std::size_t entryBegin(const Node& node, std::size_t index)
{
    return node.kind == Node::Kind::Map ? node.key(index).begin : node.marks[index];
}

const Node& entryValue(const Node& node, std::size_t index)
{
    return node.kind == Node::Kind::Map ? node.value(index) : node.items[index];
}

std::size_t entryCount(const Node& node)
{
    return node.kind == Node::Kind::Map ? node.entries() : node.items.size();
}

std::size_t entryFirstEvent(const Node& node, std::size_t index)
{
    return node.kind == Node::Kind::Map ? node.key(index).firstEvent : node.items[index].firstEvent;
}

Expected<TextEdit> addToFlow(const EditDraft& draft, const Node& map, const std::string& entry, std::size_t position)
{
    if (map.items.empty())
        return TextEdit{map.content + 1, 0, entry};
    if (position < map.entries())
        return TextEdit{map.key(position).begin, 0, entry + ", "};
    if (map.content >= draft.yaml().size() || draft.yaml()[map.content] != '{')
        return unexpected(draft.refusal(map.content, "A key can only be added here in the text"));
    return TextEdit{map.items.back().end, 0, ", " + entry};
}

Expected<TextEdit> addToBlock(const EditDraft& draft, const Node& map, std::string_view key, const Value& value,
                              std::size_t position)
{
    const std::size_t column = draft.column(map.key(0).begin);
    Place place;
    place.indent = column + 2;
    place.lineBreak = draft.lineBreak();
    const std::string line = std::string(column, ' ') + entryText(key, value, place) + std::string(draft.lineBreak());
    if (position > 0)
        return TextEdit{nextLine(draft.yaml(), map.value(std::min(position, map.entries()) - 1).end), 0, line};
    if (!isAlone(draft.yaml(), map.key(0).begin))
        return unexpected(draft.refusal(map.content, "A key can not be put before this one here; edit it in the text"));
    return TextEdit{lineBegin(draft.yaml(), map.key(0).begin), 0, line};
}

Expected<TextEdit> addToEmpty(const EditDraft& draft, std::string_view key, const Value& value)
{
    Place place;
    place.indent = 2;
    place.lineBreak = draft.lineBreak();
    const std::string line = entryText(key, value, place) + std::string(draft.lineBreak());
    return draft.checked(TextEdit{draft.yaml().size(), 0, line}, Plan{0, draft.events().size(), 1}, {std::string(key)},
                         value);
}

Expected<TextEdit> addToMap(const EditDraft& draft, const Located& at, const KeyPath& path, const Value& value,
                            std::size_t position)
{
    const Node& map = *at.node;
    const std::string& key = std::get<std::string>(path.back());
    for (std::size_t entry = 0; entry < map.entries(); ++entry) {
        if (draft.keyText(map, entry) == key)
            return unexpected(draft.refusal(map.key(entry).begin, "The key \"" + key + "\" is there already"));
    }
    Place inFlow;
    inFlow.flow = true;
    const bool asFlow = map.flow || map.items.empty();
    const Expected<TextEdit> edit = asFlow ? addToFlow(draft, map, entryText(key, value, inFlow), position)
                                           : addToBlock(draft, map, key, value, position);
    if (!edit)
        return edit;
    const std::size_t from = position < map.entries() ? map.key(position).firstEvent : map.endEvent - 1;
    return draft.checked(*edit, Plan{from, from, 2}, path, value);
}

TextEdit entryErased(const EditDraft& draft, const Node& parent, std::size_t index)
{
    if (parent.flow) {
        std::vector<Span> spans;
        for (std::size_t i = 0; i < entryCount(parent); ++i)
            spans.push_back({parent.kind == Node::Kind::Map ? parent.key(i).begin : parent.items[i].begin,
                             entryValue(parent, i).end});
        return erasedFromFlow(spans, index, 1);
    }
    const std::size_t begin = entryBegin(parent, index);
    if (!isAlone(draft.yaml(), begin) && index + 1 < entryCount(parent))
        return erased(begin, entryBegin(parent, index + 1)); // the first entry of "- a: 1": the next takes its place
    return erased(lineBegin(draft.yaml(), begin), nextLine(draft.yaml(), entryValue(parent, index).end));
}

// Behind the comments that belong to the entry above: an entry's chunk begins there and ends with its last
// line.
std::size_t chunkBegin(const EditDraft& draft, const Node& parent, std::size_t index)
{
    if (index > 0)
        return nextLine(draft.yaml(), entryValue(parent, index - 1).end);
    std::size_t begin = lineBegin(draft.yaml(), entryBegin(parent, 0));
    while (begin > 0) {
        const std::size_t above = lineBegin(draft.yaml(), begin - 1);
        const std::size_t text = draft.yaml().find_first_not_of(" \t", above);
        if (draft.yaml()[text] != '#')
            break;
        begin = above;
    }
    return begin;
}

std::vector<Span> chunks(const EditDraft& draft, const Node& parent)
{
    std::vector<Span> out;
    for (std::size_t i = 0; i < entryCount(parent); ++i) {
        if (parent.flow) {
            const Node& first = parent.kind == Node::Kind::Map ? parent.key(i) : parent.items[i];
            out.push_back({first.begin, entryValue(parent, i).end});
        } else {
            out.push_back({chunkBegin(draft, parent, i), nextLine(draft.yaml(), entryValue(parent, i).end)});
        }
    }
    return out;
}

TextEdit reordered(const EditDraft& draft, const std::vector<Span>& spans, const std::vector<std::size_t>& order)
{
    std::string text;
    for (std::size_t i = 0; i < order.size(); ++i) {
        const Span& span = spans[order[i]];
        text += draft.yaml().substr(span.begin, span.end - span.begin);
        if (i + 1 < order.size()) // commas between flow items stay where they are
            text += draft.yaml().substr(spans[i].end, spans[i + 1].begin - spans[i].end);
    }
    return {spans.front().begin, spans.back().end - spans.front().begin, text};
}

Events permuted(const Events& events, const Node& parent, const std::vector<std::size_t>& order)
{
    const auto at = [&](std::size_t i) { return events.begin() + static_cast<std::ptrdiff_t>(i); };
    Events out(at(0), at(parent.firstEvent + 1));
    for (const std::size_t index : order)
        out.insert(out.end(), at(entryFirstEvent(parent, index)), at(entryValue(parent, index).endEvent));
    out.insert(out.end(), at(parent.endEvent - 1), events.end());
    return out;
}

struct Target {
    EditDraft draft;
    Located at;
};

Expected<Target> target(std::string_view text, const KeyPath& path)
{
    Expected<EditDraft> draft = EditDraft::open(text);
    if (!draft)
        return unexpected(draft.error());
    Target out{std::move(*draft), {}};
    const Expected<Located> at = out.draft.locate(path);
    if (!at)
        return unexpected(at.error());
    if (!at->parent)
        return unexpected(out.draft.refusal(0, "The path names no key"));
    return out;
}
} // namespace

Expected<TextEdit> addKey(std::string_view text, const KeyPath& parent, std::string_view key, const Value& value,
                          std::size_t position)
{
    KeyPath path = parent;
    path.emplace_back(std::string(key));
    if (parent.empty() && !findFrontMatter(text).present)
        return addFrontMatter(text, key, value);
    const Expected<EditDraft> draft = EditDraft::open(text);
    if (!draft)
        return unexpected(draft.error());
    if (draft->isEmpty() && parent.empty())
        return addToEmpty(*draft, key, value);
    const Expected<Located> at = draft->locate(parent);
    if (!at)
        return unexpected(at.error());
    if (at->node->aliased)
        return unexpected(draft->refusal(at->node->begin, "Other places use this value (&name); edit it in the text"));
    if (at->node->kind == Node::Kind::Map)
        return addToMap(*draft, *at, path, value, position);
    const bool isNull = at->node->kind == Node::Kind::Scalar && draft->value(parent) && draft->value(parent)->isNil();
    if (isNull && parent.empty())
        return addToEmpty(*draft, key, value);
    if (!isNull)
        return unexpected(draft->refusal(at->node->begin, "A key can only be added to a mapping"));
    Hash hash;
    hash.set(std::string(key), value);
    return setValue(text, parent, hash);
}

Expected<TextEdit> renameKey(std::string_view text, const KeyPath& path, std::string_view newKey)
{
    const Expected<Target> found = target(text, path);
    if (!found)
        return unexpected(found.error());
    const EditDraft& draft = found->draft;
    const Located at = *draft.locate(path);
    if (at.parent->kind != Node::Kind::Map)
        return unexpected(draft.refusal(at.node->begin, "An item of a list has no name"));
    for (std::size_t entry = 0; entry < at.parent->entries(); ++entry) {
        if (draft.keyText(*at.parent, entry) == newKey)
            return entry == at.index
                       ? Expected<TextEdit>(TextEdit{})
                       : unexpected(draft.refusal(at.parent->key(entry).begin,
                                                  "The key \"" + std::string(newKey) + "\" is there already"));
    }
    const Node& key = at.parent->key(at.index);
    Place place;
    place.flow = at.parent->flow;
    place.key = true;
    const char first = key.content < draft.yaml().size() ? draft.yaml()[key.content] : ' ';
    const Quoting quoting = first == '"' ? Quoting::Double : first == '\'' ? Quoting::Single : Quoting::Plain;
    const std::optional<std::string> spelled = quoted(newKey, quoting, place);
    const TextEdit edit{key.content, key.end - key.content, spelled ? *spelled : writeString(newKey, place)};
    KeyPath newPath = path;
    newPath.back() = std::string(newKey);
    const Expected<Value> value = draft.value(path);
    return value ? draft.checked(edit, Plan{key.firstEvent, key.endEvent, 1}, newPath, *value)
                 : unexpected(value.error());
}

Expected<TextEdit> remove(std::string_view text, const KeyPath& path)
{
    const Expected<Target> found = target(text, path);
    if (!found)
        return unexpected(found.error());
    const EditDraft& draft = found->draft;
    const Located at = *draft.locate(path);
    const Node& parent = *at.parent;
    const bool isLast = entryCount(parent) == 1;
    if (isLast && path.size() == 1 && !parent.flow) // the front matter becomes empty: nothing, which is nil
        return draft.checked(entryErased(draft, parent, at.index), Plan{0, draft.events().size(), 1}, {}, Value());
    if (isLast && !parent.flow) {
        const KeyPath above(path.begin(), path.end() - 1);
        return setValue(text, above, parent.kind == Node::Kind::Map ? Value(Hash{}) : Value(Array{}));
    }
    const Plan plan{entryFirstEvent(parent, at.index), entryValue(parent, at.index).endEvent, 0};
    return draft.checked(entryErased(draft, parent, at.index), plan);
}

Expected<TextEdit> move(std::string_view text, const KeyPath& path, std::size_t position)
{
    const Expected<Target> found = target(text, path);
    if (!found)
        return unexpected(found.error());
    const EditDraft& draft = found->draft;
    const Located at = *draft.locate(path);
    const Node& parent = *at.parent;
    const std::size_t count = entryCount(parent);
    if (!parent.flow && !isAlone(draft.yaml(), entryBegin(parent, 0)))
        return unexpected(draft.refusal(parent.content, "These entries can only be moved in the text"));
    std::vector<std::size_t> order;
    for (std::size_t i = 0; i < count; ++i)
        if (i != at.index)
            order.push_back(i);
    order.insert(order.begin() + static_cast<std::ptrdiff_t>(std::min(position, count - 1)), at.index);
    if (order[at.index] == at.index && std::is_sorted(order.begin(), order.end()))
        return TextEdit{};
    return draft.checked(reordered(draft, chunks(draft, parent), order), permuted(draft.events(), parent, order));
}

} // namespace galley::frontmatter
