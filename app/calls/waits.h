// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "calls/moves.h"

namespace anteroom::calls {

/// Whose wait a caller stands in. One that we gave asks us at its end; one that the phone company hosts for
/// our absence ends in its mailbox, though the desk may be back long since. Whoever stands in such a wait is
/// moved into one of ours, silently, a few with each poll; without a receiver nobody is ever asked, and every
/// wait is renewed before it can end. Where the address has just failed, or works again, all are moved at
/// once.
class Waits : public QObject
{
    Q_OBJECT
public:
    Waits(DeskCore &core, Moves &moves);

    /// The caller has been given these steps.
    void given(const QString &sid, const Steps &steps);
    /// A list, asked for at `begun`, holds the call.
    void seen(const WaitingMember &member, const QDateTime &begun);
    /// That was the whole list.
    void listEnds(const QDateTime &begun);
    /// The public address has failed, or works again.
    void turn();
    /// News of this start says that the call stands in the queue; otherwise it may have been in a mailbox.
    bool isSure(const QString &sid) const;
    /// How long the words last that are spoken before the music: until then no list holds the call.
    std::chrono::milliseconds wordsBeforeMusic() const;

private:
    struct Given
    {
        QDateTime at;
        QDateTime before;                ///< the entry that this wait replaces
        std::chrono::milliseconds words; ///< that are spoken before it
        bool asksUs = true;              ///< at its end
    };
    struct Entry
    {
        QDateTime entered;
        QDateTime list; ///< when the list was asked for that last held it
    };
    bool isDue(const Call &call, const WaitingMember &member, const QDateTime &begun);
    bool isDueUnasked(const Call &call, const WaitingMember &member, const QDateTime &begun);
    bool isAsked() const; ///< somebody is asked at the end of a wait
    bool isTurning() const;
    void moveOn();
    void moveEnded(const Intent &intent, MoveEnd end);

    DeskCore &m_core;
    Moves &m_moves;
    QHash<QString, Given> m_given;   ///< waits that no list has shown yet
    QHash<QString, Entry> m_entries; ///< in the newest list
    QHash<QString, QDateTime> m_tried;
    QHash<QString, QDateTime> m_renewed; ///< where nobody is asked: since when this wait lasts
    QStringList m_due;
    QSet<QString> m_moving;
    QDateTime m_turned;
    QDateTime m_list;
    int m_moved = 0;
};

} // namespace anteroom::calls
