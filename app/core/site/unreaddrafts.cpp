// SPDX-License-Identifier: MIT
#include "site/unreaddrafts.h"

#include "base/files.h"
#include "base/textcheck.h"
#include "base/textcodec.h"
#include "site/folderfiles.h"
#include "site/site.h"

namespace galley::site
{

std::vector<UnreadDraft> unreadDrafts(const Site& site)
{
    std::vector<UnreadDraft> drafts;
    for (const std::filesystem::path& path : filesOfFolders(site, "_drafts")) {
        if (site.itemAt(path))
            continue;
        const Expected<std::string> bytes = readFile(path);
        if (!bytes || whyNotText(*bytes))
            continue;
        UnreadDraft draft;
        draft.item = site.itemOf(path, displayText(fromFileBytes(*bytes).text), draft.reading);
        drafts.push_back(std::move(draft));
    }
    return drafts;
}

} // namespace galley::site
