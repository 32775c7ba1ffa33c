// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/queue.h"

#include <QHash>
#include <QObject>

#include <memory>
#include <optional>

namespace anteroom::simulator {

class DialQueue;
class Enqueue;
class World;

/// The account's queues. Created by REST or on demand by Enqueue; empty ones persist.
class Queues
{
public:
    explicit Queues(World &world);
    ~Queues();

    Result<Queue> create(const QString &friendlyName, int maxSize = 1000);
    Result<Queue> get(const QString &sid) const;
    Result<Queue> update(const QString &sid, const std::optional<QString> &friendlyName,
                         const std::optional<int> &maxSize);
    Result<void> remove(const QString &sid); ///< only when empty
    QList<Queue> list() const;               ///< newest first

    Result<QList<QueueMember>> members(const QString &queueSid) const;
    /// `member` is a call SID or "Front".
    Result<QueueMember> member(const QString &queueSid, const QString &member) const;
    Result<QueueMember> dequeue(const QString &queueSid, const QString &member, const WebAddress &target);

    /// The next time that this call enters a queue, it has been there since then.
    void joinedEarlier(const QString &callSid, const QDateTime &since) { m_earlier.insert(callSid, since); }

    // For Enqueue.
    struct Entrance
    {
        QString queueSid;
        bool full = false;
        QDateTime enqueued;
    };
    Entrance enter(const QString &name, Enqueue &caller, const QString &callSid);
    void leave(const QString &queueSid, const Enqueue &caller);
    int position(const QString &queueSid,
                 const Enqueue &caller) const; ///< 1 is the front; 0 for one who is not there

    // For Dial with a Queue.
    bool await(const QString &name, DialQueue &dialler); ///< false: there is no such queue
    void stopAwaiting(DialQueue &dialler);

private:
    struct Waiting
    {
        Enqueue *caller = nullptr; ///< null for one who has left but is still listed (a guess)
        QString callSid;
        QDateTime enqueued;
    };
    struct Line
    {
        Queue queue;
        QList<Waiting> waiting;
        QList<Waiting> gone; ///< left a moment ago, still shown
        QList<DialQueue *> diallers;
        qint64 enqueuedSum =
            0; ///< of the waiting, in milliseconds since the epoch: their mean is asked for often
    };

    Line *lineOf(const QString &sid) const;
    Line *lineNamed(const QString &name) const;
    Queue current(const Line &line) const;
    QList<QueueMember> listed(const Line &line) const;
    void match(const QString &queueSid);

    World &m_world;
    QList<std::shared_ptr<Line>> m_lines;  ///< oldest first
    QHash<QString, QDateTime> m_firstTime; ///< when a call first entered, for the guess about places kept
    QHash<QString, QDateTime> m_earlier;
    QObject m_life;
};

} // namespace anteroom::simulator
