// SPDX-License-Identifier: MIT
// A literal, a variable with lookups, or a range: what stands between operators and filters.
#pragma once

#include "base/value.h"

#include <memory>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace galley::liquid
{

class Context;
struct Lookup;
struct RangeExpression;

class Expression
{
public:
    Expression() = default; ///< nil
    explicit Expression(Value value) : m_data(std::move(value)) {}
    /// Liquid's Expression.parse: takes anything; what it does not know is looked up as a variable.
    static Expression parse(std::string_view markup);
    /// The same in conditions, where `blank` and `empty` are questions instead of the empty string.
    static Expression parseOperand(std::string_view markup);
    /// The same in Jekyll's where_exp, where `blank` and `empty` are objects that equal nothing.
    static Expression parseJekyllOperand(std::string_view markup);

    Value evaluate(Context& context) const;

    bool isEmptyTest() const;
    bool isBlankTest() const; ///< equal to nothing: plain Ruby has no blank?
    /// The value of a literal; null for what must be evaluated.
    const Value* literal() const { return std::get_if<Value>(&m_data); }
    /// The expression as a key (Liquid names unnamed cycles by what their parts look like).
    std::string toText() const;

private:
    enum class Test { Empty, Blank };
    static Expression lookup(std::string_view markup);
    static bool range(std::string_view markup, Expression& out);
    std::variant<Value, std::shared_ptr<const Lookup>, std::shared_ptr<const RangeExpression>, Test> m_data;
};

/// `name.key[expression].size`.
struct Lookup {
    struct Step {
        std::string key;                         ///< of `.key`
        bool isCommand = false;                  ///< size, first or last, where no such key is found
        std::unique_ptr<const Expression> index; ///< of `[index]`
    };
    std::string name;
    std::unique_ptr<const Expression> nameExpression; ///< of `[expression].key`
    std::vector<Step> steps;

    Value evaluate(Context& context) const;
};

struct RangeExpression {
    Expression first;
    Expression last;

    Value evaluate(Context& context) const;
};

/// Whether this is the value of the word `empty` or `blank`, not just an empty text: Jekyll's where tells them apart.
bool isEmptyLiteral(const Value& value);

/// `object[key]` as templates do it: hash keys, array indices, members of drops. Nothing when there is none.
bool lookUp(Context& context, const Value& object, const Value& key, Value& out);
/// `.size`, `.first`, `.last`; false when the object has no such method.
bool applyCommand(const Value& object, std::string_view command, Value& out);

} // namespace galley::liquid
