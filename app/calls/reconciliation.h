// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "calls/call_backs.h"
#include "calls/caller_news.h"
#include "calls/connection_watch.h"
#include "calls/waits.h"

#include <optional>

namespace anteroom::calls {

/// The poll: compares what we believe with the phone company's queue, and asks about single calls where the
/// two differ. Without a reachable receiver it alone drives the list. Nothing is declared gone because a list
/// lacks it.
class Reconciliation : public QObject
{
    Q_OBJECT
public:
    Reconciliation(DeskCore &core, CallerNews &news, Phones &phones, Pulls &pulls, Waits &waits,
                   CallBacks &callBacks, ConnectionWatch &watch);
    void start();
    std::optional<bool> queueExists() const { return m_queueExists; } ///< by the newest list
    /// What goes on now is to be seen sooner than the next poll was due.
    void hurry();
    void lookNow();

Q_SIGNALS:
    void foundUntold(); ///< somebody waits whom no webhook has announced

private:
    struct QueueMembers
    {
        QString queue;
        QList<WaitingMember> members;
    };
    void pollSoon();
    void pollAt(const QDateTime &due);
    std::chrono::milliseconds pause() const;
    bool isMoving() const; ///< a phone rings, or somebody is on the way to another place
    QCoro::Task<void> poll();
    QCoro::Task<void> lane(); ///< one of a few that work off the single questions side by side
    QCoro::Task<void> ask(QString sid);
    QStringList queuesNow();
    void compare(const QList<QueueMembers> &lists, const QDateTime &begun);
    void memberSeen(const QString &sid, const QDateTime &begun);
    bool contradicts(const Call &call);
    void listens(const QList<QueueMembers> &lists);
    QCoro::Task<QDateTime> lastSignOfLife();
    QCoro::Task<void> lookBackAtStart();
    QCoro::Task<void> lookBack(QDateTime since);
    void listLacks(const Call &call);
    void wonder(const QString &sid);
    void learned(const QString &sid, const LegStatus &status);
    bool isDue(const Call &call) const;

    DeskCore &m_core;
    CallerNews &m_news;
    Phones &m_phones;
    Pulls &m_pulls;
    Waits &m_waits;
    CallBacks &m_callBacks;
    ConnectionWatch &m_watch;
    struct Member
    {
        QDateTime enqueued;
        double place = 0; ///< among those of the same second
        QString queue;
    };
    QHash<QString, Member> m_members; ///< of the newest lists
    QDateTime m_due;                  ///< of the next poll; null while one is under way
    int m_failures = 0;
    int m_polls = 0;
    QStringList m_questions;
    QSet<QString> m_asking;
    QHash<QString, QDateTime> m_lastAsked;
    QHash<QString, int> m_missing; ///< polls in a row that lacked a call which lives
    QHash<QString, int> m_against; ///< lists in a row that held a call which we know elsewhere
    QDateTime m_lookedBack;
    QDateTime m_lastList;
    int m_untold = 0; ///< polls with callers whom no webhook had announced
    int m_lanes = 0;
    std::optional<bool> m_queueExists;
};

} // namespace anteroom::calls
