// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "calls/life_of_a_call.h"
#include "calls/switchboard.h"

namespace anteroom::calls {

using namespace Qt::StringLiterals;
using namespace turns;

namespace {

QString name(const char16_t *event)
{
    return QString::fromUtf16(event);
}

WaitInQueue queueOf(const CallTurn &turn)
{
    return {turn.line.queue, turn.manners->hostedMusicMinutes, name(leftQueue)};
}

Steps music(const CallTurn &turn)
{
    Steps steps;
    if (turn.details.backInLine && !turn.manners->backInLine.isEmpty())
        steps << Say{turn.manners->backInLine};
    // Reached only where the queue cannot be entered and nobody was asked what comes next.
    return steps << queueOf(turn) << AskAgain{name(queueFailed)};
}

Steps greeting(const CallTurn &turn)
{
    if (turn.manners->greeting.isEmpty())
        return music(turn);
    return {Say{turn.manners->greeting}, AskAgain{name(greeted)}};
}

/// What follows the studio is for phone companies that cannot ask us; the others get the answer to the cue.
Steps studio(const CallTurn &turn)
{
    const QString joining = turn.details.joining.isEmpty() ? turn.call.joining : turn.details.joining;
    Steps steps{JoinStudio{turn.details.room, false, name(leftStudio), joining}};
    if (turn.details.phoneKept)
        return steps << queueOf(turn);
    return steps << Say{turn.manners->goodbye} << HangUp{};
}

Steps voicemail(const CallTurn &turn)
{
    const QString full = turn.call.outcome == Outcome::QueueFull ? turn.manners->fullMessage : QString();
    const QString own = full.isEmpty() ? turn.manners->voicemailGreeting : full;
    return {Say{turn.details.text.isEmpty() ? own : turn.details.text},
            RecordMessage{turn.manners->longestMessageSeconds, 10, name(recorded)},
            Say{turn.manners->goodbye}, HangUp{}};
}

Steps ending(const CallTurn &turn)
{
    QString words;
    switch (turn.call.outcome) {
    case Outcome::Thanked:
        words = turn.manners->thanks;
        break;
    case Outcome::Refused:
        words = turn.call.arrival.isNull() ? turn.manners->closedMessage : turn.manners->goodbye;
        break;
    case Outcome::Talked:
    case Outcome::Voicemail:
        words = turn.manners->goodbye;
        break;
    default:
        break;
    }
    if (!turn.details.text.isEmpty())
        words = turn.details.text;
    return words.isEmpty() ? Steps{HangUp{}} : Steps{Say{words}, HangUp{}};
}

void noteArrival(CallTurn &turn, const FlowTransition &)
{
    Call &call = turn.call;
    if (!call.arrival.isNull())
        return; // put back: arrival and order are kept
    call.arrival = turn.details.enqueued.isValid() ? turn.details.enqueued : turn.now;
    call.order = double(call.arrival.toMSecsSinceEpoch()) + turn.details.place;
}

void noteFullQueue(CallTurn &turn, const FlowTransition &transition)
{
    if (transition.event == name(queueFailed) || transition.event == name(leftQueue))
        turn.call.outcome = Outcome::QueueFull;
}

Outcome outcomeOf(const CallTurn &turn, const FlowTransition &transition)
{
    const bool talked = transition.from == toWord(CallState::Connected);
    const bool message = transition.from == toWord(CallState::LeavingMessage);
    if (transition.event == name(thanked))
        return Outcome::Thanked;
    if (transition.event == name(turnedAway))
        return Outcome::Refused;
    if (talked)
        return Outcome::Talked;
    if (transition.from == toWord(CallState::Calling)) // never reached, unless their answer went unheard
        return transition.event == name(leftStudio) ? Outcome::Talked : Outcome::Failed;
    if (message && turn.details.recorded)
        return Outcome::Voicemail;
    if (transition.event == name(hungUp))
        return Outcome::Refused;
    if (message && turn.call.outcome == Outcome::QueueFull)
        return Outcome::QueueFull;
    return turn.details.status == "failed"_L1 ? Outcome::Failed : Outcome::Abandoned;
}

/// The news of a message may come after the news that the call is over.
void noteMessage(CallTurn &turn, const FlowTransition &transition)
{
    const Outcome outcome = turn.call.outcome;
    const bool silent =
        outcome == Outcome::Abandoned || outcome == Outcome::QueueFull || outcome == Outcome::Refused;
    if (transition.event == name(recorded) && !transition.changes() && silent && turn.details.recorded)
        turn.call.outcome = Outcome::Voicemail;
}

} // namespace

bool isCallerGone(const QString &result)
{
    return result == "hangup"_L1 || result == "system-error"_L1;
}

bool isQueueFull(const QString &result)
{
    return result == "queue-full"_L1 || result == "error"_L1;
}

bool isNotification(const QString &result)
{
    return result.startsWith("redirected"_L1) || result.startsWith("bridg"_L1);
}

FlowBindings<CallTurn> lifeOfACallBindings()
{
    FlowBindings<CallTurn> bindings;
    bindings.state = [](const CallTurn &turn) { return toWord(turn.call.state); };
    bindings.setState = [](CallTurn &turn, const QString &state) {
        turn.call.state = callStateFromWord(state);
    };
    bindings.guards = {
        {u"caller_gone"_s, [](const CallTurn &turn) { return isCallerGone(turn.details.result); }},
        {u"queue_full"_s, [](const CallTurn &turn) { return isQueueFull(turn.details.result); }},
        {u"phone_kept"_s, [](const CallTurn &turn) { return turn.details.phoneKept; }},
    };
    bindings.actions = {
        {u"note_arrival"_s, noteArrival},
        {u"note_full_queue"_s, noteFullQueue},
        {u"note_message"_s, noteMessage},
        {u"note_outcome"_s,
         [](CallTurn &turn, const FlowTransition &transition) {
             turn.call.outcome = outcomeOf(turn, transition);
         }},
        {u"take_seat"_s, [](CallTurn &turn, const FlowTransition &) { turn.call.seat = turn.details.seat; }},
        {u"note_joining"_s,
         [](CallTurn &turn, const FlowTransition &) {
             if (!turn.details.joining.isEmpty()) // of somebody whom we call it is known before
                 turn.call.joining = turn.details.joining;
         }},
        {u"leave_seat"_s,
         [](CallTurn &turn, const FlowTransition &) {
             turn.call.seat.clear();
             if (turn.call.givingTo.isEmpty()) // else it goes on hold only to be passed on
                 turn.call.givenBy.clear();
         }},
        {u"note_change"_s,
         [](CallTurn &turn, const FlowTransition &) {
             turn.call.stateSince = turn.now;
             turn.call.doing = Doing::Nothing;
             turn.call.remark = turn.details.remark;
             if (turn.call.state != CallState::LeavingMessage && !turn.call.hasEnded())
                 turn.call.outcome = Outcome::None;
         }},
    };
    bindings.responses = {{u"greeting"_s, greeting},
                          {u"music"_s, music},
                          {u"studio"_s, studio},
                          {u"voicemail"_s, voicemail},
                          {u"ending"_s, ending}};
    return bindings;
}

} // namespace anteroom::calls
