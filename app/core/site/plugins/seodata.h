// SPDX-License-Identifier: MIT
// What {% seo %} says of a page: title, description, author, image, dates (Jekyll::SeoTag::Drop).
#pragma once

#include "base/value.h"
#include "liquid/context.h"

#include <optional>
#include <string>
#include <string_view>

namespace galley::site
{

struct SeoAuthor {
    Hash values; ///< name, twitter, url, type …
    std::optional<std::string> name;
    std::optional<std::string> twitter;
};

class SeoData
{
public:
    /// `markup` is the tag's: "title=false" leaves the title element out.
    SeoData(const liquid::Context& context, std::string_view markup);

    bool showsTitle() const { return m_showsTitle && m_title.has_value(); }
    const std::optional<std::string>& title() const { return m_title; }
    const std::optional<std::string>& pageTitle() const { return m_pageTitle; }
    const std::optional<std::string>& siteTitle() const { return m_siteTitle; }
    const std::optional<std::string>& description() const { return m_description; }
    const SeoAuthor& author() const { return m_author; }
    std::string locale() const;
    std::string canonicalUrl() const;
    const Value& page() const { return m_page; }
    const Value& site() const { return m_site; }

    /// The page's image with an absolute path; nothing without one.
    std::optional<Hash> image() const;

    /// The JSON-LD object, keys sorted, nothing nil.
    Hash jsonLd() const;

private:
    using Text = std::optional<std::string>;
    Text formatted(const Value& value) const;
    std::string absolute(const Value& path) const;
    bool isHomeOrAbout() const;
    std::string pageNumber() const;
    void readTitles();
    void readAuthor();
    Text name() const;
    std::string type() const;
    Value links() const;
    Text date(const Value& value) const;
    Text logo() const;
    void setIf(Hash& hash, const char* key, const Text& text) const;

    const liquid::Context& m_context;
    Value m_page;
    Value m_site;
    bool m_showsTitle;
    Text m_siteTitle;
    Text m_pageTitle;
    Text m_title;
    Text m_description;
    SeoAuthor m_author;
};

} // namespace galley::site
