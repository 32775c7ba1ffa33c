// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "calls/call_backs.h"

#include <QUuid>

#include <algorithm>

namespace anteroom::calls {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

CallBacks::CallBacks(DeskCore &core, Phones &phones, Moves &moves)
    : m_core(core), m_phones(phones), m_moves(moves)
{
    connect(&phones, &Phones::confirmed, this, &CallBacks::confirmed);
    connect(&phones, &Phones::gaveUp, this, &CallBacks::gaveUp);
    connect(&phones, &Phones::left, this, &CallBacks::phoneLeft);
    connect(&core.book, &DeskBook::callChanged, this, &CallBacks::noteReached);
}

/// Whoever kept a place in line to be called back needs it no longer.
void CallBacks::noteReached(const Call &call)
{
    if (!call.outbound || call.state != CallState::Connected)
        return;
    for (Call done : m_core.book.calls().values()) {
        if (!done.callBackWanted || done.caller.number != call.caller.number)
            continue;
        done.callBackWanted = false;
        done.remark = tr("Has been called back.");
        m_core.book.put(done);
    }
}

QString CallBacks::whyNotReached(const Call &call, const QString &status)
{
    const QString who = DeskCore::nameOf(call);
    if (status == "busy"_L1)
        return tr("%1 could not be called back: the line is busy. Try again later.").arg(who);
    if (status == "no-answer"_L1)
        return tr("%1 did not answer. Try again later.").arg(who);
    if (status == "failed"_L1)
        return tr("%1 could not be reached: the phone company could not connect the number. Please check it.")
            .arg(who);
    return tr("The call to %1 ended before it was answered.").arg(who);
}

void CallBacks::call(const Seat &seat, const CallBack &command)
{
    Call call;
    call.sid = u'P' + QUuid::createUuid().toString(QUuid::Id128);
    call.line = m_core.book.line().number;
    call.caller = command.caller;
    if (const MissedCall *missed = m_core.book.missedCall(command.sid); missed && call.caller == Caller())
        call.caller = missed->caller;
    call.caller.number = command.number;
    call.outbound = true;
    call.begun = call.stateSince = m_core.clock.now();
    call.order = double(call.begun.toMSecsSinceEpoch());
    call.seat = seat.name;
    m_core.book.put(call);
    m_core.turn(call.sid, turns::weCall);
    if (m_core.book.phone(seat.name).state == PhoneState::InStudio)
        return dial(call.sid, seat.name);
    m_core.setDoing(call.sid, Doing::RingingPhone);
    m_phones.ring(seat, call.sid);
}

void CallBacks::cancel(const Intent &ringing)
{
    m_phones.cancel(ringing, {});
    m_core.book.forget(ringing.sid);
    m_core.book.commit();
}

bool CallBacks::isPlanned(const Intent &intent) const
{
    const Call *call = m_core.book.find(intent.sid);
    return call && call->isPlanned();
}

void CallBacks::confirmed(const Intent &ringing)
{
    if (!isPlanned(ringing))
        return;
    m_core.book.settle(ringing.id);
    dial(ringing.sid, ringing.seat);
}

void CallBacks::gaveUp(const Intent &ringing, const QString &remark)
{
    if (!isPlanned(ringing))
        return;
    m_core.book.settle(ringing.id);
    m_core.book.forget(ringing.sid);
    m_core.book.commit();
    Q_EMIT m_core.notice(ringing.seat, remark);
}

void CallBacks::phoneLeft(const SeatPhone &before)
{
    // Nobody may answer into an empty studio. One that is just being asked for is met by learn().
    for (const QString &sid : m_core.book.callsOf(before.seat)) {
        const Call *call = m_core.book.find(sid);
        if (call->state == CallState::Calling && !call->isPlanned() && !m_core.book.intentOf(sid))
            m_moves.begin(IntentKind::HangUp, sid, before.seat);
    }
}

void CallBacks::dial(const QString &sid, const QString &seat)
{
    Intent intent = m_core.openIntent(IntentKind::CallOut, sid, seat);
    intent.phone = m_core.book.calls().value(sid).caller.number;
    intent.room = m_core.book.phone(seat).room;
    m_core.book.put(intent);
    m_core.setDoing(sid, Doing::Nothing);
    m_core.book.commit();
    m_core.tasks.keep(ask(intent.id));
}

QCoro::Task<void> CallBacks::ask(QString id)
{
    co_await m_core.written();
    if (!m_core.book.intent(id) || m_core.stopping)
        co_return;
    const Intent intent = m_core.book.intents().value(id);
    const Call call = m_core.book.calls().value(intent.sid);
    if (m_core.book.phone(intent.seat).state != PhoneState::InStudio) {
        fail(id, tr("Your phone has left the studio, so %1 was not called.").arg(DeskCore::nameOf(call)));
        co_return;
    }
    TurnDetails details;
    details.room = intent.room;
    details.joining = id;
    CallOut request;
    request.intent = id;
    request.number = intent.phone;
    request.line = m_core.book.line().number;
    request.whenAnswered = m_core.stepsIn(CallState::Connected, Outcome::None, call, details);
    const CarrierResult<QString> sid = co_await m_core.carrier.callOut(request);
    if (!m_core.book.intent(id))
        co_return; // the call's own news came first
    if (sid)
        learn(id, *sid);
    else if (sid.error().trouble == CarrierTrouble::Unclear)
        readSoon(id);
    else if (sid.error().trouble != CarrierTrouble::Canceled) // shutting down; settled at the next start
        fail(id, sid.error().sentence);
}

void CallBacks::learn(const QString &id, const QString &sid)
{
    const Intent intent = m_core.book.intents().value(id);
    Call call = m_core.book.calls().value(intent.sid);
    m_reads.remove(id);
    m_core.book.settle(id);
    m_core.book.forget(intent.sid);
    call.sid = sid;
    call.joining = id;
    call.stateSince = m_core.clock.now();
    m_core.book.put(call);
    m_core.book.commit();
    if (m_core.book.phone(intent.seat).state != PhoneState::InStudio)
        m_moves.begin(IntentKind::HangUp, sid, intent.seat);
}

void CallBacks::fail(const QString &id, const QString &sentence)
{
    const Intent intent = m_core.book.intents().value(id);
    m_reads.remove(id);
    m_givenUp.insert(id);
    m_core.book.settle(id);
    m_core.book.forget(intent.sid);
    m_core.book.commit();
    Q_EMIT m_core.notice(intent.seat, sentence);
    Q_EMIT abandoned(intent.seat);
}

void CallBacks::progress(const LegProgress &news)
{
    if (news.leg.isEmpty())
        return;
    const Intent *open = m_core.book.intent(news.intent);
    if (open && open->kind == IntentKind::CallOut)
        learn(news.intent, news.leg);
    LegStatus leg;
    leg.status = news.status;
    if (m_givenUp.contains(news.intent) && !m_core.book.find(news.leg) && !leg.isOver() && !m_core.stopping)
        m_core.tasks.keep(hangUpStray(news.leg));
    else if (news.status == "in-progress"_L1)
        answered(news.leg);
}

/// Turned up after it had been looked for in vain. Hanging up twice does no harm.
QCoro::Task<void> CallBacks::hangUpStray(QString sid)
{
    co_await m_core.carrier.hangUp(sid);
}

void CallBacks::answered(const QString &sid)
{
    const Call *call = m_core.book.find(sid);
    if (!call || call->state != CallState::Calling)
        return;
    m_core.turn(sid, turns::joinedStudio);
    m_core.book.commit();
}

void CallBacks::settle(const Intent &intent)
{
    m_core.tasks.keep(read(intent.id));
}

void CallBacks::readSoon(const QString &id)
{
    if (m_core.stopping)
        return;
    const auto pause = std::min<std::chrono::milliseconds>(500ms * (1 << std::min(m_reads[id]++, 5)), 15s);
    m_core.clock.after(pause, this, [this, id] {
        if (!m_core.stopping && m_core.book.intent(id))
            m_core.tasks.keep(read(id));
    });
}

QCoro::Task<void> CallBacks::read(QString id)
{
    constexpr int enoughReads = 3; // a list may lag behind for a moment
    constexpr qint64 clocksDiffer = -5;
    const Intent intent = m_core.book.intents().value(id);
    const QDateTime since = intent.begun.addSecs(clocksDiffer);
    const QString line = m_core.book.line().number;
    const CarrierResult<QList<LegStatus>> legs = co_await m_core.carrier.legsTo(intent.phone, line, since);
    if (!m_core.book.intent(id))
        co_return;
    LegStatus found;
    if (legs)
        for (const LegStatus &leg : *legs) // newest first
            if (!m_core.book.find(leg.sid) && !m_core.book.isOver(leg.sid))
                found = leg;
    if (!legs || (found.sid.isEmpty() && m_reads.value(id) < enoughReads)) {
        readSoon(id);
        co_return;
    }
    if (found.sid.isEmpty()) {
        const Call call = m_core.book.calls().value(intent.sid);
        fail(id, tr("The request to call %1 did not reach the phone company; nobody was called. Please call "
                    "back again.")
                     .arg(DeskCore::nameOf(call)));
        co_return;
    }
    learn(id, found.sid);
    if (found.status == "in-progress"_L1)
        answered(found.sid); // whether it is over, the poll finds out
}

} // namespace anteroom::calls
