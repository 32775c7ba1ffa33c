// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QDate>
#include <QDateTime>
#include <QList>
#include <QString>

#include <array>

namespace anteroom::calls {

/// From a minute of the day up to, but not including, another one. An end that is not later than its
/// beginning belongs to the next day; 1440 is midnight at the day's end.
struct DaySpan
{
    int from = 9 * 60;
    int to = 17 * 60;
    bool operator==(const DaySpan &) const = default;
};

struct Holiday
{
    QDate date;
    QString name = {};
    bool operator==(const Holiday &) const = default;
};

/// When the line takes new callers, by the clock on the wall of one place. Says nothing about the switch by
/// hand.
struct OpeningHours
{
    enum class Then { Goodbye, Voicemail };

    bool on = false;                         ///< off: always open
    QByteArray timeZone;                     ///< IANA name; empty or unknown: this machine's
    std::array<QList<DaySpan>, 7> days = {}; ///< Monday first
    QList<Holiday> holidays = {};            ///< closed all day
    Then then = Then::Voicemail;             ///< what a caller can do when it is closed

    bool isOpenAt(const QDateTime &moment) const;
    bool operator==(const OpeningHours &) const = default;

    static OpeningHours weekdaysNineToFive();
};

} // namespace anteroom::calls
