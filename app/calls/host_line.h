// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "calls/host_door.h"
#include "calls/host_keys.h"

namespace anteroom::calls {

/// The host's own number: whoever dials it and is let in runs the show by keys. Such a call is a seat's
/// phone, never a caller, and has a studio of its own. Who is let in stays so as long as the call lasts;
/// after a restart of the desk in the middle of one, the leg that is written down for a seat counts as let in
/// without a PIN.
class HostLine : public QObject
{
    Q_OBJECT
public:
    HostLine(DeskCore &core, Phones &phones, Pulls &pulls, Moves &moves, CloseOut &closeOut, Lines &lines,
             ConnectionWatch &watch);

    /// Of consoles, so that no name means two phones.
    void setSeats(const QList<Seat> &seats) { m_seats.setConsoles(seats); }
    /// Whether news of this call, to this number, is for here.
    bool takes(const QString &sid, const QString &line) const;
    /// Whether a phone that we ring, or have rung, is a host's who is called back.
    bool takesLeg(const QString &intent, const QString &leg) const;
    bool isHost(const QString &sid) const; ///< also of before a restart

    Steps arrived(const CallArrived &news);
    Steps asks(const CallAsks &news);
    void ended(const QString &sid);
    Steps legAsks(const LegAsks &news);
    void legProgress(const LegProgress &news);
    /// Finds out what became of a call back, after a restart.
    void settle(const Intent &intent) { m_callBacks.settle(intent); }

private:
    static constexpr int mostRounds = 40; ///< of the menu without a key, some ten minutes

    HostCall &callOf(const QString &sid, const QString &from);
    void forgetOld();
    Steps render(HostCall &call) const;
    void callChanged(const Call &caller);
    void fetchBack(const QString &host, const QString &sid);
    QCoro::Task<void> toMenu(QString sid);
    void moveEnded(const Intent &intent, MoveEnd end);

    DeskCore &m_core;
    Phones &m_phones;
    Moves &m_moves;
    HostSeats m_seats;
    HostCallBacks m_callBacks;
    HostDoor m_door;
    HostKeys m_keys;
    QHash<QString, HostCall> m_calls;
};

} // namespace anteroom::calls
