// SPDX-License-Identifier: MIT
#include "markdown/kramdownwriter.h"

#include "base/limits.h"
#include "markdown/htmloutput.h"
#include "markdown/kramdownpasses.h"
#include "markdown/lexis.h"

#include <algorithm>

namespace galley::markdown
{

KramdownWriter::KramdownWriter(KramdownState& state, std::vector<Heading>& headings)
    : m_state(state), m_headings(headings),
      m_most(limits::markdownOutputFloor + limits::markdownOutputFactor * state.tree.source().size())
{
    for (std::size_t i = 0; i < m_quotes.size(); ++i)
        m_quotes[i] = quoteHtml(i);
    for (std::size_t i = 0; i < m_symbols.size(); ++i)
        m_symbols[i] = symbolHtml(i);
    m_out.reserve(state.tree.source().size() + state.tree.source().size() / 4);
}

void KramdownWriter::inner(const Node& node, int indent)
{
    for (const Node* child = node.first; child; child = child->next)
        write(*child, indent + 2);
}

void KramdownWriter::attributes(const Attributes* list)
{
    attributesWithout(list, {});
}

void KramdownWriter::attributesWithout(const Attributes* list, std::string_view name)
{
    if (list == nullptr)
        return;
    for (const Attribute& attribute : *list) {
        if (attribute.name == name || (attribute.name == "id" && trim(attribute.value).empty()))
            continue;
        m_out.append(" ").append(attribute.name).append("=\"");
        escapeAttribute(m_out, attribute.value);
        m_out += '"';
    }
}

void KramdownWriter::openTag(std::string_view name, const Attributes* list)
{
    m_out.append("<").append(name);
    attributes(list);
    m_out += '>';
}

void KramdownWriter::closeTag(std::string_view name)
{
    m_out.append("</").append(name).append(">");
}

void KramdownWriter::blockElement(std::string_view name, const Node& node, int indent)
{
    indentation(indent);
    openTag(name, node.attributes);
    inner(node, indent);
    closeTag(name);
    m_out += '\n';
}

void KramdownWriter::container(std::string_view name, const Node& node, int indent)
{
    indentation(indent);
    openTag(name, node.attributes);
    m_out += '\n';
    inner(node, indent);
    indentation(indent);
    closeTag(name);
    m_out += '\n';
}

void KramdownWriter::spanElement(std::string_view name, const Node& node)
{
    openTag(name, node.attributes);
    inner(node, 0);
    closeTag(name);
}

void KramdownWriter::paragraph(const Node& node, int indent)
{
    const Node* only = node.first && node.first == node.last ? node.first : nullptr;
    if (node.transparent) {
        inner(node, indent);
    } else if (only && only->kind == Kind::Image && only->list && only->list->refersTo("standalone")) {
        standaloneImage(node, indent);
    } else {
        blockElement("p", node, indent);
    }
}

/// A figure; the image's class and id are the figure's.
void KramdownWriter::standaloneImage(const Node& node, int indent)
{
    Tree& tree = m_state.tree;
    Node* figure = tree.clone(node);
    Node* image = figure->first;
    for (const std::string_view name : {"class", "id"}) {
        const std::string_view* value = image->attribute(name);
        if (value == nullptr || figure->attribute(name))
            continue;
        tree.set(*figure, name, *value);
        image->attributes->remove(name);
    }
    indentation(indent);
    openTag("figure", figure->attributes);
    m_out += '\n';
    indentation(indent + 2);
    m_out += "<img";
    attributes(image->attributes);
    m_out += " />\n";
    indentation(indent + 2);
    const std::string_view* alt = image->attribute("alt");
    m_out.append("<figcaption>").append(alt ? *alt : std::string_view()).append("</figcaption>\n");
    indentation(indent);
    m_out += "</figure>\n";
}

/// The id that is set, or kramdown's own with a number from the second on.
std::string_view KramdownWriter::headingId(const Node& node)
{
    if (const std::string_view* id = node.attribute("id"))
        return *id;
    if (!m_state.options.autoIds)
        return {};
    std::string id = basicId(node.extra);
    if (id.empty())
        id = "section";
    const int count = m_usedIds[id]++;
    if (count > 0)
        id += "-" + std::to_string(count);
    return m_state.tree.keep(m_state.options.autoIdPrefix + id);
}

void KramdownWriter::heading(const Node& node, int indent)
{
    const std::string_view id = headingId(node);
    const Options& options = m_state.options;
    const int level = std::clamp(node.level + options.headerOffset, 1, 6);
    const std::string_view* cssClass = node.attribute("class");
    const bool listed =
        std::find(options.tocLevels.begin(), options.tocLevels.end(), node.level) != options.tocLevels.end() &&
        !(cssClass && holdsWord(*cssClass, "no_toc"));
    if (listed && (options.autoIds || node.attribute("id"))) // an id may be empty: GFM's of a heading without letters
        m_toc.push_back({node.level, id, &node});
    m_headings.push_back({level, node.firstLine, plainText(node), std::string(id)});
    const std::string tag = "h" + std::to_string(level);
    indentation(indent);
    m_out.append("<").append(tag);
    attributes(node.attributes);
    if (!node.attribute("id") && !id.empty()) {
        m_out += " id=\"";
        escapeAttribute(m_out, id);
        m_out += '"';
    }
    m_out += '>';
    inner(node, indent);
    closeTag(tag);
    m_out += '\n';
}

void KramdownWriter::list(const Node& node, std::string_view name, int indent)
{
    for (auto& [place, reference] : {std::pair(&m_tocPlace, "toc"), std::pair(&m_footnotesPlace, "footnotes")}) {
        if (place->list || !node.list || !node.list->refersTo(reference))
            continue;
        place->list = &node;
        m_out += place->mark;
        return;
    }
    container(name, node, indent);
}

void KramdownWriter::item(const Node& node, std::string_view name, int indent)
{
    indentation(indent);
    openTag(name, node.attributes);
    const std::size_t begin = m_out.size();
    const bool tight = node.first == nullptr || (node.first->kind == Kind::Paragraph && node.first->transparent);
    if (!tight)
        m_out += '\n';
    inner(node, indent);
    if (!tight || (m_out.size() > begin && m_out.back() == '\n'))
        indentation(indent);
    closeTag(name);
    m_out += '\n';
}

/// {:auto_ids} or {:auto_ids-prefix} on the list gives its terms ids.
void KramdownWriter::term(const Node& node, int indent)
{
    const AttributeList* list = node.parent ? node.parent->list : nullptr;
    std::string id;
    if (list && !node.attribute("id")) {
        for (const std::string_view reference : list->references) {
            if (reference.substr(0, 8) != "auto_ids")
                continue;
            id = reference.size() > 9 && reference[8] == '-' ? std::string(reference.substr(9)) : std::string();
            id += basicId(node.extra);
            break;
        }
    }
    indentation(indent);
    m_out += "<dt";
    attributes(node.attributes);
    if (!id.empty())
        m_out.append(" id=\"").append(id).append("\"");
    m_out += '>';
    inner(node, indent);
    m_out += "</dt>\n";
}

void KramdownWriter::cell(const Node& node, int indent)
{
    constexpr std::string_view alignments[] = {"", "text-align: left", "text-align: center", "text-align: right"};
    const std::string_view name = node.fenced ? "th" : "td";
    indentation(indent);
    m_out.append("<").append(name);
    attributes(node.attributes);
    if (node.level != 0)
        m_out.append(" style=\"").append(alignments[node.level & 3]).append("\"");
    m_out += '>';
    const std::size_t begin = m_out.size();
    inner(node, indent);
    if (m_out.size() == begin)
        entity("\u00A0", {});
    closeTag(name);
    m_out += '\n';
}

void KramdownWriter::math(const Node& node, int indent)
{
    m_state.notePresence(Concern::Math);
    const bool mathJax = m_state.options.mathEngine == "mathjax";
    const bool plain = mathJax && (!node.attributes || node.attributes->empty());
    const std::string_view open = plain                   ? (node.span ? "\\(" : "\\[")
                                  : mathJax && !node.span ? "\\["
                                  : node.span             ? "$"
                                                          : "$$\n";
    const std::string_view close = plain                   ? (node.span ? "\\)" : "\\]\n")
                                   : mathJax && !node.span ? "\\]\n"
                                   : node.span             ? "$"
                                                           : "\n$$";
    const std::string_view tag = node.span ? "span" : "div";
    if (!plain) {
        if (!node.span)
            indentation(indent);
        m_out.append("<").append(tag);
        if (!mathJax) {
            const std::string_view* cssClass = node.attribute("class");
            const std::string joined = cssClass ? std::string(*cssClass) + " kdmath" : "kdmath";
            attributesWithout(node.attributes, "class");
            m_out.append(" class=\"").append(joined).append("\"");
        } else {
            attributes(node.attributes);
        }
        m_out += '>';
    }
    m_out += open;
    mathJax && (plain || !node.span) ? escapeCode(m_out, node.value) : void(m_out += node.value);
    m_out += close;
    if (!plain) {
        closeTag(tag);
        if (!node.span)
            m_out += '\n';
    }
}

void KramdownWriter::write(const Node& node, int indent)
{
    if (m_out.size() > m_most) {
        m_state.cutByOutput = true;
        return;
    }
    switch (node.kind) {
    case Kind::Blank: m_out += '\n'; return;
    case Kind::EndOfBlock: return;
    case Kind::Paragraph: return paragraph(node, indent);
    case Kind::Heading: return heading(node, indent);
    case Kind::Quote: return container("blockquote", node, indent);
    case Kind::CodeBlock: return codeBlock(node, indent);
    case Kind::Rule:
        indentation(indent);
        m_out += "<hr";
        attributes(node.attributes);
        m_out += " />\n";
        return;
    case Kind::BulletList: return list(node, "ul", indent);
    case Kind::OrderedList: return list(node, "ol", indent);
    case Kind::Item: return item(node, "li", indent);
    case Kind::DefinitionList: return container("dl", node, indent);
    case Kind::Definition: return item(node, "dd", indent);
    case Kind::Term: return term(node, indent);
    case Kind::Table: return container("table", node, indent);
    case Kind::TableHead: return container("thead", node, indent);
    case Kind::TableBody: return container("tbody", node, indent);
    case Kind::TableFoot: return container("tfoot", node, indent);
    case Kind::Row: return container("tr", node, indent);
    case Kind::Cell: return cell(node, indent);
    case Kind::HtmlElement: return node.span ? htmlSpan(node) : htmlBlock(node, indent);
    case Kind::HtmlComment: return htmlComment(node, indent);
    case Kind::Math: return math(node, indent);
    case Kind::Comment:
        if (!node.span)
            indentation(indent);
        m_out.append("<!-- ").append(node.value).append(node.span ? " -->" : " -->\n");
        return;
    case Kind::Raw:
        m_out += node.value;
        if (!node.span && !(node.parent && node.parent->kind == Kind::HtmlElement))
            m_out += '\n';
        return;
    default: return writeSpan(node);
    }
}

} // namespace galley::markdown
