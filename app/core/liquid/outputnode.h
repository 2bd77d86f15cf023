// SPDX-License-Identifier: MIT
// `{{ expression | filters }}`.
#pragma once

#include "liquid/filteredexpression.h"
#include "liquid/node.h"

namespace galley::liquid
{

class OutputNode final : public Node
{
public:
    OutputNode(int line, FilteredExpression expression) : Node(line), m_expression(std::move(expression)) {}
    void render(Context& context, std::string& out) const override;

private:
    FilteredExpression m_expression;
};

} // namespace galley::liquid
