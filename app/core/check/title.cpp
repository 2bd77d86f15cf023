// SPDX-License-Identifier: MIT
#include "check/rules.h"

#include "site/merge.h"

namespace galley::check
{

void checkTitle(const Subject& subject, Findings& findings)
{
    const Value* title = subject.document.values.find(std::string_view("title"));
    if (subject.document.broken || !subject.item.isDocument())
        return;
    const bool named =
        subject.item.data.get("title").isTruthy() && !site::textOf(subject.item.data.get("title")).empty();
    if (!title && !named)
        findings.push_back(subject.at(1, Severity::Warning, "title", "The post has no title"));
    else if (title && site::textOf(*title).find_first_not_of(" \t\r\n") == std::string::npos && !title->isArray() &&
             !title->isHash())
        findings.push_back(subject.atKey("title", Severity::Warning, "title",
                                         "The title is empty; lists of posts would show nothing, or the file's name"));
}

} // namespace galley::check
