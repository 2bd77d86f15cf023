// SPDX-License-Identifier: MIT
// Which file of the site or the post's folder a preview URL names, and which it must never name.
#pragma once

#include "base/expected.h"

#include <QByteArray>
#include <QString>

#include <filesystem>
#include <functional>
#include <optional>
#include <stop_token>

namespace galley
{

/// Where a page stands: what its relative URLs are looked up in.
struct PageAddress {
    QString siteRoot;   ///< folder of the site; empty for a lone file
    QString postFolder; ///< folder of the post; empty for an untitled one
    QString url;        ///< path below the site's root, "/2017/06/19/nv-meetup.html"; lonePageUrl() of a lone file
    QString file;       ///< the post's own path: another file is another page, another url of the same file is not
    QString siteUrl;    ///< the site's `url`, "https://example.org"; its requests are answered from the site's
                        ///< folder
    QString baseUrl;    ///< the site's `baseurl`, "/blog"; it is left out when files are looked up

    bool operator==(const PageAddress&) const = default;
};

/// What the published site answers for a URL path: a file that is copied or made when it is built (a style sheet from
/// Sass, say).
struct PreviewResource {
    QByteArray mimeType;
    QByteArray bytes;
};
/// Called on worker threads, several at once; `stop` is requested when the page no longer wants the answer.
using ResourceProvider = std::function<std::optional<PreviewResource>(const QString& path, const std::stop_token& stop)>;

struct PreviewFile {
    std::filesystem::path path; ///< canonical: no link is left in it
    QByteArray mimeType;
};

/// Show: a file of a kind that pages show. Open: a Markdown file that the program opens in its editor.
enum class FileUse { Show, Open };

/// Where the preview puts the page of a lone file (path or name, empty for an untitled one). Its folder stands for the
/// post's own, so that what lies beside the post is named as in the file itself.
QString lonePageUrl(const QString& file);

/// An encoded URL path of the page as a person would write it: for a lone file relative to the post's folder.
QString shownPath(const PageAddress& address, const QString& encodedPath);

/// The file that an encoded URL path names: percent-decoded once, looked up in the site's root, then in the post's
/// folder; canonical path inside that folder, a regular file of a fitting kind and of bearable size. For a lone file
/// the page's own folder is the post's, and so is the root: "/pic.png" and "pic.png" name the same.
Expected<PreviewFile> previewFile(const PageAddress& address, const QByteArray& encodedPath,
                                  FileUse use = FileUse::Show);

/// MIME type for a file name's suffix; empty for kinds that the preview does not serve.
QByteArray previewMimeType(const QString& fileName);

} // namespace galley
