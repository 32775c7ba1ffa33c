// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "calls/switchboard.h"
#include "helpers/fake_carrier.h"
#include "helpers/manual_clock.h"
#include "helpers/memory_journal.h"

#include <QCoreApplication>

#include <memory>

namespace anteroom::test {

/// A show told in verbs: somebody dials, waits, is pulled; a phone rings; the program is killed and starts
/// again.
class SwitchboardStory
{
public:
    SwitchboardStory()
    {
        options.line = {QStringLiteral("+14155550100"), QStringLiteral("show"), {}, true};
        log.journal = &journal;
        options.publicUrl = QStringLiteral("https://desk.example.com");
    }
    ~SwitchboardStory() { close(); }

    ManualClock clock;
    FakeCarrier carrier{clock};
    MemoryJournal journal;
    MemoryLog log;
    calls::SwitchboardOptions options;
    std::unique_ptr<calls::Switchboard> desk;
    calls::Seat ann{QStringLiteral("Ann"), calls::Role::Host, QStringLiteral("+14155550111")};
    calls::Seat ben{QStringLiteral("Ben"), calls::Role::Screener, QStringLiteral("+14155550122")};
    calls::Seat vic{QStringLiteral("Vic"), calls::Role::Viewer, QStringLiteral("+14155550133")};
    QStringList notices;

    void open()
    {
        desk = std::make_unique<calls::Switchboard>(options, carrier, journal, log, clock);
        QObject::connect(desk.get(), &calls::Switchboard::notice, desk.get(),
                         [this](const QString &, const QString &sentence) { notices << sentence; });
        desk->start(journal.saved());
        turn();
    }
    /// Queued work of this turn of the event loop, and what it brings along.
    void turn()
    {
        for (int i = 0; i < 8; ++i)
            QCoreApplication::sendPostedEvents(nullptr, QEvent::MetaCall);
    }
    void pass(std::chrono::milliseconds time)
    {
        clock.advance(time, [this] { turn(); });
        turn();
    }
    void close()
    {
        if (!desk)
            return;
        carrier.cut();
        auto stopped = desk->stop();
        turn();
        // Requests that take time come back within it.
        while (!stopped.isReady())
            pass(std::chrono::seconds(1));
        desk.reset();
        carrier.shutDown = false;
    }
    /// As kill -9 would: what was not written down is forgotten, and what was on its way is not heard of
    /// again.
    void killAndRestart()
    {
        journal.die();
        close();
        journal.revive();
        carrier.held.clear();
        carrier.faults.clear();
        open();
    }

    calls::Call call(const QString &sid) const
    {
        for (const calls::Call &call : desk->snapshot().calls)
            if (call.sid == sid)
                return call;
        return {};
    }
    bool knows(const QString &sid) const { return !call(sid).sid.isEmpty(); }
    calls::SeatPhone phone(const calls::Seat &seat) const
    {
        for (const calls::SeatPhone &phone : desk->phones())
            if (phone.seat == seat.name)
                return phone;
        return {};
    }
    QStringList queue() const
    {
        QList<calls::Call> waiting = desk->snapshot().calls;
        waiting.removeIf([](const calls::Call &call) { return !call.hearsMusic(); });
        std::ranges::sort(waiting, {}, &calls::Call::order);
        QStringList sids;
        for (const calls::Call &call : waiting)
            sids << call.sid;
        return sids;
    }

    calls::Steps tell(const calls::CarrierEvent &event)
    {
        desk->noteWebhook();
        const calls::Steps steps = desk->handle(event).steps;
        turn();
        return steps;
    }
    std::optional<calls::Refusal> ask(const calls::Seat &seat, const calls::Command &command)
    {
        const auto answer = desk->execute(seat, command);
        turn();
        return answer ? std::nullopt : std::optional(answer.error());
    }

