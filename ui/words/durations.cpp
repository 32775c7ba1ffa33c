// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/words/durations.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace anteroom::ui {

namespace {

struct DurationWords
{
    Q_DECLARE_TR_FUNCTIONS(Durations)
};

} // namespace

QString clockText(qint64 seconds)
{
    const qint64 all = std::max<qint64>(0, seconds);
    const auto two = [](qint64 value) { return QString::number(value).rightJustified(2, u'0'); };
    if (all < 3600)
        return QString::number(all / 60) + u':' + two(all % 60);
    return QString::number(all / 3600) + u':' + two(all / 60 % 60) + u':' + two(all % 60);
}

QString spokenDuration(qint64 seconds)
{
    const qint64 minutes = std::max<qint64>(0, seconds) / 60;
    if (minutes == 0)
        return DurationWords::tr("less than a minute");
    const auto spokenMinutes = [](qint64 count) {
        return count == 1 ? DurationWords::tr("one minute") : DurationWords::tr("%1 minutes").arg(count);
    };
    if (minutes < 60)
        return spokenMinutes(minutes);
    const qint64 hours = minutes / 60;
    const QString spokenHours =
        hours == 1 ? DurationWords::tr("one hour") : DurationWords::tr("%1 hours").arg(hours);
    return minutes % 60 == 0 ? spokenHours : spokenHours + u' ' + spokenMinutes(minutes % 60);
}

} // namespace anteroom::ui
