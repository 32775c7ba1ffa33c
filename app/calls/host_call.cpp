// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "calls/host_call.h"

#include "calls/host_words.h"
#include "calls/pin.h"

namespace anteroom::calls {

using namespace Qt::StringLiterals;
using namespace host_turns;

namespace {

QString hostCue(const char16_t *event)
{
    return QString::fromUtf16(event);
}

Steps askHostNumber(const HostTurn &turn)
{
    constexpr int longestNumber = 15;
    return {AskKeys{withSaid(turn.call, numberPrompt()), longestNumber, 10, 2, hostCue(numberTyped)},
            Say{hostGoodbye()}, HangUp{}};
}

Steps askHostPin(const HostTurn &turn)
{
    return {AskKeys{withSaid(turn.call, pinPrompt()), pinDigits, 10, 2, hostCue(pinTyped)},
            Say{hostGoodbye()}, HangUp{}};
}

Steps hostMenu(const HostTurn &turn)
{
    return {AskKeys{withSaid(turn.call, statusWords(turn.view) + u' ' + menuPrompt(turn)), 1, 8, 1,
                    hostCue(keyPressed)},
            AskAgain{hostCue(menuOver)}};
}

Steps hostStudio(const HostTurn &turn)
{
    Steps steps;
    if (!turn.call.said.isEmpty())
        steps << Say{turn.call.said};
    return steps << JoinStudio{turn.view.room, true, hostCue(leftStudio), {}, true};
}

/// A telephone that has been hung up asks nothing more, so that its end is never taken for a key.
Steps askHostThere(const HostTurn &)
{
    return {AskAgain{hostCue(stillThere)}};
}

Steps hostMovesOn(const HostTurn &turn)
{
    return {AskKeys{withSaid(turn.call, movingOnPrompt(turn)), 1, 2, 1, hostCue(keyPressed)},
            AskAgain{hostCue(noKey)}};
}

Steps hostConfirms(const HostTurn &turn)
{
    return {AskKeys{withSaid(turn.call, closeOutPrompt(turn.view)), 1, 8, 1, hostCue(keyPressed)},
            AskAgain{hostCue(menuOver)}};
}

Steps hostLeaves(const HostTurn &turn)
{
    return {Say{turn.call.said.isEmpty() ? hostGoodbye() : turn.call.said}, HangUp{}};
}

} // namespace

FlowDefinition lifeOfAHostCall()
{
    const QString askingNumber = u"asking_number"_s;
    const QString askingPin = u"asking_pin"_s;
    const QString inMenu = hostCue(host_states::inMenu);
    const QString talking = hostCue(host_states::inStudio);
    const QString leaving = u"leaving_studio"_s;
    const QString moving = hostCue(host_states::movingOn);
    const QString sure = hostCue(host_states::confirming);
    const QString over = u"over"_s;
    FlowBuilder flow(u"life_of_a_host_call"_s, askingNumber);

    flow.state(askingNumber)
        .event(hostCue(numberTyped), askingNumber)
        .event(hostCue(isKnown), askingPin)
        .event(hostCue(letIn), inMenu)
        .response(u"ask_number"_s, {hostCue(numberTyped)});
    flow.state(askingPin)
        .event(hostCue(pinTyped), askingPin)
        .event(hostCue(letIn), inMenu)
        .event(hostCue(comesBack), inMenu)
        .response(u"ask_pin"_s, {hostCue(pinTyped)});
    flow.state(inMenu)
        .event(hostCue(keyPressed), inMenu)
        .event(hostCue(menuOver), inMenu)
        .event(hostCue(goesIn), talking)
        .event(hostCue(needsPin), askingPin)
        .event(hostCue(asksFirst), sure)
        .response(u"menu"_s, {hostCue(keyPressed), hostCue(menuOver)});
    flow.state(talking)
        .event(hostCue(leftStudio), leaving)
        .event(hostCue(stillThere), moving)
        .event(hostCue(comesBack), inMenu)
        .response(u"studio"_s, {hostCue(leftStudio)});
    flow.state(leaving)
        .event(hostCue(stillThere), moving)
        .response(u"are_you_there"_s, {hostCue(stillThere)});
    flow.state(moving)
        .event(hostCue(keyPressed), moving)
        .event(hostCue(noKey), moving)
        .event(hostCue(goesIn), talking)
        .event(hostCue(needsPin), askingPin)
        .event(hostCue(comesBack), inMenu)
        .response(u"moving_on"_s, {hostCue(keyPressed), hostCue(noKey)});
    flow.state(sure)
        .event(hostCue(keyPressed), sure)
        .event(hostCue(menuOver), inMenu)
        .event(hostCue(comesBack), inMenu)
        .response(u"confirming"_s, {hostCue(keyPressed), hostCue(menuOver)});
    flow.state(over).response(u"goodbye"_s).final();
    flow.any().event(hostCue(turnedAway), over);
    return flow.definition();
}

FlowBindings<HostTurn> lifeOfAHostCallBindings()
{
    FlowBindings<HostTurn> bindings;
    bindings.state = [](const HostTurn &turn) { return turn.call.state; };
    bindings.setState = [](HostTurn &turn, const QString &state) { turn.call.state = state; };
    bindings.responses = {
        {u"ask_number"_s, askHostNumber}, {u"ask_pin"_s, askHostPin},         {u"menu"_s, hostMenu},
        {u"studio"_s, hostStudio},        {u"are_you_there"_s, askHostThere}, {u"moving_on"_s, hostMovesOn},
        {u"confirming"_s, hostConfirms},  {u"goodbye"_s, hostLeaves}};
    return bindings;
}

const Flow<HostTurn> &hostFlow()
{
    static const Flow<HostTurn> flow = [] {
        auto loaded = Flow<HostTurn>::load(lifeOfAHostCall(), lifeOfAHostCallBindings());
        if (!loaded)
            qFatal("The life of a host's call is declared wrongly: %s",
                   qPrintable(loaded.error().first().sentence));
        return *std::move(loaded);
    }();
    return flow;
}

bool turn(HostCall &call, const QString &event)
{
    HostTurn turned{call, {}};
    const bool done = hostFlow().fire(turned, event).has_value();
    call = turned.call;
    return done;
}

bool turn(HostCall &call, const char16_t *event)
{
    return turn(call, QString::fromUtf16(event));
}

} // namespace anteroom::calls
