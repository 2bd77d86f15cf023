// SPDX-License-Identifier: MIT
#include "post/yamlcheck.h"

#include "post/yamlchars.h"
#include "post/yamlquotes.h"
#include "post/yamlspans.h"
#include "post/yamltree.h"

#include <vector>

namespace galley::yaml
{
namespace
{
struct Level {
    bool isBlockMap = false;
    bool isFlowList = false;
    bool keyIsNext = true;
};

bool isEmpty(const Event& event)
{
    return event.kind == Event::Kind::Scalar && event.plain && event.value.empty() && !event.anchor &&
           event.tag.empty();
}

// An empty value's event stands at the next token; ~ and null stand where they are written.
bool isWritten(std::string_view text, const Event& event)
{
    return scalarEnd(text, event, event.offset) > event.offset;
}

bool isScalar(const Event& event)
{
    return event.kind == Event::Kind::Scalar || event.kind == Event::Kind::Alias;
}

// `? key` needs no colon.
bool isExplicit(std::string_view text, std::size_t key)
{
    const std::size_t before = key == 0 ? text.npos : text.find_last_not_of(" \t\r\n", key - 1);
    return before != text.npos && text[before] == '?';
}

std::optional<Error> bareKey(std::string_view text, const Event& key)
{
    const std::size_t content = key.kind == Event::Kind::Alias ? key.offset : skipProperties(text, key.offset);
    const std::size_t end = scalarEnd(text, key, content);
    if (end == text.npos || end <= content)
        return std::nullopt;
    const std::size_t next = std::min(text.find_first_not_of(" \t", end), text.size());
    if ((next < text.size() && text[next] == ':') || isExplicit(text, key.offset))
        return std::nullopt;
    const std::string line(text.substr(content, std::min<std::size_t>(end - content, 40)));
    const bool noSpace = line.find(':') != line.npos;
    return Error{noSpace
                     ? "A space is missing behind the colon in \"" + line + "\" (could not find expected ':')"
                     : "\"" + line +
                           "\" stands where a key is expected; write \"key: value\", or indent it if it goes on from"
                           " the line above (could not find expected ':')",
                 {},
                 lineOf(text, content) + 1};
}

std::optional<Error> firstBareKey(std::string_view text, const Events& events)
{
    std::vector<Level> levels;
    for (std::size_t i = 0; i < events.size(); ++i) {
        const Event& event = events[i];
        if (event.kind == Event::Kind::SequenceEnd || event.kind == Event::Kind::MapEnd) {
            levels.pop_back();
            continue;
        }
        if (!levels.empty() && levels.back().isBlockMap) {
            const bool isKey = levels.back().keyIsNext;
            levels.back().keyIsNext = !isKey;
            const bool emptyValue = i + 1 < events.size() && events[i + 1].plain && events[i + 1].value.empty();
            if (isKey && emptyValue && isScalar(event)) {
                if (std::optional<Error> error = bareKey(text, event))
                    return error;
            }
        }
        if (!levels.empty() && levels.back().isFlowList && isEmpty(event) && !isWritten(text, event))
            return Error{
                "There is a comma too many in this list (did not find expected node content)", {}, event.line + 1};
        if (!isScalar(event))
            levels.push_back({event.kind == Event::Kind::MapStart && !event.flow,
                              event.kind == Event::Kind::SequenceStart && event.flow});
    }
    return std::nullopt;
}
// yaml-cpp stops without a word at what does not belong to a list that is the whole document.
std::optional<Error> behindTopList(std::string_view text, const Events& events)
{
    if (events.empty() || events.front().kind != Event::Kind::SequenceStart || events.front().flow)
        return std::nullopt;
    const Expected<Node> root = buildTree(text, events);
    const std::size_t rest = root ? skipToContent(text, root->end) : text.size();
    if (rest >= text.size() || text.substr(rest, 3) == "---" || text.substr(rest, 3) == "...")
        return std::nullopt;
    return Error{"This line does not fit the list above: every entry starts with \"- \" at the same "
                 "indentation (did not find"
                 " expected '-' indicator)",
                 {},
                 lineOf(text, rest) + 1};
}
} // namespace

std::optional<Error> rubyRefusal(std::string_view text, const Events& events)
{
    if (std::optional<Error> error = openQuote(text, events))
        return error;
    if (std::optional<Error> error = firstBareKey(text, events))
        return error;
    return behindTopList(text, events);
}

} // namespace galley::yaml
