// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "calls/missed_calls.h"

#include <algorithm>

namespace anteroom::calls {

MissedCalls::MissedCalls(DeskCore &core) : m_core(core)
{
    connect(&core.book, &DeskBook::callChanged, this, &MissedCalls::consider);
}

std::optional<MissedWhy> MissedCalls::whyMissed(const Call &call) const
{
    const bool closed = !m_core.book.line().open || !m_core.options.manners.hours.isOpenAt(call.begun);
    switch (call.outcome) {
    case Outcome::Abandoned: // outside the hours without leaving a message
        return call.arrival.isNull() && !m_core.options.manners.hours.isOpenAt(call.begun)
                   ? MissedWhy::AfterHours
                   : MissedWhy::HungUp;
    case Outcome::QueueFull:
        return MissedWhy::QueueFull;
    case Outcome::Refused:
        return call.arrival.isNull() && closed ? MissedWhy::AfterHours : MissedWhy::TurnedAway;
    default:
        return {};
    }
}

void MissedCalls::consider(const Call &call)
{
    if (call.state == CallState::Connected || (call.hasEnded() && call.outcome == Outcome::Talked))
        return talkedTo(call);
    if (!call.hasEnded())
        return;
    if (const auto why = whyMissed(call))
        list(call, *why);
    else if (const MissedCall *known = m_core.book.missedCall(call.sid); known && !known->isDone())
        m_core.book.removeMissedCall(call.sid); // news of a message came after the end of the call
}

void MissedCalls::list(const Call &call, MissedWhy why)
{
    if (m_core.book.missedCall(call.sid))
        return; // also one that was marked as done meanwhile
    MissedCall missed;
    missed.sid = call.sid;
    missed.line = call.line;
    missed.caller = call.caller;
    missed.at = call.begun;
    missed.why = why;
    if (call.arrival.isValid())
        missed.waitedSeconds = int(std::max<qint64>(0, call.arrival.secsTo(call.stateSince)));
    m_core.book.put(missed);
    makeRoom();
}

void MissedCalls::talkedTo(const Call &call)
{
    if (call.isWithheld())
        return;
    for (MissedCall missed : m_core.book.missedCalls().values()) {
        if (missed.isDone() || missed.caller.number != call.caller.number || missed.at > call.begun)
            continue;
        missed.end = call.outbound ? MissedEnd::CalledBack : MissedEnd::CalledAgain;
        missed.endAt = call.begun;
        m_core.book.put(missed);
    }
}

void MissedCalls::mark(const QString &sid, bool done)
{
    const MissedCall *known = m_core.book.missedCall(sid);
    if (!known || known->isDone() == done)
        return;
    MissedCall missed = *known;
    missed.end = done ? MissedEnd::ByHand : MissedEnd::Open;
    missed.endAt = done ? m_core.clock.now() : QDateTime();
    m_core.book.put(missed);
}

void MissedCalls::noteApology(const QString &sid)
{
    const MissedCall *known = m_core.book.missedCall(sid);
    if (!known)
        return;
    MissedCall missed = *known;
    missed.apologised = true;
    m_core.book.put(missed);
}

void MissedCalls::makeRoom()
{
    // A list that nobody works off must not grow for years; every call stays in the history.
    constexpr qsizetype most = 500;
    const auto &all = m_core.book.missedCalls();
    if (all.size() <= most)
        return;
    const auto leastNeeded = std::ranges::min_element(
        all, {}, [](const MissedCall &call) { return std::pair(!call.isDone(), call.at); });
    m_core.book.removeMissedCall(QString(leastNeeded->sid)); // not the text that goes with it
}

} // namespace anteroom::calls
