// SPDX-License-Identifier: MIT
// SiteModel: the Liquid variables of a whole site, made once and shared by all pages.
#pragma once

#include "base/value.h"
#include "site/item.h"
#include "site/sitecontent.h"

#include <functional>
#include <memory>
#include <optional>
#include <unordered_map>
#include <vector>

namespace galley::site
{

class DocumentDrop;

/// How documents show their `content` in a list: as written, or already converted. Jekyll renders documents
/// before pages and replaces their content on the way, so a page sees HTML and a document sees Markdown.
enum class Seen { AsWritten, Converted };

class SiteModel
{
public:
    /// Converts a body, or the excerpt of an item, to HTML; must be re-entrant.
    struct Converter {
        std::function<std::string(const ItemPtr&)> content;
        std::function<std::string(const ItemPtr&)> excerpt;
        std::function<std::string(const ItemPtr&)> sourceMap; ///< of a style sheet
    };

    SiteModel(const SiteContent& content, Converter converter);

    const SiteContent& content() const { return m_content; }
    const Converter& converter() const { return m_converter; }

    const Value& posts(Seen seen) const { return m_lists[index(seen)].posts; } ///< newest first
    const Value& documents(Seen seen) const { return m_lists[index(seen)].documents; }
    const Value& collection(std::size_t number, Seen seen) const { return m_lists[index(seen)].collections[number]; }
    const Value& collections(Seen seen) const { return m_lists[index(seen)].described; }
    const Value& categories(Seen seen) const { return m_lists[index(seen)].categories; }
    const Value& tags(Seen seen) const { return m_lists[index(seen)].tags; }
    const Value& pages() const { return m_pages.front(); }
    /// With the source maps of the style sheets whose turn comes before this item's.
    const Value& pagesSeenBy(const ItemPtr& item) const;
    const Value& pagesAtTheEnd() const { return m_pages.back(); }
    const std::vector<std::size_t>& styles() const { return m_styles; } ///< positions in the pages, in order
    const Value& htmlPages() const { return m_htmlPages; }
    const Value& staticFiles() const { return m_staticFiles; }
    const Value& jekyll() const { return m_jekyll; } ///< its version and environment

    /// Every list that pages share, for a cache of what filters make of them.
    void eachList(const std::function<void(const Value&)>& visit) const;

    /// The posts at these positions of SiteContent::posts().
    Value postsAt(const std::vector<std::size_t>& positions, Seen seen) const;

    /// site.related_posts of a document: the ten newest others.
    Value relatedPosts(const Item& item, Seen seen) const;

    /// `page` for an item, edited ones too.
    Value pageValue(const ItemPtr& item, Seen seen) const;

    /// `page` for the Liquid of a document's excerpt.
    Value excerptPage(const ItemPtr& item) const;

    /// The document before (-1) or after (+1) it in its collection; nil at the ends.
    Value neighbour(const Item& item, int step, Seen seen) const;

private:
    struct Lists {
        Value posts;
        Value documents;
        Value described;
        Value categories;
        Value tags;
        std::vector<Value> collections;
    };
    struct Place {
        std::size_t collection = 0;
        std::size_t position = 0;
    };
    static std::size_t index(Seen seen) { return seen == Seen::AsWritten ? 0 : 1; }
    void makeDrops();
    void makeLists(Seen seen);
    void makePages();
    void addSourceMaps();
    std::vector<std::size_t> newestFirst() const;
    Value byAttribute(std::string_view attribute, Seen seen) const;
    Value describedCollections(Seen seen) const;
    std::optional<Place> placeOf(const Item& item) const;
    const Value& drop(std::size_t collection, std::size_t position, Seen seen) const;

    const SiteContent& m_content;
    Converter m_converter;
    std::unordered_map<std::string, Place> m_places; ///< by the document's path
    std::vector<std::vector<Value>> m_drops[2];      ///< [seen][collection][position]
    Lists m_lists[2];
    std::vector<Value> m_pages; ///< by the number of style sheets that are converted
    std::vector<std::size_t> m_styles;
    Value m_htmlPages;
    Value m_staticFiles;
    Value m_jekyll;
};

/// The page that jekyll-sass-converter makes for the source map of a style sheet (SourceMapPage).
Item sourceMapPage(const Item& style, const SiteContent& content);

/// What Page#to_liquid gives: defaults, front matter, then content, dir, excerpt, name, path and url.
Value pageHash(const Item& item, const FrontMatterDefaults& defaults);

/// What a loop over static files sees of one.
Value staticFileDrop(const StaticFile& file);

} // namespace galley::site
