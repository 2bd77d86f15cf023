// SPDX-License-Identifier: MIT
#include "liquid/context.h"
#include "liquid/node.h"
#include "liquid/outputnode.h"
#include "liquid/rubytext.h"
#include "liquid/scanner.h"

#include <algorithm>

namespace galley::liquid
{

void Body::addText(std::string_view text, int line)
{
    Item item;
    item.text = text;
    item.line = line;
    m_items.push_back(std::move(item));
    m_blank = m_blank && isBlankText(text);
}

void Body::addNode(NodePtr node)
{
    m_blank = m_blank && node->isBlank();
    Item item;
    item.line = node->line();
    item.node = std::move(node);
    m_items.push_back(std::move(item));
}

void Body::removeTexts()
{
    m_items.erase(std::remove_if(m_items.begin(), m_items.end(), [](const Item& item) { return !item.node; }),
                  m_items.end());
}

void Body::trimEnd()
{
    if (!m_items.empty() && !m_items.back().node)
        m_items.back().text = strippedRight(m_items.back().text);
}

void Body::render(Context& context, std::string& out) const
{
    for (const Item& item : m_items) {
        if (!context.step(out))
            return;
        context.mark(out, item.line, !item.node);
        if (!item.node) {
            out += item.text;
            continue;
        }
        item.node->render(context, out);
        if (context.halted() && context.registers().forStack.empty())
            context.placeHalt(item.line); // a running loop is the better place
        if (context.failed()) {
            const std::string message = context.takeError(item.line);
            if (!item.node->isBlank())
                out += message;
        }
        // break and continue end every body up to their loop.
        if (context.interrupt() != Interrupt::None)
            return;
    }
}

void OutputNode::render(Context& context, std::string& out) const
{
    const Value value = m_expression.evaluate(context);
    if (!context.failed())
        appendOutput(out, value, &context);
}

} // namespace galley::liquid
