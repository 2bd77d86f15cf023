// SPDX-License-Identifier: MIT
// What if, unless, when and where_exp ask: comparisons joined by and/or, from right to left.
#pragma once

#include "liquid/expression.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace galley::liquid
{

class MarkupParser;

class Condition
{
public:
    /// `if`'s markup by the strict parser; nothing and `error` when it refuses.
    static std::optional<Condition> parseStrictly(std::string_view markup, std::string& error);
    /// The same for Jekyll's where_exp and find_exp.
    static std::optional<Condition> parseExpression(std::string_view markup, std::string& error);
    /// Liquid's lax form; nothing when even that finds no expression.
    static std::optional<Condition> parseLoosely(std::string_view markup);
    /// left == right, for `when`.
    static Condition equality(const Expression& left, const Expression& right);

    /// Comparing what can not be compared fails the context.
    bool evaluate(Context& context) const;

private:
    enum class Operator { None, Equal, NotEqual, Less, LessOrEqual, Greater, GreaterOrEqual, Contains, Unknown };
    enum class Relation { None, And, Or };
    struct Comparison {
        Expression left;
        Operator operation = Operator::None;
        std::string operationText; ///< of an unknown one, for its message
        Expression right;
        Relation next = Relation::None;
    };
    using ParseOperand = Expression (*)(std::string_view);

    static std::optional<Condition> parse(std::string_view markup, ParseOperand operand, std::string& error);
    static std::optional<Comparison> parseLooseComparison(std::string_view markup);
    static void setOperator(Comparison& comparison, std::string_view text);
    static bool holds(const Comparison& comparison, Context& context);
    static bool isOrdered(const Value& left, Operator operation, const Value& right, Context& context);

    std::vector<Comparison> m_comparisons;
};

} // namespace galley::liquid
