// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "calls/life_of_a_call.h"

namespace anteroom::calls {

using namespace Qt::StringLiterals;
using namespace turns;

namespace {

QString name(const char16_t *event)
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

    FlowBuilder flow(u"life_of_a_call"_s, ringing);

    // Whoever is in the queue, or on the way into it.
    const auto queued = [&](FlowBuilder::State &state, const QString &stays) {
        state.event(name(leftQueue), ended, {{u"caller_gone"_s}, {}})
            .event(name(leftQueue), leavingMessage, {{u"queue_full"_s}, {}})
            .event(name(leftQueue), stays)
            .event(name(queueFailed), leavingMessage)
            .event(name(toVoicemail), leavingMessage)
            .event(name(thanked), ended)
            .event(name(hungUp), ended);
    };

    FlowBuilder::State inGreeting = flow.state(ringing);
    inGreeting.event(name(greeted), waiting)
        .event(name(seenWaiting), waiting)
        .event(name(turnedAway), ended)
        .response(u"greeting"_s, {name(greeted), name(leftQueue), name(queueFailed)});
    queued(inGreeting, waiting);

    FlowBuilder::State inQueue = flow.state(waiting);
    inQueue.event(name(phoneRings), connecting)
        .event(name(seenWaiting), waiting)
        .beforeUniq(u"note_arrival"_s)
        .afterUniq(HookScope::Success, u"leave_seat"_s)
        .response(u"music"_s, {name(leftQueue), name(queueFailed)});
    queued(inQueue, waiting);

    FlowBuilder::State phoneRinging = flow.state(connecting);
    phoneRinging.event(name(givenUp), waiting)
        .event(name(joinedStudio), connected)
        .event(name(seenWaiting), connecting)
        .beforeUniq(u"take_seat"_s)
        .response(u"music"_s, {name(leftQueue), name(queueFailed)});
    queued(phoneRinging, connecting);

    flow.state(connected)
        .event(name(putBack), waiting)
        .event(name(seenWaiting), waiting)
        .event(name(leftStudio), waiting, {{u"phone_kept"_s}, {}})
        .event(name(leftStudio), ended)
        .event(name(toVoicemail), leavingMessage)
        .event(name(thanked), ended)
        .event(name(hungUp), ended)
        .response(u"studio"_s, {name(leftStudio)});

    flow.state(leavingMessage)
        .event(name(recorded), ended)
        .event(name(seenWaiting), waiting)
        .event(name(thanked), ended)
        .event(name(hungUp), ended)
        .beforeUniq(u"note_full_queue"_s)
        .afterUniq(HookScope::Success, u"leave_seat"_s)
        .response(u"voicemail"_s, {name(recorded)});

    flow.state(ended)
        .event(name(recorded), ended)
        .beforeUniq(u"note_outcome"_s)
        .after(HookScope::Success, u"note_message"_s)
        .afterUniq(HookScope::Success, u"leave_seat"_s)
        .response(u"ending"_s)
        .final();

    flow.any().event(name(callOver), ended).afterUniq(HookScope::Success, u"note_change"_s);
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
