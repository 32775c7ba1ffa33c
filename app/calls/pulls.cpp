// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "calls/pulls.h"

#include <algorithm>

namespace anteroom::calls {

using namespace std::chrono_literals;

Pulls::Pulls(DeskCore &core, Phones &phones, Moves &moves) : m_core(core), m_phones(phones), m_moves(moves)
{
    connect(&phones, &Phones::confirmed, this, &Pulls::confirmed);
    connect(&phones, &Phones::gaveUp, this, &Pulls::gaveUp);
    connect(&phones, &Phones::left, this, &Pulls::phoneLeft);
    connect(&moves, &Moves::ended, this, &Pulls::moveEnded);
}

void Pulls::pull(const Seat &seat, const Pull &command)
{
    TurnDetails details;
    details.seat = seat.name;
    const bool atOnce = m_core.book.phone(seat.name).state == PhoneState::InStudio;
    if (!m_core.turn(command.sid, turns::phoneRings, details))
        return;
    if (atOnce) {
        clearStudio(seat, command); // only now: the phone of an empty studio would be let go
        return m_moves.begin(IntentKind::MoveToStudio, command.sid, seat.name);
    }
    m_core.setDoing(command.sid, Doing::RingingPhone);
    m_phones.ring(seat, command.sid);
}

void Pulls::clearStudio(const Seat &seat, const Pull &command)
{
    if (command.current == Current::Keep)
        return;
    const IntentKind kind = command.current == Current::Hold ? IntentKind::PutOnHold : IntentKind::Thank;
    for (const QString &sid : m_core.book.callsOf(seat.name)) {
        const Call *call = m_core.book.find(sid);
        if (call->state == CallState::Connected && !m_core.book.intentOf(sid))
            m_moves.begin(kind, sid, seat.name);
    }
}

void Pulls::cancel(const Intent &ringing)
{
    giveBack(ringing, {});
}

void Pulls::giveBack(const Intent &ringing, const QString &remark)
{
    TurnDetails details;
    details.remark = remark;
    m_core.turn(ringing.sid, turns::givenUp, details);
    m_phones.cancel(ringing, remark);
}

void Pulls::keepPhoneOn(const Seat &seat, bool on)
{
    SeatPhone phone = m_core.book.phone(seat.name);
    phone.keepOn = on;
    phone.remark.clear();
    m_core.book.put(phone);
    m_core.book.commit();
    if (on && phone.state == PhoneState::Down)
        return m_phones.ring(seat, {});
    if (on)
        return;
    if (phone.state == PhoneState::InStudio)
        return releaseWhenAlone(seat.name, {});
    for (const Intent &intent : m_core.book.intents().values())
        if (intent.kind == IntentKind::RingPhone && intent.seat == seat.name && intent.sid.isEmpty())
            m_phones.cancel(intent, {});
}

void Pulls::callerGone(const Intent &ringing, const QString &status)
{
    const Call before = m_core.book.calls().value(ringing.sid);
    TurnDetails details;
    details.status = status;
    m_core.turn(ringing.sid, turns::callOver, details);
    m_phones.cancel(ringing, tr("The caller hung up while your phone was ringing."));
    Q_EMIT m_core.notice(ringing.seat,
                         tr("The caller hung up before you were connected. Your phone stops ringing."));
    if (!before.givenBy.isEmpty() && before.givenBy != ringing.seat)
        Q_EMIT m_core.notice(
            before.givenBy,
            tr("%1 hung up while the phone of %2 was ringing.").arg(DeskCore::nameOf(before), ringing.seat));
}

void Pulls::confirmed(const Intent &intent)
{
    const Call *call = m_core.book.find(intent.sid);
    if (call && call->isPlanned())
        return; // somebody is to be called (call_backs.h)
    m_core.book.settle(intent.id);
    if (!call || call->state != CallState::Connecting) {
        m_core.book.commit();
        return releaseWhenAlone(intent.seat, {});
    }
    m_moves.begin(IntentKind::MoveToStudio, intent.sid, intent.seat);
}

void Pulls::gaveUp(const Intent &intent, const QString &remark, RingEnd why)
{
    const Call before = m_core.book.calls().value(intent.sid);
    if (before.isPlanned())
        return;
    m_core.book.settle(intent.id);
    TurnDetails details;
    details.remark = remark;
    m_core.turn(intent.sid, turns::givenUp, details);
    if (!before.givenBy.isEmpty())
        Q_EMIT notTaken(before, remark, why);
    m_core.book.commit();
    Q_EMIT m_core.notice(intent.seat, remark);
}

void Pulls::phoneLeft(const SeatPhone &before)
{
    // Not kept on: each caller's own cue brings the goodbye. Kept on: those who have asked already wait.
    for (const QString &sid : m_core.book.callsOf(before.seat)) {
        const Call *call = m_core.book.find(sid);
        if (call->state == CallState::Connected && m_outside.contains(sid))
            foundOutsideStudio(sid);
    }
    if (before.keepOn)
        Q_EMIT m_core.notice(
            before.seat, tr("Your phone has left the studio. Whoever you talked to waits in line again."));
}

Steps Pulls::leftStudio(const Call &call)
{
    const SeatPhone phone = m_core.book.phone(call.seat);
    TurnDetails details;
    details.phoneKept = phone.keepOn;
    if (!phone.keepOn) {
        m_core.turn(call.sid, turns::leftStudio, details);
        const Call now = m_core.book.calls().value(call.sid);
        releaseWhenAlone(call.seat, {});
        m_core.book.commit();
        return m_core.stepsFor(now, details);
    }
    // Either the phone has dropped out, or the caller has hung up and the news of it is still on its way.
    // Music is right for the first and unheard in the second; the row changes when it is known which.
    const Steps music = m_core.stepsIn(CallState::Waiting, Outcome::None, call);
    m_outside.insert(call.sid);
    if (phone.state != PhoneState::InStudio)
        foundOutsideStudio(call.sid);
    else
        m_core.clock.after(1500ms, this, [this, sid = call.sid] {
            if (m_outside.contains(sid) && !m_core.stopping)
                m_core.tasks.keep(findOut(sid));
        });
    return music;
}

void Pulls::seenInQueue(const QString &sid)
{
    if (!m_core.stopping && !m_core.book.intentOf(sid))
        m_core.tasks.keep(findOut(sid));
}

QCoro::Task<void> Pulls::findOut(QString sid)
{
    const QString room = m_core.book.phone(m_core.book.calls().value(sid).seat).room;
    const CarrierResult<LegStatus> status = co_await m_core.carrier.status(sid);
    CarrierResult<QList<StudioMember>> studio;
    if (status && !status->isOver())
        studio = co_await m_core.carrier.studio(room);
    const Call *call = m_core.book.find(sid);
    if (!call || call->state != CallState::Connected || !status || !studio)
        co_return; // the poll looks again
    if (std::ranges::any_of(*studio, [&](const StudioMember &member) { return member.sid == sid; })) {
        m_outside.remove(sid); // that was news of an earlier visit
    } else if (status->isOver()) {
        m_outside.remove(sid);
        m_core.turn(sid, turns::callOver);
        m_core.book.commit();
    } else {
        foundOutsideStudio(sid);
    }
}

void Pulls::leftBehind(const QString &sid)
{
    constexpr qint64 cuesTake = 3; // seconds: usually the end of the studio has been told by then
    const Call *call = m_core.book.find(sid);
    if (call && !m_core.stopping &&
        m_core.book.phone(call->seat).since.secsTo(m_core.clock.now()) >= cuesTake)
        m_core.tasks.keep(fetchBack(sid));
}

QCoro::Task<void> Pulls::fetchBack(QString sid)
{
    const QString seat = m_core.book.calls().value(sid).seat;
    const QString room = m_core.book.phone(seat).room;
    const CarrierResult<QList<StudioMember>> studio = co_await m_core.carrier.studio(room);
    const Call *call = m_core.book.find(sid);
    if (!studio || !call || call->state != CallState::Connected || call->seat != seat ||
        m_core.book.intentOf(sid) || m_core.book.phone(seat).state != PhoneState::Down)
        co_return;
    if (std::ranges::none_of(*studio, [&](const StudioMember &member) { return member.sid == sid; }))
        co_return; // hears goodbye, or is on the way back
    m_moves.begin(IntentKind::PutOnHold, sid, seat, {}, Moves::Words::None);
    Q_EMIT m_core.notice(seat, tr("Your phone left the studio; the caller waits again."));
}

void Pulls::foundOutsideStudio(const QString &sid)
{
    m_outside.remove(sid);
    const Call *known = m_core.book.find(sid);
    if (!known || known->state != CallState::Connected || m_core.book.intentOf(sid))
        return;
    const SeatPhone phone = m_core.book.phone(known->seat);
    TurnDetails details;
    if (phone.state != PhoneState::InStudio)
        details.remark = tr("Your phone left the studio; the caller waits again.");
    m_core.turn(sid, turns::putBack, details);
    m_core.book.commit();
}

void Pulls::moveEnded(const Intent &intent, MoveEnd end)
{
    m_outside.remove(intent.sid);
    const QString seat = m_core.book.seatOfRoom(intent.room); // not always the one who asked
    if (seat.isEmpty())
        return;
    const SeatPhone phone = m_core.book.phone(seat);
    if (intent.kind == IntentKind::MoveToStudio && end == MoveEnd::Done &&
        phone.state != PhoneState::InStudio) {
        const Call *call = m_core.book.find(intent.sid);
        if (call && call->state == CallState::Connected)
            m_moves.begin(IntentKind::PutOnHold, intent.sid, seat, {}, Moves::Words::None);
        return;
    }
    QString remark;
    if (intent.kind == IntentKind::MoveToStudio && end == MoveEnd::CallerGone)
        remark = tr("The caller hung up while being connected.");
    if (!remark.isEmpty())
        Q_EMIT m_core.notice(intent.seat, remark);
    releaseWhenAlone(seat, remark);
}

void Pulls::releaseWhenAlone(const QString &seat, const QString &remark)
{
    if (seat.isEmpty() || m_core.stopping)
        return;
    const SeatPhone phone = m_core.book.phone(seat);
    if (phone.keepOn || phone.state != PhoneState::InStudio)
        return;
    const QStringList calls = m_core.book.callsOf(seat);
    const bool alone = std::ranges::none_of(calls, [&](const QString &sid) {
        const Call *call = m_core.book.find(sid);
        return call->state == CallState::Connected || call->state == CallState::Connecting ||
               call->state == CallState::Calling;
    });
    if (alone)
        m_phones.release(seat, remark);
}

} // namespace anteroom::calls
