// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "http/form.h"
#include "simulator/rest/answer.h"

#include <QDateTime>
#include <QJsonValue>

#include <optional>

namespace anteroom::simulator::rest {

/// "Tue, 07 Aug 2012 22:57:41 +0000", whatever the locale of the machine.
QString rfc2822(const QDateTime &moment);
/// The same, or null for a moment that has not come (an invalid date).
QJsonValue rfc2822OrNull(const QDateTime &moment);

/// A date or a moment of a list filter: YYYY-MM-DD, or ISO 8601 with a zone (without one: UTC).
struct FilterDate
{
    QDateTime moment; ///< for a day: its first second
    bool wholeDay = false;
};
std::optional<FilterDate> parseFilterDate(const QString &text);

/// A date filter of a list. The inequality is part of the parameter's name on the wire: StartTime,
/// StartTime<, StartTime>.
class DateFilter
{
public:
    static Result<DateFilter> read(const http::Form &query, const QByteArray &name);
    /// A moment that has not come matches only a list without this filter.
    bool matches(const QDateTime &moment) const;

private:
    std::optional<FilterDate> m_on;     ///< that day, or that second
    std::optional<FilterDate> m_before; ///< earlier than
    std::optional<FilterDate> m_since;  ///< then or later
};

} // namespace anteroom::simulator::rest
