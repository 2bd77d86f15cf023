// SPDX-License-Identifier: MIT
#include "check/rules.h"

#include <unordered_map>

namespace galley::check
{

void checkHeadingIds(const Subject& subject, Findings& findings)
{
    std::unordered_map<std::string, int> first;
    for (const auto& [id, line] : subject.facts.ownIds) {
        const auto [place, added] = first.emplace(id, line);
        if (!added)
            findings.push_back(subject.at(line, Severity::Warning, "same-id",
                                          "The id \"" + id + "\" stands here and in line " +
                                              std::to_string(place->second) + "; links to #" + id +
                                              " find only the first"));
    }
}

} // namespace galley::check
