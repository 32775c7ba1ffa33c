// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "calls/command.h"
#include "calls/moves.h"
#include "calls/phones.h"

#include <expected>

namespace anteroom::calls {

/// Bringing a chosen caller and a seat together: the phone first, the caller only after its owner has pressed
/// the key; and what happens to either when the other goes away.
class Pulls : public QObject
{
    Q_OBJECT
public:
    Pulls(DeskCore &core, Phones &phones, Moves &moves);

    /// The call and the seat have been checked (permissions.h).
    void pull(const Seat &seat, const Pull &command);
    void cancel(const Intent &ringing);
    void keepPhoneOn(const Seat &seat, bool on);

    /// The caller has hung up while a phone rings for them.
    void callerGone(const Intent &ringing, const QString &status);
    /// The caller must be somewhere else at once (close out): the ringing ends, they wait.
    void giveBack(const Intent &ringing, const QString &remark);

    /// The caller's side of a studio has ended, and the phone company asks what comes next.
    Steps leftStudio(const Call &call);
    /// A reading says that a connected caller is no longer in a studio but lives.
    void foundOutsideStudio(const QString &sid);
    /// A list holds a connected caller: the studio is asked before it is believed.
    void seenInQueue(const QString &sid);
    /// Connected to a seat whose phone is down: whoever still stands in its studio waits again.
    void leftBehind(const QString &sid);
    /// A phone that is not kept on is let go when nobody is left in its studio.
    void releaseWhenAlone(const QString &seat, const QString &remark);

Q_SIGNALS:
    /// Somebody to whom this call was passed on has not taken it; it waits again. As it was before.
    void notTaken(const anteroom::calls::Call &before, const QString &remark, anteroom::calls::RingEnd why);

private:
    void confirmed(const Intent &intent);
    void gaveUp(const Intent &intent, const QString &remark, RingEnd why);
    void phoneLeft(const SeatPhone &before);
    void moveEnded(const Intent &intent, MoveEnd end);
    void clearStudio(const Seat &seat, const Pull &command);
    QCoro::Task<void> findOut(QString sid);
    QCoro::Task<void> fetchBack(QString sid);

    DeskCore &m_core;
    Phones &m_phones;
    Moves &m_moves;
    QSet<QString> m_outside; ///< connected callers whose side of the studio has ended
};

} // namespace anteroom::calls
