// SPDX-License-Identifier: MIT
#include "liquid/context.h"
#include "liquid/parser.h"
#include "liquid/rubytext.h"
#include "liquid/scanner.h"
#include "liquid/tags/tags.h"

#include <algorithm>

namespace galley::liquid
{

namespace
{
class Assign final : public Node
{
public:
    Assign(int line, std::string_view name, FilteredExpression value)
        : Node(line), m_name(name), m_value(std::move(value))
    {
    }
    bool isBlank() const override { return true; }
    void render(Context& context, std::string&) const override
    {
        Value value = m_value.evaluate(context);
        if (!context.failed())
            context.assign(m_name, std::move(value));
    }

private:
    std::string m_name;
    FilteredExpression m_value;
};

/// Where /VariableSignature+\s*=/ first matches: the name, and what stands behind the '='.
bool splitAssignment(std::string_view text, std::string_view& name, std::string_view& value)
{
    for (std::size_t pos = 0; pos < text.size(); ++pos) {
        const std::size_t length = variableSignature(text, pos);
        const std::size_t equals = length > 0 ? skipBlanks(text, pos + length) : text.size();
        if (equals >= text.size() || text[equals] != '=')
            continue;
        name = text.substr(pos, length);
        value = text.substr(skipBlanks(text, equals + 1));
        return true;
    }
    return false;
}

NodePtr parseAssign(Parser& parser, const TagMarkup& markup)
{
    std::string_view name, value;
    if (!splitAssignment(markup.text, name, value)) {
        parser.fail("Syntax Error in 'assign' - Valid syntax: assign [var] = [source]");
        return nullptr;
    }
    return std::make_unique<Assign>(markup.line, name, parser.parseFiltered(value));
}

class Capture final : public Node
{
public:
    Capture(int line, std::string_view name) : Node(line), m_name(name) {}
    Body& body() { return m_body; }
    bool isBlank() const override { return true; }
    void render(Context& context, std::string& out) const override
    {
        const Context::Held outer(context, out.size());
        std::string captured;
        m_body.render(context, captured);
        context.assign(m_name, Value(std::move(captured)));
    }

private:
    std::string m_name;
    Body m_body;
};

NodePtr parseCapture(Parser& parser, const TagMarkup& markup)
{
    std::size_t start = 0;
    while (start < markup.text.size() && variableSignature(markup.text, start) == 0)
        ++start;
    if (start == markup.text.size()) {
        parser.fail("Syntax Error in 'capture' - Valid syntax: capture [var]");
        return nullptr;
    }
    auto node =
        std::make_unique<Capture>(markup.line, markup.text.substr(start, variableSignature(markup.text, start)));
    parser.parseBlock(node->body(), markup.name);
    return node;
}

/// increment prints the number and then adds, decrement subtracts first.
class Counter final : public Node
{
public:
    Counter(int line, std::string_view name, int step) : Node(line), m_name(name), m_step(step) {}
    void render(Context& context, std::string& out) const override
    {
        const std::int64_t before = context.addToCounter(m_name, m_step);
        out += std::to_string(m_step > 0 ? before : before + m_step);
    }

private:
    std::string m_name;
    int m_step;
};

NodePtr parseIncrement(Parser&, const TagMarkup& markup)
{
    return std::make_unique<Counter>(markup.line, stripped(markup.text), 1);
}

NodePtr parseDecrement(Parser&, const TagMarkup& markup)
{
    return std::make_unique<Counter>(markup.line, stripped(markup.text), -1);
}

class Cycle final : public Node
{
public:
    Cycle(int line, Expression group, std::vector<Expression> items)
        : Node(line), m_group(std::move(group)), m_items(std::move(items))
    {
    }

    void render(Context& context, std::string& out) const override
    {
        auto& cycles = context.registers().cycles;
        const Value group = m_group.evaluate(context);
        auto found =
            std::find_if(cycles.begin(), cycles.end(), [&group](const auto& each) { return each.first == group; });
        if (found == cycles.end())
            found = cycles.emplace(cycles.end(), group, 0);
        const std::size_t index = found->second;
        if (m_items.empty() || index >= m_items.size()) { // a longer cycle of the same name came further
            found->second = 0;
            return;
        }
        found->second = index + 1 < m_items.size() ? index + 1 : 0;
        const Value value = m_items[index].evaluate(context);
        if (!context.failed())
            appendOutput(out, value, &context);
    }

private:
    Expression m_group;
    std::vector<Expression> m_items;
};

std::vector<Expression> cycleItems(std::string_view text)
{
    std::vector<Expression> items;
    for (std::size_t pos = 0; pos <= text.size();) {
        const std::size_t comma = std::min(text.find(',', pos), text.size());
        const std::string_view part = text.substr(pos, comma - pos);
        if (const std::size_t start = findQuotedFragment(part, 0); start != std::string_view::npos)
            items.push_back(Expression::parse(part.substr(start, quotedFragment(part, start))));
        pos = comma + 1;
    }
    return items;
}

/// The end of the name in "name: items", 0 when there is none. A fragment gives back what follows its last colon.
std::size_t cycleNameEnd(std::string_view text)
{
    const auto isName = [text](std::size_t end) {
        const std::size_t colon = skipBlanks(text, end);
        return colon < text.size() && text[colon] == ':';
    };
    std::vector<std::size_t> ends;
    const std::size_t length = quotedFragment(text, 0);
    for (std::size_t pos = 0; pos < length; ends.push_back(pos)) {
        const bool quote = text[pos] == '"' || text[pos] == '\'';
        pos = quote ? text.find(text[pos], pos + 1) + 1 : pos + 1;
    }
    const auto found = std::find_if(ends.rbegin(), ends.rend(), isName);
    return found == ends.rend() ? 0 : *found;
}

NodePtr parseCycle(Parser& parser, const TagMarkup& markup)
{
    const std::string_view text = markup.text;
    if (quotedFragment(text, 0) == 0) {
        parser.fail("Syntax Error in 'cycle' - Valid syntax: cycle [name :] var [, var2, var3 ...]");
        return nullptr;
    }
    if (const std::size_t nameEnd = cycleNameEnd(text)) {
        const std::size_t colon = skipBlanks(text, nameEnd);
        return std::make_unique<Cycle>(markup.line, Expression::parse(text.substr(0, nameEnd)),
                                       cycleItems(text.substr(colon + 1)));
    }
    std::vector<Expression> items = cycleItems(text);
    std::string name;
    for (const Expression& item : items)
        name += item.toText() + ", ";
    return std::make_unique<Cycle>(markup.line, Expression::parse("'" + name + "'"), std::move(items));
}
} // namespace

void addVariableTags(Registry& registry)
{
    registry.addTag("assign", parseAssign);
    registry.addTag("capture", parseCapture);
    registry.addTag("increment", parseIncrement);
    registry.addTag("decrement", parseDecrement);
    registry.addTag("cycle", parseCycle);
}

} // namespace galley::liquid
