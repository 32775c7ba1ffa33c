// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "calls/host_line.h"

#include "calls/ask_plan.h"
#include "calls/host_view.h"
#include "calls/host_words.h"

#include <algorithm>
#include <array>

namespace anteroom::calls {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

bool is(const QString &cue, const char16_t *event)
{
    return cue == QStringView(event);
}

} // namespace

HostLine::HostLine(DeskCore &core, Phones &phones, Pulls &pulls, Moves &moves, CloseOut &closeOut,
                   Lines &lines, ConnectionWatch &watch)
    : m_core(core),
      m_phones(phones),
      m_moves(moves),
      m_seats(core),
      m_callBacks(core, m_seats, watch),
      m_door(core, m_seats, m_callBacks),
      m_keys(core, pulls, moves, closeOut, lines, watch)
{
    connect(&core.book, &DeskBook::callChanged, this, &HostLine::callChanged);
    connect(&phones, &Phones::left, this, [this](const SeatPhone &before) { m_calls.remove(before.leg); });
    connect(&moves, &Moves::ended, this, &HostLine::moveEnded);
}

bool HostLine::takes(const QString &sid, const QString &line) const
{
    const QString ours = plainNumber(m_core.options.host.number);
    return m_calls.contains(sid) ||
           (!ours.isEmpty() && plainNumber(line) == ours && ours != plainNumber(m_core.book.line().number));
}

bool HostLine::takesLeg(const QString &intent, const QString &leg) const
{
    return m_callBacks.knows(intent) || isHost(leg);
}

bool HostLine::isHost(const QString &sid) const
{
    return m_calls.contains(sid) || !m_seats.personOf(m_core.book.seatOfLeg(sid)).isEmpty();
}

HostCall &HostLine::callOf(const QString &sid, const QString &from)
{
    if (!m_calls.contains(sid)) {
        forgetOld();
        HostTurn fresh;
        fresh.call.sid = sid;
        fresh.call.from = from;
        fresh.call.begun = m_core.clock.now();
        hostFlow().begin(fresh);
        m_calls.insert(sid, fresh.call);
    }
    return m_calls[sid];
}

/// Their end may have gone unheard.
void HostLine::forgetOld()
{
    constexpr qint64 longest = 2; // days: no call lasts that long
    const QDateTime now = m_core.clock.now();
    m_calls.removeIf([&](const auto &each) { return each.value().begun.daysTo(now) > longest; });
}

Steps HostLine::render(HostCall &call) const
{
    const Steps steps = hostFlow().render({call, hostView(m_core, call)});
    call.said.clear();
    return steps;
}

Steps HostLine::arrived(const CallArrived &news)
{
    if (m_core.book.isOver(news.sid))
        return {HangUp{}}; // late news: nobody is there to be let in, or called back
    const bool isNew = !m_calls.contains(news.sid);
    HostCall &call = callOf(news.sid, news.caller.number);
    if (isNew && !m_door.resume(call))
        m_door.meet(call, news.proven);
    return render(call);
}

Steps HostLine::legAsks(const LegAsks &news)
{
    if (m_callBacks.knows(news.intent)) {
        const auto answered = m_callBacks.legAsks(news);
        if (!answered)
            return answered.error();
        HostCall &call = callOf(news.leg, *answered);
        call.person = *answered;
        m_door.letIn(call, true);
        return render(call);
    }
    CallAsks asked;
    asked.sid = news.leg;
    asked.cue = news.cue;
    asked.digits = news.digits;
    asked.caller.number = m_seats.personOf(m_core.book.seatOfLeg(news.leg));
    return asks(asked);
}

void HostLine::legProgress(const LegProgress &news)
{
    LegStatus leg;
    leg.status = news.status;
    if (m_callBacks.knows(news.intent))
        m_callBacks.legProgress(news);
    else if (leg.isOver())
        ended(news.leg);
}

