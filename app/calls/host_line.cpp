// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "calls/host_line.h"

#include "calls/ask_plan.h"
#include "calls/host_words.h"
#include "calls/permissions.h"
#include "calls/pin.h"

#include <algorithm>
#include <array>

namespace anteroom::calls {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

bool is(const QString &cue, const char16_t *event)
{
    return cue == QString::fromUtf16(event);
}

// As the flow spells them.
const QString hostInStudio = u"in_studio"_s;
const QString hostInMenu = u"in_menu"_s;
const QString hostMovingOn = u"moving_on"_s;
const QString hostConfirming = u"confirming"_s;

} // namespace

HostLine::HostLine(DeskCore &core, Phones &phones, Pulls &pulls, Moves &moves, CloseOut &closeOut,
                   Lines &lines, ConnectionWatch &watch)
    : m_core(core),
      m_phones(phones),
      m_pulls(pulls),
      m_moves(moves),
      m_closeOut(closeOut),
      m_lines(lines),
      m_watch(watch),
      m_locks(core)
{
    connect(&core.book, &DeskBook::callChanged, this, &HostLine::callChanged);
    connect(&phones, &Phones::left, this, [this](const SeatPhone &before) { m_calls.remove(before.leg); });
    connect(&moves, &Moves::ended, this, &HostLine::moveEnded);
}

bool HostLine::takes(const QString &sid, const QString &line) const
{
    const QString ours = plainNumber(plan().number);
    return m_calls.contains(sid) ||
           (!ours.isEmpty() && plainNumber(line) == ours && ours != plainNumber(m_core.book.line().number));
}

bool HostLine::isHost(const QString &sid) const
{
    return m_calls.contains(sid) || !personOf(m_core.book.seatOfLeg(sid)).isEmpty();
}

// The call and its flow

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

bool HostLine::turn(HostCall &call, const QString &event)
{
    HostTurn turned{call, {}};
    const bool done = hostFlow().fire(turned, event).has_value();
    call = turned.call;
    return done;
}

bool HostLine::turn(HostCall &call, const char16_t *event)
{
    return turn(call, QString::fromUtf16(event));
}

Steps HostLine::render(HostCall &call) const
{
    const Steps steps = hostFlow().render({call, viewOf(call)});
    call.said.clear();
    return steps;
}

HostView HostLine::viewOf(const HostCall &call) const
{
    HostView view;
    const QStringList waiting = queue();
    view.waiting = int(waiting.size());
    view.lineOpen = m_core.book.line().open;
    view.afterTalk = plan().afterTalk;
    if (!call.seat.isEmpty())
        view.room = m_core.book.phone(call.seat).room;
    if (const Call *caller = callerOf(call))
        view.caller = spokenCaller(caller->caller);
    if (!waiting.isEmpty()) {
        const auto fresh =
            std::ranges::find_if(waiting, [&](const QString &sid) { return !call.had.contains(sid); });
        const Call first = m_core.book.calls().value(fresh == waiting.end() ? waiting.first() : *fresh);
        view.first = spokenWaiting(first.caller, first.arrival.secsTo(m_core.clock.now()));
    }
    return view;
}

/// Who waits, by our order; without those who are on their way out.
QStringList HostLine::queue() const
{
    QList<Call> waiting;
    for (const Call &call : m_core.book.calls()) {
        const bool leaves = call.doing == Doing::Thanking || call.doing == Doing::SendingToVoicemail ||
                            call.doing == Doing::HangingUp;
        if (call.state == CallState::Waiting && !leaves)
            waiting.append(call);
    }
    std::ranges::sort(waiting, {}, &Call::order);
    QStringList sids;
    for (const Call &call : std::as_const(waiting))
        sids.append(call.sid);
    return sids;
}

/// Whom the host talks to, or talked to last and who waits again; null when there is nothing to be done with
/// them any more.
const Call *HostLine::callerOf(const HostCall &call) const
{
    const Call *caller = m_core.book.find(call.caller);
    if (!caller)
        return nullptr;
    const bool ours = caller->state == CallState::Connected && caller->seat == call.seat;
    const bool back = caller->state == CallState::Waiting;
    const Intent *intent = m_core.book.intentOf(caller->sid);
    const bool free = !intent || intent->kind == IntentKind::RenewWait;
    return (ours || back) && free ? caller : nullptr;
}

// Who it is

