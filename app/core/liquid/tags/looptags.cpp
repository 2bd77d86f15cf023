// SPDX-License-Identifier: MIT
#include "liquid/context.h"
#include "liquid/markupparser.h"
#include "liquid/parser.h"
#include "liquid/rubynumber.h"
#include "liquid/scanner.h"
#include "liquid/segment.h"
#include "liquid/tags/tags.h"

#include <algorithm>

namespace galley::liquid
{

namespace
{
/// What stands in `{% for variable in collection … %}`.
struct ForMarkup {
    std::string variable;
    std::string collectionText;
    Expression collection;
    std::optional<Expression> limit;
    std::optional<Expression> offset;
    bool continues = false; ///< offset: continue
    bool reversed = false;

    void set(std::string_view attribute, std::string_view value)
    {
        if (attribute == "limit") {
            limit = Expression::parse(value);
        } else if (attribute == "offset") {
            continues = value == "continue";
            offset = Expression::parse(value);
        }
    }
};

std::optional<ForMarkup> parseForStrictly(std::string_view text, std::string& error)
{
    MarkupParser parser(text);
    ForMarkup out;
    out.variable = parser.consume(TokenKind::Identifier);
    if (!parser.acceptIdentifier("in"))
        parser.fail("For loops require an 'in' clause");
    out.collectionText = parser.expression();
    out.collection = Expression::parse(out.collectionText);
    out.reversed = parser.acceptIdentifier("reversed");
    while (parser.look(TokenKind::Identifier) && parser.look(TokenKind::Colon, 1)) {
        const std::string_view attribute = parser.consume(TokenKind::Identifier);
        if (attribute != "limit" && attribute != "offset")
            parser.fail("Invalid attribute in for loop. Valid attributes are limit and offset");
        parser.consume(TokenKind::Colon);
        out.set(attribute, parser.expression());
    }
    parser.consume(TokenKind::End);
    if (!parser.failed())
        return out;
    error = parser.error();
    return std::nullopt;
}

/// /\A(VariableSegment+)\s+in\s+(QuotedFragment+)\s*(reversed)?/, and attributes anywhere.
std::optional<ForMarkup> parseForLoosely(std::string_view text)
{
    std::size_t nameEnd = 0;
    while (nameEnd < text.size() && (isWordByte(text[nameEnd]) || text[nameEnd] == '-'))
        ++nameEnd;
    const std::size_t in = skipBlanks(text, nameEnd);
    const std::size_t collection = in + 2 < text.size() ? skipBlanks(text, in + 2) : text.size();
    if (nameEnd == 0 || in == nameEnd || text.substr(in, 2) != "in" || collection == in + 2)
        return std::nullopt;
    const std::size_t length = quotedFragments(text, collection);
    if (length == 0)
        return std::nullopt;
    ForMarkup out;
    out.variable = text.substr(0, nameEnd);
    out.collectionText = text.substr(collection, length);
    out.collection = Expression::parse(out.collectionText);
    out.reversed = text.substr(skipBlanks(text, collection + length), 8) == "reversed";
    eachAttribute(text, [&out](std::string_view name, std::string_view value) { out.set(name, value); });
    return out;
}

class For final : public Node
{
public:
    For(int line, ForMarkup markup)
        : Node(line), m_markup(std::move(markup)), m_name(m_markup.variable + "-" + m_markup.collectionText)
    {
    }

    Body& body() { return m_body; }
    Body& elseBody() { return m_else; }
    void finish()
    {
        m_blank = m_body.isBlank() && m_else.isBlank();
        if (m_blank) {
            m_body.removeTexts();
            m_else.removeTexts();
        }
    }
    bool isBlank() const override { return m_blank; }