Steps HostLine::asks(const CallAsks &news)
{
    using namespace host_turns;
    if (m_core.book.isOver(news.sid))
        return {HangUp{}};
    const bool isNew = !m_calls.contains(news.sid);
    HostCall &call = callOf(news.sid, news.caller.number);
    if (isNew && !m_door.resume(call)) {
        m_door.meet(call, false);
        return render(call);
    }
    if (isNew && (is(news.cue, leftStudio) || is(news.cue, stillThere)))
        call.state = QString::fromUtf16(host_states::inStudio);
    // The cue came over the wire: these alone count, and only where the flow knows them; anything else, late
    // or repeated, changes nothing.
    constexpr std::array cues{numberTyped, pinTyped, keyPressed, menuOver, leftStudio, stillThere, noKey};
    const bool known = std::ranges::any_of(cues, [&](const char16_t *cue) { return is(news.cue, cue); });
    if (!known || !turn(call, news.cue)) {
        // Its answer may well go unheard, as that to the visit which fetchBack() has cut short.
        HostCall unheard = call;
        return render(unheard);
    }
    if (is(news.cue, numberTyped))
        m_door.claims(call, news.digits);
    else if (is(news.cue, pinTyped))
        m_door.pin(call, news.digits);
    else if (is(news.cue, keyPressed))
        m_keys.pressed(call, news.digits);
    else if (is(news.cue, noKey))
        m_keys.moveOn(call);
    else if (is(news.cue, menuOver) && ++call.rounds > mostRounds)
        HostDoor::turnAway(call, {});
    return render(call);
}

// What happens meanwhile

void HostLine::callChanged(const Call &caller)
{
    constexpr auto keyTakes = 700ms; // a * that is on its way explains it
    for (const HostCall &call : std::as_const(m_calls)) {
        const bool together = caller.seat == call.seat &&
                              (caller.state == CallState::Connected || caller.state == CallState::Connecting);
        if (call.caller == caller.sid && call.isIn(host_states::inStudio) && !together)
            m_core.clock.after(keyTakes, this,
                               [this, host = call.sid, sid = caller.sid] { fetchBack(host, sid); });
    }
}

/// The host must not sit in silence: their telephone comes back to the menu.
void HostLine::fetchBack(const QString &host, const QString &sid)
{
    if (!m_calls.contains(host) || m_core.stopping)
        return;
    HostCall &call = m_calls[host];
    const Call caller = m_core.book.calls().value(sid);
    const bool together = caller.seat == call.seat &&
                          (caller.state == CallState::Connected || caller.state == CallState::Connecting);
    if (call.caller != sid || !call.isIn(host_states::inStudio) || together)
        return;
    const QString name = spokenCaller(caller.caller);
    if (caller.state == CallState::Waiting)
        call.said = tr("%1 is back in line.").arg(name);
    else if (caller.state == CallState::LeavingMessage)
        call.said = tr("%1 is sent to voicemail.").arg(name);
    else
        call.said = caller.sid.isEmpty() ? tr("The caller has hung up.") : tr("%1 has hung up.").arg(name);
    turn(call, host_turns::comesBack);
    m_core.tasks.keep(toMenu(host));
}

/// Asked once: where it does not get through, * brings the menu as well.
QCoro::Task<void> HostLine::toMenu(QString sid)
{
    const Steps steps{AskAgain{QString::fromUtf16(host_turns::menuOver)}};
    co_await m_core.carrier.instruct(sid, steps, {});
}

/// Who comes into the studio when the host has moved on already waits again.
void HostLine::moveEnded(const Intent &intent, MoveEnd end)
{
    if (intent.kind != IntentKind::MoveToStudio || end != MoveEnd::Done)
        return;
    for (const HostCall &call : std::as_const(m_calls)) {
        const bool wanted = call.isIn(host_states::inStudio) && call.caller == intent.sid;
        const Call *caller = m_core.book.find(intent.sid);
        if (call.seat == intent.seat && !wanted && caller && caller->state == CallState::Connected &&
            !m_core.book.intentOf(intent.sid))
            return m_moves.begin(IntentKind::PutOnHold, intent.sid, call.seat, {}, Moves::Words::None);
    }
}

void HostLine::ended(const QString &sid)
{
    m_calls.remove(sid);
    m_core.book.noteOver(sid);
    m_callBacks.callEnded(sid);
    const QString seat = m_core.book.seatOfLeg(sid);
    if (seat.isEmpty())
        return;
    m_phones.legGone(seat);
    SeatPhone phone = m_core.book.phone(seat);
    phone.remark.clear(); // nobody looks at this seat any more
    m_core.book.put(phone);
}

} // namespace anteroom::calls