Steps HostLine::arrived(const CallArrived &news)
{
    const bool isNew = !m_calls.contains(news.sid);
    HostCall &call = callOf(news.sid, news.caller.number);
    if (isNew && !resume(call))
        meet(call, news.proven);
    return render(call);
}

/// The desk has been restarted in the middle of the call; false when it had not let them in.
bool HostLine::resume(HostCall &call)
{
    const QString seat = m_core.book.seatOfLeg(call.sid);
    if (personOf(seat).isEmpty())
        return false;
    call.seat = seat;
    call.state = hostInMenu;
    call.person = personOf(seat);
    for (const QString &sid : m_core.book.callsOf(seat))
        if (m_core.book.find(sid)->state == CallState::Connected) {
            call.caller = sid;
            call.had.append(sid);
        }
    return true;
}

void HostLine::meet(HostCall &call, bool proven)
{
    if (plan().people.isEmpty())
        return turnAway(call, tr("Nobody may run the show from this number yet. A host and a PIN are set at "
                                 "the desk, in the settings. Goodbye."));
    if (const Host *host = plan().of(call.from))
        call.person = host->phone;
    if (turnAwayLocked(call) || call.person.isEmpty())
        return;
    const Host *host = plan().of(call.person);
    if (proven && plan().trustsProvenPhones)
        return letIn(call, false);
    if (host->pin.isEmpty())
        return turnAway(call,
                        tr("No PIN is set for this phone. Set one at the desk, in the settings. Goodbye."));
    turn(call, host_turns::isKnown);
}

bool HostLine::turnAwayLocked(HostCall &call)
{
    const QDateTime until = m_locks.lockedUntil(call.person, call.from);
    if (until.isNull())
        return false;
    turnAway(call, lockedWords(m_core.clock.now().secsTo(until)));
    return true;
}

void HostLine::turnAway(HostCall &call, const QString &sentence)
{
    call.said = sentence;
    turn(call, host_turns::turnedAway);
}

void HostLine::pin(HostCall &call, const QString &digits)
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

void HostLine::letIn(HostCall &call, bool verified)
{
    call.verified = verified;
    if (call.seat.isEmpty()) {
        const QString name = plan().of(call.person)->name;
        call.seat = freeSeat(name);
        call.said = tr("Hello %1.").arg(name);
        // In the studio as far as others can see: the next caller is moved there without ringing anybody.
        // Kept on, so that whoever is left behind waits again instead of being sent off.
        SeatPhone phone = m_core.book.phone(call.seat);
        phone.state = PhoneState::InStudio;
        phone.keepOn = true;
        phone.leg = call.sid;
        phone.since = m_core.clock.now();
        phone.remark.clear();
        m_core.book.put(phone);
    }
    turn(call, host_turns::letIn);
}

QString HostLine::seatName(const QString &name, int place)
{
    return place == 1 ? tr("%1 (by phone)").arg(name)
                      : tr("%1 (by phone %2)").arg(name, QString::number(place));
}

QString HostLine::personOf(const QString &seat) const
{
    for (const Host &host : plan().people)
        for (int place = 1; place <= mostSeats && !seat.isEmpty(); ++place)
            if (seatName(host.name, place) == seat)
                return host.phone;
    return {};
}

/// One and the same person may have two phones on the line: each is a seat.
QString HostLine::freeSeat(const QString &name) const
{
    for (int place = 1; place < mostSeats; ++place) {
        const QString seat = seatName(name, place);
        const bool others =
            std::ranges::any_of(m_consoles, [&](const Seat &each) { return each.name == seat; });
        if (!others && m_core.book.phone(seat).state == PhoneState::Down)
            return seat;
    }
    return seatName(name, mostSeats);
}

Seat HostLine::seatOf(const HostCall &call) const
{
    return {call.seat, call.verified ? Role::Host : Role::Screener, call.from};
}

// What they want

