// SPDX-License-Identifier: MIT
// ShownContent: the `content` that documents and pages show while a site is rendered one after another.
#pragma once

#include "base/value.h"
#include "liquid/context.h"
#include "site/lazytext.h"
#include "site/sitecontent.h"

#include <deque>
#include <optional>
#include <string>
#include <unordered_map>

namespace galley::site
{

class DocumentDrop;
class SiteModel;

/// Jekyll's renderer replaces `content` by its HTML when a document's turn has come: those that are rendered later, and
/// its own layouts, see HTML; those before see what was written. Used by several threads.
class ShownContent
{
public:
    ShownContent(const SiteContent& content, const SiteModel& model);

    /// How many documents and pages are rendered before this one; one that is not saved yet takes the place it will
    /// have.
    std::size_t turnOf(const Item& item) const;

    /// The item with that turn, below turns().
    ItemPtr itemAt(std::size_t turn) const;
    std::size_t turns() const { return m_firstPage + m_content.pages.size(); }

    /// See liquid::Environment.
    std::optional<Value> of(const Value& object, std::string_view key, const liquid::RenderOptions& reader) const;

    /// See liquid::Environment.
    std::optional<std::string> textOf(const Value& object, bool inList, const liquid::RenderOptions& reader) const;

    /// See liquid::Environment.
    std::optional<std::string> inspected(const Value& object) const;

private:
    std::size_t turnOfNewDocument(const Item& item) const;
    Value ofDocument(const DocumentDrop& document, const liquid::RenderOptions& reader) const;
    Value outputOf(const DocumentDrop& document, const liquid::RenderOptions& reader) const;
    std::optional<Value> ofPage(const Hash& page, const liquid::RenderOptions& reader) const;

    const SiteContent& m_content;
    const SiteModel& m_model;
    std::unordered_map<std::string, std::size_t> m_turns; ///< by path
    std::unordered_map<const Hash*, std::size_t> m_pages; ///< position of the page that a template sees as this
    std::size_t m_firstPage = 0;                          ///< turn
    std::deque<LazyText> m_html;                          ///< by position of the page
    std::unordered_map<const Hash*, std::size_t> m_maps;  ///< which style sheet's map a template sees as this
    std::deque<LazyText> m_mapTexts;                      ///< by style sheet
};

} // namespace galley::site
