// SPDX-License-Identifier: MIT
#include "layout/siteassets.h"

#include "base/files.h"
#include "layout/postrenderer.h"
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
constexpr std::array<MimeType, 32> mimeTypes{
    {{".css", "text/css"},          {".js", "text/javascript"}, {".html", "text/html"},   {".xml", "application/xml"},
     {".json", "application/json"}, {".png", "image/png"},      {".jpg", "image/jpeg"},   {".jpeg", "image/jpeg"},
     {".gif", "image/gif"},         {".webp", "image/webp"},    {".avif", "image/avif"},  {".svg", "image/svg+xml"},
     {".ico", "image/x-icon"},      {".bmp", "image/bmp"},      {".woff2", "font/woff2"}, {".woff", "font/woff"},
     {".ttf", "font/ttf"},          {".otf", "font/otf"},       {".mp4", "video/mp4"},    {".webm", "video/webm"},
     {".mp3", "audio/mpeg"},        {".ogg", "audio/ogg"},      {".vtt", "text/vtt"},     {".txt", "text/plain"},
     {".m4v", "video/mp4"},         {".ogv", "video/ogg"},      {".oga", "audio/ogg"},    {".opus", "audio/ogg"},
     {".m4a", "audio/mp4"},         {".wav", "audio/wav"},      {".flac", "audio/flac"},  {".apng", "image/apng"}}};

Expected<Asset> fileAsset(const fs::path& path)
{
    auto bytes = readFile(path);
    if (!bytes)
        return unexpected(bytes.error());
    return Asset{*std::move(bytes), mimeTypeOf(path.string())};
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

/// A hidden file is not shown and is never put into a page: a stranger's post could ask for any in the home folder.
bool hasHiddenPart(const fs::path& path)
{
    return std::any_of(path.begin(), path.end(),
                       [](const fs::path& part) { return part != ".." && part != "." && part.native()[0] == '.'; });
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

Expected<Asset> SiteAssets::read(const std::string& url, const std::string& base) const
{
    const std::string below = site::unescapePath(joined(base, url));
    std::string path = site::rooted(joined(m_pageUrl, below)); // no ".." is left that could leave the root
    if (auto compiled = made(path))
        return *std::move(compiled);
    path = withoutBaseUrl(path);
    if (const auto file = staticFile(path))
        return fileAsset(*file);
    const fs::path relative = fs::path(below).relative_path();
    const fs::path beside = m_postFolder / relative;
    std::error_code code;
    if (!m_postFolder.empty() && !hasHiddenPart(relative) && fs::is_regular_file(beside, code) &&
        isInside(beside, m_postFolder))
        return fileAsset(beside);
    return unexpected(Error{"The site has no file " + site::unescapePath(url), {}, 0});
}

std::string SiteAssets::withoutBaseUrl(std::string path) const
{
    const std::string baseUrl = m_site->content().setting("baseurl");
    if (!baseUrl.empty() && path.compare(0, baseUrl.size() + 1, baseUrl + '/') == 0)
        path.erase(0, baseUrl.size());
    return path;
}

std::optional<Asset> SiteAssets::made(std::string_view url) const
{
    const std::string path = withoutBaseUrl(std::string(url));
    const site::SiteContent& content = m_site->content();
    const auto isAt = [&](const site::ItemPtr& item) {
        return item->outputExtension != ".html" && '/' + item->destination() == path;
    };
    const auto found = std::find_if(content.pages.begin(), content.pages.end(), isAt);
    if (found == content.pages.end())
        return std::nullopt;
    return Asset{renderItem(m_site, *found, {}).html, mimeTypeOf(path)};
}

std::optional<fs::path> SiteAssets::staticFile(std::string_view path) const
{
    const auto& files = m_site->content().staticFiles;
    const auto found = std::find_if(files.begin(), files.end(), [&](const site::StaticFile& file) {
        return file.written && '/' + file.destination() == path;
    });
    if (found != files.end())
        return fs::path(found->path);
    // A file that came after the site was read: a picture just dropped into it.
    const fs::path root = m_site->root();
    const fs::path file = root / fs::path(std::string(path)).relative_path();
    std::error_code code;
    if (!root.empty() && fs::is_regular_file(file, code) && isInside(file, root))
        return file;
    return std::nullopt;
}

} // namespace galley