Steps HostLine::asks(const CallAsks &news)
{
    using namespace host_turns;
    const bool isNew = !m_calls.contains(news.sid);
    HostCall &call = callOf(news.sid, news.caller.number);
    if (isNew && !resume(call)) {
        meet(call, false);
        return render(call);
    }
    if (isNew && (is(news.cue, leftStudio) || is(news.cue, stillThere)))
        call.state = hostInStudio;
    // The cue came over the wire: these alone count, and only where the flow knows them; anything else, late
    // or repeated, changes nothing.
    constexpr std::array cues{numberTyped, pinTyped, keyPressed, menuOver, leftStudio, stillThere, noKey};
    const bool known = std::ranges::any_of(cues, [&](const char16_t *cue) { return is(news.cue, cue); });
    if (!known || !turn(call, news.cue)) {
        // Its answer may well go unheard, as that to the visit which fetchBack() has cut short.
        HostCall unheard = call;
        return render(unheard);
    }
    if (is(news.cue, numberTyped)) {
        const Host *host = plan().typed(news.digits);
        call.person = host ? host->phone : QString();
        turn(call, isKnown); // known or not: whose number is listed is nobody else's business
    } else if (is(news.cue, pinTyped)) {
        pin(call, news.digits);
    } else if (is(news.cue, keyPressed)) {
        key(call, news.digits);
    } else if (is(news.cue, noKey)) {
        moveOn(call);
    } else if (is(news.cue, menuOver) && ++call.rounds > mostRounds) {
        turnAway(call, {});
    }
    return render(call);
}

void HostLine::key(HostCall &call, const QString &digits)
{
    call.rounds = 0;
    if (call.state == hostConfirming)
        confirmKey(call, digits);
    else if (call.state == hostMovingOn)
        movingOnKey(call, digits);
    else
        menuKey(call, digits);
}

void HostLine::menuKey(HostCall &call, const QString &digit)
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

void HostLine::confirmKey(HostCall &call, const QString &digit)
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
    m_closeOut.start(seatOf(call), command);
    call.said = tr("Everybody who waits is being thanked.");
}

void HostLine::movingOnKey(HostCall &call, const QString &digit)
{
    if (digit == "0"_L1) {
        if (const Call *caller = callerOf(call))
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
bool HostLine::mayAll(HostCall &call)
{
    if (call.verified)
        return true;
    const Host *host = plan().of(call.person);
    if (host && !host->pin.isEmpty()) {
        turn(call, host_turns::needsPin);
        return false;
    }
    call.said = tr("This needs a PIN, and none is set for you.");
    turn(call, host_turns::comesBack);
    return false;
}

std::expected<void, QString> HostLine::may(const HostCall &call, const Command &command) const
{
    if (m_core.stopping)
        return std::unexpected(tr("The desk is closing. Callers keep waiting."));
    if (const auto locked = m_watch.lockedOut())
        return std::unexpected(locked->sentence);
    if (const auto verdict = permitted(m_core.book, seatOf(call), command); !verdict)
        return std::unexpected(verdict.error().sentence);
    return {};
}

void HostLine::next(HostCall &call, bool anybody)
{
    const QStringList waiting = queue();
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
        return m_pulls.pull(seatOf(call), Pull{sid});
    }
    call.said = why;
    turn(call, host_turns::comesBack);
}

void HostLine::moveOn(HostCall &call)
{
    dismiss(call, plan().afterTalk);
    call.said.clear();
    next(call, false);
}

void HostLine::dismiss(HostCall &call, AfterTalk how)
{
    const Call *caller = callerOf(call);
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
void HostLine::dismissQuietly(HostCall &call)
{
    const Call *caller = callerOf(call);
    if (caller && caller->state == CallState::Connected && may(call, PutOnHold{caller->sid}))
        m_moves.begin(IntentKind::PutOnHold, caller->sid, call.seat);
}

// What happens meanwhile

void HostLine::callChanged(const Call &caller)
{
    constexpr auto keyTakes = 700ms; // a * that is on its way explains it
    for (const HostCall &call : std::as_const(m_calls)) {
        const bool together = caller.seat == call.seat &&
                              (caller.state == CallState::Connected || caller.state == CallState::Connecting);
        if (call.caller == caller.sid && call.state == hostInStudio && !together)
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
    if (call.caller != sid || call.state != hostInStudio || together)
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
        const bool wanted = call.state == hostInStudio && call.caller == intent.sid;
        const Call *caller = m_core.book.find(intent.sid);
        if (call.seat == intent.seat && !wanted && caller && caller->state == CallState::Connected &&
            !m_core.book.intentOf(intent.sid))
            return m_moves.begin(IntentKind::PutOnHold, intent.sid, call.seat, {}, Moves::Words::None);
    }
}

void HostLine::ended(const QString &sid)
{
    m_calls.remove(sid);
    const QString seat = m_core.book.seatOfLeg(sid);
    if (seat.isEmpty())
        return;
    m_phones.legGone(seat);
    SeatPhone phone = m_core.book.phone(seat);
    phone.remark.clear(); // nobody looks at this seat any more
    m_core.book.put(phone);
}

} // namespace anteroom::calls
