// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "calls/moves.h"
#include "calls/phones.h"

namespace anteroom::calls {

/// Calling somebody back: the seat's phone first, and only when its owner has pressed the key the other one,
/// who joins the seat's studio. Until then the call is planned and has a SID of our making. A lost answer is
/// settled by looking for the call; nobody is called twice.
class CallBacks : public QObject
{
    Q_OBJECT
public:
    CallBacks(DeskCore &core, Phones &phones, Moves &moves);

    /// The seat and the number have been checked (permissions.h).
    void call(const Seat &seat, const CallBack &command);
    /// The seat's phone rings for a planned call which nobody wants any more.
    void cancel(const Intent &ringing);
    /// Of a call that we make.
    void progress(const LegProgress &news);
    /// Finds out what became of an open intent, after a restart.
    void settle(const Intent &intent);
    /// Whoever is called has answered.
    void answered(const QString &sid);

    /// Why somebody was not reached, as a sentence.
    static QString whyNotReached(const Call &call, const QString &status);

Q_SIGNALS:
    /// Nobody was called, and the seat's phone may be alone in its studio.
    void abandoned(const QString &seat);

private:
    void noteReached(const Call &call);
    void confirmed(const Intent &ringing);
    void gaveUp(const Intent &ringing, const QString &remark);
    void phoneLeft(const SeatPhone &before);
    void dial(const QString &sid, const QString &seat);
    QCoro::Task<void> ask(QString id);
    QCoro::Task<void> read(QString id);
    QCoro::Task<void> hangUpStray(QString sid);
    void readSoon(const QString &id);
    void learn(const QString &id, const QString &sid);
    void fail(const QString &id, const QString &sentence);
    bool isPlanned(const Intent &intent) const;

    DeskCore &m_core;
    Phones &m_phones;
    Moves &m_moves;
    QHash<QString, int> m_reads;
    QSet<QString> m_givenUp; ///< intents whose call may still turn up
};

} // namespace anteroom::calls
