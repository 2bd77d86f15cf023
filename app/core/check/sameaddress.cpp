// SPDX-License-Identifier: MIT
#include "check/rules.h"

#include <algorithm>

namespace galley::check
{

void checkSameAddress(const Subject& subject, Findings& findings)
{
    const std::string destination = subject.item.destination();
    std::vector<std::string> others = subject.addresses.writtenTo(destination);
    const auto same = std::remove(others.begin(), others.end(), subject.item.relativePath);
    others.erase(same, others.end());
    if (others.empty())
        return;
    findings.push_back(subject.at(1, Severity::Warning, "same-address",
                                  "This has the same address as " + others.front() + ": /" + destination +
                                      "; only one of the two is published"));
}

} // namespace galley::check
