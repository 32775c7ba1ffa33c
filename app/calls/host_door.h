// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "calls/host_call_backs.h"
#include "calls/host_seats.h"
#include "calls/pin_locks.h"

#include <QCoreApplication>

namespace anteroom::calls {

/// Who of those who dial the hosts' number is let in: by a PIN, by a network that vouches for their number,
/// or on the phone that is called back.
class HostDoor
{
    Q_DECLARE_TR_FUNCTIONS(anteroom::calls::HostDoor)
public:
    HostDoor(DeskCore &core, HostSeats &seats, HostCallBacks &callBacks);

    /// A call that has just come.
    void meet(HostCall &call, bool proven);
    /// The desk has been restarted in the middle of the call; false when it had not let them in.
    bool resume(HostCall &call);
    void claims(HostCall &call, const QString &number); ///< to be this person, by their number
    void pin(HostCall &call, const QString &digits);
    void letIn(HostCall &call, bool verified);
    static void turnAway(HostCall &call, const QString &sentence);

private:
    bool turnAwayLocked(HostCall &call);
    const HostPlan &plan() const { return m_core.options.host; }

    DeskCore &m_core;
    HostSeats &m_seats;
    HostCallBacks &m_callBacks;
    PinLocks m_locks;
};

} // namespace anteroom::calls