    void render(Context& context, std::string& out) const override
    {
        const Segment segment = makeSegment(context);
        if (context.failed())
            return;
        if (segment.size() == 0)
            m_else.render(context, out);
        else
            renderSegment(context, out, segment);
    }

private:
    Segment makeSegment(Context& context) const
    {
        auto& offsets = context.registers().forOffsets;
        auto offset =
            std::find_if(offsets.begin(), offsets.end(), [this](const auto& each) { return each.first == m_name; });
        std::int64_t from = m_markup.continues && offset != offsets.end() ? offset->second : 0;
        if (m_markup.offset && !m_markup.continues)
            from = bound(context, *m_markup.offset).value_or(0);
        Value collection = m_markup.collection.evaluate(context);
        std::optional<std::int64_t> to;
        if (m_markup.limit && !context.failed())
            to = bound(context, *m_markup.limit);
        if (to)
            *to = static_cast<std::int64_t>(static_cast<std::uint64_t>(*to) + static_cast<std::uint64_t>(from));
        Segment segment(std::move(collection), from, to);
        if (offset == offsets.end())
            offsets.emplace_back(m_name, from + segment.size());
        else
            offset->second = from + segment.size();
        return segment;
    }

    static std::optional<std::int64_t> bound(Context& context, const Expression& expression)
    {
        const Value value = expression.evaluate(context);
        if (value.isNil())
            return std::nullopt;
        const auto number = toIntegerStrictly(value);
        if (!number)
            context.fail("invalid integer");
        return number;
    }

    void renderSegment(Context& context, std::string& out, const Segment& segment) const
    {
        const Context::Scope scope(context);
        if (context.failed())
            return;
        // Taken by index: an include may reallocate the stack meanwhile.
        const auto parent = context.registers().forStack.empty()
                                ? Value()
                                : Value(std::shared_ptr<const Drop>(context.registers().forStack.back()));
        const auto loop = std::make_shared<ForLoop>(m_name, segment.size(), parent);
        context.registers().forStack.push_back(loop);
        context.setLocal("forloop", std::shared_ptr<const Drop>(loop));
        for (std::int64_t i = 0; i < segment.size() && context.step(out); ++i) {
            context.setLocal(m_markup.variable, segment.at(m_markup.reversed ? segment.size() - 1 - i : i));
            m_body.render(context, out);
            loop->advance();
            if (context.takeInterrupt() == Interrupt::Break)
                break;
        }
        if (context.halted())
            context.placeHalt(line());
        context.registers().forStack.pop_back();
    }

    ForMarkup m_markup;
    std::string m_name;
    Body m_body;
    Body m_else;
    bool m_blank = false;
};

NodePtr parseFor(Parser& parser, const TagMarkup& markup)
{
    std::string error;
    auto parsed = parseForStrictly(markup.text, error);
    if (!parsed) {
        parser.warnOfLaxMarkup(markup.line, error, stripped(markup.text));
        parsed = parseForLoosely(markup.text);
    }
    if (!parsed) {
        parser.fail("Syntax Error in 'for loop' - Valid syntax: for [item] in [collection]");
        return nullptr;
    }
    auto node = std::make_unique<For>(markup.line, *std::move(parsed));
    auto stop = parser.parseSection(node->body(), markup.name);
    if (stop && stop->name == "else")
        stop = parser.parseSection(node->elseBody(), markup.name);
    // At a second else Liquid takes the loop for finished, with an empty else; the end tag is then one too many.
    if (stop && stop->name == "else")
        node->elseBody() = Body();
    else if (stop)
        parser.failUnknownTag(stop->name, markup.name);
    node->finish();
    return node;
}

class Interruption final : public Node
{
public:
    Interruption(int line, Interrupt interrupt) : Node(line), m_interrupt(interrupt) {}
    void render(Context& context, std::string&) const override { context.setInterrupt(m_interrupt); }

private:
    Interrupt m_interrupt;
};

NodePtr parseBreak(Parser&, const TagMarkup& markup)
{
    return std::make_unique<Interruption>(markup.line, Interrupt::Break);
}

NodePtr parseContinue(Parser&, const TagMarkup& markup)
{
    return std::make_unique<Interruption>(markup.line, Interrupt::Continue);
}
} // namespace

void addLoopTags(Registry& registry)
{
    registry.addTag("for", parseFor);
    registry.addTag("break", parseBreak);
    registry.addTag("continue", parseContinue);
    addTableTag(registry);
}

} // namespace galley::liquid
