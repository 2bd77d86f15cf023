// SPDX-License-Identifier: MIT
#include "liquid/context.h"
#include "liquid/jekyll/jekyll.h"
#include "liquid/parser.h"
#include "liquid/scanner.h"

namespace galley::liquid
{

namespace
{
void appendRelative(Context& context, const std::string& url, std::string& out)
{
    const Expected<std::string> relative = relativeUrl(context.environment(), url);
    if (!relative)
        return context.fail("internal: " + relative.error().message);
    out += *relative;
}

/// `{% link path %}`: the path is itself a template.
class Link final : public Node
{
public:
    Link(int line, std::string_view path) : Node(line), m_text(stripped(path)) {}
    Body& body() { return m_path; }
    std::string_view text() const { return m_text; }

    void render(Context& context, std::string& out) const override
    {
        std::string path;
        m_path.render(context, path);
        const auto url = context.environment().urlOfPath(path);
        if (!url)
            return context.fail(url.error());
        appendRelative(context, *url, out);
    }

private:
    std::string m_text; ///< what the body's texts view
    Body m_path;
};

NodePtr parseLink(Parser& parser, const TagMarkup& markup)
{
    auto node = std::make_unique<Link>(markup.line, markup.text);
    Parser inner(node->text(), parser.registry(), {}, markup.line);
    inner.parseDocument(node->body());
    if (inner.failed())
        parser.failPlainly(inner.error());
    return node;
}

class PostUrl final : public Node
{
public:
    PostUrl(int line, std::string_view name) : Node(line), m_name(stripped(name)) {}

    void render(Context& context, std::string& out) const override
    {
        const auto url = context.environment().urlOfPost(m_name);
        if (!url)
            return context.fail(url.error());
        appendRelative(context, *url, out);
    }

private:
    std::string m_name;
};

/// /^(.+\/)*(\d+-\d+-\d+)-(.*)$/ of the name's last part.
bool isPostName(std::string_view name)
{
    name = name.substr(name.rfind('/') + 1);
    for (int part = 0; part < 3; ++part) {
        std::size_t end = 0;
        while (end < name.size() && isDigitByte(name[end]))
            ++end;
        if (end == 0 || end >= name.size() || name[end] != '-')
            return false;
        name.remove_prefix(end + 1);
    }
    return true;
}

NodePtr parsePostUrl(Parser& parser, const TagMarkup& markup)
{
    const std::string_view name = stripped(markup.text);
    if (!isPostName(name)) {
        parser.failPlainly("Could not parse name of post \"" + std::string(name) +
                           "\" in tag 'post_url'.\n Make sure the post exists and the name is correct.\n");
        return nullptr;
    }
    return std::make_unique<PostUrl>(markup.line, name);
}
} // namespace

void addLinkTags(Registry& registry)
{
    registry.addTag("link", parseLink);
    registry.addTag("post_url", parsePostUrl);
}

} // namespace galley::liquid
