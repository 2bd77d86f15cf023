// SPDX-License-Identifier: MIT
#include "post/listedit.h"

#include "post/yamlspans.h"

namespace galley::yaml
{
namespace
{
std::vector<Span> itemSpans(const Node& list)
{
    std::vector<Span> spans;
    for (const Node& item : list.items)
        spans.push_back({item.begin, item.end});
    return spans;
}

// New items are quoted as their neighbours are.
std::string itemText(const EditDraft& draft, const Node& list, const Value& item, const Place& place)
{
    if (!item.isString() || list.items.empty())
        return writeValue(item, place);
    const char first = draft.yaml()[std::min(list.items.front().content, draft.yaml().size() - 1)];
    const Quoting quoting = first == '"' ? Quoting::Double : first == '\'' ? Quoting::Single : Quoting::Plain;
    const std::optional<std::string> text = quoted(item.string(), quoting, place);
    return text ? *text : writeValue(item, place);
}

TextEdit spliceFlow(const EditDraft& draft, const Node& list, std::size_t first, std::size_t count, const Array& items)
{
    Place place;
    place.flow = true;
    std::string text;
    for (const Value& item : items)
        text += (text.empty() ? "" : ", ") + itemText(draft, list, item, place);
    if (items.empty())
        return count == 0 ? TextEdit{} : erasedFromFlow(itemSpans(list), first, count);
    if (count > 0) {
        const std::size_t begin = list.items[first].begin;
        return {begin, list.items[first + count - 1].end - begin, text};
    }
    if (first < list.items.size())
        return {list.items[first].begin, 0, text + ", "};
    return list.items.empty() ? TextEdit{list.content + 1, 0, text} : TextEdit{list.items.back().end, 0, ", " + text};
}

Expected<TextEdit> spliceBlock(const EditDraft& draft, const Node& list, std::size_t first, std::size_t count,
                               const Array& items)
{
    const std::string_view yaml = draft.yaml();
    const std::size_t indent = draft.column(list.marks.front());
    const bool needsOwnLine = first == 0;
    if (needsOwnLine && yaml.substr(list.marks[0] - indent, indent).find_first_not_of(' ') != std::string_view::npos)
        return unexpected(draft.refusal(list.content,
                                        "The first entry of this list stands on a line with something else; edit"
                                        " it in the text"));
    Place place;
    place.indent = indent + 2;
    place.lineBreak = draft.lineBreak();
    std::string text;
    for (const Value& item : items) {
        const std::string written = itemText(draft, list, item, place);
        text += std::string(indent, ' ') + (written.empty() ? "-" : "- ") + written + std::string(draft.lineBreak());
    }
    const std::size_t begin = first == 0 ? lineBegin(yaml, list.marks[0]) : nextLine(yaml, list.items[first - 1].end);
    const std::size_t from = count > 0 ? lineBegin(yaml, list.marks[first]) : begin;
    const std::size_t end = count > 0 ? nextLine(yaml, list.items[first + count - 1].end) : from;
    return TextEdit{from, end - from, text};
}
} // namespace

TextEdit erased(std::size_t begin, std::size_t end)
{
    return {begin, end - begin, {}};
}

TextEdit erasedFromFlow(const std::vector<Span>& spans, std::size_t first, std::size_t count)
{
    const std::size_t last = first + count - 1;
    if (last + 1 < spans.size())
        return erased(spans[first].begin, spans[last + 1].begin);
    return erased(first > 0 ? spans[first - 1].end : spans[first].begin, spans[last].end);
}

Expected<TextEdit> spliceItems(const EditDraft& draft, const Node& list, std::size_t first, std::size_t count,
                               const Array& items)
{
    return list.flow ? Expected<TextEdit>(spliceFlow(draft, list, first, count, items))
                     : spliceBlock(draft, list, first, count, items);
}

} // namespace galley::yaml
