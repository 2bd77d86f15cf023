// SPDX-License-Identifier: MIT
#include "liquid/context.h"
#include "liquid/outputnode.h"
#include "liquid/parser.h"
#include "liquid/scanner.h"
#include "liquid/tags/tags.h"

namespace galley::liquid
{

namespace
{
class Nothing final : public Node
{
public:
    using Node::Node;
    bool isBlank() const override { return true; }
    void render(Context&, std::string&) const override {}
};

/// Liquid parses what is commented out: its tags must be well-formed, unknown ones are skipped.
NodePtr parseComment(Parser& parser, const TagMarkup& markup)
{
    Body ignored;
    while (parser.parseSection(ignored, markup.name)) {
    }
    return std::make_unique<Nothing>(markup.line);
}

/// Every further line must begin with '#', so that Liquid may one day mix comments and tags.
NodePtr parseInlineComment(Parser& parser, const TagMarkup& markup)
{
    for (std::size_t pos = markup.text.find('\n'); pos != std::string_view::npos;
         pos = markup.text.find('\n', pos + 1)) {
        const std::size_t first = skipBlanks(markup.text, pos + 1);
        if (first < markup.text.size() && markup.text[first] != '#') {
            parser.fail("Syntax error in tag '#' - Each line of comments must be prefixed by the '#' character");
            break;
        }
    }
    return std::make_unique<Nothing>(markup.line);
}

class Raw final : public Node
{
public:
    using Node::Node;
    void append(std::string_view text) { m_text += text; }
    bool isBlank() const override { return m_text.empty(); }
    void render(Context&, std::string& out) const override { out += m_text; }

private:
    std::string m_text;
};

/// Where the `{% endraw %}` that ends this token begins; npos when it ends in none. It may follow other text.
std::size_t endTag(std::string_view token)
{
    if (token.size() < 4 || token.substr(token.size() - 2) != "%}")
        return std::string_view::npos;
    for (std::size_t open = token.rfind("{%"); open != std::string_view::npos; open = token.rfind("{%", open - 1)) {
        const std::size_t name = skipBlanks(token, open + 2);
        const std::size_t end = skipWord(token, name);
        if (end > name)
            return token.substr(name, end - name) == "endraw" ? open : std::string_view::npos;
        if (open == 0)
            break;
    }
    return std::string_view::npos;
}

NodePtr parseRaw(Parser& parser, const TagMarkup& markup)
{
    auto node = std::make_unique<Raw>(markup.line);
    if (!isBlankText(markup.text)) {
        parser.fail("Syntax Error in 'raw' - Valid syntax: raw");
        return nullptr;
    }
    while (const auto token = parser.nextToken()) {
        const std::size_t end = endTag(*token);
        node->append(token->substr(0, end));
        if (end != std::string_view::npos)
            return node;
    }
    parser.fail("'raw' tag was never closed");
    return nullptr;
}

NodePtr parseEcho(Parser& parser, const TagMarkup& markup)
{
    return std::make_unique<OutputNode>(markup.line, parser.parseFiltered(markup.text));
}
} // namespace

void addTextTags(Registry& registry)
{
    registry.addTag("comment", parseComment);
    registry.addTag("#", parseInlineComment);
    registry.addTag("raw", parseRaw);
    registry.addTag("echo", parseEcho);
}

} // namespace galley::liquid
