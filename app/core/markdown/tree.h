// SPDX-License-Identifier: MIT
// Tree: a post as blocks and spans, with the source lines of its blocks. Every dialect pass works on it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory_resource>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace galley::markdown
{

// clang-format off
enum class Kind : std::uint8_t {
    Root, Blank, EndOfBlock, Paragraph, Heading, Quote, CodeBlock, Rule, BulletList, OrderedList, Item,
    DefinitionList, Term, Definition, Table, TableHead, TableBody, TableFoot, Row, Cell,
    HtmlElement, HtmlComment, Comment, Raw, Math, RawText,
    Text, LineBreak, Link, Image, Emphasis, Strong, CodeSpan, Entity, SmartQuote, Symbol, FootnoteMarker, Abbreviation
};
// clang-format on

/// How the content of an HTML element is read.
enum class Content : std::uint8_t { None, Raw, Span, Block };

/// Why a block ended (Kind::EndOfBlock): attribute lists after some definitions belong to the definition.
enum class Ending : std::uint8_t {
    Marker,
    Extension,
    AttributeDefinition,
    AttributeList,
    LinkDef,
    AbbrevDef,
    FootnoteDef
};

struct Attribute {
    std::string_view name;
    std::string_view value;
};

/// Attributes in the order in which they were set.
class Attributes
{
public:
    explicit Attributes(std::pmr::memory_resource* memory) : m_list(memory) {}
    Attributes(const Attributes& other) : m_list(other.m_list, other.m_list.get_allocator()) {}

    bool empty() const { return m_list.empty(); }
    auto begin() const { return m_list.begin(); }
    auto end() const { return m_list.end(); }
    const std::string_view* find(std::string_view name) const;
    /// Replaces in place, or appends; false when there are too many.
    bool set(std::string_view name, std::string_view value);
    void remove(std::string_view name);

private:
    std::pmr::vector<Attribute> m_list;
};

/// An inline attribute list: names of attribute definitions, and attributes of its own.
struct AttributeList {
    explicit AttributeList(std::pmr::memory_resource* memory) : references(memory), attributes(memory) {}

    std::pmr::vector<std::string_view> references;
    Attributes attributes;

    bool refersTo(std::string_view name) const;
};

struct Node {
    Kind kind = Kind::Root;
    std::uint8_t level = 0; ///< heading level; Ending of an EndOfBlock; alignment of a cell; index of quote or symbol
    Content content = Content::None;
    bool span = false;             ///< stands among spans, for kinds that stand in either place
    bool closed = false;           ///< an HTML element written as <x/>
    bool transparent = false;      ///< a paragraph without tags: a tight list item's text
    bool firstAsParagraph = false; ///< a definition after a blank line
    bool fenced = false;
    int firstLine = 0;      ///< 0-based line of the text given
    int lastLine = 0;       ///< 0-based, inclusive
    std::string_view value; ///< text, code, tag name, raw HTML
    std::string_view extra; ///< info of a fence, an entity as written, a footnote's name, raw text of a heading
    Attributes* attributes = nullptr;
    AttributeList* list = nullptr; ///< the inline attribute list that was attached
    Node* parent = nullptr;
    Node* first = nullptr;
    Node* last = nullptr;
    Node* previous = nullptr;
    Node* next = nullptr;

    const std::string_view* attribute(std::string_view name) const
    {
        return attributes ? attributes->find(name) : nullptr;
    }
    bool isText() const { return kind == Kind::Text; }
};

/// Owns nodes and texts; nothing is freed before the whole tree.
class Tree
{
public:
    explicit Tree(std::string source);
    Tree(const Tree&) = delete;
    Tree& operator=(const Tree&) = delete;

    /// The text all views of the parser point into.
    const std::string& source() const { return m_source; }
    Node& root() { return *m_root; }
    const Node& root() const { return *m_root; }

    Node* make(Kind kind, int line = 0);
    Node* append(Node& parent, Kind kind, int line = 0);
    static void append(Node& parent, Node* child);
    static void insertAfter(Node& sibling, Node* node);
    static void remove(Node* node);
    /// Gives a node that stands nowhere, and all below it, back for new use.
    void release(Node* node);
    /// Moves all children of `from` behind those of `to`.
    static void adopt(Node& to, Node& from);
    /// A deep copy of a node without its siblings.
    Node* clone(const Node& node);

    /// A copy that lives as long as the tree.
    std::string_view keep(std::string_view text);
    Attributes& attributes(Node& node);
    AttributeList& list(Node& node);
    AttributeList* makeList();
    void set(Node& node, std::string_view name, std::string_view value)
    {
        m_cutAttributes |= !attributes(node).set(name, value);
    }
    /// A limit left attributes out; the page says so.
    void noteCutAttributes() { m_cutAttributes = true; }
    bool cutAttributes() const { return m_cutAttributes; }

private:
    std::string m_source;
    std::pmr::monotonic_buffer_resource m_memory;
    bool m_cutAttributes = false;
    Node* m_free = nullptr; ///< released nodes, linked by next
    Node* m_root;
};

} // namespace galley::markdown
