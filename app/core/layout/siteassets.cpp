// SPDX-License-Identifier: MIT
#include "layout/siteassets.h"

#include "base/files.h"
#include "layout/lonesite.h"
#include "layout/postrenderer.h"
#include "site/publishedfiles.h"
#include "site/site.h"
#include "site/sitecontent.h"
#include "site/urls.h"

#include <algorithm>
#include <array>

namespace galley
{

namespace fs = std::filesystem;

namespace
{

struct MimeType {
    std::string_view ending;
    std::string_view type;
};
constexpr std::array<MimeType, 35> mimeTypes{
    {{".css", "text/css"},          {".js", "text/javascript"}, {".html", "text/html"},   {".xml", "application/xml"},
     {".json", "application/json"}, {".png", "image/png"},      {".jpg", "image/jpeg"},   {".jpeg", "image/jpeg"},
     {".gif", "image/gif"},         {".webp", "image/webp"},    {".avif", "image/avif"},  {".svg", "image/svg+xml"},
     {".ico", "image/x-icon"},      {".bmp", "image/bmp"},      {".woff2", "font/woff2"}, {".woff", "font/woff"},
     {".ttf", "font/ttf"},          {".otf", "font/otf"},       {".mp4", "video/mp4"},    {".webm", "video/webm"},
     {".mp3", "audio/mpeg"},        {".ogg", "audio/ogg"},      {".vtt", "text/vtt"},     {".txt", "text/plain"},
     {".m4v", "video/mp4"},         {".ogv", "video/ogg"},      {".oga", "audio/ogg"},    {".opus", "audio/ogg"},
     {".m4a", "audio/mp4"},         {".wav", "audio/wav"},      {".flac", "audio/flac"},  {".apng", "image/apng"},
     {".mjs", "text/javascript"},   {".cur", "image/x-icon"},   {".eot", "application/vnd.ms-fontobject"}}};

Expected<Asset> fileAsset(const fs::path& path)
{
    auto bytes = readFile(path);
    if (!bytes)
        return unexpected(bytes.error());
    return Asset{*std::move(bytes), mimeTypeOf(path.string())};
}

std::string_view nameOf(AssetUse use)
{
    switch (use) {
    case AssetUse::Image: return "an image";
    case AssetUse::Media: return "a video or a sound";
    case AssetUse::Track: return "a text track";
    case AssetUse::Style: return "a style sheet";
    case AssetUse::Script: return "a script";
    case AssetUse::StyleUrl: return "an image or a font";
    }
    return {};
}

std::string folderOf(const std::string& url)
{
    return url.substr(0, url.rfind('/') + 1);
}

bool isRooted(const std::string& url)
{
    return !url.empty() && url.front() == '/';
}

/// What `url` names, counted from where `base` lies; a sheet's base may itself count from the page's folder.
std::string joined(const std::string& base, const std::string& url)
{
    return isRooted(url) ? url : folderOf(base) + url;
}

} // namespace

std::string mimeTypeOf(std::string_view path)
{
    std::string ending(path.substr(std::min(path.rfind('.'), path.size())));
    std::transform(ending.begin(), ending.end(), ending.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
    const auto found =
        std::find_if(mimeTypes.begin(), mimeTypes.end(), [&](const MimeType& type) { return type.ending == ending; });
    return std::string(found == mimeTypes.end() ? "application/octet-stream" : found->type);
}

SiteAssets::SiteAssets(std::shared_ptr<const Site> site, std::string pageUrl, fs::path postFolder)
    : m_site(std::move(site)), m_pageUrl(std::move(pageUrl)), m_postFolder(std::move(postFolder))
{
}

bool fitsUse(std::string_view mimeType, AssetUse use)
{
    switch (use) {
    case AssetUse::Image: return mimeType.starts_with("image/");
    case AssetUse::Media: return mimeType.starts_with("video/") || mimeType.starts_with("audio/");
    case AssetUse::Track: return mimeType == "text/vtt";
    case AssetUse::Style: return mimeType == "text/css";
    case AssetUse::Script: return mimeType == "text/javascript";
    case AssetUse::StyleUrl:
        return mimeType.starts_with("image/") || mimeType.starts_with("font/") ||
               mimeType == "application/vnd.ms-fontobject";
    }
    return false;
}

Expected<Asset> SiteAssets::read(const std::string& url, const std::string& base, AssetUse use) const
{
    const std::string below = site::unescapePath(joined(base, url));
    const std::string path = site::rooted(joined(m_pageUrl, below)); // no ".." is left that could leave the root
    if (!fitsUse(mimeTypeOf(path), use))
        return unexpected(Error{"Stays a link, its name is not that of " + std::string(nameOf(use)) + ": " + below,
                                {}, 0});
    if (auto asset = published(path))
        return *std::move(asset);
    if (const auto beside = besidePost(below))
        return fileAsset(*beside);
    return unexpected(Error{"The site publishes no file " + site::unescapePath(url), {}, 0});
}

std::optional<Asset> SiteAssets::published(std::string_view url, const std::stop_token& stop) const
{
    if (auto compiled = made(url, stop))
        return compiled;
    const std::string path = withoutBaseUrl(std::string(url));
    const auto file = site::publishedFile(m_site->content(), path);
    if (!file)
        return std::nullopt;
    auto asset = fileAsset(*file);
    return asset ? std::optional(*std::move(asset)) : std::nullopt;
}

std::optional<fs::path> SiteAssets::besidePost(const std::string& decoded) const
{
    if (m_postFolder.empty() || !isLone(*m_site))
        return std::nullopt;
    return site::plainFileIn(m_postFolder, decoded);
}

std::string SiteAssets::withoutBaseUrl(std::string path) const
{
    const std::string baseUrl = m_site->content().setting("baseurl");
    if (!baseUrl.empty() && path.compare(0, baseUrl.size() + 1, baseUrl + '/') == 0)
        path.erase(0, baseUrl.size());
    return path;
}

std::optional<Asset> SiteAssets::made(std::string_view url, const std::stop_token& stop) const
{
    const std::string path = withoutBaseUrl(std::string(url));
    const site::SiteContent& content = m_site->content();
    const auto isAt = [&](const site::ItemPtr& item) {
        return item->outputExtension != ".html" && '/' + item->destination() == path;
    };
    const auto found = std::find_if(content.pages.begin(), content.pages.end(), isAt);
    if (found == content.pages.end())
        return std::nullopt;
    return Asset{renderItem(m_site, *found, {PageForm::SitePage, false, stop}).html, mimeTypeOf(path)};
}

} // namespace galley
