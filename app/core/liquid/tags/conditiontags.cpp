// SPDX-License-Identifier: MIT
#include "liquid/context.h"
#include "liquid/parser.h"
#include "liquid/scanner.h"
#include "liquid/tags/tags.h"

namespace galley::liquid
{

namespace
{
/// One condition with what is rendered when it holds; `else` has none.
struct Branch {
    std::optional<Condition> condition;
    std::shared_ptr<Body> body; ///< shared by the conditions of one `when a, b`
};

bool areBlank(const std::vector<Branch>& branches)
{
    for (const Branch& branch : branches) {
        if (!branch.body->isBlank())
            return false;
    }
    return true;
}

void removeTexts(std::vector<Branch>& branches)
{
    for (Branch& branch : branches)
        branch.body->removeTexts();
}

class If final : public Node
{
public:
    If(int line, bool negated) : Node(line), m_negated(negated) {}

    Body& addBranch(std::optional<Condition> condition)
    {
        Branch branch;
        branch.condition = std::move(condition);
        branch.body = std::make_shared<Body>();
        m_branches.push_back(std::move(branch));
        return *m_branches.back().body;
    }

    void finish()
    {
        m_blank = areBlank(m_branches);
        if (m_blank)
            removeTexts(m_branches);
    }

    bool isBlank() const override { return m_blank; }

    void render(Context& context, std::string& out) const override
    {
        bool negated = m_negated; // only unless's own condition is
        for (const Branch& branch : m_branches) {
            const bool holds = !branch.condition || branch.condition->evaluate(context) != negated;
            if (context.failed())
                return;
            if (holds)
                return branch.body->render(context, out);
            negated = false;
        }
    }

private:
    std::vector<Branch> m_branches;
    bool m_negated;
    bool m_blank = false;
};

NodePtr parseIf(Parser& parser, const TagMarkup& markup)
{
    auto node = std::make_unique<If>(markup.line, markup.name == "unless");
    std::optional<Condition> condition = parser.parseCondition(markup.text);
    while (!parser.failed()) {
        const auto stop = parser.parseSection(node->addBranch(std::move(condition)), markup.name);
        if (!stop)
            break;
        if (stop->name == "elsif")
            condition = parser.parseCondition(stop->text);
        else if (stop->name == "else")
            condition = std::nullopt;
        else
            parser.failUnknownTag(stop->name, markup.name);
    }
    node->finish();
    return node;
}

class Case final : public Node
{
public:
    using Node::Node;

    void addBranch(std::optional<Condition> condition, std::shared_ptr<Body> body)
    {
        Branch branch;
        branch.condition = std::move(condition);
        branch.body = std::move(body);
        m_branches.push_back(std::move(branch));
    }

    void finish(bool headIsBlank)
    {
        m_blank = headIsBlank && areBlank(m_branches);
        if (m_blank)
            removeTexts(m_branches);
    }

    bool isBlank() const override { return m_blank; }

    /// Every `when` that fits is rendered, and `else` only when none before it did.
    void render(Context& context, std::string& out) const override
    {
        bool none = true;
        for (const Branch& branch : m_branches) {
            if (context.halted())
                return;
            const bool holds = branch.condition ? branch.condition->evaluate(context) : none;
            if (context.failed())
                return;
            none = none && !(branch.condition && holds);
            if (holds)
                branch.body->render(context, out);
        }
    }

private:
    std::vector<Branch> m_branches;
    bool m_blank = false;
};

/// The end of one `when` value; `next` is where a further one begins after "or" or a comma, npos when there is none.
std::size_t whenValue(std::string_view text, std::size_t start, std::size_t& next)
{
    const std::size_t end = start + quotedFragment(text, start);
    next = std::string_view::npos;
    const std::size_t after = skipBlanks(text, end);
    std::size_t rest = std::string_view::npos;
    if (after > end && text.substr(after, 2) == "or" && after + 2 < text.size() && isBlankByte(text[after + 2]))
        rest = skipBlanks(text, after + 2);
    else if (after < text.size() && text[after] == ',')
        rest = skipBlanks(text, after + 1);
    if (rest != std::string_view::npos && quotedFragment(text, rest) > 0)
        next = rest;
    return end;
}

bool addWhen(Parser& parser, Case& node, const Expression& left, std::string_view text,
             const std::shared_ptr<Body>& body)
{
    std::size_t pos = 0;
    while (pos != std::string_view::npos) {
        pos = findQuotedFragment(text, pos);
        if (pos == std::string_view::npos) {
            parser.fail("Syntax Error in tag 'case' - Valid when condition: {% when [condition] [or condition2...] %}");
            return false;
        }
        std::size_t next = 0;
        const std::size_t end = whenValue(text, pos, next);
        node.addBranch(Condition::equality(left, Expression::parseOperand(text.substr(pos, end - pos))), body);
        pos = next;
    }
    return true;
}

NodePtr parseCase(Parser& parser, const TagMarkup& markup)
{
    const std::size_t start = findQuotedFragment(markup.text, 0);
    if (start == std::string_view::npos) {
        parser.fail("Syntax Error in 'case' - Valid syntax: case [condition]");
        return nullptr;
    }
    const Expression left = Expression::parse(markup.text.substr(start, quotedFragment(markup.text, start)));
    auto node = std::make_unique<Case>(markup.line);
    const auto head = std::make_shared<Body>(); // what stands before the first `when` is never rendered
    std::shared_ptr<Body> body = head;
    while (const auto stop = parser.parseSection(*body, markup.name)) {
        body = std::make_shared<Body>();
        if (stop->name == "when") {
            addWhen(parser, *node, left, stop->text, body);
        } else if (stop->name == "else") {
            if (!stripped(stop->text).empty())
                parser.fail("Syntax Error in tag 'case' - Valid else condition: {% else %} (no parameters) ");
            node->addBranch(std::nullopt, body);
        } else {
            parser.failUnknownTag(stop->name, markup.name);
        }
    }
    node->finish(head->isBlank());
    return node;
}

class IfChanged final : public Node
{
public:
    using Node::Node;
    Body& body() { return m_body; }
    bool isBlank() const override { return m_body.isBlank(); }
    void render(Context& context, std::string& out) const override
    {
        std::string text;
        m_body.render(context, text);
        if (context.registers().lastChanged == text)
            return;
        out += text;
        context.registers().lastChanged = std::move(text);
    }

private:
    Body m_body;
};

NodePtr parseIfChanged(Parser& parser, const TagMarkup& markup)
{
    auto node = std::make_unique<IfChanged>(markup.line);
    parser.parseBlock(node->body(), markup.name);
    return node;
}
} // namespace

void addConditionTags(Registry& registry)
{
    registry.addTag("if", parseIf);
    registry.addTag("unless", parseIf);
    registry.addTag("case", parseCase);
    registry.addTag("ifchanged", parseIfChanged);
}

} // namespace galley::liquid
