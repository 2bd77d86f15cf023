// SPDX-License-Identifier: MIT
// The rules of "check before you publish": each stands in a file of its own and looks at one thing.
#pragma once

#include "check/addresses.h"
#include "check/finding.h"
#include "check/pagefacts.h"
#include "post/postdocument.h"

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <unordered_set>

namespace galley
{
class Site;
}

namespace galley::check
{

class PluginPages;

/// The anchors of another page of the site; null when they are not known.
using IdsOf = std::function<const std::unordered_set<std::string>*(const site::ItemPtr&)>;

/// One page and what is known of it and of its site.
struct Subject {
    const Site& site;
    const site::Item& item;
    const PostDocument& document; ///< of item.text
    const PageFacts& facts;
    const Addresses& addresses;
    IdsOf idsOf;
    const PluginPages& pluginPages;
    std::int64_t now = 0; ///< seconds since 1970; what is dated after it is to come

    bool isPost() const { return item.collection == "posts"; }
    /// A finding at a line of the file, or of the front matter's key.
    Finding at(int line, Severity severity, std::string rule, std::string text) const;
    Finding atKey(std::string_view key, Severity severity, std::string rule, std::string text) const;
    Finding atLink(const PageLink& link, Severity severity, std::string rule, std::string text) const;
};

using Rule = void (*)(const Subject& subject, Findings& findings);

/// What is wrong with a link that leads to `target`; nothing when it is right. A link into a folder of pages that a
/// plugin may write gives the same finding for every such link.
std::optional<Finding> brokenLink(const Subject& subject, const PageLink& link, const Target& target);

/// In the order in which a person reads what they found.
std::span<const Rule> rules();

void checkFileName(const Subject& subject, Findings& findings);
void checkAddress(const Subject& subject, Findings& findings);
void checkNameAndDate(const Subject& subject, Findings& findings);
void checkFutureDate(const Subject& subject, Findings& findings);
void checkPublished(const Subject& subject, Findings& findings);
void checkFrontMatter(const Subject& subject, Findings& findings);
void checkTitle(const Subject& subject, Findings& findings);
void checkLayout(const Subject& subject, Findings& findings);
void checkAuthor(const Subject& subject, Findings& findings);
void checkSameAddress(const Subject& subject, Findings& findings);
void checkLinks(const Subject& subject, Findings& findings);
void checkAnchors(const Subject& subject, Findings& findings);
void checkImageTexts(const Subject& subject, Findings& findings);
void checkPhotoSizes(const Subject& subject, Findings& findings);
void checkHeadingIds(const Subject& subject, Findings& findings);
void checkInsecureResources(const Subject& subject, Findings& findings);
void checkRendering(const Subject& subject, Findings& findings);

} // namespace galley::check
