// SPDX-License-Identifier: MIT
#include "liquid/condition.h"

#include "liquid/biginteger.h"
#include "liquid/context.h"
#include "liquid/filtercost.h"
#include "liquid/markupparser.h"
#include "liquid/rubynumber.h"
#include "liquid/rubytext.h"

#include <algorithm>

namespace galley::liquid
{

namespace
{
bool isEmpty(const Value& value)
{
    return (value.isString() && value.string().empty()) || (value.isArray() && value.array().empty()) ||
           (value.isHash() && value.hash().empty());
}

bool contains(const Value& left, const Value& right)
{
    if (!left.isTruthy() || !right.isTruthy())
        return false;
    if (left.isString()) {
        std::string buffer;
        return left.string().find(textOf(right, buffer)) != std::string::npos;
    }
    if (left.isArray())
        return std::find(left.array().begin(), left.array().end(), right) != left.array().end();
    if (left.isHash())
        return left.hash().find(right) != nullptr;
    if (left.isRange() && right.isNumber())
        return right.number() >= static_cast<double>(left.range().first) &&
               right.number() <= static_cast<double>(left.range().last);
    return false;
}

/// Whether Ruby's class has < and >.
bool hasOrder(const Value& value)
{
    return isAnyNumber(value) || value.isString() || value.isDateTime();
}
} // namespace

void Condition::setOperator(Comparison& comparison, std::string_view text)
{
    struct Named {
        std::string_view text;
        Operator operation;
    };
    constexpr Named operators[] = {{"==", Operator::Equal},          {"!=", Operator::NotEqual},
                                   {"<>", Operator::NotEqual},       {"<", Operator::Less},
                                   {"<=", Operator::LessOrEqual},    {">", Operator::Greater},
                                   {">=", Operator::GreaterOrEqual}, {"contains", Operator::Contains}};
    const auto* found = std::find_if(std::begin(operators), std::end(operators),
                                     [text](const Named& each) { return each.text == text; });
    comparison.operation = found == std::end(operators) ? Operator::Unknown : found->operation;
    comparison.operationText = text;
}

std::optional<Condition> Condition::parse(std::string_view markup, ParseOperand operand, std::string& error)
{
    MarkupParser parser(markup);
    Condition out;
    while (true) {
        Comparison comparison;
        comparison.left = operand(parser.expression());
        if (const auto operation = parser.accept(TokenKind::Comparison)) {
            setOperator(comparison, *operation);
            comparison.right = operand(parser.expression());
        }
        if (parser.acceptIdentifier("and"))
            comparison.next = Relation::And;
        else if (parser.acceptIdentifier("or"))
            comparison.next = Relation::Or;
        const bool isLast = comparison.next == Relation::None;
        out.m_comparisons.push_back(std::move(comparison));
        if (isLast)
            break;
    }
    parser.consume(TokenKind::End);
    if (!parser.failed())
        return out;
    error = parser.error();
    return std::nullopt;
}

std::optional<Condition> Condition::parseStrictly(std::string_view markup, std::string& error)
{
    return parse(markup, &Expression::parseOperand, error);
}

std::optional<Condition> Condition::parseExpression(std::string_view markup, std::string& error)
{
    return parse(markup, &Expression::parseJekyllOperand, error);
}

Condition Condition::equality(const Expression& left, const Expression& right)
{
    Comparison comparison;
    comparison.left = left;
    comparison.operation = Operator::Equal;
    comparison.right = right;
    Condition out;
    out.m_comparisons.push_back(std::move(comparison));
    return out;
}

bool Condition::evaluate(Context& context) const
{
    // "a and b or c" is "a and (b or c)": the first comparison that settles its own relation ends the question.
    for (const Comparison& comparison : m_comparisons) {
        const bool result = holds(comparison, context);
        const bool settled = comparison.next == Relation::And ? !result : result;
        if (context.failed() || settled || comparison.next == Relation::None)
            return result && !context.failed();
    }
    return false;
}

/// Both are compared to the end at worst, and one is looked for in all of the other, which takes longer.
static std::uint64_t costOf(const Value& left, const Value& right, bool isSearch)
{
    if (left.isString())
        return left.string().size() / (isSearch ? 1 : limits::liquidBytesPerUnit);
    return left.isArray() || (left.isHash() && right.isHash()) ? weightOf(left, true) : 0;
}

bool Condition::holds(const Comparison& comparison, Context& context)
{
    const auto isTest = [](const Expression& expression) {
        return expression.isEmptyTest() || expression.isBlankTest();
    };
    if (comparison.operation == Operator::None)
        return isTest(comparison.left) || comparison.left.evaluate(context).isTruthy();
    const Value left = comparison.left.evaluate(context);
    const Value right = comparison.right.evaluate(context);
    const bool equal = comparison.operation == Operator::Equal;
    if (!context.charge(costOf(left, right, comparison.operation == Operator::Contains)))
        return false;
    switch (comparison.operation) {
    case Operator::Equal:
    case Operator::NotEqual:
        if (isTest(comparison.left)) // nothing has a method blank? in plain Ruby: never equal
            return (comparison.left.isEmptyTest() && !isTest(comparison.right) && isEmpty(right)) == equal;
        if (isTest(comparison.right))
            return (comparison.right.isEmptyTest() && isEmpty(left)) == equal;
        return (left == right || (bigInteger(left) && compare(left, right) == 0)) == equal;
    case Operator::Contains:
        return !isTest(comparison.left) && (!isTest(comparison.right) ? contains(left, right) : left.isString());
    case Operator::Unknown: context.fail("Unknown operator " + comparison.operationText); return false;
    default:
        return !isTest(comparison.left) && !isTest(comparison.right) &&
               isOrdered(left, comparison.operation, right, context);
    }
}

bool Condition::isOrdered(const Value& left, Operator operation, const Value& right, Context& context)
{
    if (!hasOrder(left) || !hasOrder(right))
        return false;
    const auto order = compare(left, right);
    if (!order) {
        // Numbers name the other side's class, Comparable shows a number.
        const std::string names = std::string(className(left)) + " with " + std::string(className(right));
        context.fail(left.isNumber() ? "comparison of " + names + " failed" : comparisonError(left, right));
        return false;
    }
    switch (operation) {
    case Operator::Less: return *order < 0;
    case Operator::LessOrEqual: return *order <= 0;
    case Operator::Greater: return *order > 0;
    default: return *order >= 0;
    }
}

} // namespace galley::liquid
