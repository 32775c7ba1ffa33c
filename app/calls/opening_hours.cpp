// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "calls/opening_hours.h"

#include <QTimeZone>

#include <algorithm>

namespace anteroom::calls {

bool OpeningHours::isOpenAt(const QDateTime &moment) const
{
    constexpr int wholeDay = 24 * 60;
    if (!on)
        return true;
    const QTimeZone zone = timeZone.isEmpty() ? QTimeZone() : QTimeZone(timeZone);
    const QDateTime there = zone.isValid() ? moment.toTimeZone(zone) : moment.toLocalTime();
    const int minute = there.time().hour() * 60 + there.time().minute();
    const auto spansOf = [this](const QDate &date) {
        const bool holiday =
            std::ranges::any_of(holidays, [&](const Holiday &each) { return each.date == date; });
        return holiday ? QList<DaySpan>() : days.at(std::size_t(date.dayOfWeek() - 1));
    };
    const auto holds = [](const QList<DaySpan> &spans, int at) {
        return std::ranges::any_of(spans, [at](const DaySpan &span) {
            const int end = span.to > span.from ? span.to : span.to + wholeDay;
            return span.from <= at && at < end;
        });
    };
    // What began yesterday may last past midnight.
    return holds(spansOf(there.date()), minute) ||
           holds(spansOf(there.date().addDays(-1)), minute + wholeDay);
}

OpeningHours OpeningHours::weekdaysNineToFive()
{
    constexpr std::size_t workingDays = 5;
    OpeningHours hours;
    for (std::size_t day = 0; day < workingDays; ++day)
        hours.days.at(day) = {DaySpan{}};
    return hours;
}

} // namespace anteroom::calls
