// SPDX-License-Identifier: MIT
#include "post/frontmatterlook.h"

#include "base/limits.h"
#include "post/editdraft.h"

#include <algorithm>

namespace galley
{

const std::string* FrontMatterLook::source(std::string_view key) const
{
    const auto found =
        std::find_if(sources.begin(), sources.end(), [&](const auto& each) { return each.first == key; });
    return found == sources.end() ? nullptr : &found->second;
}

FrontMatterLookPtr lookAtFrontMatter(std::string_view text, const FrontMatterLookPtr& before)
{
    const FrontMatter front = findFrontMatter(text);
    std::optional<StrayFrontMatter> stray = front.present ? std::nullopt : findStrayFrontMatter(text);
    const std::string_view head = text.substr(0, front.present ? front.bodyBegin : stray ? stray->end : 0);
    if (before && before->stray == stray && before->head == head)
        return before;
    auto look = std::make_shared<FrontMatterLook>();
    look->head = std::string(head);
    look->tooLarge = front.present && head.size() > limits::formBytes;
    if (!front.present) {
        look->findings = lintStray(stray);
        look->stray = std::move(stray);
        return look;
    }
    look->value = readFrontMatter(front.yaml(text));
    if (look->tooLarge)
        return look;
    if (!look->value) {
        look->findings = lintBroken(text, front, look->value.error());
    } else if (const Expected<yaml::EditDraft> draft = yaml::EditDraft::open(text)) {
        look->sources = frontmatter::sources(*draft);
        look->findings = lint(*draft);
    }
    return look;
}

} // namespace galley
