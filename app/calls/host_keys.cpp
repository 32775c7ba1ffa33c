// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "calls/host_keys.h"

#include "calls/host_seats.h"
#include "calls/host_view.h"
#include "calls/host_words.h"
#include "calls/permissions.h"

namespace anteroom::calls {

using namespace Qt::StringLiterals;

HostKeys::HostKeys(DeskCore &core, Pulls &pulls, Moves &moves, CloseOut &closeOut, Lines &lines,
                   ConnectionWatch &watch)
    : m_core(core), m_pulls(pulls), m_moves(moves), m_closeOut(closeOut), m_lines(lines), m_watch(watch)
{
}

void HostKeys::pressed(HostCall &call, const QString &digits)
{
    call.rounds = 0;
    if (call.isIn(host_states::confirming))
        confirmKey(call, digits);
    else if (call.isIn(host_states::movingOn))
        movingOnKey(call, digits);
    else
        menuKey(call, digits);
}

void HostKeys::menuKey(HostCall &call, const QString &digit)
{
    if (digit == "1"_L1 || digit == "*"_L1)
        return next(call, true);
    if (digit == "0"_L1)
        return;
    if (digit != "2"_L1 && digit != "3"_L1 && digit != "8"_L1 && digit != "9"_L1) {
        call.said = tr("That key does nothing.");
        return;
    }
    if (!mayAll(call))
        return;
    if (digit == "2"_L1 || digit == "3"_L1)
        return dismiss(call, digit == "2"_L1 ? AfterTalk::BackInLine : AfterTalk::Voicemail);
    if (digit == "8"_L1) {
        if (const auto allowed = may(call, StartCloseOut{}); !allowed)
            call.said = allowed.error();
        else
            turn(call, host_turns::asksFirst);
        return;
    }
    const bool open = !m_core.book.line().open;
    if (const auto allowed = may(call, open ? Command(OpenLine{}) : Command(CloseLine{})); !allowed) {
        call.said = allowed.error();
        return;
    }
    m_core.tasks.keep(m_lines.set(call.seat, open));
    call.said = open ? tr("The line is open.") : QString(); // that it is closed is said anyway
}

void HostKeys::confirmKey(HostCall &call, const QString &digit)
{
    turn(call, host_turns::comesBack);
    if (digit != "8"_L1) {
        call.said = tr("Nothing was closed out.");
        return;
    }
    const StartCloseOut command;
    if (const auto allowed = may(call, command); !allowed) {
        call.said = allowed.error();
        return;
    }
    m_closeOut.start(HostSeats::of(call), command);
    call.said = tr("Everybody who waits is being thanked.");
}

void HostKeys::movingOnKey(HostCall &call, const QString &digit)
{
    if (digit == "0"_L1) {
        if (const Call *caller = callerOf(m_core.book, call))
            call.said = tr("%1 waits in line.").arg(spokenCaller(caller->caller));
        dismissQuietly(call);
        turn(call, host_turns::comesBack);
    } else if (digit == "2"_L1 || digit == "3"_L1) {
        if (!mayAll(call))
            return dismissQuietly(call);
        dismiss(call, digit == "2"_L1 ? AfterTalk::BackInLine : AfterTalk::Voicemail);
        turn(call, host_turns::comesBack);
    } else {
        moveOn(call);
    }
}

/// Listening and the next caller are for everybody who is let in; the rest needs the PIN.
bool HostKeys::mayAll(HostCall &call)
{
    if (call.verified)
        return true;
    const Host *host = m_core.options.host.of(call.person);
    if (host && !host->pin.isEmpty()) {
        turn(call, host_turns::needsPin);
        return false;
    }
    call.said = tr("This needs a PIN, and none is set for you.");
    turn(call, host_turns::comesBack);
    return false;
}

std::expected<void, QString> HostKeys::may(const HostCall &call, const Command &command) const
{
    if (m_core.stopping)
        return std::unexpected(tr("The desk is closing. Callers keep waiting."));
    if (const auto locked = m_watch.lockedOut())
        return std::unexpected(locked->sentence);
    if (const auto verdict = permitted(m_core.book, HostSeats::of(call), command); !verdict)
        return std::unexpected(verdict.error().sentence);
    return {};
}

void HostKeys::next(HostCall &call, bool anybody)
{
    const QStringList waiting = hostQueue(m_core.book);
    QStringList fresh = waiting;
    fresh.removeIf([&](const QString &sid) { return call.had.contains(sid); });
    if (fresh.isEmpty() && anybody) { // once round: from the front again
        call.had.clear();
        fresh = waiting;
    }
    QString why = waiting.isEmpty() ? QString() : tr("Nobody else waits.");
    for (const QString &sid : std::as_const(fresh)) {
        if (const auto allowed = may(call, Pull{sid}); !allowed) {
            why = allowed.error();
            continue;
        }
        call.caller = sid;
        call.had.append(sid);
        call.said = spokenCaller(m_core.book.find(sid)->caller) + u'.';
        turn(call, host_turns::goesIn);
        return m_pulls.pull(HostSeats::of(call), Pull{sid});
    }
    call.said = why;
    turn(call, host_turns::comesBack);
}

void HostKeys::moveOn(HostCall &call)
{
    dismiss(call, m_core.options.host.afterTalk);
    call.said.clear();
    next(call, false);
}

void HostKeys::dismiss(HostCall &call, AfterTalk how)
{
    const Call *caller = callerOf(m_core.book, call);
    if (!caller) {
        call.said = tr("There is nobody on the line with you.");
        return;
    }
    const Call who = *caller;
    const QString name = spokenCaller(who.caller);
    call.said = how == AfterTalk::Voicemail ? tr("%1 is sent to voicemail.").arg(name)
                                            : tr("%1 is back in line.").arg(name);
    if (how == AfterTalk::BackInLine)
        return dismissQuietly(call);
    const bool thanks = how == AfterTalk::Thank;
    const Command command = thanks ? Command(ThankAndRelease{who.sid}) : Command(SendToVoicemail{who.sid});
    if (const auto allowed = may(call, command); !allowed) {
        call.said = allowed.error();
        return;
    }
    m_moves.begin(thanks ? IntentKind::Thank : IntentKind::SendToVoicemail, who.sid, call.seat);
}

/// Back in line; who hears music there already is left alone.
void HostKeys::dismissQuietly(HostCall &call)
{
    const Call *caller = callerOf(m_core.book, call);
    if (caller && caller->state == CallState::Connected && may(call, PutOnHold{caller->sid}))
        m_moves.begin(IntentKind::PutOnHold, caller->sid, call.seat);
}

} // namespace anteroom::calls
