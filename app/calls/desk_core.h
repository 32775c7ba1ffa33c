// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "calls/desk_book.h"
#include "calls/life_of_a_call.h"
#include "calls/switchboard.h"
#include "calls/task_set.h"

#include <QCoroTask>

#include <QSet>

#include <functional>
#include <list>
#include <memory>

namespace anteroom::calls {

/// What the parts of a switchboard share: the outside world, the book, and the one way to move a call through
/// its life.
class DeskCore : public QObject
{
    Q_OBJECT
public:
    DeskCore(SwitchboardOptions options, Carrier &carrier, Journal &journal, CallLog &log, Clock &clock);
    ~DeskCore() override;

    SwitchboardOptions options;
    Carrier &carrier;
    Journal &journal;
    CallLog &log;
    Clock &clock;
    DeskBook book;
    TaskSet tasks;
    bool stopping = false;
    /// Whether webhooks come in right now, so that what we serve can be had.
    std::function<bool()> isReachable = [] { return false; };
    bool deaf = false; ///< an address is set, but nothing comes in there; see ConnectionWatch

    /// Moves a call by an event of its flow; false when the flow refuses it, which is how late and repeated
    /// news ends.
    bool turn(const QString &sid, const char16_t *event, const TurnDetails &details = {});
    /// What the caller experiences now.
    Steps stepsFor(const Call &call, const TurnDetails &details = {}) const;
    /// What they would experience in another state.
    Steps stepsIn(CallState state, Outcome outcome, const Call &call, const TurnDetails &details = {}) const;

    /// Ends when everything noted so far survives kill -9, but after a second at the latest: only then may a
    /// request leave whose intent was noted. Whoever waited looks again whether it is still wanted.
    QCoro::Task<void> written();

    /// The queue a call stands in.
    QString queueOf(const QString &sid) const;
    /// Every queue of this line: its own, those of its menu, and those that somebody stands in.
    QStringList queues() const;
    bool isFull(const QString &queue) const;
    /// Whoever is spoken to between two passes of music is missing in the phone company's list meanwhile.
    void noteSpokenTo(const QString &sid, const Steps &steps);
    bool isSpokenTo(const QString &sid) const;

    void setDoing(const QString &sid, Doing doing, const QString &remark = {});
    /// Opens an intent for a call; written down before the request leaves.
    Intent openIntent(IntentKind kind, const QString &sid, const QString &seat);
    /// How the caller may be called in a sentence.
    static QString nameOf(const Call &call);

Q_SIGNALS:
    void notice(const QString &seat, const QString &sentence);

private:
    struct Written;
    class Wait;
    void release(const std::function<bool(const Written &)> &isDue);
    CallTurn turnOf(const Call &call, const TurnDetails &details) const;

    std::list<std::shared_ptr<Written>> m_unwritten;
    QHash<QString, QDateTime> m_spokenTo; ///< until when, at the longest
};

} // namespace anteroom::calls
