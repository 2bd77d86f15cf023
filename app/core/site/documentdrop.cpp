// SPDX-License-Identifier: MIT
#include "site/documentdrop.h"

#include "site/merge.h"
#include "site/urls.h"

#include <algorithm>
#include <array>

namespace galley::site
{

namespace
{
/// In the order of `jekyll build`, which jsonify and loops over a document show; it is that of Ruby's method tables,
/// and a Ruby that has loaded other libraries before has another one.
constexpr std::array<std::string_view, 15> methods{"name",    "id",      "next",   "previous", "relative_path",
                                                   "content", "excerpt", "output", "title",    "categories",
                                                   "path",    "url",     "date",   "tags",     "collection"};
constexpr std::array<std::string_view, 16> methodsOfExcerpt{
    "name",    "date",   "excerpt", "layout",     "id",   "next", "previous", "relative_path",
    "content", "output", "title",   "categories", "path", "url",  "tags",     "collection"};

bool isMethod(std::string_view key)
{
    return std::find(methods.begin(), methods.end(), key) != methods.end();
}
} // namespace

std::string documentId(const Item& item)
{
    const std::size_t slash = item.url.rfind('/');
    const std::string folder = slash == std::string::npos || slash == 0 ? "" : item.url.substr(0, slash);
    const bool isFolder = !item.url.empty() && item.url.back() == '/';
    const std::string above =
        isFolder ? folder.substr(0, folder.rfind('/') == std::string::npos ? 0 : folder.rfind('/')) : folder;
    const Value own = item.data.get("slug");
    return above + "/" + (own.isTruthy() ? textOf(own) : stemOf(item.name));
}

Value DocumentDrop::content() const
{
    if (m_role == Role::Excerpt)
        return m_state->item->excerpt;
    if (m_seen == Seen::AsWritten)
        return m_state->item->body();
    return html();
}

Value DocumentDrop::html() const
{
    return m_state->content.get([this] { return Value(m_model.converter().content(m_state->item)); });
}

Value DocumentDrop::excerpt() const
{
    if (m_role == Role::Excerpt)
        return {};
    if (!m_state->item->hasExcerpt) {
        const Value own = m_state->item->data.get("excerpt");
        return own.isString() ? own : Value(textOf(own));
    }
    return m_state->excerpt.get([this] { return Value(m_model.converter().excerpt(m_state->item)); });
}

Value DocumentDrop::own(std::string_view key) const
{
    const Item& item = *m_state->item;
    if (key == "url")
        return item.url;
    if (key == "date")
        return item.date;
    if (key == "id")
        return documentId(item) + (m_role == Role::Excerpt ? "#excerpt" : "");
    if (key == "path" || key == "relative_path")
        return item.relativePath + (m_role == Role::Excerpt ? "/#excerpt" : "");
    if (key == "collection")
        return item.collection;
    if (key == "name")
        return item.data.get("name").isTruthy() ? item.data.get("name") : Value(item.name);
    return item.data.get(key); // title, categories, tags
}

Value DocumentDrop::get(std::string_view key) const
{
    const Item& item = *m_state->item;
    if (key == "content" || key == "to_s")
        return content();
    if (key == "excerpt")
        return excerpt();
    if (key == "next")
        return m_model.neighbour(item, 1, m_seen);
    if (key == "previous")
        return m_model.neighbour(item, -1, m_seen);
    if (key == "output")
        return {};
    return own(key);
}

bool DocumentDrop::contains(std::string_view key) const
{
    return isMethod(key) || m_state->item->data.contains(key);
}

std::vector<std::string> DocumentDrop::keys() const
{
    std::vector<std::string> names(methods.begin(), methods.end());
    if (m_role == Role::Excerpt)
        names.assign(methodsOfExcerpt.begin(), methodsOfExcerpt.end());
    for (const auto& [key, ignored] : m_state->item->data) {
        if (key.isString() && !isMethod(key.string()) && !(m_role == Role::Excerpt && key.string() == "layout"))
            names.push_back(key.string());
    }
    return names;
}

std::string DocumentDrop::output(const std::function<std::string()>& make) const
{
    return m_state->output.get([&make] { return Value(make()); }).string();
}

std::optional<std::string> DocumentDrop::objectInspected() const
{
    return "#<Jekyll::Document " + m_state->item->relativePath + " collection=" + m_state->item->collection + ">";
}

std::string DocumentDrop::toString() const
{
    return content().string();
}

} // namespace galley::site
