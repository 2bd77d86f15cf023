// SPDX-License-Identifier: MIT
// Setting values. What is asked is tried in a few spellings, nearest to the present one first; the check
// decides.
#include "post/frontmatteredit.h"

#include "post/editdraft.h"
#include "post/listedit.h"
#include "post/yamlchars.h"
#include "post/yamlspans.h"

#include <algorithm>

namespace galley::frontmatter
{
namespace
{
using namespace yaml;

std::optional<Quoting> presentQuoting(std::string_view yaml, const Node& node)
{
    if (node.kind != Node::Kind::Scalar || node.end <= node.content)
        return std::nullopt;
    switch (yaml[node.content]) {
    case '"': return Quoting::Double;
    case '\'': return Quoting::Single;
    case '|': return Quoting::Literal;
    case '>': return Quoting::Folded;
    default: return Quoting::Plain;
    }
}

// A block scalar keeps its lines' indentation and the comment behind its | or >.
std::string inBlockStyle(const EditDraft& draft, const Node& node, std::string text)
{
    const std::size_t indicators = draft.yaml().find_first_not_of("|>+-0123456789", node.content);
    const std::size_t end = lineEnd(draft.yaml(), node.content);
    const std::size_t header = text.find(draft.lineBreak());
    if (indicators < end && header != text.npos)
        text.insert(header, draft.yaml().substr(indicators, end - indicators));
    return text;
}

std::vector<std::string> stringSpellings(const EditDraft& draft, const Located& at, const std::string& value)
{
    Place place = draft.placeOf(at);
    const std::optional<Quoting> present = presentQuoting(draft.yaml(), *at.node);
    const bool isBlock = present == Quoting::Literal || present == Quoting::Folded;
    if (const std::size_t indent = isBlock ? blockScalarIndent(draft.yaml(), at.node->content) : 0)
        place.indent = indent;
    std::vector<std::string> spellings;
    const auto offer = [&](Quoting quoting) {
        if (const std::optional<std::string> text = quoted(value, quoting, place))
            spellings.push_back(
                isBlock && text->find(draft.lineBreak()) != text->npos ? inBlockStyle(draft, *at.node, *text) : *text);
    };
    if (present)
        offer(*present);
    if (isBlock)
        offer(Quoting::Literal);
    spellings.push_back(writeString(value, place));
    offer(Quoting::Double);
    return spellings;
}

std::vector<std::string> spellings(const EditDraft& draft, const Located& at, const Value& value)
{
    if (value.isString())
        return stringSpellings(draft, at, value.string());
    if (value.isNil())
        return at.parent && !at.parent->flow ? std::vector<std::string>{"", "null"} : std::vector<std::string>{"null"};
    return {writeValue(value, draft.placeOf(at))};
}

// The value's bytes replaced; a block collection and an empty value give way behind the colon or dash.
TextEdit replaced(const EditDraft& draft, const Node& node, const std::string& text)
{
    const bool isEmpty = node.content == node.end;
    const std::size_t behind = std::min(draft.yaml().find_first_not_of(" \t", node.end), draft.yaml().size());
    const bool endsLine = !node.flow && (behind == draft.yaml().size() || isBreak(draft.yaml()[behind]));
    if (!isEmpty && text.empty() && endsLine && node.begin == node.content)
        return {node.slot, node.end - node.slot, text}; // "key:" without a blank at its end
    if (!isEmpty && !node.isBlockCollection())
        return {node.content, node.end - node.content, text};
    const std::string spaced = text.empty() ? text : ' ' + text;
    if (isEmpty)
        return {node.end, !text.empty() && endsLine ? behind - node.end : 0, spaced};
    const bool hasProperties = draft.yaml()[node.begin] == '&';
    // "list: # note" keeps its note.
    const std::size_t keyLine = std::min(lineEnd(draft.yaml(), node.slot), node.content);
    const std::string_view note = draft.yaml().substr(node.slot, keyLine - node.slot);
    if (!isEmpty && !hasProperties && note.find('#') != note.npos && text.find('\n') == text.npos)
        return {node.slot, node.end - node.slot, spaced + std::string(note)};
    const std::size_t begin =
        hasProperties ? std::min(draft.yaml().find_first_of(" \t\r\n", node.begin), node.end) : node.slot;
    return {begin, node.end - begin, spaced};
}

std::optional<Error> whyNot(const EditDraft& draft, const Node& node)
{
    if (node.kind == Node::Kind::Alias)
        return draft.refusal(node.begin, "This value is defined elsewhere (*name); edit it there");
    if (node.aliased)
        return draft.refusal(node.begin,
                             "Other places use this value (&name), so a change here would change those too; edit it in"
                             " the text");
    if (node.tagged)
        return draft.refusal(node.begin, "This value has a type written before it (!tag); edit it in the text");
    return std::nullopt;
}

Expected<TextEdit> setList(const EditDraft& draft, const Located& at, const KeyPath& path, const Array& before,
                           const Array& after);

Expected<TextEdit> setLocated(const EditDraft& draft, const Located& at, const KeyPath& path, const Value& value)
{
    if (const std::optional<Error> error = whyNot(draft, *at.node))
        return unexpected(*error);
    const Expected<Value> before = draft.value(path);
    if (before && isSame(*before, value))
        return TextEdit{};
    if (before && before->isArray() && value.isArray() && at.node->kind == Node::Kind::Sequence &&
        before->array().size() == at.node->items.size()) {
        if (Expected<TextEdit> edit = setList(draft, at, path, before->array(), value.array()))
            return edit;
    }
    const Plan plan{at.node->firstEvent, at.node->endEvent, 1};
    Expected<TextEdit> result = unexpected(draft.refusal(at.node->begin, "This value can only be edited in the text"));
    for (const std::string& text : spellings(draft, at, value)) {
        result = draft.checked(replaced(draft, *at.node, text), plan, path, value);
        if (result)
            break;
    }
    return result;
}

Expected<TextEdit> setList(const EditDraft& draft, const Located& at, const KeyPath& path, const Array& before,
                           const Array& after)
{
    const Node& list = *at.node;
    std::size_t head = 0;
    while (head < before.size() && head < after.size() && isSame(before[head], after[head]))
        ++head;
    std::size_t tail = 0;
    while (head + tail < before.size() && head + tail < after.size() &&
           isSame(before[before.size() - 1 - tail], after[after.size() - 1 - tail]))
        ++tail;
    const std::size_t count = before.size() - head - tail;
    const Array fresh(after.begin() + static_cast<std::ptrdiff_t>(head),
                      after.end() - static_cast<std::ptrdiff_t>(tail));
    if (count == 1 && fresh.size() == 1) {
        KeyPath itemPath = path;
        itemPath.push_back(head);
        return setLocated(draft, Located{&list.items[head], &list, head}, itemPath, fresh[0]);
    }
    if (after.empty() && !list.flow)
        return unexpected(draft.refusal(list.begin, "The list becomes empty"));
    const Expected<TextEdit> edit = spliceItems(draft, list, head, count, fresh);
    if (!edit)
        return edit;
    const std::size_t from = head < list.items.size() ? list.items[head].firstEvent : list.endEvent - 1;
    const std::size_t to = count > 0 ? list.items[head + count - 1].endEvent : from;
    return draft.checked(*edit, Plan{from, to, fresh.size()}, path, after);
}

// Lines but the first, moved by so many columns to the right (or back to the left).
std::string indented(std::string_view text, std::size_t columns, std::string_view lineBreak)
{
    std::string out;
    for (std::size_t start = 0; start <= text.size();) {
        const std::size_t end = std::min(text.find('\n', start), text.size());
        std::string_view line = text.substr(start, end - start);
        if (line.ends_with('\r'))
            line.remove_suffix(1);
        if (start > 0)
            out += std::string(lineBreak) + (line.empty() ? std::string() : std::string(columns, ' '));
        out += line;
        start = end + 1;
    }
    return out;
}

std::string unindented(std::string_view text, std::size_t columns)
{
    std::string out;
    for (std::size_t start = 0; start <= text.size();) {
        const std::size_t end = std::min(text.find('\n', start), text.size());
        std::string_view line = text.substr(start, end - start);
        if (line.ends_with('\r'))
            line.remove_suffix(1);
        const std::size_t spaces = std::min(line.find_first_not_of(' '), line.size());
        out += start > 0 ? "\n" : "";
        out += line.substr(start > 0 ? std::min(spaces, columns) : 0);
        start = end + 1;
    }
    return out;
}

bool holds(const EditDraft& draft, std::string_view key)
{
    if (draft.isEmpty() || draft.root().kind != Node::Kind::Map)
        return false;
    for (std::size_t entry = 0; entry < draft.root().entries(); ++entry) {
        if (draft.keyText(draft.root(), entry) == key)
            return true;
    }
    return false;
}

// A value that begins on its own line is indented as it stands; one behind its key by two more than the key.
std::size_t sourceIndent(const EditDraft& draft, const Located& at)
{
    if (at.node->isBlockCollection())
        return draft.column(at.node->content);
    return at.parent && !at.parent->flow ? draft.placeOf(at).indent : 0;
}
} // namespace

Expected<TextEdit> setValue(std::string_view text, const KeyPath& path, const Value& value)
{
    const Expected<EditDraft> draft = EditDraft::open(text);
    if (!draft)
        return unexpected(draft.error());
    const Expected<Located> at = draft->locate(path);
    if (!at)
        return unexpected(at.error());
    return setLocated(*draft, *at, path, value);
}

Expected<std::string> source(std::string_view text, const KeyPath& path)
{
    const Expected<EditDraft> draft = EditDraft::open(text);
    if (!draft)
        return unexpected(draft.error());
    const Expected<Located> at = draft->locate(path);
    if (!at)
        return unexpected(at.error());
    const Node& node = *at->node;
    return unindented(draft->yaml().substr(node.begin, node.end - node.begin), sourceIndent(*draft, *at));
}

Sources sources(const EditDraft& draft)
{
    Sources out;
    if (draft.isEmpty() || draft.root().kind != Node::Kind::Map)
        return out;
    const Node& root = draft.root();
    for (std::size_t entry = 0; entry < root.entries(); ++entry) {
        const Node& node = root.value(entry);
        const std::string_view bytes = draft.yaml().substr(node.begin, node.end - node.begin);
        out.emplace_back(draft.keyText(root, entry),
                         unindented(bytes, sourceIndent(draft, Located{&node, &root, entry})));
    }
    return out;
}

Sources sources(std::string_view text)
{
    const Expected<EditDraft> draft = EditDraft::open(text);
    return draft ? sources(*draft) : Sources();
}

Expected<TextEdit> setSource(std::string_view text, const KeyPath& path, std::string_view yaml)
{
    const Expected<EditDraft> draft = EditDraft::open(text);
    if (!draft)
        return unexpected(draft.error());
    const Expected<Located> at = draft->locate(path);
    if (!at)
        return unexpected(at.error());
    if (at->node->aliased)
        return unexpected(*whyNot(*draft, *at->node));
    while (!yaml.empty() && isSpace(yaml.back()))
        yaml.remove_suffix(1);
    const Node& node = *at->node;
    const std::string fresh = indented(yaml, sourceIndent(*draft, *at), draft->lineBreak());
    const Plan plan{node.firstEvent, node.endEvent, 1};
    const bool isEmpty = node.begin == node.end;
    const TextEdit edit{node.begin, node.end - node.begin, isEmpty && !fresh.empty() ? ' ' + fresh : fresh};
    Expected<TextEdit> result = draft->checked(edit, plan);
    if (result || node.isBlockCollection() || yaml.find('\n') == yaml.npos)
        return result;
    // Several lines where one stood: begin them below the key.
    const std::size_t indent = sourceIndent(*draft, *at);
    const std::string below = std::string(draft->lineBreak()) + std::string(indent, ' ') + fresh;
    const Expected<TextEdit> second = draft->checked(TextEdit{node.slot, node.end - node.slot, below}, plan);
    return second ? second : result;
}

Expected<TextEdit> insertItem(std::string_view text, const KeyPath& list, const Value& value, std::size_t position)
{
    const Expected<EditDraft> draft = EditDraft::open(text);
    const Expected<Value> before = draft ? draft->value(list) : unexpected(draft.error());
    if (!before)
        return unexpected(before.error());
    Array items = before->isArray() ? before->array() : Array{};
    items.insert(items.begin() + static_cast<std::ptrdiff_t>(std::min(position, items.size())), value);
    return setValue(text, list, items);
}

Expected<TextEdit> addSource(std::string_view text, std::string_view key, std::string_view yaml)
{
    Expected<TextEdit> added = addKey(text, {}, key, Value());
    if (!added)
        return added;
    const Expected<TextEdit> filled = setSource(applied(text, *added), {std::string(key)}, yaml);
    if (!filled)
        return filled;
    // The second edit lies inside what the first inserted.
    added->text = applied(added->text, TextEdit{filled->offset - added->offset, filled->length, filled->text});
    return added;
}

bool hasKey(std::string_view text, std::string_view key)
{
    const Expected<EditDraft> draft = EditDraft::open(text);
    return draft && holds(*draft, key);
}

Expected<TextEdit> put(std::string_view text, std::string_view key, const Value& value)
{
    const Expected<EditDraft> draft = EditDraft::open(text);
    if (!draft || !holds(*draft, key))
        return addKey(text, {}, key, value);
    const KeyPath path{std::string(key)};
    const Expected<Located> at = draft->locate(path);
    return at ? setLocated(*draft, *at, path, value) : unexpected(at.error());
}

Expected<TextEdit> putSource(std::string_view text, std::string_view key, std::string_view yaml)
{
    return hasKey(text, key) ? setSource(text, {std::string(key)}, yaml) : addSource(text, key, yaml);
}

int lineOf(std::string_view text, const KeyPath& path)
{
    const Expected<EditDraft> draft = EditDraft::open(text);
    const Expected<Located> at = draft ? draft->locate(path) : unexpected(draft.error());
    if (!at)
        return at.error().line;
    return yaml::lineOf(draft->yaml(), std::min(at->node->begin, draft->yaml().size())) + 1;
}

} // namespace galley::frontmatter
