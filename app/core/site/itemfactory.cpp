// SPDX-License-Identifier: MIT
#include "site/itemfactory.h"

#include "site/dates.h"
#include "site/documentdata.h"
#include "site/liquidtags.h"
#include "site/merge.h"
#include "site/permalink.h"
#include "site/urls.h"

#include "base/unicode.h"
#include "post/excerpt.h"

#include <algorithm>

namespace galley::site
{

ItemFactory::ItemFactory(const SiteContent& content)
    : m_content(content), m_timeZone(timeZoneName(content)), m_excerptSeparator(content.setting("excerpt_separator"))
{
    const std::string list = content.setting("markdown_ext");
    for (std::size_t start = 0; start < list.size();) {
        const std::size_t end = std::min(list.find(',', start), list.size());
        m_markdownExtensions.push_back("." + unicode::toLower(list.substr(start, end - start)));
        start = end + 1;
    }
}

std::shared_ptr<Item> ItemFactory::make(const Source& source, std::string text, Diagnostics& diagnostics,
                                        BadDate badDate) const
{
    auto item = std::make_shared<Item>();
    item->kind = source.kind;
    item->path = source.path;
    item->relativePath = source.relativePath;
    item->collection = source.collection;
    const std::size_t slash = source.relativePath.rfind('/');
    item->name = source.relativePath.substr(slash == std::string::npos ? 0 : slash + 1);
    item->extension = extensionOf(item->name);
    item->text = std::move(text);
    PostDocument parsed = PostDocument::parse(item->text, {m_timeZone});
    item->bodyOffset = static_cast<std::size_t>(parsed.body.data() - item->text.data());
    item->bodyLine = parsed.bodyLine();
    for (Diagnostic& diagnostic : parsed.diagnostics) {
        diagnostic.file = source.relativePath;
        diagnostics.push_back(std::move(diagnostic));
    }
    const bool published = badDate == BadDate::Refuse;
    const Value categories = parsed.values.get("categories");
    const bool unreadable = parsed.broken || !(categories.isNil() || categories.isString() || categories.isArray());
    if (item->isDocument() && unreadable && published) {
        // Jekyll stops reading the document here: it has no title, lists and excerpt, and the date of the build.
        if (!parsed.broken)
            diagnostics.push_back({item->relativePath, parsed.frontMatter.present ? 1 : 0, 0, Severity::Warning,
                                   "`categories` should be a list or a text; the front matter is not used"});
        DocumentData data(item->relativePath, item->collection, item->kind == ItemKind::Draft);
        data.merge(m_content.defaults.all(item->relativePath, item->collection));
        item->data = data.values();
        setDate(*item, {}, source, diagnostics);
    } else if (item->isDocument()) {
        if (!readDocument(*item, parsed.values, source, diagnostics) && badDate == BadDate::Refuse)
            return nullptr;
    } else {
        item->directory = slash == std::string::npos ? "" : "/" + source.relativePath.substr(0, slash);
        item->data = std::move(parsed.values);
    }
    finish(*item, diagnostics);
    return item;
}

std::shared_ptr<Item> ItemFactory::page(const Source& source, std::string text, const Hash& data) const
{
    auto item = std::make_shared<Item>();
    item->path = source.path;
    item->relativePath = source.relativePath;
    const std::size_t slash = source.relativePath.rfind('/');
    item->name = source.relativePath.substr(slash == std::string::npos ? 0 : slash + 1);
    item->directory = slash == std::string::npos ? "" : "/" + source.relativePath.substr(0, slash);
    item->extension = extensionOf(item->name);
    item->text = std::move(text);
    item->data = data;
    item->generated = true;
    Diagnostics none;
    finish(*item, none);
    return item;
}

bool ItemFactory::readDocument(Item& item, const Hash& frontMatter, const Source& source,
                               Diagnostics& diagnostics) const
{
    DocumentData data(item.relativePath, item.collection, item.kind == ItemKind::Draft);
    data.merge(m_content.defaults.all(item.relativePath, item.collection));
    data.merge(frontMatter);
    const FileName name = fileNameOf(item.relativePath);
    item.data = data.values();
    const bool valid = setDate(item, name.date, source, diagnostics);
    completeTitles(item.data, name);
    completeLists(item.data);
    setExcerpt(item, diagnostics);
    return valid;
}

bool ItemFactory::setDate(Item& item, std::string_view fileDate, const Source& source, Diagnostics& diagnostics) const
{
    const Value given = item.data.get("date");
    std::optional<DateTime> date;
    bool valid = true;
    const auto read = [&](const Value& value, const std::string& where, int line) {
        date = dateOf(value, m_content.zone, m_content.now);
        if (!date) {
            diagnostics.push_back(
                {item.relativePath, line, 0, Severity::Error, "There is no valid date in the " + where});
            valid = false;
        }
    };
    if (item.data.contains("date")) // a line `date:` without a value is none that Jekyll reads
        read(given, "YAML front matter", lineOfKey(item, "date"));
    if (!fileDate.empty() && (!date || date->seconds == m_content.now.seconds))
        read(Value(fileDate), "file's name", 1);
    // Document#draft? takes any value of `draft` but false for a yes.
    const bool undatedDraft = !date && (item.kind == ItemKind::Draft || item.data.get("draft").isTruthy());
    item.date = date           ? *date
                : undatedDraft ? m_content.zone.at(source.modified.seconds, source.modified.nanoseconds)
                               : m_content.now;
    // Publisher asks drafts for their date, which stores it, unless the future is shown.
    item.dated =
        date || (item.collection == "posts" && !(undatedDraft && m_content.config.values.get("future").isTruthy()));
    if (item.dated || item.collection == "posts")
        item.data.set("date", item.date);
    return valid;
}

std::string ItemFactory::separatorOf(const Item& item) const
{
    const Value own = item.data.get("excerpt_separator");
    return own.isTruthy() ? textOf(own) : m_excerptSeparator;
}

void ItemFactory::setExcerpt(Item& item, Diagnostics& diagnostics) const
{
    const std::string separator = separatorOf(item);
    if (separator.empty() || item.data.get("excerpt").isTruthy())
        return;
    ExcerptSource source = excerptSource(item.body(), separator, isLiquidBlock);
    if (source.closedTags)
        diagnostics.push_back(
            {item.relativePath, item.bodyLine + 1, 0, Severity::Warning,
             "Excerpt modified: a Liquid block holds the excerpt separator and was closed before it"});
    item.excerpt = std::move(source.text);
    item.hasExcerpt = true;
}

void ItemFactory::renewExcerpt(Item& item) const
{
    if (!item.hasExcerpt && !item.data.get("excerpt").isTruthy())
        return;
    const std::string separator = separatorOf(item);
    item.data.remove("excerpt");
    // Ruby's partition by an empty text has nothing before it.
    item.excerpt = separator.empty() ? std::string() : excerptSource(item.body(), separator, isLiquidBlock).text;
    item.hasExcerpt = true;
}

Conversion ItemFactory::convertsFrom(std::string_view name) const
{
    const std::string lower = unicode::toLower(extensionOf(name));
    if (std::find(m_markdownExtensions.begin(), m_markdownExtensions.end(), lower) != m_markdownExtensions.end())
        return Conversion::Markdown;
    if (lower == ".scss")
        return Conversion::Scss;
    return lower == ".sass" ? Conversion::Sass : Conversion::None;
}

std::string ItemFactory::outputExtensionOf(const Item& item, const Value& permalink) const
{
    const std::string path = textOf(permalink);
    if (!path.empty() && path.back() != '/') {
        const std::string extension = extensionOf(path);
        if (!extension.empty())
            return extension;
    }
    if (item.conversion == Conversion::Markdown)
        return ".html";
    return item.conversion == Conversion::None ? item.extension : ".css";
}

void ItemFactory::finish(Item& item, Diagnostics& diagnostics) const
{
    const auto ownOrDefault = [&](std::string_view key) {
        if (item.isDocument() || item.data.contains(key))
            return item.data.get(key);
        return m_content.defaults.find(item.relativePath, "pages", key);
    };
    item.conversion = convertsFrom(item.name);
    item.layout = ownOrDefault("layout");
    const Value permalink = ownOrDefault("permalink");
    item.outputExtension = outputExtensionOf(item, permalink);
    const Collection* collection = item.isDocument() ? m_content.collection(item.collection) : nullptr;
    const bool needsUrl = isPublished(item) && (!collection || collection->written);
    const UrlProblems problems{diagnostics, needsUrl ? Severity::Error : Severity::Warning};
    const bool empty = !item.isDocument() && item.data.get("permalink") == Value("");
    if (empty || (permalink.isTruthy() && !permalink.isString()))
        diagnostics.push_back({item.relativePath, lineOfKey(item, "permalink"), 0, problems.severity,
                               empty ? "The permalink is empty; Jekyll stops here"
                                     : "The permalink should be a text; Jekyll stops at another value"});
    if (!item.isDocument()) {
        item.url = pageUrl(item, permalink, m_content.setting("permalink"), problems);
        return;
    }
    const std::string pattern = !permalink.isTruthy() && collection ? collection->urlTemplate : textOf(permalink);
    item.url = documentUrl(item, pattern, problems);
    item.written = !collection || collection->written;
}

bool ItemFactory::isPublished(const Item& item) const
{
    const bool hidden = item.data.contains("published") && !item.data.get("published").isTruthy();
    if (hidden && !m_content.config.values.get("unpublished").isTruthy())
        return false;
    return !item.isDocument() || m_content.config.values.get("future").isTruthy() ||
           item.date.seconds <= m_content.now.seconds;
}

Source sourceAt(const std::filesystem::path& path, const SiteContent& content)
{
    const auto known = content.byPath.find(path.lexically_normal().string());
    if (known != content.byPath.end()) {
        const Item& item = *known->second;
        return {item.kind, item.path, item.relativePath, item.collection};
    }
    const std::string relative = path.lexically_relative(content.root).generic_string();
    const std::string name = path.filename().string();
    const bool inside = !content.root.empty() && !relative.empty() && relative.rfind("..", 0) != 0;
    if (inside && relative.find("_drafts/") != std::string::npos)
        return {ItemKind::Draft, path.string(), relative, "posts"};
    if (inside && relative.find("_posts/") != std::string::npos)
        return {ItemKind::Post, path.string(), relative, "posts"};
    for (const Collection& collection : content.collections) {
        if (inside && relative.rfind(collection.relativeDirectory() + "/", 0) == 0)
            return {ItemKind::Document, path.string(), relative, collection.label};
    }
    if (inside && relative.front() != '_')
        return {ItemKind::Page, path.string(), relative};
    return {ItemKind::Post, path.string(), "_posts/" + (name.empty() ? "untitled.md" : name), "posts"};
}

} // namespace galley::site