    // Callers
    QString dials(const QString &name = QStringLiteral("Priya Raman"), const QString &number = {})
    {
        const QString sid = QStringLiteral("CA%1").arg(++m_lastCall, 3, 10, QChar(u'0'));
        calls::Caller caller;
        caller.name = name;
        caller.number =
            number.isEmpty() ? QStringLiteral("+1408555%1").arg(m_lastCall, 4, 10, QChar(u'0')) : number;
        FakeCarrier::Person person;
        person.from = caller.number;
        person.name = name;
        person.started = clock.now();
        carrier.people.insert(sid, person);
        carrier.follow(sid, tell(calls::CallArrived{sid, options.line.number, caller}));
        return sid;
    }
    /// A key is pressed where one was asked for.
    calls::Steps chooses(const QString &sid, const QString &cue, const QString &key)
    {
        calls::CallAsks asks;
        asks.sid = sid;
        asks.cue = cue;
        asks.digits = key;
        const calls::Steps steps = tell(asks);
        carrier.follow(sid, steps);
        return steps;
    }
    void hearsGreeting(const QString &sid) { cue(sid, QStringLiteral("greeted")); }
    QString waits(const QString &name = QStringLiteral("Priya Raman"), const QString &number = {})
    {
        const QString sid = dials(name, number);
        hearsGreeting(sid);
        return sid;
    }
    calls::Steps cue(const QString &sid, const QString &cue, const QString &result = {},
                     const QString &recording = {}, int seconds = 0)
    {
        return cueOf(carrier.people.value(sid).joined, sid, cue, result, recording, seconds);
    }
    /// As cue(), but of the visit to a studio that this intent began.
    calls::Steps cueOf(const QString &intent, const QString &sid, const QString &cue,
                       const QString &result = {}, const QString &recording = {}, int seconds = 0)
    {
        calls::CallAsks asks;
        asks.sid = sid;
        asks.cue = cue;
        asks.intent = intent;
        asks.result = result;
        asks.recording = recording;
        asks.seconds = seconds;
        asks.line = options.line.number;
        asks.caller.number = carrier.people.value(sid).from;
        const calls::Steps steps = tell(asks);
        if (carrier.people.value(sid).where != FakeCarrier::Where::Over)
            carrier.follow(sid, steps);
        return steps;
    }
    /// A caller whose number is withheld.
    QString waitsWithheld()
    {
        const QString sid = QStringLiteral("CAwithheld%1").arg(++m_lastCall);
        FakeCarrier::Person person;
        person.started = clock.now();
        carrier.people.insert(sid, person);
        carrier.follow(sid, tell(calls::CallArrived{sid, options.line.number, {}}));
        hearsGreeting(sid);
        return sid;
    }
    void hangsUpUnheard(const QString &sid) { carrier.people[sid].where = FakeCarrier::Where::Over; }
    void hangsUp(const QString &sid)
    {
        hangsUpUnheard(sid);
        tell(calls::CallEnded{sid, QStringLiteral("completed")});
    }

    // Phones
    FakeCarrier::Leg leg() const { return carrier.legs.isEmpty() ? FakeCarrier::Leg() : carrier.legs.last(); }
    calls::Steps answers(const QString &leg)
    {
        carrier.leg(leg)->status = QStringLiteral("in-progress");
        return follow(leg, tell(calls::LegAsks{carrier.leg(leg)->intent, leg, {}, {}, false, {}}));
    }
    calls::Steps presses(const QString &leg, const QString &key)
    {
        carrier.leg(leg)->status = QStringLiteral("in-progress");
        calls::LegAsks asks{carrier.leg(leg)->intent, leg, QStringLiteral("key"), key, false, {}};
        return follow(leg, tell(asks));
    }
    /// What a seat's phone does with these steps.
    calls::Steps follow(const QString &leg, const calls::Steps &steps)
    {
        for (const calls::Step &step : steps)
            if (const auto *join = std::get_if<calls::JoinStudio>(&step))
                carrier.leg(leg)->room = join->room;
        if (!steps.isEmpty() && std::holds_alternative<calls::HangUp>(steps.first()))
            carrier.endLeg(leg); // the news of it is still on its way
        return steps;
    }
    void legEnds(const QString &leg, const QString &status)
    {
        carrier.endLeg(leg, status);
        tell(calls::LegProgress{carrier.leg(leg)->intent, leg, status});
    }
    /// From waiting to talking, with every step going well.
    QString connects(const QString &sid, const calls::Seat &seat)
    {
        ask(seat, calls::Pull{sid});
        const QString ringing = leg().sid;
        answers(ringing);
        presses(ringing, QStringLiteral("1"));
        return ringing;
    }

private:
    int m_lastCall = 0;
};

} // namespace anteroom::test
