// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "calls/call.h"

#include <QDateTime>
#include <QList>

#include <utility>

namespace anteroom::calls {

/// Those who stand in one queue, by our order. Keeps what is asked for with every caller who is greeted, so
/// that a place among thousands costs no walk past all of them.
class Standing
{
public:
    void add(const Call &call);
    void remove(const Call &call); ///< with the same values

    int count() const { return static_cast<int>(m_order.size()); }
    int countBefore(const Call &call) const;
    qint64 averageSeconds(const QDateTime &now) const; ///< that those who hear music now have waited

private:
    using Place = std::pair<double, QString>;
    static Place placeOf(const Call &call) { return {call.order, call.sid}; }

    QList<Place> m_order;
    qint64 m_waiting = 0;
    qint64 m_arrivals = 0; ///< of the waiting; their sum, in milliseconds since the epoch
};

} // namespace anteroom::calls
