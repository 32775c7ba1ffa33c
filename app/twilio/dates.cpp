// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "twilio/dates.h"

#include <QList>
#include <QString>

#include <algorithm>
#include <array>
#include <optional>

namespace anteroom::twilio {

using namespace Qt::StringLiterals;

namespace {

std::optional<int> number(QStringView text, int shortest, int longest)
{
    if (text.size() < shortest || text.size() > longest)
        return std::nullopt;
    int value = 0;
    for (const QChar c : text) {
        if (c < u'0' || c > u'9')
            return std::nullopt;
        value = value * 10 + (c.unicode() - u'0');
    }
    return value;
}

std::optional<int> month(QStringView text)
{
    static constexpr std::array names{"jan"_L1, "feb"_L1, "mar"_L1, "apr"_L1, "may"_L1, "jun"_L1,
                                      "jul"_L1, "aug"_L1, "sep"_L1, "oct"_L1, "nov"_L1, "dec"_L1};
    const auto found = std::find_if(names.begin(), names.end(), [&text](QLatin1StringView name) {
        return text.compare(name, Qt::CaseInsensitive) == 0;
    });
    return found == names.end() ? std::nullopt : std::optional(int(found - names.begin()) + 1);
}

/// "+0000", "-0730", "GMT" in seconds east of Greenwich.
std::optional<int> zone(QStringView text)
{
    if (text == "GMT"_L1 || text == "UT"_L1 || text == "UTC"_L1 || text == "Z"_L1)
        return 0;
    if (text.size() != 5 || (text.front() != u'+' && text.front() != u'-'))
        return std::nullopt;
    const auto hours = number(text.sliced(1, 2), 2, 2);
    const auto minutes = number(text.sliced(3, 2), 2, 2);
    if (!hours || !minutes || *hours > 14 || *minutes > 59)
        return std::nullopt;
    return (text.front() == u'-' ? -1 : 1) * (*hours * 3600 + *minutes * 60);
}

QDateTime parseRfc2822(QStringView text)
{
    // The weekday says nothing that the rest does not, and old samples have it wrong.
    if (const qsizetype comma = text.indexOf(u','); comma >= 0)
        text = text.sliced(comma + 1);
    const QList<QStringView> words = text.split(u' ', Qt::SkipEmptyParts);
    if (words.size() != 5)
        return {};
    const QList<QStringView> clock = words.at(3).split(u':');
    if (clock.size() != 3)
        return {};
    const auto day = number(words.at(0), 1, 2);
    const auto monthOfYear = month(words.at(1));
    const auto year = number(words.at(2), 4, 4);
    const auto hour = number(clock.at(0), 1, 2);
    const auto minute = number(clock.at(1), 2, 2);
    const auto second = number(clock.at(2), 2, 2);
    const auto east = zone(words.at(4));
    if (!day || !monthOfYear || !year || !hour || !minute || !second || !east)
        return {};
    const QDate date(*year, *monthOfYear, *day);
    const QTime time(*hour, *minute, std::min(*second, 59)); // a leap second is told as the one before
    if (!date.isValid() || !time.isValid() || *second > 60)
        return {};
    return QDateTime(date, time, Qt::UTC).addSecs(-*east);
}

} // namespace

QDateTime parseDate(QStringView text)
{
    const QStringView trimmed = text.trimmed();
    if (QDateTime date = parseRfc2822(trimmed); date.isValid())
        return date;
    if (trimmed.size() >= 19 && trimmed.at(4) == u'-' && trimmed.at(10) == u'T') {
        QDateTime date = QDateTime::fromString(trimmed.toString(), Qt::ISODateWithMs);
        if (date.timeSpec() == Qt::LocalTime)
            date.setTimeSpec(Qt::UTC); // a time without a zone is theirs, never this machine's
        return date.toUTC();
    }
    return {};
}

QString filterDate(const QDateTime &utc)
{
    return utc.toUTC().date().toString(Qt::ISODate) + u"T00:00:00Z"_s;
}

} // namespace anteroom::twilio
