// SPDX-License-Identifier: MIT
#include "check/rules.h"

#include "base/limits.h"

#include <cstdio>
#include <filesystem>

namespace galley::check
{

void checkPhotoSizes(const Subject& subject, Findings& findings)
{
    for (const PageLink& link : subject.facts.links) {
        if (link.kind != PageLink::Kind::Image)
            continue;
        const Target target = subject.addresses.resolve(link.url, subject.item);
        if (target.kind != Target::Kind::File)
            continue;
        std::error_code code;
        const auto size = std::filesystem::file_size(target.path, code);
        if (code || size <= limits::photoBytes)
            continue;
        char megabytes[32];
        std::snprintf(megabytes, sizeof megabytes, "%.1f", static_cast<double>(size) / 1e6);
        findings.push_back(
            subject.atLink(link, Severity::Warning, "large-photo",
                           "The image \"" + link.url.substr(link.url.rfind('/') + 1) + "\" has " + megabytes +
                               " MB; readers on a phone wait for it. Under 1 MB is enough for any screen"));
    }
}

} // namespace galley::check
