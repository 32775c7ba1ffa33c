// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "calls/desk_core.h"
#include "calls/host_call.h"

#include <QCoreApplication>

namespace anteroom::calls {

/// The seats of hosts on the telephone. One and the same person may have several phones on the line: each is
/// a seat, named after them, and written down like any other, so that a restart finds it again.
class HostSeats
{
    Q_DECLARE_TR_FUNCTIONS(anteroom::calls::HostSeats)
public:
    explicit HostSeats(DeskCore &core) : m_core(core) {}

    /// Of consoles, so that no name means two phones.
    void setConsoles(const QList<Seat> &consoles) { m_consoles = consoles; }
    QString personOf(const QString &seat) const; ///< their listed phone; empty: no host's seat
    bool isSeated(const Host &host) const;       ///< runs the show by telephone already
    void sitDown(HostCall &call);
    static Seat of(const HostCall &call);

private:
    static constexpr int mostSeats = 9; ///< of one person
    static QString nameOf(const QString &person, int place);
    QString freeName(const QString &person) const;

    DeskCore &m_core;
    QList<Seat> m_consoles;
};

} // namespace anteroom::calls
