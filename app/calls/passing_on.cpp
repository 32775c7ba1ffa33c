// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "calls/passing_on.h"

namespace anteroom::calls {

namespace {

std::unexpected<Refusal> notNow(const QString &sentence)
{
    return std::unexpected(Refusal{RefusalCode::WrongState, sentence});
}

} // namespace

PassingOn::PassingOn(DeskCore &core, People &people, Pulls &pulls, Moves &moves, Asking &asking)
    : m_core(core), m_people(people), m_pulls(pulls), m_moves(moves), m_asking(asking)
{
    connect(&moves, &Moves::ended, this, &PassingOn::onHold);
    connect(&pulls, &Pulls::notTaken, this, &PassingOn::notTaken);
    connect(&asking, &Asking::giftAnswered, this, &PassingOn::answered);
}

std::expected<void, Refusal> PassingOn::mayGive(const Seat &seat, const GiveTo &command) const
{
    const AskPhone *who = m_people.named(command.to);
    if (!who)
        return notNow(tr("This person is not on the list of phones to ask, so the caller stays where they "
                         "are. Add them in the settings under “Ask phones”."));
    const Call call = m_core.book.calls().value(command.sid);
    const Seat theirs = m_people.seatOf(*who);
    if (theirs.name == seat.name || plainNumber(seat.phone) == plainNumber(who->number))
        return notNow(tr("This is your own phone. Pull the caller instead."));
    if (call.seat == theirs.name)
        return std::unexpected(
            Refusal{RefusalCode::Taken, tr("%1 has this caller already.").arg(theirs.name), theirs.name});
    if (m_asking.isAsking(call.sid, who->number))
        return notNow(tr("%1 is being asked about this caller already.").arg(theirs.name));
    if (!command.askFirst && m_people.isOccupied(*who))
        return notNow(tr("%1 is on the phone just now. The caller stays where they are; ask first, or try "
                         "again in a moment.")
                          .arg(theirs.name));
    return {};
}

void PassingOn::give(const Seat &seat, const GiveTo &command)
{
    Call call = m_core.book.calls().value(command.sid);
    const QString number = m_people.named(command.to)->number;
    if (call.state == CallState::Waiting)
        return pass(call, seat.name, number, command.askFirst);
    // Written down with the wish to put them on hold, so that a restart in between goes on with it.
    call.givenBy = seat.name;
    call.givingTo = number;
    call.givingAsks = command.askFirst;
    m_core.book.put(call);
    m_moves.begin(IntentKind::PutOnHold, call.sid, seat.name, {}, Moves::Words::None);
}

void PassingOn::pass(const Call &call, const QString &giver, const QString &number, bool askFirst)
{
    const AskPhone *listed = m_people.find(number);
    const QString caller = DeskCore::nameOf(call);
    if (!listed)
        return tell(
            call.sid, giver,
            tr("%1 is no longer on the list of phones to ask. %2 stays in line.").arg(number, caller));
    const AskPhone who = *listed;
    const Seat theirs = m_people.seatOf(who);
    if (askFirst)
        return m_asking.askJust(call.sid, who, giver);
    if (m_people.isOccupied(who)) // by now
        return tell(call.sid, giver,
                    tr("%1 is on the phone just now. %2 stays in line.").arg(theirs.name, caller));
    Call given = call;
    given.givenBy = giver;
    m_core.book.put(given);
    m_pulls.pull(theirs, Pull{call.sid});
}

void PassingOn::onHold(const Intent &intent, MoveEnd end)
{
    const Call *known = m_core.book.find(intent.sid);
    if (!known || known->givingTo.isEmpty() || intent.kind == IntentKind::RenewWait)
        return;
    if (end == MoveEnd::Done && known->state == CallState::Waiting)
        return passWhoIsOnHold(intent.sid);
    Call call = *known; // still connected, gone, or moved elsewhere by somebody else
    call.givenBy.clear();
    call.givingTo.clear();
    call.givingAsks = false;
    m_core.book.put(call);
    m_core.book.commit();
}

void PassingOn::passWhoIsOnHold(const QString &sid)
{
    constexpr qint64 stillMeant = 60; // seconds: an older wish may no longer be one
    const Call before = m_core.book.calls().value(sid);
    Call call = before;
    call.givenBy.clear();
    call.givingTo.clear();
    call.givingAsks = false;
    m_core.book.put(call);
    if (before.stateSince.secsTo(m_core.clock.now()) < stillMeant)
        pass(call, before.givenBy, before.givingTo, before.givingAsks);
    else
        tell(sid, before.givenBy,
             tr("%1 waits in line again, but was not passed on in time. Give them to somebody once more.")
                 .arg(DeskCore::nameOf(call)));
    m_core.book.commit();
}

void PassingOn::takeUp()
{
    for (const Call &call : m_core.book.calls().values())
        if (call.state == CallState::Waiting && !call.givingTo.isEmpty() && !m_core.book.intentOf(call.sid))
            passWhoIsOnHold(call.sid);
}

void PassingOn::notTaken(const Call &before, const QString &remark, RingEnd why)
{
    tell(before.sid, before.givenBy, whyNot(why, before.seat, DeskCore::nameOf(before), remark));
}

void PassingOn::answered(const QString &sid, const AskedPhone &phone)
{
    const Call *known = m_core.book.find(sid);
    if (!known || known->hasEnded())
        return;
    Call call = *known;
    const AskPhone *who = m_people.find(phone.number);
    const QString name = who ? m_people.seatOf(*who).name : phone.number;
    if (const auto sentence = whyNot(phone, name, DeskCore::nameOf(call)))
        return tell(sid, phone.givenBy, *sentence);
    // They said what they want; should their phone then not be answered, the giver hears of that, too.
    if (call.state == CallState::Waiting) {
        call.givenBy = phone.givenBy;
        m_core.book.put(call);
    }
}

void PassingOn::tell(const QString &sid, const QString &giver, const QString &sentence)
{
    if (const Call *call = m_core.book.find(sid))
        m_core.setDoing(sid, call->doing, sentence);
    Q_EMIT m_core.notice(giver, sentence);
}

QString PassingOn::whyNot(RingEnd why, const QString &who, const QString &caller, const QString &refusal)
{
    switch (why) {
    case RingEnd::NotPressed:
        return tr("The phone of %1 was answered, but nobody pressed 1. %2 stays in line.").arg(who, caller);
    case RingEnd::Declined:
        return tr("%1 declined the call. %2 stays in line.").arg(who, caller);
    case RingEnd::Mailbox:
        return tr("A mailbox answered the phone of %1. %2 stays in line.").arg(who, caller);
    case RingEnd::Busy:
        return tr("The phone of %1 is busy. %2 stays in line.").arg(who, caller);
    case RingEnd::NoAnswer:
        return tr("%1 did not answer the phone. %2 stays in line.").arg(who, caller);
    case RingEnd::NotReached:
        return tr("The phone of %1 could not be reached. %2 stays in line. Please check its number.")
            .arg(who, caller);
    case RingEnd::Canceled:
        return tr("The call to %1 was cancelled. %2 stays in line.").arg(who, caller);
    case RingEnd::NeverRang:
        return tr("The phone of %1 did not ring: the request did not reach the phone company. %2 stays in "
                  "line. Please give them to somebody once more.")
            .arg(who, caller);
    case RingEnd::Refused:
        break;
    }
    return tr("The phone of %1 was not rung, and %2 stays in line. %3").arg(who, caller, refusal);
}

std::optional<QString> PassingOn::whyNot(const AskedPhone &phone, const QString &who, const QString &caller)
{
    switch (phone.state) {
    case AskedState::Answered:
        return {};
    case AskedState::Later:
        if (phone.byCall)
            return tr("Whoever answered the phone of %1 did not take %2, who stays in line.")
                .arg(who, caller);
        return tr("%1 can't take %2 now, who stays in line.").arg(who, caller);
    case AskedState::NotReached:
        return tr("The phone of %1 was not answered. %2 stays in line.").arg(who, caller);
    case AskedState::Asking:
    case AskedState::Asked:
        break;
    }
    return tr("%1 has not answered the question. %2 stays in line.").arg(who, caller);
}

} // namespace anteroom::calls
