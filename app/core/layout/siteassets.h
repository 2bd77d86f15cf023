// SPDX-License-Identifier: MIT
// SiteAssets: the files of a published site by their URLs, compiled where the site compiles them.
#pragma once

#include "base/expected.h"
#include "layout/standalone.h"

#include <filesystem>
#include <memory>
#include <optional>
#include <stop_token>
#include <string>
#include <string_view>

namespace galley
{

class Site;

class SiteAssets
{
public:
    /// `pageUrl`: what relative URLs of the page count from. A lone file shows what lies beside it: `postFolder`,
    /// empty for none.
    SiteAssets(std::shared_ptr<const Site> site, std::string pageUrl, std::filesystem::path postFolder);

    /// See AssetSource. Only what the site publishes is read, and for a lone file what lies in the post's folder and
    /// is not hidden.
    Expected<Asset> read(const std::string& url, const std::string& base, AssetUse use) const;

    /// What the published site answers for a URL's path, decoded: a file that the build makes or copies.
    std::optional<Asset> published(std::string_view url, const std::stop_token& stop = {}) const;

    /// A file that only the build makes (a style sheet from Sass, a feed), by its URL's path, decoded, with or without
    /// `baseurl`; nothing when the site makes none there.
    std::optional<Asset> made(std::string_view url, const std::stop_token& stop = {}) const;

private:
    std::string withoutBaseUrl(std::string path) const;
    std::optional<std::filesystem::path> besidePost(const std::string& decoded) const;

    std::shared_ptr<const Site> m_site;
    std::string m_pageUrl;
    std::filesystem::path m_postFolder;
};

/// By the file name's ending; "application/octet-stream" for unknown ones.
std::string mimeTypeOf(std::string_view path);

/// Whether a page can use a file of this type so.
bool fitsUse(std::string_view mimeType, AssetUse use);

} // namespace galley
