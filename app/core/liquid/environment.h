// SPDX-License-Identifier: MIT
// What templates ask of the world outside: includes, links, Markdown, Sass, the site's addresses and time zone.
#pragma once

#include "base/datetime.h"
#include "base/expected.h"
#include "base/timezone.h"
#include "base/value.h"

#include <memory>
#include <optional>
#include <stop_token>
#include <string>
#include <string_view>

namespace galley::liquid
{

class FilterCache;
class IncludeCache;
struct RenderOptions;
class Template;
using TemplatePtr = std::shared_ptr<const Template>;

struct HighlightedCode {
    std::string html;
    std::string note; ///< what the writer should know: the site will colour what is plain here; mostly empty
};

/// The site's side of Liquid. The defaults answer as plain Liquid without a file system does. Called by several
/// threads at once: implementations are immutable or lock.
class Environment
{
public:
    virtual ~Environment() = default;

    /// Liquid's own file system, for `{% render %}` (and plain Liquid's include): Jekyll gives it none.
    virtual Expected<TemplatePtr> partial(std::string_view name) const;
    /// The parsed template of Jekyll's include; the error is printed after "Liquid error: ". Cache what you parse.
    virtual Expected<TemplatePtr> include(std::string_view name) const;
    /// `{% include_relative %}`: `name` counts from the folder of `page` (its "path").
    virtual Expected<TemplatePtr> includeRelative(std::string_view name, const Value& page) const;

    /// The URL (without baseurl) of the site's file with this path from the root: `{% link %}`.
    virtual Expected<std::string> urlOfPath(std::string_view path) const;
    /// The URL (without baseurl) of the post `2017-06-19-slug`, folders before it allowed: `{% post_url %}`.
    virtual Expected<std::string> urlOfPost(std::string_view name) const;

    virtual Expected<std::string> markdownify(std::string_view markdown) const;
    virtual Expected<std::string> smartify(std::string_view text) const;
    virtual Expected<std::string> sassToCss(std::string_view source, bool indentedSyntax,
                                            const std::stop_token& stop) const;
    /// Code as HTML with Rouge's classes, without a wrapper; the default only escapes.
    virtual HighlightedCode highlight(std::string_view code, std::string_view language) const;
    /// Whether `{% highlight %}` uses Rouge (site.highlighter); otherwise code is escaped.
    virtual bool highlightsCode() const { return true; }

    virtual std::string siteUrl() const { return {}; } ///< site.url
    virtual std::string baseUrl() const { return {}; } ///< site.baseurl

    virtual DateTime now() const { return zone().at(0); } ///< one moment for the whole build
    virtual const TimeZone& zone() const;                 ///< what times without a zone are told in

    /// The `content` or `output` (the key) that a document or page of the site shows to the one being rendered: Jekyll
    /// replaces its content by HTML and gives it an output when its turn comes. Nothing for other objects.
    virtual std::optional<Value> contentOf(const Value& object, std::string_view key,
                                           const RenderOptions& reader) const;
    /// to_s of a document, for the one being rendered; in a list, of a page too. Nothing for other objects.
    virtual std::optional<std::string> textOf(const Value& object, bool inList, const RenderOptions& reader) const;
    /// inspect of a document or page that stands in a list. Nothing for other objects.
    virtual std::optional<std::string> inspected(const Value& object) const;

    /// Results of where, group_by and sort over long lists, kept for the site's life; may be null.
    virtual FilterCache* cache() const { return nullptr; }
    /// What include_cached printed, kept for the site's life; may be null.
    virtual IncludeCache* includeCache() const { return nullptr; }
};

} // namespace galley::liquid
