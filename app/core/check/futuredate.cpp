// SPDX-License-Identifier: MIT
#include "check/rules.h"

#include "site/dates.h"
#include "site/site.h"

namespace galley::check
{

void checkFutureDate(const Subject& subject, Findings& findings)
{
    const site::Item& item = subject.item;
    if (!item.isDocument() || item.kind == site::ItemKind::Draft || item.date.seconds <= subject.now ||
        subject.site.config().get("future").isTruthy())
        return;
    const std::string zone = site::timeZoneName(subject.site.content());
    const std::string moment = strftime(item.date, "%A, %-d %B %Y, %H:%M");
    findings.push_back(subject.atKey("date", Severity::Warning, "future",
                                     "Jekyll leaves this out until " + moment + " (" + zone + ", UTC" +
                                         strftime(item.date, "%:z") +
                                         "), and shows it when the site is built after that"));
}

} // namespace galley::check
