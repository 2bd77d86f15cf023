// SPDX-License-Identifier: MIT
// SiteAssets: the files of a published site by their URLs, compiled where the site compiles them.
#pragma once

#include "base/expected.h"
#include "layout/standalone.h"

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace galley
{

class Site;

class SiteAssets
{
public:
    /// `pageUrl`: what relative URLs of the page count from. A post that is not on its site yet shows what lies
    /// beside it as well: `postFolder`, empty for none.
    SiteAssets(std::shared_ptr<const Site> site, std::string pageUrl, std::filesystem::path postFolder);

    /// See AssetSource. Nothing outside the site's folder, its theme and the post's folder is read.
    Expected<Asset> read(const std::string& url, const std::string& base) const;

    /// A file that only the build makes (a style sheet from Sass, a feed), by its URL's path, decoded, with or without
    /// `baseurl`; nothing when the site makes none there.
    std::optional<Asset> made(std::string_view url) const;

private:
    std::string withoutBaseUrl(std::string path) const;
    std::optional<std::filesystem::path> staticFile(std::string_view path) const;

    std::shared_ptr<const Site> m_site;
    std::string m_pageUrl;
    std::filesystem::path m_postFolder;
};

/// By the file name's ending; "application/octet-stream" for unknown ones.
std::string mimeTypeOf(std::string_view path);

} // namespace galley
