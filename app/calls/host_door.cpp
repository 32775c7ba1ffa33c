// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "calls/host_door.h"

#include "calls/host_words.h"
#include "calls/pin.h"

namespace anteroom::calls {

HostDoor::HostDoor(DeskCore &core, HostSeats &seats, HostCallBacks &callBacks)
    : m_core(core), m_seats(seats), m_callBacks(callBacks), m_locks(core)
{
}

bool HostDoor::resume(HostCall &call)
{
    const QString seat = m_core.book.seatOfLeg(call.sid);
    const Host *host = plan().of(m_seats.personOf(seat));
    if (!host)
        return false;
    call.seat = seat;
    call.state = QString::fromUtf16(host_states::inMenu);
    call.person = host->phone;
    call.verified = host->callsBack; // nobody else's door opens halfway
    for (const QString &sid : m_core.book.callsOf(seat))
        if (m_core.book.find(sid)->state == CallState::Connected) {
            call.caller = sid;
            call.had.append(sid);
        }
    return true;
}

void HostDoor::meet(HostCall &call, bool proven)
{
    if (plan().people.isEmpty())
        return turnAway(call, tr("Nobody may run the show from this number yet. A host and a PIN are set at "
                                 "the desk, in the settings. Goodbye."));
    const Host *host = plan().of(call.from);
    if (host)
        call.person = host->phone;
    // Before any lock: wrong PINs from elsewhere say nothing about who answers this phone.
    if (host && host->callsBack)
        return turnAway(call, m_callBacks.plan(*host, call.sid));
    if (turnAwayLocked(call) || !host)
        return;
    if (proven && plan().trustsProvenPhones)
        return letIn(call, false);
    if (host->pin.isEmpty())
        return turnAway(call,
                        tr("No PIN is set for this phone. Set one at the desk, in the settings. Goodbye."));
    turn(call, host_turns::isKnown);
}

void HostDoor::claims(HostCall &call, const QString &number)
{
    const Host *host = plan().typed(number);
    call.person = host ? host->phone : QString();
    turn(call, host_turns::isKnown); // known or not: whose number is listed is nobody else's business
}

bool HostDoor::turnAwayLocked(HostCall &call)
{
    const QDateTime until = m_locks.lockedUntil(call.person, call.from);
    if (until.isNull())
        return false;
    turnAway(call, lockedWords(m_core.clock.now().secsTo(until)));
    return true;
}

void HostDoor::turnAway(HostCall &call, const QString &sentence)
{
    call.said = sentence;
    turn(call, host_turns::turnedAway);
}

void HostDoor::pin(HostCall &call, const QString &digits)
{
    if (turnAwayLocked(call))
        return; // also with the right one: trying on must not pay
    const Host *host = plan().of(call.person);
    if (host && isPinOf(digits, host->pin)) {
        m_locks.noteRight(call.person, call.from);
        return letIn(call, true);
    }
    m_locks.noteError(call.person, call.from);
    if (!turnAwayLocked(call))
        call.said = tr("That was not right.");
}

void HostDoor::letIn(HostCall &call, bool verified)
{
    call.verified = verified;
    if (call.seat.isEmpty()) {
        m_seats.sitDown(call);
        const Host *host = plan().of(call.person);
        call.said = tr("Hello %1.").arg(host ? host->name : QString());
    }
    turn(call, host_turns::letIn);
}

} // namespace anteroom::calls
