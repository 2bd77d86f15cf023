// SPDX-License-Identifier: MIT
#include "liquid/expression.h"

#include "liquid/context.h"
#include "liquid/rubynumber.h"
#include "liquid/rubytext.h"
#include "liquid/scanner.h"

#include <algorithm>

namespace galley::liquid
{

namespace
{
bool isQuoted(std::string_view text)
{
    return !text.empty() && (text.front() == '"' || text.front() == '\'') && text.back() == text.front();
}

/// /\A-?\d+\z/
bool isIntegerText(std::string_view text)
{
    if (!text.empty() && text.front() == '-')
        text.remove_prefix(1);
    return !text.empty() && std::all_of(text.begin(), text.end(), isDigitByte);
}

/// /\A-?\d[\d.]+\z/
bool isFloatText(std::string_view text)
{
    if (!text.empty() && text.front() == '-')
        text.remove_prefix(1);
    return text.size() > 1 && isDigitByte(text.front()) &&
           std::all_of(text.begin(), text.end(), [](char c) { return isDigitByte(c) || c == '.'; });
}

const Value* keyword(std::string_view text)
{
    struct Keyword {
        std::string_view name;
        Value value;
    };
    static const Keyword keywords[] = {{"", {}},         {"nil", {}},   {"null", {}}, {"true", true},
                                       {"false", false}, {"blank", ""}, {"empty", ""}};
    for (const Keyword& each : keywords) {
        if (each.name == text)
            return &each.value;
    }
    return nullptr;
}

} // namespace

bool isEmptyLiteral(const Value& value)
{
    return value.isString() &&
           (&value.string() == &keyword("empty")->string() || &value.string() == &keyword("blank")->string());
}

namespace
{
/// The next piece of a variable's name, /\[[^\]]+\]|[\w-]+\??/, moving `pos` behind it; empty at the end.
std::string_view nextPiece(std::string_view markup, std::size_t& pos)
{
    for (; pos < markup.size(); ++pos) {
        const std::size_t start = pos;
        if (markup[pos] == '[') {
            const std::size_t close = markup.find(']', pos + 1);
            if (close == std::string_view::npos || close == pos + 1)
                continue;
            pos = close + 1;
            return markup.substr(start, pos - start);
        }
        while (pos < markup.size() && (isWordByte(markup[pos]) || markup[pos] == '-'))
            ++pos;
        if (pos == start)
            continue;
        if (pos < markup.size() && markup[pos] == '?')
            ++pos;
        return markup.substr(start, pos - start);
    }
    return {};
}

std::unique_ptr<const Expression> indexOf(std::string_view piece)
{
    if (piece.empty() || piece.front() != '[')
        return nullptr;
    return std::make_unique<const Expression>(Expression::parse(piece.substr(1, piece.size() - 2)));
}

/// Where the first number of "a..b" ends: the last ".." of its run of non-blanks, as the greedy pattern finds it.
bool splitRange(std::string_view inner, std::string_view& first, std::string_view& last)
{
    const std::size_t start = skipBlanks(inner, 0);
    std::size_t run = start;
    while (run < inner.size() && !isBlankByte(inner[run]))
        ++run;
    const std::size_t gap = skipBlanks(inner, run);
    std::size_t dots = run > start && inner.substr(gap, 2) == ".." ? gap : std::string_view::npos;
    if (dots == std::string_view::npos) {
        dots = inner.substr(0, run).rfind("..");
        if (dots == std::string_view::npos || dots <= start)
            return false;
        run = dots;
    }
    first = inner.substr(start, run - start);
    last = strippedRight(inner.substr(skipBlanks(inner, dots + 2)));
    return !last.empty() && std::none_of(last.begin(), last.end(), isBlankByte);
}
} // namespace

Expression Expression::parse(std::string_view markup)
{
    markup = stripped(markup);
    Expression out;
    if (isQuoted(markup)) {
        out.m_data = Value(markup.size() < 2 ? std::string_view() : markup.substr(1, markup.size() - 2));
    } else if (isIntegerText(markup)) {
        out.m_data = toIntegerLoosely(markup);
    } else if (range(markup, out)) {
        return out;
    } else if (isFloatText(markup)) {
        out.m_data = toFloatLoosely(markup);
    } else if (const Value* value = keyword(markup)) {
        out.m_data = *value;
    } else {
        return lookup(markup);
    }
    return out;
}

Expression Expression::parseOperand(std::string_view markup)
{
    if (markup != "empty" && markup != "blank")
        return parse(markup);
    Expression out;
    out.m_data = markup == "empty" ? Test::Empty : Test::Blank;
    return out;
}

Expression Expression::parseJekyllOperand(std::string_view markup)
{
    return parseOperand(markup == "empty" ? "blank" : markup);
}

Expression Expression::lookup(std::string_view markup)
{
    auto lookup = std::make_shared<Lookup>();
    std::size_t pos = 0;
    const std::string_view name = nextPiece(markup, pos);
    lookup->nameExpression = indexOf(name);
    lookup->name = name;
    for (std::string_view piece = nextPiece(markup, pos); !piece.empty(); piece = nextPiece(markup, pos)) {
        Lookup::Step step;
        step.index = indexOf(piece);
        step.key = piece;
        step.isCommand = piece == "size" || piece == "first" || piece == "last";
        lookup->steps.push_back(std::move(step));
    }
    Expression out;
    out.m_data = std::shared_ptr<const Lookup>(std::move(lookup));
    return out;
}

bool Expression::range(std::string_view markup, Expression& out)
{
    if (markup.size() < 4 || markup.front() != '(' || markup.back() != ')')
        return false;
    std::string_view first, last;
    if (!splitRange(markup.substr(1, markup.size() - 2), first, last))
        return false;
    RangeExpression parsed{parse(first), parse(last)};
    if (parsed.first.literal() && parsed.last.literal())
        out.m_data = Value(Range{toIntegerLoosely(*parsed.first.literal()), toIntegerLoosely(*parsed.last.literal())});
    else
        out.m_data = std::make_shared<const RangeExpression>(std::move(parsed));
    return true;
}

bool Expression::isEmptyTest() const
{
    const Test* test = std::get_if<Test>(&m_data);
    return test && *test == Test::Empty;
}

bool Expression::isBlankTest() const
{
    const Test* test = std::get_if<Test>(&m_data);
    return test && *test == Test::Blank;
}

Value Expression::evaluate(Context& context) const
{
    if (const Value* value = literal())
        return *value;
    if (const auto* lookup = std::get_if<std::shared_ptr<const Lookup>>(&m_data))
        return (*lookup)->evaluate(context);
    if (const auto* range = std::get_if<std::shared_ptr<const RangeExpression>>(&m_data))
        return (*range)->evaluate(context);
    return Value(""); // blank and empty print nothing
}

std::string Expression::toText() const
{
    if (const Value* value = literal())
        return inspect(*value);
    if (const auto* lookup = std::get_if<std::shared_ptr<const Lookup>>(&m_data)) {
        // Ruby prints an object's address here: no two lookups are the same cycle.
        return "lookup " + std::to_string(reinterpret_cast<std::uintptr_t>(lookup->get()));
    }
    return "range " + std::to_string(reinterpret_cast<std::uintptr_t>(this));
}

Value RangeExpression::evaluate(Context& context) const
{
    const auto bound = [&context](const Expression& expression) -> std::int64_t {
        const Value value = expression.evaluate(context);
        if (value.isInteger() || value.isNil() || value.isString())
            return toIntegerLoosely(value);
        const auto integer = toIntegerStrictly(value);
        if (!integer)
            context.fail("invalid integer");
        return integer.value_or(0);
    };
    const std::int64_t from = bound(first);
    if (context.failed())
        return {};
    return Range{from, bound(last)};
}

} // namespace galley::liquid
