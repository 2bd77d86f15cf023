// SPDX-License-Identifier: MIT
// Events of an .ics file (iCalendar, RFC 5545): what a write-up needs to know of a meetup.
#pragma once

#include "base/expected.h"
#include "base/timezone.h"

#include <string>
#include <string_view>
#include <vector>

namespace galley
{

struct CalendarEvent {
    std::string title;
    std::string group; ///< the calendar's name, else the organizer's
    std::string place;
    std::string link;
    DateTime start; ///< told in the zone of the event, else in the one given; a date for a whole day
};

/// The file's events in its order. An error says why it is no calendar; a calendar without events is one too.
Expected<std::vector<CalendarEvent>> readEvents(std::string_view bytes, const TimeZone& zone);

} // namespace galley
