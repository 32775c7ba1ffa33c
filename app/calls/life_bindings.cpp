// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "calls/life_of_a_call.h"
#include "calls/line_manners.h"

#include <algorithm>

namespace anteroom::calls {

using namespace Qt::StringLiterals;
using namespace turns;

namespace {

QString name(const char16_t *event)
{
    return QString::fromUtf16(event);
}

constexpr int menuTimes = 3;   ///< then whoever stays silent goes where all others go
constexpr int menuSeconds = 8; ///< to think, after the prompt
constexpr int offerSeconds = 6;
constexpr int consentSeconds = 8;

Say say(const CallTurn &turn, const SpokenText &text)
{
    return said(text, {{u"show"_s, turn.line.showName}});
}

void speak(Steps &steps, const CallTurn &turn, const SpokenText &text)
{
    if (!text.isEmpty())
        steps << say(turn, text);
}

qint64 waitedSeconds(const CallTurn &turn)
{
    return turn.call.arrival.isNull() ? 0 : std::max<qint64>(0, turn.call.arrival.secsTo(turn.now));
}

bool isOffered(const CallTurn &turn)
{
    const int after = turn.manners->offerAfterMinutes;
    return after > 0 && !turn.details.offered && !turn.details.cannotCallBack &&
           !turn.manners->longWaitOffer.isEmpty() && waitedSeconds(turn) >= qint64{after} * 60;
}

/// How long the next pass of music may take, so that what is due is said in time; 0: as long as it likes.
int passSeconds(const CallTurn &turn)
{
    constexpr int shortest = 20; // between two interruptions
    const LineManners &manners = *turn.manners;
    qint64 seconds = 0;
    const auto atMost = [&](qint64 limit) {
        const qint64 fair = std::max<qint64>(shortest, limit);
        seconds = seconds == 0 ? fair : std::min(seconds, fair);
    };
    if (manners.announces())
        atMost(manners.announceSeconds);
    if (manners.offerAfterMinutes > 0) {
        const qint64 left = qint64{manners.offerAfterMinutes} * 60 - waitedSeconds(turn);
        atMost(left > 0 ? left : qint64{manners.offerAfterMinutes} * 60);
    }
    return int(seconds);
}

WaitInQueue waitOf(const CallTurn &turn)
{
    WaitInQueue wait{queueOf(turn.call, turn.line), turn.manners->hostedMusicMinutes, name(leftQueue)};
    wait.music = turn.manners->music;
    // Without somebody who can ask us, and soon, a file of ours might not be there when it is wanted.
    if (turn.details.asked || turn.details.reachable)
        wait.seconds = passSeconds(turn);
    if (wait.music.kind == WaitMusic::Kind::File &&
        (!(turn.details.asked || turn.details.reachable) || turn.details.musicFailed))
        wait.music = {};
    return wait;
}

/// Where they stand and for how long, in words that somebody else has chosen.
void announce(Steps &steps, const CallTurn &turn)
{
    constexpr qint64 minute = 60;
    const qint64 waited = waitedSeconds(turn) / minute;
    const qint64 average = (turn.place.averageSeconds + minute / 2) / minute;
    const Fillings fillings{{u"position"_s, QString::number(turn.place.position)},
                            {u"ahead"_s, QString::number(turn.place.position - 1)},
                            {u"waited"_s, QString::number(waited)},
                            {u"average"_s, QString::number(average)},
                            {u"show"_s, turn.line.showName}};
    const auto tell = [&](const SpokenText &text) {
        if (!text.isEmpty())
            steps << said(text, fillings);
    };
    if (turn.manners->announces()) {
        tell(turn.manners->positionText);
        if (waited > 0) // "for 0 minutes" is no news
            tell(turn.manners->waitedText);
        if (average > 0)
            tell(turn.manners->averageText);
    }
    if (isOffered(turn)) {
        const Say offer = said(turn.manners->longWaitOffer, fillings);
        steps << AskKeys{offer.text, 1, offerSeconds, 1, name(longWaitKey), offer.voice, offer.language};
    }
}

Steps music(const CallTurn &turn)
{
    Steps steps;
    if (turn.details.backInLine)
        speak(steps, turn, turn.manners->backInLine);
    if (turn.details.cannotCallBack)
        speak(steps, turn, turn.manners->cannotCallBack);
    else if (turn.details.asked && !turn.details.offered && turn.call.state == CallState::Waiting)
        announce(steps, turn);
    // Reached only where the queue cannot be entered and nobody was asked what comes next.
    return steps << waitOf(turn) << AskAgain{name(queueFailed)};
}

Steps greeting(const CallTurn &turn)
{
    Steps steps;
    if (!turn.details.askMenuAgain) {
        speak(steps, turn, turn.manners->greeting);
        speak(steps, turn, turn.manners->notice);
    }
    if (turn.manners->asksConsent() && turn.call.consent == Consent::NotAsked) {
        const Say prompt = say(turn, turn.manners->consentPrompt);
        return steps << AskKeys{prompt.text,    1, consentSeconds, 1, name(consentKey), prompt.voice,
                                prompt.language}
                     << AskAgain{name(consentKey)}; // silence is no consent
    }
    if (!turn.manners->menu.choices.isEmpty()) {
        const Say prompt = say(turn, turn.manners->menuPrompt);
        steps << AskKeys{prompt.text,    1, menuSeconds, menuTimes, name(menuKey), prompt.voice,
                         prompt.language};
    }
    return steps.isEmpty() ? music(turn) : steps << AskAgain{name(greeted)};
}

/// Somebody who came in while nobody could greet them, or whom we have called: told before they are talked
/// to.
bool hearsNoticeLate(const CallTurn &turn)
{
    return turn.manners->needsNotice() && turn.call.noticeAt.isNull() && !turn.manners->lacksNotice();
}

/// What follows the studio is for phone companies that cannot ask us; the others get the answer to the cue.
Steps studio(const CallTurn &turn)
{
    const QString joining = turn.details.joining.isEmpty() ? turn.call.joining : turn.details.joining;
    Steps steps;
    if (hearsNoticeLate(turn))
        speak(steps, turn, turn.manners->notice);
    steps << JoinStudio{turn.details.room, false, name(leftStudio), joining};
    if (turn.details.phoneKept)
        return steps << waitOf(turn);
    speak(steps, turn, turn.manners->goodbye);
    return steps << HangUp{};
}

/// Somebody who never got as far as the queue, while the clock says that the line is closed.
bool isOutsideHours(const CallTurn &turn)
{
    return turn.line.open && turn.call.arrival.isNull() && !turn.manners->hours.isOpenAt(turn.now);
}

/// Words of the moment: in the line's own voice for them where they are the line's, else in the voice of
/// those they stand for.
Say inPlaceOf(const CallTurn &turn, const SpokenText &usual)
{
    const QString &words = turn.details.text;
    if (words.isEmpty())
        return say(turn, usual);
    const LineManners &manners = *turn.manners;
    for (const SpokenText *own : {&manners.nextShow, &manners.waitOver})
        if (own->text == words)
            return {words, own->voice, own->language};
    return {words, usual.voice, usual.language};
}

Steps voicemail(const CallTurn &turn)
{
    const LineManners &manners = *turn.manners;
    const SpokenText *own = &manners.voicemailGreeting;
    if (turn.call.outcome == Outcome::QueueFull && !manners.fullMessage.isEmpty())
        own = &manners.fullMessage;
    else if (isOutsideHours(turn) && !manners.outsideHours.isEmpty())
        own = &manners.outsideHours;
    Steps steps{inPlaceOf(turn, *own), RecordMessage{manners.longestMessageSeconds, 10, name(recorded)}};
    speak(steps, turn, manners.goodbye);
    return steps << HangUp{};
}

Steps ending(const CallTurn &turn)
{
    const SpokenText none;
    const SpokenText *words = &none;
    switch (turn.call.outcome) {
    case Outcome::Thanked:
        words = &turn.manners->thanks;
        break;
    case Outcome::Refused:
        words = isOutsideHours(turn)         ? &turn.manners->outsideHours
                : turn.call.arrival.isNull() ? &turn.manners->closedMessage
                                             : &turn.manners->goodbye;
        break;
    case Outcome::CallBack:
        words = &turn.manners->willCallBack;
        break;
    case Outcome::Talked:
    case Outcome::Voicemail:
        words = &turn.manners->goodbye;
        break;
    default:
        break;
    }
    const Say last = inPlaceOf(turn, *words);
    return last.text.isEmpty() ? Steps{HangUp{}} : Steps{last, HangUp{}};
}

void noteChoice(CallTurn &turn, const FlowTransition &)
{
    if (const MenuChoice *choice = turn.manners->menu.choiceOf(turn.details.digits);
        choice && turn.call.arrival.isNull())
        turn.call.queue = choice->queue;
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
    if (transition.event == name(thanked) || transition.event == name(consentKey))
        return Outcome::Thanked;
    if (transition.event == name(turnedAway))
        return Outcome::Refused;
    if (transition.event == name(longWaitKey))
        return Outcome::CallBack;
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

QString queueOf(const Call &call, const LineStatus &line)
{
    return call.queue.isEmpty() ? line.queue : call.queue;
}

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
        {u"choice_known"_s,
         [](const CallTurn &turn) { return turn.manners->menu.choiceOf(turn.details.digits) != nullptr; }},
        {u"message_key"_s, [](const CallTurn &turn) { return turn.details.digits == "1"_L1; }},
        {u"call_back_key"_s, [](const CallTurn &turn) { return turn.details.digits == "2"_L1; }},
        {u"must_agree"_s,
         [](const CallTurn &turn) {
             return turn.call.consent == Consent::Declined &&
                    turn.manners->withoutConsent == WithoutConsent::Release;
         }},
        {u"withheld"_s, [](const CallTurn &turn) { return turn.call.isWithheld(); }},
    };
    bindings.actions = {
        {u"note_arrival"_s, noteArrival},
        {u"note_choice"_s, noteChoice},
        {u"note_full_queue"_s, noteFullQueue},
        {u"note_message"_s, noteMessage},
        {u"note_outcome"_s,
         [](CallTurn &turn, const FlowTransition &transition) {
             turn.call.outcome = outcomeOf(turn, transition);
             turn.call.callBackWanted = turn.call.outcome == Outcome::CallBack;
         }},
        {u"take_seat"_s, [](CallTurn &turn, const FlowTransition &) { turn.call.seat = turn.details.seat; }},
        {u"note_joining"_s,
         [](CallTurn &turn, const FlowTransition &) {
             if (hearsNoticeLate(turn)) {
                 turn.call.notice = say(turn, turn.manners->notice).text;
                 turn.call.noticeAt = turn.now;
             }
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
