// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "calls/moves.h"

#include <algorithm>

namespace anteroom::calls {

using namespace std::chrono_literals;

Moves::Moves(DeskCore &core) : m_core(core)
{
}

Doing Moves::doingOf(IntentKind kind)
{
    switch (kind) {
    case IntentKind::MoveToStudio:
        return Doing::MovingToStudio;
    case IntentKind::PutOnHold:
        return Doing::PuttingOnHold;
    case IntentKind::SendToVoicemail:
        return Doing::SendingToVoicemail;
    case IntentKind::Thank:
        return Doing::Thanking;
    case IntentKind::HangUp:
        return Doing::HangingUp;
    default:
        return Doing::Nothing;
    }
}

void Moves::begin(IntentKind kind, const QString &sid, const QString &seat, const QString &text, Words words)
{
    const Call *call = m_core.book.find(sid);
    if (!call || m_core.stopping)
        return;
    Intent intent = m_core.openIntent(kind, sid, seat);
    // The studio the caller goes to, or is in: where the reading looks for them.
    const QString studioOf = kind == IntentKind::MoveToStudio ? seat : call->seat;
    if (!studioOf.isEmpty()) {
        intent.room = m_core.book.phone(studioOf).room;
        intent.leg = m_core.book.phone(studioOf).leg;
        m_core.book.put(intent);
    }
    if (!text.isEmpty())
        m_texts.insert(intent.id, text);
    if (words == Words::None)
        m_silent.insert(intent.id);
    if (kind == IntentKind::RenewWait)
        m_renewals.insert(sid, intent.id);
    else
        m_core.setDoing(sid, doingOf(kind));
    m_core.book.commit();
    m_core.tasks.keep(ask(intent.id));
}

Steps Moves::stepsOf(const Intent &intent) const
{
    const Call *call = m_core.book.find(intent.sid);
    if (!call)
        return {HangUp{}};
    TurnDetails details;
    details.room = intent.room;
    details.text = m_texts.value(intent.id);
    if (details.text.isEmpty() && intent.seat.isEmpty()) {
        // A close out that began before a restart.
        const CloseOutStatus &closeOut = m_core.book.closeOut();
        const CloseOutCall *own = closeOut.find(intent.sid);
        details.text = own ? own->text : closeOut.request.text;
    }
    details.phoneKept = m_core.book.phone(intent.seat).keepOn;
    details.reachable = m_core.isReachable();
    details.joining = intent.id;
    switch (intent.kind) {
    case IntentKind::MoveToStudio:
        return m_core.stepsIn(CallState::Connected, Outcome::None, *call, details);
    case IntentKind::RenewWait:
        return m_core.stepsIn(CallState::Waiting, Outcome::None, *call, details);
    case IntentKind::PutOnHold:
        details.backInLine = !m_silent.contains(intent.id);
        return m_core.stepsIn(CallState::Waiting, Outcome::None, *call, details);
    case IntentKind::SendToVoicemail:
        return m_core.stepsIn(CallState::LeavingMessage, Outcome::None, *call, details);
    case IntentKind::Thank:
        return m_core.stepsIn(CallState::Ended, Outcome::Thanked, *call, details);
    default:
        return {HangUp{}};
    }
}

QCoro::Task<void> Moves::ask(QString id)
{
    co_await m_core.written();
    if (!m_core.book.intent(id) || m_core.stopping) {
        m_renewals.removeIf([&](const auto &renewal) { return renewal.value() == id; });
        co_return;
    }
    const Intent intent = m_core.book.intents().value(id);
    // Two documents on their way at once might arrive in either order.
    if (m_renewals.value(intent.sid, id) != id) {
        m_next.insert(intent.sid, id);
        co_return;
    }
    CarrierResult<void> result;
    if (intent.kind == IntentKind::HangUp) {
        result = co_await m_core.carrier.hangUp(intent.sid);
    } else {
        Steps steps = stepsOf(intent);
        result = co_await m_core.carrier.instruct(intent.sid, steps, id);
    }
    if (intent.kind == IntentKind::RenewWait)
        renewed(intent, result);
    else
        concluded(id, result);
}

void Moves::renewed(const Intent &intent, const CarrierResult<void> &result)
{
    // Whether a cut request has acted or not, the caller hears music; the poll tells the rest.
    m_renewals.remove(intent.sid);
    const bool open = m_core.book.intent(intent.id);
    m_core.book.settle(intent.id);
    m_core.book.commit();
    if (const QString next = m_next.take(intent.sid); !next.isEmpty() && !m_core.stopping)
        m_core.tasks.keep(ask(next));
    if (open)
        Q_EMIT ended(intent, result ? MoveEnd::Done : MoveEnd::Failed,
                     result ? CarrierError() : result.error());
}

void Moves::concluded(const QString &id, const CarrierResult<void> &result)
{
    const Intent *open = m_core.book.intent(id);
    if (!open)
        return; // settled by news that was faster
    const Intent intent = *open;
    if (result)
        return confirm(intent);
    switch (result.error().trouble) {
    case CarrierTrouble::Canceled:
        return; // shutting down; settled at the next start
    case CarrierTrouble::Unclear:
    case CarrierTrouble::Gone: // ended, or merely not in a state for this: the reading tells
        return readSoon(id);
    default:
        return fail(intent, result.error());
    }
}

void Moves::confirm(const Intent &intent)
{
    m_core.book.settle(intent.id);
    TurnDetails details;
    details.recorded = m_core.book.hasLeftMessage(intent.sid);
    details.joining = intent.id;
    switch (intent.kind) {
    case IntentKind::MoveToStudio:
        m_core.turn(intent.sid, turns::joinedStudio, details);
        break;
    case IntentKind::PutOnHold:
        m_core.turn(intent.sid, turns::putBack, details);
        break;
    case IntentKind::SendToVoicemail:
        m_core.turn(intent.sid, turns::toVoicemail, details);
        break;
    case IntentKind::Thank:
        m_core.turn(intent.sid, turns::thanked, details);
        break;
    default:
        m_core.turn(intent.sid, turns::hungUp, details);
        break;
    }
    m_texts.remove(intent.id);
    m_silent.remove(intent.id);
    m_readings.remove(intent.id);
    m_core.book.commit();
    Q_EMIT ended(intent, MoveEnd::Done, {});
}

void Moves::callerGone(const Intent &intent, const QString &status)
{
    m_core.book.settle(intent.id);
    TurnDetails details;
    details.status = status;
    details.recorded = m_core.book.hasLeftMessage(intent.sid);
    m_core.turn(intent.sid, turns::callOver, details);
    m_texts.remove(intent.id);
    m_silent.remove(intent.id);
    m_readings.remove(intent.id);
    m_core.book.commit();
    Q_EMIT ended(intent, MoveEnd::CallerGone, {});
}

void Moves::fail(const Intent &intent, const CarrierError &error)
{
    const QString giver = m_core.book.calls().value(intent.sid).givenBy;
    m_core.book.settle(intent.id);
    TurnDetails details;
    details.remark = error.sentence;
    if (intent.kind != IntentKind::MoveToStudio || !m_core.turn(intent.sid, turns::givenUp, details))
        m_core.setDoing(intent.sid, Doing::Nothing, error.sentence);
    m_texts.remove(intent.id);
    m_silent.remove(intent.id);
    m_readings.remove(intent.id);
    m_core.book.commit();
    if (!intent.seat.isEmpty())
        Q_EMIT m_core.notice(intent.seat, error.sentence);
    if (!giver.isEmpty() && giver != intent.seat)
        Q_EMIT m_core.notice(giver, error.sentence);
    Q_EMIT ended(intent, MoveEnd::Failed, error);
}

void Moves::settle(const Intent &intent)
{
    m_readings[intent.id].requests = 1;
    m_core.tasks.keep(read(intent.id));
}

void Moves::readSoon(const QString &id)
{
    if (m_core.stopping)
        return;
    const int reads = m_readings[id].reads++;
    const auto pause = std::min<std::chrono::milliseconds>(300ms * (1 << std::min(reads / 2, 6)), 15s);
    m_core.clock.after(pause, this, [this, id] {
        if (!m_core.stopping && m_core.book.intent(id))
            m_core.tasks.keep(read(id));
    });
}

QCoro::Task<void> Moves::read(QString id)
{
    const Intent intent = m_core.book.intents().value(id);
    const CarrierResult<LegStatus> status = co_await m_core.carrier.status(intent.sid);
    if (!m_core.book.intent(id))
        co_return;
    const bool unknownThere = !status && status.error().trouble == CarrierTrouble::Gone;
    if (unknownThere || (status && status->isOver())) {
        if (intent.kind == IntentKind::HangUp)
            confirm(intent);
        else
            callerGone(intent, status ? status->status : QString());
        co_return;
    }
    if (!status) {
        readSoon(id);
        co_return;
    }
    const QString queue = m_core.queueOf(intent.sid);
    const CarrierResult<WaitingList> waiting = co_await m_core.carrier.waiting(queue);
    CarrierResult<QList<StudioMember>> studio;
    if (!intent.room.isEmpty())
        studio = co_await m_core.carrier.studio(intent.room);
    if (!m_core.book.intent(id))
        co_return;
    if (!waiting || !studio) {
        readSoon(id);
        co_return;
    }
    const bool inQueue =
        std::ranges::any_of(waiting->members, [&](const WaitingMember &m) { return m.sid == intent.sid; });
    const bool inStudio =
        std::ranges::any_of(*studio, [&](const StudioMember &m) { return m.sid == intent.sid; });
    judge(intent, inQueue, inStudio);
}

Moves::Verdict Moves::verdictOf(const Intent &intent, bool inQueue, bool inStudio) const
{
    const Call *call = m_core.book.find(intent.sid);
    if (!call || intent.kind == IntentKind::HangUp)
        return Verdict::NotActed; // the call lives
    if (intent.kind == IntentKind::MoveToStudio)
        return inStudio ? Verdict::Acted : inQueue ? Verdict::NotActed : Verdict::NotClear;
    if (intent.kind == IntentKind::PutOnHold)
        return inQueue ? Verdict::Acted : inStudio ? Verdict::NotActed : Verdict::NotClear;
    if (inQueue || inStudio)
        return Verdict::NotActed; // a goodbye or a mailbox is neither
    return call->state == CallState::Ringing ? Verdict::NotClear : Verdict::Acted;
}

void Moves::judge(const Intent &intent, bool inQueue, bool inStudio)
{
    constexpr int enoughReads = 4;
    const Verdict verdict = verdictOf(intent, inQueue, inStudio);
    if (verdict == Verdict::Acted)
        return confirm(intent);
    if (verdict == Verdict::NotClear && m_readings[intent.id].reads < enoughReads)
        return readSoon(intent.id);
    again(intent);
}

void Moves::again(const Intent &intent)
{
    constexpr int requests = 2;
    constexpr qint64 stillMeant = 60; // seconds: an older wish may no longer be one
    const bool phoneThere = intent.kind != IntentKind::MoveToStudio ||
                            m_core.book.phone(intent.seat).state == PhoneState::InStudio;
    Reading &reading = m_readings[intent.id];
    if (phoneThere && !m_core.stopping && reading.requests < requests &&
        intent.begun.secsTo(m_core.clock.now()) < stillMeant) {
        ++reading.requests;
        m_core.tasks.keep(ask(intent.id));
        return;
    }
    const Call *call = m_core.book.find(intent.sid);
    fail(intent,
         {CarrierTrouble::Refused, 0,
          tr("The phone company did not carry out the request; %1 is where they were. Please try again.")
              .arg(call ? DeskCore::nameOf(*call) : tr("the caller"))});
}

} // namespace anteroom::calls
