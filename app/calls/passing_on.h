// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "calls/asking.h"

namespace anteroom::calls {

/// Giving a caller to somebody on the list of phones: blind, so that their phone rings and whoever presses
/// the key there has the caller; or after asking them, by text or by a short call. Until they have taken the
/// caller, the caller stays in line, and the seat that gave them is told by whom they were not taken, and
/// why.
class PassingOn : public QObject
{
    Q_OBJECT
public:
    PassingOn(DeskCore &core, People &people, Pulls &pulls, Moves &moves, Asking &asking);

    /// Whether the other one can have the call; the call itself has been checked (permissions.h).
    std::expected<void, Refusal> mayGive(const Seat &seat, const GiveTo &command) const;
    void give(const Seat &seat, const GiveTo &command);
    /// After a restart: who is on hold already only to be passed on.
    void takeUp();

private:
    void pass(const Call &call, const QString &giver, const QString &number, bool askFirst);
    void onHold(const Intent &intent, MoveEnd end);
    void passWhoIsOnHold(const QString &sid);
    void notTaken(const Call &before, const QString &remark, RingEnd why);
    void answered(const QString &sid, const AskedPhone &phone);
    /// What the giver is told, and the row says.
    void tell(const QString &sid, const QString &giver, const QString &sentence);
    static QString whyNot(RingEnd why, const QString &who, const QString &caller, const QString &refusal);
    static std::optional<QString> whyNot(const AskedPhone &phone, const QString &who, const QString &caller);

    DeskCore &m_core;
    People &m_people;
    Pulls &m_pulls;
    Moves &m_moves;
    Asking &m_asking;
};

} // namespace anteroom::calls
