// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "calls/standing.h"

#include <algorithm>

namespace anteroom::calls {

void Standing::add(const Call &call)
{
    const Place place = placeOf(call);
    m_order.insert(std::ranges::lower_bound(m_order, place), place);
    if (call.hearsMusic() && call.arrival.isValid()) {
        ++m_waiting;
        m_arrivals += call.arrival.toMSecsSinceEpoch();
    }
}

void Standing::remove(const Call &call)
{
    const Place place = placeOf(call);
    const auto found = std::ranges::lower_bound(m_order, place);
    if (found == m_order.end() || *found != place)
        return;
    m_order.erase(found);
    if (call.hearsMusic() && call.arrival.isValid()) {
        --m_waiting;
        m_arrivals -= call.arrival.toMSecsSinceEpoch();
    }
}

int Standing::countBefore(const Call &call) const
{
    const auto place = std::ranges::lower_bound(std::as_const(m_order), placeOf(call));
    return static_cast<int>(place - m_order.cbegin());
}

qint64 Standing::averageSeconds(const QDateTime &now) const
{
    constexpr qint64 second = 1000;
    if (m_waiting == 0)
        return 0;
    return std::max<qint64>(0, now.toMSecsSinceEpoch() - m_arrivals / m_waiting) / second;
}

} // namespace anteroom::calls
