// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "calls/moves.h"
#include "calls/pulls.h"

#include <expected>

namespace anteroom::calls {

/// The people on the list of phones to be asked. Each acts as a seat of their own with their own phone: they
/// may take callers, send them to voicemail and thank them, but neither close out the queue nor the line.
class People : public QObject
{
    Q_OBJECT
public:
    People(DeskCore &core, Pulls &pulls, Moves &moves);

    /// Of consoles, so that no name means two phones.
    void setSeats(const QList<Seat> &seats) { m_consoles = seats; }
    const AskPlan &plan() const { return m_core.options.asking; }
    /// Null: not on the list.
    const AskPhone *find(const QString &number) const { return plan().phone(number); }
    /// By number, or by the name they have here; null: not on the list.
    const AskPhone *named(const QString &to) const;
    Seat seatOf(const AskPhone &who) const;
    const AskPhone *ofSeat(const QString &seat) const; ///< null: a console's, or nobody's
    /// Rings, talks, or is still being hung up.
    bool isOccupied(const AskPhone &who) const;

    /// Anything but "later".
    std::expected<void, Refusal> carryOut(const AskPhone &who, const QString &sid, AskWish wish);
    /// Takes a caller with the phone that is on the line already; it goes to its studio.
    std::expected<void, Refusal> takeHere(const AskPhone &who, const QString &sid, const QString &leg);

private:
    std::expected<void, Refusal> mayTake(const Seat &seat, const QString &sid) const;

    DeskCore &m_core;
    Pulls &m_pulls;
    Moves &m_moves;
    QList<Seat> m_consoles;
};

} // namespace anteroom::calls
