// SPDX-License-Identifier: MIT
#include "markdown/attributelists.h"

#include "base/limits.h"
#include "markdown/lexis.h"

#include <string>

namespace galley::markdown
{

namespace
{
bool endsItem(std::string_view body, Pos pos)
{
    return pos >= body.size() || isSpace(body[pos]);
}

void setOrJoin(Tree& tree, Attributes& attributes, std::string_view name, std::string_view value)
{
    const std::string_view* old = name == "class" ? attributes.find(name) : nullptr;
    if (old == nullptr) {
        if (!attributes.set(name, value))
            tree.noteCutAttributes();
        return;
    }
    if (old->size() > limits::joinedClassBytes) {
        tree.noteCutAttributes();
        return;
    }
    std::string joined(*old);
    if (!joined.empty())
        joined += ' ';
    attributes.set(name, tree.keep(joined.append(value)));
}

/// A backslash before the quote or a brace goes.
std::string unescaped(std::string_view value, char quote)
{
    std::string out;
    for (Pos i = 0; i < value.size(); ++i) {
        if (value[i] == '\\' && (at(value, i + 1) == quote || at(value, i + 1) == '}'))
            ++i;
        out += value[i];
    }
    return out;
}

/// key="value" at `pos`; behind it, or none.
Pos keyValue(Tree& tree, std::string_view body, Pos pos, AttributeList& list)
{
    const Pos keyEnd = identifier(body, pos);
    const char quote = keyEnd == none ? '\0' : at(body, keyEnd + 1);
    if (keyEnd == none || at(body, keyEnd) != '=' || (quote != '"' && quote != '\''))
        return none;
    const Pos begin = keyEnd + 2;
    for (Pos end = begin; end < body.size(); ++end) {
        const bool isProtected = body[end] == '\\' && (at(body, end + 1) == quote || at(body, end + 1) == '}');
        if (isProtected)
            ++end;
        else if (body[end] == quote && endsItem(body, end + 1)) {
            const std::string value = unescaped(body.substr(begin, end - begin), quote);
            if (!list.attributes.set(tree.keep(body.substr(pos, keyEnd - pos)), tree.keep(value)))
                tree.noteCutAttributes();
            return end + 1;
        }
    }
    return none;
}

/// #id at `pos`; behind it, or none.
Pos idEnd(std::string_view body, Pos pos)
{
    const char first = at(body, pos + 1);
    if (at(body, pos) != '#' || !isWord(first) || isDigit(first) || first == '_')
        return none;
    for (pos += 2; isWord(at(body, pos)) || at(body, pos) == '-' || at(body, pos) == ':';)
        ++pos;
    return pos;
}

/// .class at `pos`; behind it, or none.
Pos classEnd(std::string_view body, Pos pos)
{
    const Pos begin = pos + 1;
    if (at(body, pos) != '.')
        return none;
    for (pos = begin; pos < body.size() && !isSpace(body[pos]) && body[pos] != '.' && body[pos] != '#';)
        ++pos;
    return pos == begin ? none : pos;
}

/// Ids and classes without space between them; behind them, or none.
Pos idsAndClasses(Tree& tree, std::string_view body, Pos pos, AttributeList& list)
{
    Pos end = pos;
    for (Pos next = pos; next != none; next = idEnd(body, end) != none ? idEnd(body, end) : classEnd(body, end))
        end = next;
    if (end == pos || !endsItem(body, end))
        return none;
    while (pos < end) {
        const bool isId = body[pos] == '#';
        const Pos next = isId ? idEnd(body, pos) : classEnd(body, pos);
        const std::string_view value = tree.keep(body.substr(pos + 1, next - pos - 1));
        setOrJoin(tree, list.attributes, isId ? "id" : "class", value);
        pos = next;
    }
    return end;
}

Pos reference(Tree& tree, std::string_view body, Pos pos, AttributeList& list)
{
    const Pos end = identifier(body, pos);
    if (end == none || !endsItem(body, end))
        return none;
    list.references.push_back(tree.keep(body.substr(pos, end - pos)));
    return end;
}

/// Definitions that name one another may double at each level: `budget` ends that.
void apply(Tree& tree, Node& node, const AttributeList& list, const AttributeDefinitions& definitions, int& budget,
           int depth)
{
    for (const std::string_view name : list.references) {
        const auto definition = definitions.find(name);
        if (definition != definitions.end() && depth < limits::markdownDepth && budget-- > 0)
            apply(tree, node, *definition->second, definitions, budget, depth + 1);
    }
    for (const Attribute& attribute : list.attributes)
        setOrJoin(tree, tree.attributes(node), attribute.name, attribute.value);
}
} // namespace

void parseAttributeList(Tree& tree, std::string_view body, AttributeList& list)
{
    for (Pos pos = 0; pos < body.size();) {
        if (pos > 0 && !isSpace(body[pos])) { // an item begins the list or follows white space
            ++pos;
            continue;
        }
        Pos end = none;
        for (const Pos begin : {pos, pos + 1}) { // at the list's head the white space may be absent
            if (begin == pos && (pos != 0 || isSpace(body[0])))
                continue;
            end = keyValue(tree, body, begin, list);
            if (end == none)
                end = reference(tree, body, begin, list);
            if (end == none)
                end = idsAndClasses(tree, body, begin, list);
            if (end != none || pos == 0)
                break;
        }
        pos = end == none ? pos + 1 : end;
    }
}

void mergeAttributeList(Tree& tree, AttributeList& list, const AttributeList& more)
{
    list.references.insert(list.references.end(), more.references.begin(), more.references.end());
    for (const Attribute& attribute : more.attributes)
        setOrJoin(tree, list.attributes, attribute.name, attribute.value);
}

void applyAttributeList(Tree& tree, Node& node, const AttributeList& list, const AttributeDefinitions& definitions)
{
    int budget = limits::attributeReferences;
    apply(tree, node, list, definitions, budget, 0);
}

} // namespace galley::markdown
