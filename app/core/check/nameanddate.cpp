// SPDX-License-Identifier: MIT
#include "check/rules.h"

#include "site/dates.h"
#include "site/documentdata.h"
#include "site/site.h"

namespace galley::check
{

/// The permalink takes the day of `date:`, lists are sorted by it: a name that says another day misleads its author.
void checkNameAndDate(const Subject& subject, Findings& findings)
{
    const site::Item& item = subject.item;
    const site::FileName name = site::fileNameOf(item.relativePath);
    if (item.kind != site::ItemKind::Post || name.date.empty() || !subject.document.values.get("date").isTruthy())
        return;
    const auto named = site::dateOf(Value(name.date), subject.site.timeZone(), subject.site.now());
    if (!named || strftime(*named, "%F") == strftime(item.date, "%F"))
        return;
    const std::string day = strftime(item.date, "%F");
    Finding finding =
        subject.atKey("date", Severity::Warning, "name-date",
                      "The name says " + name.date + ", but date: is " + day + " in the site's time zone (" +
                          site::timeZoneName(subject.site.content()) + "); the site goes by date:");
    const std::string folder = item.relativePath.substr(0, item.relativePath.size() - item.name.size());
    finding.fix = Fix{"Rename to " + day, std::nullopt, folder + day + item.name.substr(name.date.size())};
    findings.push_back(std::move(finding));
}

} // namespace galley::check
