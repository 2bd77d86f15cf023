// SPDX-License-Identifier: MIT
#include "liquid/context.h"
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
struct TableMarkup {
    std::string variable;
    Expression collection;
    std::optional<Expression> columns;
    std::optional<Expression> limit;
    std::optional<Expression> offset;
};

/// Where /(\w+)\s+in\s+(QuotedFragment+)/ first matches.
bool splitTable(std::string_view text, TableMarkup& out)
{
    for (std::size_t start = 0; start < text.size(); start = std::max(skipWord(text, start), start + 1)) {
        const std::size_t nameEnd = skipWord(text, start);
        const std::size_t in = skipBlanks(text, nameEnd);
        if (nameEnd == start || in == nameEnd || text.substr(in, 2) != "in")
            continue;
        const std::size_t collection = skipBlanks(text, in + 2);
        const std::size_t length = collection > in + 2 ? quotedFragments(text, collection) : 0;
        if (length == 0)
            continue;
        out.variable = text.substr(start, nameEnd - start);
        out.collection = Expression::parse(text.substr(collection, length));
        return true;
    }
    return false;
}

/// Ruby's to_i; nothing for values without it (true, arrays).
std::optional<std::int64_t> number(Context& context, const std::optional<Expression>& expression)
{
    const Value value = expression ? expression->evaluate(context) : Value();
    const bool has =
        value.isNil() || value.isNumber() || value.isString() || (value.isDateTime() && !value.dateTime().isDate);
    if (!has)
        context.fail("internal");
    return has ? std::optional(toIntegerLoosely(value)) : std::nullopt;
}

class TableRow final : public Node
{
public:
    TableRow(int line, TableMarkup markup) : Node(line), m_markup(std::move(markup)) {}
    Body& body() { return m_body; }
    bool isBlank() const override { return m_body.isBlank(); }

    void render(Context& context, std::string& out) const override
    {
        Value collection = m_markup.collection.evaluate(context);
        if (context.failed() || !collection.isTruthy())
            return;
        const auto from = number(context, m_markup.offset);
        const auto limit = number(context, m_markup.limit);
        const auto columns = number(context, m_markup.columns);
        if (context.failed())
            return;
        const Segment segment(std::move(collection), *from,
                              m_markup.limit ? std::optional(*from + *limit) : std::nullopt);
        out += "<tr class=\"row1\">\n";
        renderRows(context, out, segment, *columns);
        out += "</tr>\n";
    }

private:
    void renderRows(Context& context, std::string& out, const Segment& segment, std::int64_t columns) const
    {
        const Context::Scope scope(context);
        if (context.failed())
            return;
        const auto loop = std::make_shared<TableRowLoop>(segment.size(), columns);
        context.setLocal("tablerowloop", std::shared_ptr<const Drop>(loop));
        for (std::int64_t i = 0; i < segment.size() && context.step(out); ++i) {
            context.setLocal(m_markup.variable, segment.at(i));
            out += "<td class=\"col" + std::to_string(loop->column()) + "\">";
            m_body.render(context, out);
            out += "</td>";
            if (loop->isLastColumn() && !loop->isLast())
                out += "</tr>\n<tr class=\"row" + std::to_string(loop->row() + 1) + "\">";
            loop->advance();
        }
        if (context.halted())
            context.placeHalt(line());
    }

    TableMarkup m_markup;
    Body m_body;
};

NodePtr parseTableRow(Parser& parser, const TagMarkup& markup)
{
    TableMarkup parsed;
    if (!splitTable(markup.text, parsed)) {
        parser.fail("Syntax Error in 'table_row loop' - Valid syntax: table_row [item] in [collection] cols=3");
        return nullptr;
    }
    eachAttribute(markup.text, [&parsed](std::string_view name, std::string_view value) {
        if (name == "cols")
            parsed.columns = Expression::parse(value);
        else if (name == "limit")
            parsed.limit = Expression::parse(value);
        else if (name == "offset")
            parsed.offset = Expression::parse(value);
    });
    auto node = std::make_unique<TableRow>(markup.line, std::move(parsed));
    parser.parseBlock(node->body(), markup.name);
    return node;
}
} // namespace

void addTableTag(Registry& registry)
{
    registry.addTag("tablerow", parseTableRow);
}

} // namespace galley::liquid
