// SPDX-License-Identifier: MIT
#include "markdown/markdownparser.h"

#include "base/limits.h"
#include "markdown/blocklines.h"
#include "markdown/paragraphlimits.h"

#include <md4c.h>

#include <algorithm>

namespace galley::markdown
{

namespace
{
constexpr int abortParsing = -2; ///< a negative return of a callback ends md_parse

/// Builds the tree while md4c calls; what its functions return is 0 or, to end the parsing, negative.
class Builder
{
public:
    explicit Builder(Tree& tree)
        : m_tree(tree), m_index(tree.source()), m_current(&tree.root()),
          m_budget(limits::markdownOutputFloor + limits::markdownOutputFactor * tree.source().size())
    {
    }

    int enterBlock(MD_BLOCKTYPE type, void* detail);
    int leaveBlock(MD_BLOCKTYPE type);
    int enterSpan(MD_SPANTYPE type, void* detail);
    int leaveSpan(MD_SPANTYPE type);
    int text(MD_TEXTTYPE type, std::string_view text);

    const LineIndex& lines() const { return m_index; }
    bool cutByDepth() const { return m_cutByDepth; }

private:
    int open(Kind kind);
    int close();
    int spend(std::size_t bytes);
    void noteLine(std::string_view text);
    std::string_view attribute(const MD_ATTRIBUTE& attribute);
    void describeBlock(MD_BLOCKTYPE type, void* detail);
    void describeTask(const MD_BLOCK_LI_DETAIL& item);
    void describeCode(const MD_BLOCK_CODE_DETAIL& code);

