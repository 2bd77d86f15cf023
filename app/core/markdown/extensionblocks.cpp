// SPDX-License-Identifier: MIT
// Extensions of kramdown: attribute lists and definitions on lines of their own, {::comment}, {::nomarkdown},
// {::options}.
#include "markdown/extensions.h"

#include "markdown/blockscanner.h"

#include <algorithm>

namespace galley::markdown
{

std::optional<ExtensionTag> extensionTag(std::string_view text, Pos pos)
{
    if (text.substr(pos, 3) == "{:/") {
        const Pos name = identifier(text, pos + 3);
        const Pos end = name == none ? pos + 3 : name;
        if (at(text, end) != '}')
            return std::nullopt;
        return ExtensionTag{text.substr(pos + 3, end - pos - 3), {}, true, true, end + 1};
    }
    if (text.substr(pos, 3) != "{::")
        return std::nullopt;
    Pos end = pos + 3;
    while (isWord(at(text, end)))
        ++end;
    ExtensionTag tag{text.substr(pos + 3, end - pos - 3), {}, false, false, none};
    if (tag.name.empty())
        return std::nullopt;
    if (isSpace(at(text, end))) {
        const auto body = bracedBody(text, end);
        if (!body)
            return std::nullopt;
        tag.body = body->body.substr(1);
        tag.end = body->end;
        tag.selfClosed = !tag.body.empty() && tag.body.back() == '/';
        tag.body.remove_suffix(tag.selfClosed);
        return tag;
    }
    tag.selfClosed = at(text, end) == '/';
    end += tag.selfClosed;
    if (at(text, end) != '}')
        return std::nullopt;
    tag.end = end + 1;
    return tag;
}

std::optional<ExtensionEnd> extensionEnd(std::string_view text, Pos pos, std::string_view name, bool ownLine)
{
    for (Pos found = text.find("{:/", pos); found != none; found = text.find("{:/", found + 3)) {
        const auto tag = extensionTag(text, found);
        if (!tag || (!tag->name.empty() && tag->name != name))
            continue;
        if (!ownLine)
            return ExtensionEnd{found, tag->end};
        Pos begin = found;
        while (begin > pos && text[begin - 1] == ' ' && found - begin < 3)
            --begin;
        const Pos end = restOfLineBlank(text, tag->end);
        if (end != none && (begin == pos || text[begin - 1] == '\n'))
            return ExtensionEnd{begin, end};
    }
    return std::nullopt;
}

namespace
{
/// The types that {::nomarkdown type="…"} names.
bool isForHtml(const AttributeList& list)
{
    const std::string_view* type = list.attributes.find("type");
    if (type == nullptr || trim(*type).empty())
        return true;
    std::string_view rest = *type;
    while (!rest.empty()) {
        const Pos end = std::min(rest.find_first_of(" \t\n"), rest.size());
        if (rest.substr(0, end) == "html")
            return true;
        rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    return false;
}
} // namespace

bool applyExtension(KramdownState& state, Node& into, std::string_view name, const AttributeList& list,
                    const std::string_view* body, bool span, int line)
{
    if (name == "comment" || name == "nomarkdown") {
        if (body == nullptr || (name == "nomarkdown" && !isForHtml(list)))
            return true;
        Node* node = state.tree.append(into, name == "comment" ? Kind::Comment : Kind::Raw, into.lastLine);
        node->value = *body;
        node->span = span;
        return true;
    }
    if (name != "options")
        return false;
    // kramdown's parser reads these once, before the text; which rules it goes by does not change inside.
    constexpr std::string_view fixed[] = {"input",     "hard_wrap", "gfm_quirks",
                                          "link_defs", "template",  "forbidden_inline_options"};
    const std::size_t followed = state.options.unfollowed.size();
    for (const Attribute& option : list.attributes) {
        if (std::find(std::begin(fixed), std::end(fixed), option.name) == std::end(fixed))
            setKramdownOption(state.options, option.name, Value(option.value));
    }
    for (std::size_t i = followed; i < state.options.unfollowed.size(); ++i)
        state.options.unfollowed[i].line = line + 1;
    return true;
}

/// {::name …} … {:/name}; false when it is none or not closed.
bool BlockScanner::extension(Pos begin)
{
    const auto tag = extensionTag(m_text, begin);
    const Pos lineRest = tag ? restOfLineBlank(m_text, tag->end) : none;
    if (lineRest == none || tag->isEnd)
        return false;
    AttributeList* list = m_state.tree.makeList();
    parseAttributeList(m_state.tree, tag->body, *list);
    Pos end = lineRest;
    std::string_view body;
    if (!tag->selfClosed) {
        const auto stop =
            m_finder.find("{:/", lineRest) == none ? std::nullopt : extensionEnd(m_text, lineRest, tag->name, true);
        if (!stop)
            return false;
        body = m_text.substr(lineRest, stop->begin - lineRest);
        if (!body.empty() && body.back() == '\n')
            body.remove_suffix(1);
        end = stop->end;
    }
    const int line = lineAt(m_pos);
    Node* const before = m_into->last;
    if (!applyExtension(m_state, *m_into, tag->name, *list, tag->selfClosed ? nullptr : &body, false, line))
        return false;
    if (m_into->last != before)
        m_into->last->firstLine = m_into->last->lastLine = line;
    if (tag->name == "options")
        addEnding(Ending::Extension);
    m_pos = end;
    return true;
}

bool BlockScanner::extensionBlock()
{
    const Pos begin = optionalSpace(m_text, m_pos);
    if (m_text.substr(begin, 2) != "{:" || m_finder.find("}", begin) == none)
        return false;
    Tree& tree = m_state.tree;
    const Pos name = identifier(m_text, begin + 2);
    if (name != none && at(m_text, name) == ':') {
        const auto body = bracedBody(m_text, name + 1);
        const Pos end = body ? restOfLineBlank(m_text, body->end) : none;
        if (end != none) {
            AttributeList*& list = m_state.attributeDefinitions[m_text.substr(begin + 2, name - begin - 2)];
            if (list == nullptr)
                list = tree.makeList();
            parseAttributeList(tree, body->body, *list);
            addEnding(Ending::AttributeDefinition);
            m_pos = end;
            return true;
        }
    }
    if (const auto tag = extensionTag(m_text, begin); tag && restOfLineBlank(m_text, tag->end) != none)
        return extension(begin);
    const auto body = attributeLine(m_text, m_pos);
    if (!body)
        return false;
    m_pos = body->end;
    Node* last = m_into->last;
    const auto isDefinition = [](const Node& node) { return node.level >= static_cast<std::uint8_t>(Ending::LinkDef); };
    const bool attach = last && last->kind != Kind::Blank && (last->kind != Kind::EndOfBlock || isDefinition(*last));
    if (!attach && m_waiting == nullptr)
        m_waiting = tree.makeList();
    parseAttributeList(tree, body->body, attach ? tree.list(*last) : *m_waiting);
    if (attach && !attributeLine(m_text, m_pos))
        addEnding(Ending::AttributeList);
    return true;
}

} // namespace galley::markdown
