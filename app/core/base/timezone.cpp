// SPDX-License-Identifier: MIT
#include "base/timezone.h"

#include <QDateTime>
#include <QTimeZone>

#include <algorithm>
#include <vector>

namespace galley
{

/// All offset changes of the zone, read once: QTimeZone takes microseconds for each question.
struct TimeZone::Data {
    struct Change {
        std::int64_t from = 0; ///< seconds since 1970
        std::int32_t offset = 0;
        std::string abbreviation;
        bool isDaylight = false;
    };
    std::vector<Change> changes; ///< in order; the first holds for all time before too

    const Change& at(std::int64_t seconds) const
    {
        const auto after =
            std::upper_bound(changes.begin(), changes.end(), seconds,
                             [](std::int64_t value, const Change& change) { return value < change.from; });
        return after == changes.begin() ? *after : *(after - 1);
    }
};

std::optional<TimeZone> TimeZone::named(std::string_view ianaName)
{
    const QByteArray id(ianaName.data(), static_cast<qsizetype>(ianaName.size()));
    const QTimeZone zone(id);
    if (!zone.isValid() || id.startsWith("UTC+") || id.startsWith("UTC-"))
        return std::nullopt;
    const auto change = [](const QTimeZone::OffsetData& data) {
        Data::Change made;
        made.from = data.atUtc.toSecsSinceEpoch();
        made.offset = data.offsetFromUtc;
        made.abbreviation = data.abbreviation.toStdString();
        made.isDaylight = data.daylightTimeOffset != 0;
        return made;
    };
    const auto data = std::make_shared<Data>();
    const QDateTime first = QDateTime::fromSecsSinceEpoch(-5'000'000'000, QTimeZone::utc()); // 1811: before all rules
    const QDateTime last =
        QDateTime::fromSecsSinceEpoch(7'300'000'000, QTimeZone::utc()); // 2201: far enough for a blog
    // offsetData() has no answer for zones that never change, such as UTC.
    data->changes.push_back(
        {first.toSecsSinceEpoch(), zone.offsetFromUtc(first), zone.abbreviation(first).toStdString(), false});
    for (const QTimeZone::OffsetData& each : zone.transitions(first, last))
        data->changes.push_back(change(each));
    TimeZone made;
    made.m_data = data;
    return made;
}

DateTime TimeZone::at(std::int64_t secondsSinceEpoch, std::int32_t nanoseconds) const
{
    DateTime time;
    time.seconds = secondsSinceEpoch;
    time.nanoseconds = nanoseconds;
    time.zone = "UTC";
    if (m_data) {
        const Data::Change& change = m_data->at(secondsSinceEpoch);
        time.offset = change.offset;
        time.zone = change.abbreviation;
        time.isDaylight = change.isDaylight;
    }
    return time;
}

DateTime TimeZone::local(const CivilTime& civil) const
{
    const std::int64_t wall = fromCivil(civil, 0).seconds;
    const std::int32_t before = at(wall - 86400).offset;
    const std::int32_t after = at(wall + 86400).offset;
    // The earlier of two moments, or in a gap the one by the offset before it, is that of the offset before.
    for (const std::int32_t offset : {before, after}) {
        if (at(wall - offset).offset == offset)
            return at(wall - offset, civil.nanoseconds);
    }
    return at(wall - before, civil.nanoseconds);
}

} // namespace galley
