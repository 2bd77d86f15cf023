// SPDX-License-Identifier: MIT
// `expression | filter: argument | …`: what stands in outputs, assign and echo.
#pragma once

#include "liquid/expression.h"
#include "liquid/registry.h"

#include <string>
#include <string_view>
#include <vector>

namespace galley::liquid
{

class FilteredExpression
{
public:
    /// Strict, and where that fails lax; then `warning` says what the strict parser minded. Never fails.
    static FilteredExpression parse(std::string_view markup, const Registry& registry, std::string& warning);

    Value evaluate(Context& context) const;

private:
    struct Keyword {
        std::string name;
        Expression value;
    };
    struct Application {
        const Filter* filter = nullptr; ///< null for an unknown filter, which passes its input through
        std::vector<Expression> arguments;
        std::vector<Keyword> keywords;
    };
    bool parseStrictly(std::string_view markup, const Registry& registry, std::string& error);
    void parseLoosely(std::string_view markup, const Registry& registry);
    void parseFilterLoosely(std::string_view markup, const Registry& registry);
    static void addArgument(Application& application, std::string_view markup);
    static Value apply(Context& context, const Application& application, const Value& input);

    Expression m_expression;
    std::vector<Application> m_filters;
};

} // namespace galley::liquid
