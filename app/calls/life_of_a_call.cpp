// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "calls/life_of_a_call.h"

namespace anteroom::calls {

using namespace Qt::StringLiterals;
using namespace turns;

namespace {

QString named(const char16_t *event)
{
    return QString::fromUtf16(event);
}

} // namespace

FlowDefinition lifeOfACall()
{
    const QString ringing = toWord(CallState::Ringing);
    const QString waiting = toWord(CallState::Waiting);
    const QString connecting = toWord(CallState::Connecting);
    const QString connected = toWord(CallState::Connected);
    const QString leavingMessage = toWord(CallState::LeavingMessage);
    const QString ended = toWord(CallState::Ended);
    const QString calling = toWord(CallState::Calling);

    FlowBuilder flow(u"life_of_a_call"_s, ringing);

    // Whoever is in the queue, or on the way into it.
    const auto queued = [&](FlowBuilder::State &state, const QString &stays) {
        state.event(named(leftQueue), ended, {{u"caller_gone"_s}, {}})
            .event(named(leftQueue), leavingMessage, {{u"queue_full"_s}, {}})
            .event(named(leftQueue), stays)
            .event(named(queueFailed), leavingMessage)
            .event(named(toVoicemail), leavingMessage)
            .event(named(thanked), ended)
            .event(named(hungUp), ended);
    };

    FlowBuilder::State inGreeting = flow.state(ringing);
    inGreeting.event(named(greeted), waiting)
        .event(named(menuKey), waiting, {{u"choice_known"_s}, {}})
        .event(named(menuKey), ringing)
        .event(named(consentKey), ended, {{u"must_agree"_s}, {}})
        .event(named(consentKey), ringing)
        .event(named(seenWaiting), waiting)
        .event(named(turnedAway), ended)
        .event(named(weCall), calling)
        .response(u"greeting"_s,
                  {named(greeted), named(menuKey), named(consentKey), named(leftQueue), named(queueFailed)});
    queued(inGreeting, waiting);

    FlowBuilder::State inQueue = flow.state(waiting);
    inQueue.event(named(phoneRings), connecting)
        .event(named(seenWaiting), waiting)
        .event(named(longWaitKey), leavingMessage, {{u"message_key"_s}, {}})
        .event(named(longWaitKey), ended, {{u"call_back_key"_s}, {u"withheld"_s}})
        .event(named(longWaitKey), waiting)
        .beforeUniq(u"note_choice"_s)
        .beforeUniq(u"note_arrival"_s)
        .afterUniq(HookScope::Success, u"leave_seat"_s)
        .response(u"music"_s, {named(leftQueue), named(queueFailed), named(longWaitKey)});
    queued(inQueue, waiting);

    FlowBuilder::State phoneRinging = flow.state(connecting);
    phoneRinging.event(named(givenUp), waiting)
        .event(named(joinedStudio), connected)
        .event(named(seenWaiting), connecting)
        .event(named(longWaitKey), connecting) // about to be talked to, which is better than both
        .beforeUniq(u"take_seat"_s)
        .response(u"music"_s, {named(leftQueue), named(queueFailed), named(longWaitKey)});
    queued(phoneRinging, connecting);

    // Somebody whom we call: never in the queue, unless they are put on hold later.
    flow.state(calling)
        .event(named(joinedStudio), connected)
        .event(named(leftStudio), ended)
        .event(named(hungUp), ended)
        .response(u"studio"_s, {named(leftStudio)});

    flow.state(connected)
        .event(named(putBack), waiting)
        .event(named(seenWaiting), waiting)
        .event(named(leftStudio), waiting, {{u"phone_kept"_s}, {}})
        .event(named(leftStudio), ended)
        .event(named(toVoicemail), leavingMessage)
        .event(named(thanked), ended)
        .event(named(hungUp), ended)
        .beforeUniq(u"note_joining"_s)
        .response(u"studio"_s, {named(leftStudio)});

    flow.state(leavingMessage)
        .event(named(recorded), ended)
        .event(named(seenWaiting), waiting)
        .event(named(thanked), ended)
        .event(named(hungUp), ended)
        .beforeUniq(u"note_full_queue"_s)
        .afterUniq(HookScope::Success, u"leave_seat"_s)
        .response(u"voicemail"_s, {named(recorded)});

    flow.state(ended)
        .event(named(recorded), ended)
        .beforeUniq(u"note_outcome"_s)
        .after(HookScope::Success, u"note_message"_s)
        .afterUniq(HookScope::Success, u"leave_seat"_s)
        .response(u"ending"_s)
        .final();

    flow.any().event(named(callOver), ended).afterUniq(HookScope::Success, u"note_change"_s);
    return flow.definition();
}

const Flow<CallTurn> &callFlow()
{
    static const Flow<CallTurn> flow = [] {
        auto loaded = Flow<CallTurn>::load(lifeOfACall(), lifeOfACallBindings());
        if (!loaded)
            qFatal("The life of a call is declared wrongly: %s", qPrintable(loaded.error().first().sentence));
        return *std::move(loaded);
    }();
    return flow;
}

} // namespace anteroom::calls
