// SPDX-License-Identifier: MIT
// What a parsed template is made of: nodes that render themselves, in bodies.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace galley::liquid
{

class Context;

/// One tag or output of a template. Immutable after parsing and shared by threads.
class Node
{
public:
    explicit Node(int line) : m_line(line) {}
    virtual ~Node() = default;
    Node(const Node&) = delete;
    Node& operator=(const Node&) = delete;

    /// Appends to `out`. Errors go to Context::fail; the body prints them in place.
    virtual void render(Context& context, std::string& out) const = 0;

    /// A tag that prints nothing by nature (assign, comment): blocks of only blanks print no white space.
    virtual bool isBlank() const { return false; }

    int line() const { return m_line; } ///< 1-based, in the template's source

private:
    int m_line;
};

using NodePtr = std::unique_ptr<Node>;

/// Texts and nodes in order. Texts are views into the source, which the Template owns.
class Body
{
public:
    void addText(std::string_view text, int line);
    void addNode(NodePtr node);

    /// Whether all so far is blank: Liquid then prints no white space of a control block.
    bool isBlank() const { return m_blank; }
    void removeTexts();
    /// `{{-` and `{%-`: strips the white space at the end of the last item when that is a text.
    void trimEnd();

    void render(Context& context, std::string& out) const;

private:
    struct Item {
        std::string_view text;
        int line = 0;
        NodePtr node; ///< null for a text
    };
    std::vector<Item> m_items;
    bool m_blank = true;
};

} // namespace galley::liquid
