// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "calls/event.h"
#include "calls/messages.h"
#include "calls/moves.h"
#include "calls/pulls.h"
#include "calls/waits.h"

namespace anteroom::calls {

/// What the phone company tells of callers: new ones, cues, ends, studios. The same news may come twice, late
/// or out of order.
class CallerNews : public QObject
{
    Q_OBJECT
public:
    CallerNews(DeskCore &core, Phones &phones, Pulls &pulls, Moves &moves, Waits &waits, Messages &messages);

    Steps arrived(const CallArrived &news);
    Steps asks(const CallAsks &news);
    void ended(const CallEnded &news);
    void studio(const StudioNews &news);

    /// A row for a call that nobody announced; it rings until an event says more.
    void adopt(const QString &sid, const QString &line, const Caller &caller, const QDateTime &begun,
               const QString &queue = {});
    /// Somebody who stands in the queue without having asked us: greeted by the phone company, or not at all.
    void noteHosted(const QString &sid);
    /// Fills in what was unknown.
    void learnCaller(const QString &sid, const Caller &caller);
    /// A call of our line that came and went without our hearing of it.
    QCoro::Task<void> recordPast(LegStatus past);
    /// The call is over, whoever says so; settles what was open for it.
    void over(const QString &sid, const QString &status);
    /// As over(), but learned by reading, some time later.
    void foundOver(const QString &sid, const QString &status);

private:
    Steps inTheMiddleOf(const Intent &intent, const CallAsks &news);
    Steps leftQueue(const Call &call, const CallAsks &news);
    /// Ends a ringing for the call; the remark for its row.
    QString queueFull(const Call &call);
    Steps recorded(const Call &call, const CallAsks &news);
    void noteQueueResult(const QString &sid, const QString &result);
    void finish(const QString &sid, const QString &status);
    Steps renderNow(const QString &sid, TurnDetails details = {}) const;
    Steps keyPressed(const Call &call, const CallAsks &news);
    Steps consentGiven(Call call, const CallAsks &news);
    void noteSpoken(Call call);
    void noteHeard(const QString &sid);
    /// Into the queue, unless it is full; `event` brings along what led there.
    void enter(const QString &sid, const char16_t *event, const TurnDetails &details = {});
    QCoro::Task<void> readHistory(QString sid, QString number);

    DeskCore &m_core;
    Phones &m_phones;
    Pulls &m_pulls;
    Moves &m_moves;
    Waits &m_waits;
    Messages &m_messages;
    QHash<QString, Caller> m_strangers; ///< of calls first heard of at their end
};

} // namespace anteroom::calls
