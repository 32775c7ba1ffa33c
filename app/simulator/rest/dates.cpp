// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/rest/dates.h"

#include <QLocale>
#include <QTimeZone>

using namespace Qt::StringLiterals;

namespace anteroom::simulator::rest {

QString rfc2822(const QDateTime &moment)
{
    return QLocale::c().toString(moment.toUTC(), u"ddd, dd MMM yyyy HH:mm:ss '+0000'"_s);
}

QJsonValue rfc2822OrNull(const QDateTime &moment)
{
    return moment.isValid() ? QJsonValue(rfc2822(moment)) : QJsonValue();
}

std::optional<FilterDate> parseFilterDate(const QString &text)
{
    if (text.size() == 10) {
        const QDate day = QDate::fromString(text, Qt::ISODate);
        if (!day.isValid())
            return std::nullopt;
        return FilterDate{day.startOfDay(QTimeZone::utc()), true};
    }
    QDateTime moment = QDateTime::fromString(text, Qt::ISODateWithMs);
    if (!moment.isValid())
        return std::nullopt;
    if (moment.timeSpec() == Qt::LocalTime)
        moment = QDateTime(moment.date(), moment.time(), QTimeZone::utc());
    return FilterDate{moment.toUTC(), false};
}

Result<DateFilter> DateFilter::read(const http::Form &query, const QByteArray &name)
{
    DateFilter filter;
    const std::pair<QByteArray, std::optional<FilterDate> DateFilter::*> spellings[] = {
        {name, &DateFilter::m_on}, {name + '<', &DateFilter::m_before}, {name + '>', &DateFilter::m_since}};
    for (const auto &[spelling, member] : spellings) {
        if (!query.contains(spelling))
            continue;
        filter.*member = parseFilterDate(query.text(spelling));
        if (!(filter.*member))
            return std::unexpected(
                invalidParameter(u"%1 is not a date (YYYY-MM-DD)"_s.arg(QString::fromUtf8(spelling))));
    }
    return filter;
}

bool DateFilter::matches(const QDateTime &moment) const
{
    if (!m_on && !m_before && !m_since)
        return true;
    if (!moment.isValid())
        return false;
    if (m_on) {
        const QDateTime end = m_on->wholeDay ? m_on->moment.addDays(1) : m_on->moment.addSecs(1);
        if (moment < m_on->moment || moment >= end)
            return false;
    }
    if (m_before && moment >= m_before->moment)
        return false;
    return !m_since || moment >= m_since->moment;
}

} // namespace anteroom::simulator::rest
