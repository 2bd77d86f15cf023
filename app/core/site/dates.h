// SPDX-License-Identifier: MIT
// Dates of front matter and file names as moments in the site's time zone.
#pragma once

#include "base/timezone.h"
#include "base/value.h"

#include <optional>
#include <string>

namespace galley::site
{

struct SiteContent;

/// Utils.parse_date(value.to_s): a Date is midnight in the zone; nothing when it names no time.
std::optional<DateTime> dateOf(const Value& value, const TimeZone& zone, const DateTime& now);

/// The IANA name of the config's `timezone`, else the person's.
std::string timeZoneName(const SiteContent& content);

} // namespace galley::site
