// SPDX-License-Identifier: MIT
// The only file that knows libical. Its own time zones are left alone: they are global and read the system's files.
#include "importing/events.h"

#include "base/limits.h"
#include "base/unicode.h"

#include <libical/ical.h>

#include <algorithm>
#include <memory>
#include <optional>

namespace galley
{
namespace
{
struct ComponentDeleter {
    void operator()(icalcomponent* component) const { icalcomponent_free(component); }
};
using Component = std::unique_ptr<icalcomponent, ComponentDeleter>;

Error failure(std::string why)
{
    return Error{std::move(why), {}, 0};
}

bool beginsWith(std::string_view line, std::string_view upper)
{
    return line.size() >= upper.size() && unicode::toUpper(line.substr(0, upper.size())) == upper;
}

// libical frees and walks components recursively, so their depth is looked at before it sees them.
std::optional<Error> whyNotCalendar(std::string_view bytes)
{
    if (bytes.size() > limits::calendarBytes)
        return failure("The calendar file is larger than 4 MB");
    if (bytes.starts_with("\xEF\xBB\xBF"))
        bytes.remove_prefix(3);
    if (!beginsWith(bytes, "BEGIN:VCALENDAR"))
        return failure("This is no calendar file: it does not begin with BEGIN:VCALENDAR");
    if (bytes.find('\0') != bytes.npos)
        return failure("This is no calendar file: it holds bytes that are no text");
    int depth = 0;
    for (std::size_t start = 0; start < bytes.size();) {
        const std::size_t end = std::min(bytes.find('\n', start), bytes.size());
        const std::string_view line = bytes.substr(start, end - start);
        depth += beginsWith(line, "BEGIN:") ? 1 : beginsWith(line, "END:") ? -1 : 0;
        if (depth > limits::calendarDepth)
            return failure("The calendar's parts are nested too deeply");
        start = end + 1;
    }
    return std::nullopt;
}

std::string textOf(icalcomponent* component, icalproperty_kind kind)
{
    icalproperty* property = icalcomponent_get_first_property(component, kind);
    const icalvalue* value = property ? icalproperty_get_value(property) : nullptr;
    const char* text = nullptr;
    if (value && icalvalue_isa(value) == ICAL_TEXT_VALUE)
        text = icalvalue_get_text(value);
    else if (value && icalvalue_isa(value) == ICAL_URI_VALUE)
        text = icalvalue_get_uri(value);
    // One line of valid text, whatever the file holds.
    std::string out;
    const std::string_view source = text ? text : "";
    for (std::size_t pos = 0; pos < source.size();) {
        const char32_t c = unicode::next(source, pos);
        unicode::append(out, c < 0x20 ? U' ' : c);
    }
    while (!out.empty() && out.back() == ' ')
        out.pop_back();
    return out.substr(std::min(out.find_first_not_of(' '), out.size()));
}

std::string calendarName(icalcomponent* calendar)
{
    for (icalproperty* property = icalcomponent_get_first_property(calendar, ICAL_X_PROPERTY); property;
         property = icalcomponent_get_next_property(calendar, ICAL_X_PROPERTY)) {
        const char* name = icalproperty_get_x_name(property);
        if (name && std::string_view(name) == "X-WR-CALNAME")
            return icalproperty_get_x(property) ? icalproperty_get_x(property) : "";
    }
    return {};
}

std::string organizer(icalcomponent* event)
{
    icalproperty* property = icalcomponent_get_first_property(event, ICAL_ORGANIZER_PROPERTY);
    icalparameter* name = property ? icalproperty_get_first_parameter(property, ICAL_CN_PARAMETER) : nullptr;
    return name && icalparameter_get_cn(name) ? icalparameter_get_cn(name) : "";
}

std::optional<DateTime> startOf(icalcomponent* event, const TimeZone& zone)
{
    icalproperty* property = icalcomponent_get_first_property(event, ICAL_DTSTART_PROPERTY);
    if (!property)
        return std::nullopt;
    const icaltimetype time = icalproperty_get_dtstart(property);
    if (!isValidDate(time.year, time.month, time.day))
        return std::nullopt;
    if (time.is_date)
        return makeDate(time.year, time.month, time.day);
    const CivilTime civil{time.year, time.month, time.day, time.hour, time.minute, time.second, 0};
    if (icaltime_is_utc(time))
        return zone.at(fromCivil(civil, 0).seconds);
    icalparameter* named = icalproperty_get_first_parameter(property, ICAL_TZID_PARAMETER);
    const char* name = named ? icalparameter_get_tzid(named) : nullptr;
    return (name ? TimeZone::named(name).value_or(zone) : zone).local(civil);
}

CalendarEvent eventOf(icalcomponent* component, const std::string& calendar, const TimeZone& zone)
{
    CalendarEvent event;
    event.title = textOf(component, ICAL_SUMMARY_PROPERTY);
    event.place = textOf(component, ICAL_LOCATION_PROPERTY);
    event.link = textOf(component, ICAL_URL_PROPERTY);
    event.group = calendar.empty() ? organizer(component) : calendar;
    event.start = startOf(component, zone).value_or(DateTime());
    return event;
}
} // namespace

Expected<std::vector<CalendarEvent>> readEvents(std::string_view bytes, const TimeZone& zone)
{
    if (const std::optional<Error> error = whyNotCalendar(bytes))
        return unexpected(*error);
    icalerror_set_errors_are_fatal(false);
    const std::string text(bytes.substr(bytes.starts_with("\xEF\xBB\xBF") ? 3 : 0));
    const Component calendar(icalparser_parse_string(text.c_str()));
    if (!calendar)
        return unexpected(failure("The calendar file can not be read"));
    const std::string name = calendarName(calendar.get());
    std::vector<CalendarEvent> events;
    for (icalcomponent* each = icalcomponent_get_first_component(calendar.get(), ICAL_VEVENT_COMPONENT);
         each && events.size() < limits::calendarEvents;
         each = icalcomponent_get_next_component(calendar.get(), ICAL_VEVENT_COMPONENT)) {
        if (icalcomponent_get_first_property(each, ICAL_DTSTART_PROPERTY))
            events.push_back(eventOf(each, name, zone));
    }
    if (events.empty())
        return unexpected(failure("The calendar file holds no event"));
    return events;
}

} // namespace galley
