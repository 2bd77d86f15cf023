// SPDX-License-Identifier: MIT
// PreviewTrust and what follows from it: the page's content policy, and which requests and links may leave.
#pragma once

#include <QByteArray>
#include <QString>
#include <QUrl>

namespace galley
{

/// What the person allows one site. Nothing by default: the safe level.
struct PreviewTrust {
    bool design = false;  ///< style sheets and fonts from elsewhere
    bool content = false; ///< images and media from elsewhere
    bool scripts = false; ///< the page as published, with its scripts; includes the other two

    bool operator==(const PreviewTrust&) const = default;
};

/// The Content-Security-Policy of the page in the safe levels. `siteUrl` is the site's own address, which is
/// redirected to the files at hand; it may be empty.
QString contentPolicy(const PreviewTrust& trust, const QUrl& siteUrl);

/// The policy of a stand-alone page of the site: everything of its own lies inside, and no script runs. Empty for a
/// site whose scripts may run.
QString standalonePolicy(const PreviewTrust& trust);

/// The empty page that the safe levels load: the page's own doctype (layout depends on it) and the policy.
QByteArray hostPage(const QString& doctype, const PreviewTrust& trust, const QUrl& siteUrl);

/// The page's doctype, comments before it left out; empty when it has none.
QString doctypeOf(std::string_view html);

/// Whether a link of the page may be handed to the system: http, https and mailto, nothing else.
bool mayOpenOutside(const QUrl& url);

/// Whether the link's words name another host than the one it leads to ("www.mybank.example" → evil.example).
bool namesOtherHost(const QString& text, const QUrl& target);

} // namespace galley