    Tree& m_tree;
    LineIndex m_index;
    Node* m_current;
    std::size_t m_budget; ///< bytes that may still come
    int m_depth = 0;
    int m_ignored = 0; ///< levels open beyond the depth limit
    bool m_cutByDepth = false;
    std::string m_verbatim; ///< code or HTML that comes in pieces
};

Kind kindOf(MD_BLOCKTYPE type)
{
    switch (type) {
    case MD_BLOCK_QUOTE: return Kind::Quote;
    case MD_BLOCK_UL: return Kind::BulletList;
    case MD_BLOCK_OL: return Kind::OrderedList;
    case MD_BLOCK_LI: return Kind::Item;
    case MD_BLOCK_HR: return Kind::Rule;
    case MD_BLOCK_H: return Kind::Heading;
    case MD_BLOCK_CODE: return Kind::CodeBlock;
    case MD_BLOCK_HTML: return Kind::Raw;
    case MD_BLOCK_TABLE: return Kind::Table;
    case MD_BLOCK_THEAD: return Kind::TableHead;
    case MD_BLOCK_TBODY: return Kind::TableBody;
    case MD_BLOCK_TR: return Kind::Row;
    case MD_BLOCK_TH:
    case MD_BLOCK_TD: return Kind::Cell;
    default: return Kind::Paragraph;
    }
}

Kind kindOf(MD_SPANTYPE type)
{
    switch (type) {
    case MD_SPAN_EM: return Kind::Emphasis;
    case MD_SPAN_STRONG: return Kind::Strong;
    case MD_SPAN_A: return Kind::Link;
    case MD_SPAN_IMG: return Kind::Image;
    case MD_SPAN_CODE: return Kind::CodeSpan;
    default: return Kind::HtmlElement;
    }
}

int Builder::spend(std::size_t bytes)
{
    // An event without text costs memory too: count a node.
    const std::size_t cost = bytes + 8;
    if (cost > m_budget)
        return abortParsing;
    m_budget -= cost;
    return 0;
}

int Builder::open(Kind kind)
{
    if (m_depth >= limits::markdownDepth) {
        ++m_ignored;
        m_cutByDepth = true;
        return spend(0);
    }
    ++m_depth;
    m_current = m_tree.append(*m_current, kind, -1);
    return spend(0);
}

int Builder::close()
{
    if (m_ignored > 0) {
        --m_ignored;
        return 0;
    }
    if (m_current->parent == nullptr)
        return 0;
    --m_depth;
    Node& parent = *m_current->parent;
    if (m_current->firstLine >= 0 && (parent.firstLine < 0 || m_current->firstLine < parent.firstLine))
        parent.firstLine = m_current->firstLine;
    parent.lastLine = std::max(parent.lastLine, m_current->lastLine);
    m_current = &parent;
    return 0;
}

/// Texts of md4c's own (line ends, entities it made) lie outside the source and tell no line.
void Builder::noteLine(std::string_view text)
{
    const std::string& source = m_tree.source();
    if (text.data() < source.data() || text.data() >= source.data() + source.size())
        return;
    const auto offset = static_cast<std::size_t>(text.data() - source.data());
    const int first = m_index.lineOf(offset);
    if (m_current->firstLine < 0)
        m_current->firstLine = first;
    const std::size_t lastByte = offset + std::max<std::size_t>(text.size(), 1) - 1;
    m_current->lastLine = std::max(m_current->lastLine, m_index.lineOf(lastByte));
}

std::string_view Builder::attribute(const MD_ATTRIBUTE& attribute)
{
    if (spend(attribute.size) != 0)
        return {};
    return m_tree.keep({attribute.text, attribute.size});
}

void Builder::describeTask(const MD_BLOCK_LI_DETAIL& item)
{
    if (item.is_task == 0)
        return;
    Node* box = m_tree.append(*m_current, Kind::HtmlElement, -1);
    box->value = "input";
    box->span = true;
    m_tree.set(*box, "type", "checkbox");
    m_tree.set(*box, "disabled", "");
    if (item.task_mark != ' ')
        m_tree.set(*box, "checked", "");
    m_tree.append(*m_current, Kind::Text, -1)->value = " ";
    noteLine(std::string_view(m_tree.source()).substr(item.task_mark_offset, 1));
}

void Builder::describeCode(const MD_BLOCK_CODE_DETAIL& code)
{
    m_current->fenced = code.fence_char != 0;
    if (code.lang.text != nullptr)
        m_current->extra = attribute(code.lang);
    m_verbatim.clear();
}

void Builder::describeBlock(MD_BLOCKTYPE type, void* detail)
{
    switch (type) {
    case MD_BLOCK_H:
        m_current->level = static_cast<std::uint8_t>(static_cast<MD_BLOCK_H_DETAIL*>(detail)->level);
        break;
    case MD_BLOCK_OL:
        if (const unsigned start = static_cast<MD_BLOCK_OL_DETAIL*>(detail)->start; start != 1)
            m_tree.set(*m_current, "start", m_tree.keep(std::to_string(start)));
        break;
    case MD_BLOCK_LI: describeTask(*static_cast<MD_BLOCK_LI_DETAIL*>(detail)); break;
    case MD_BLOCK_CODE: describeCode(*static_cast<MD_BLOCK_CODE_DETAIL*>(detail)); break;
    case MD_BLOCK_HTML: m_verbatim.clear(); break;
    case MD_BLOCK_TH:
    case MD_BLOCK_TD:
        m_current->level = static_cast<std::uint8_t>(static_cast<MD_BLOCK_TD_DETAIL*>(detail)->align);
        m_current->fenced = type == MD_BLOCK_TH;
        break;
    default: break;
    }
}

int Builder::enterBlock(MD_BLOCKTYPE type, void* detail)
{
    if (type == MD_BLOCK_DOC)
        return 0;
    const int result = open(kindOf(type));
    if (m_ignored == 0)
        describeBlock(type, detail);
    return result;
}

int Builder::leaveBlock(MD_BLOCKTYPE type)
{
    if (type == MD_BLOCK_DOC)
        return 0;
    while (m_ignored == 0 && m_current->span) // md4c never left it
        close();
    if (m_ignored == 0 && (type == MD_BLOCK_CODE || type == MD_BLOCK_HTML))
        m_current->value = m_tree.keep(m_verbatim);
    return close();
}

int Builder::enterSpan(MD_SPANTYPE type, void* detail)
{
    const int result = open(kindOf(type));
    if (m_ignored > 0)
        return result;
    m_current->span = true;
    if (type == MD_SPAN_DEL)
        m_current->value = "del";
    if (type == MD_SPAN_CODE)
        m_verbatim.clear();
    if (type == MD_SPAN_A || type == MD_SPAN_IMG) {
        const auto* link = static_cast<MD_SPAN_A_DETAIL*>(detail); // MD_SPAN_IMG_DETAIL has the same two members
        m_tree.set(*m_current, type == MD_SPAN_A ? "href" : "src", attribute(link->href));
        if (link->title.text != nullptr)
            m_tree.set(*m_current, "title", attribute(link->title));
    }
    return result;
}

/// md4c 0.4.8 leaves spans that it never entered, where a bare address stands in an image's: then nothing is open to
/// close.
int Builder::leaveSpan(MD_SPANTYPE type)
{
    if (m_ignored > 0)
        return close();
    const Node* open = m_current;
    while (open->span && open->kind != kindOf(type))
        open = open->parent;
    if (!open->span)
        return 0;
    while (m_current != open)
        close();
    if (m_current->kind == Kind::CodeSpan)
        m_current->value = m_tree.keep(m_verbatim);
    return close();
}

int Builder::text(MD_TEXTTYPE type, std::string_view text)
{
    noteLine(text);
    const Kind kind = m_current->kind;
    if (kind == Kind::CodeBlock || kind == Kind::Raw || kind == Kind::CodeSpan) {
        m_verbatim += type == MD_TEXT_NULLCHAR ? std::string_view("\xEF\xBF\xBD") : text;
        return spend(text.size());
    }
    const Kind own = type == MD_TEXT_BR       ? Kind::LineBreak
                     : type == MD_TEXT_ENTITY ? Kind::Entity
                     : type == MD_TEXT_HTML   ? Kind::Raw
                                              : Kind::Text;
    Node* node = m_tree.append(*m_current, own, m_current->lastLine);
    node->span = true;
    node->value = type == MD_TEXT_SOFTBR ? "\n" : type == MD_TEXT_NULLCHAR ? "\xEF\xBF\xBD" : text;
    return spend(text.size());
}

unsigned flagsFor(const CommonMarkOptions& options, bool autolinks)
{
    return (options.tables ? MD_FLAG_TABLES : 0) | (options.strikethrough ? MD_FLAG_STRIKETHROUGH : 0) |
           (options.taskLists ? MD_FLAG_TASKLISTS : 0) | (autolinks ? MD_FLAG_PERMISSIVEAUTOLINKS : 0);
}

MD_PARSER parserFor(unsigned flags)
{
    MD_PARSER parser{};
    parser.flags = flags;
    parser.enter_block = [](MD_BLOCKTYPE type, void* detail, void* self) {
        return static_cast<Builder*>(self)->enterBlock(type, detail);
    };
    parser.leave_block = [](MD_BLOCKTYPE type, void*, void* self) {
        return static_cast<Builder*>(self)->leaveBlock(type);
    };
    parser.enter_span = [](MD_SPANTYPE type, void* detail, void* self) {
        return static_cast<Builder*>(self)->enterSpan(type, detail);
    };
    parser.leave_span = [](MD_SPANTYPE type, void*, void* self) {
        return static_cast<Builder*>(self)->leaveSpan(type);
    };
    parser.text = [](MD_TEXTTYPE type, const MD_CHAR* text, MD_SIZE size, void* self) {
        return static_cast<Builder*>(self)->text(type, {text, size});
    };
    return parser;
}
} // namespace

void parseCommonMark(Tree& tree, const CommonMarkOptions& options, Diagnostics& diagnostics)
{
    // tree.source() is a std::string, so a NUL follows its last byte: md4c 0.4.8 reads one byte too far
    // when a text ends in a digit.
    const std::string& source = tree.source();
    const bool autolinks = options.autolinks && admitsAutolinks(source);
    if (options.autolinks && !autolinks)
        diagnostics.push_back(
            {{},
             0,
             0,
             Severity::Warning,
             "A paragraph is too long to look for bare addresses; no address of the text becomes a link"});
    Builder builder(tree);
    const MD_PARSER parser = parserFor(flagsFor(options, autolinks));
    const int result = md_parse(source.data(), static_cast<MD_SIZE>(source.size()), &parser, &builder);
    if (result != 0)
        diagnostics.push_back(
            {{}, 0, 0, Severity::Error, "The page would be far larger than its text, so it ends early"});
    if (builder.cutByDepth())
        diagnostics.push_back(
            {{}, 0, 0, Severity::Warning, "Markup is nested too deeply; the innermost levels are left out"});
    completeLines(tree, builder.lines());
}

} // namespace galley::markdown
