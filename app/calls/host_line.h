// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "calls/close_out.h"
#include "calls/connection_watch.h"
#include "calls/host_call.h"
#include "calls/lines.h"
#include "calls/pin_locks.h"
#include "calls/pulls.h"

#include <expected>

namespace anteroom::calls {

/// The host's own number: whoever dials it and is let in runs the show by keys. Such a call is a seat's
/// phone, never a caller: it has a studio of its own, and what it asks for is permitted and carried out as
/// any seat's wish is. Who is let in lasts as long as the call; after a restart of the desk in the middle of
/// one, the leg that is written down for a seat counts as let in without a PIN.
class HostLine : public QObject
{
    Q_OBJECT
public:
    HostLine(DeskCore &core, Phones &phones, Pulls &pulls, Moves &moves, CloseOut &closeOut, Lines &lines,
             ConnectionWatch &watch);

    /// Of consoles, so that no name means two phones.
    void setSeats(const QList<Seat> &seats) { m_consoles = seats; }
    /// Whether news of this call, to this number, is for here.
    bool takes(const QString &sid, const QString &line) const;
    bool isHost(const QString &sid) const; ///< also of before a restart

    Steps arrived(const CallArrived &news);
    Steps asks(const CallAsks &news);
    void ended(const QString &sid);

private:
    static constexpr int mostSeats = 9;   ///< of one person on several phones
    static constexpr int mostRounds = 40; ///< of the menu without a key, some ten minutes
    const HostPlan &plan() const { return m_core.options.host; }

    HostCall &callOf(const QString &sid, const QString &from);
    void forgetOld();
    static bool turn(HostCall &call, const QString &event);
    static bool turn(HostCall &call, const char16_t *event);
    Steps render(HostCall &call) const;
    HostView viewOf(const HostCall &call) const;
    QStringList queue() const;
    const Call *callerOf(const HostCall &call) const;

    bool resume(HostCall &call);
    void meet(HostCall &call, bool proven);
    static void turnAway(HostCall &call, const QString &sentence);
    bool turnAwayLocked(HostCall &call);
    void pin(HostCall &call, const QString &digits);
    void letIn(HostCall &call, bool verified);
    static QString seatName(const QString &name, int place);
    QString personOf(const QString &seat) const; ///< their listed phone; empty: no host's seat
    QString freeSeat(const QString &name) const;
    Seat seatOf(const HostCall &call) const;

    void key(HostCall &call, const QString &digits);
    void menuKey(HostCall &call, const QString &digit);
    void confirmKey(HostCall &call, const QString &digit);
    void movingOnKey(HostCall &call, const QString &digit);
    bool mayAll(HostCall &call);
    std::expected<void, QString> may(const HostCall &call, const Command &command) const;
    void next(HostCall &call, bool anybody);
    void moveOn(HostCall &call);
    void dismiss(HostCall &call, AfterTalk how);
    void dismissQuietly(HostCall &call);

    void callChanged(const Call &caller);
    void fetchBack(const QString &host, const QString &sid);
    QCoro::Task<void> toMenu(QString sid);
    void moveEnded(const Intent &intent, MoveEnd end);

    DeskCore &m_core;
    Phones &m_phones;
    Pulls &m_pulls;
    Moves &m_moves;
    CloseOut &m_closeOut;
    Lines &m_lines;
    ConnectionWatch &m_watch;
    PinLocks m_locks;
    QList<Seat> m_consoles;
    QHash<QString, HostCall> m_calls;
};

} // namespace anteroom::calls
