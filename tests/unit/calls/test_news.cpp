// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "helpers/switchboard_story.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace anteroom::calls;
using anteroom::test::FakeCarrier;
using anteroom::test::SwitchboardStory;
using Where = FakeCarrier::Where;

class TestNews : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aCallerArrivesHearsTheGreetingAndWaits()
    {
        SwitchboardStory story;
        story.log.histories[u"+14085550001"_s] = {3, {{story.clock.now(), Outcome::Talked, 60, u"rent"_s}}};
        story.open();
        const QString sid = story.dials();
        QCOMPARE(story.call(sid).state, CallState::Ringing);
        QVERIFY(story.call(sid).arrival.isNull());
        story.pass(5s);
        const Steps music = [&] {
            story.hearsGreeting(sid);
            return story.carrier.people[sid].hears;
        }();
        QVERIFY(std::holds_alternative<WaitInQueue>(music.first()));
        QCOMPARE(story.call(sid).state, CallState::Waiting);
        QCOMPARE(story.call(sid).arrival, story.clock.now());
        QCOMPARE(story.call(sid).timesCalled, 3);
        QCOMPARE(story.call(sid).earlier.size(), 1);
    }

    void withoutAGreetingStraightIntoTheQueue()
    {
        SwitchboardStory story;
        story.options.manners.greeting.clear();
        story.open();
        const QString sid = story.dials();
        QCOMPARE(story.call(sid).state, CallState::Waiting);
        QCOMPARE(story.carrier.people[sid].where, Where::Queue);
    }

    void aClosedLineTurnsAwayKindly()
    {
        SwitchboardStory story;
        story.open();
        QVERIFY(!story.ask(story.ann, CloseLine{}));
        QCOMPARE(story.carrier.lines.value(story.options.line.number), LineTarget::Closed);
        const QString sid = story.dials();
        QCOMPARE(story.call(sid).outcome, Outcome::Refused);
        QCOMPARE(story.carrier.people[sid].hears,
                 (Steps{Say{story.options.manners.closedMessage}, HangUp{}}));
        QVERIFY(!story.ask(story.ann, OpenLine{}));
        QCOMPARE(story.carrier.lines.value(story.options.line.number), LineTarget::Desk);
        QCOMPARE(story.call(story.dials()).state, CallState::Ringing);
    }

    void theLineCannotBePointed()
    {
        SwitchboardStory story;
        story.open();
        story.carrier.faults[u"pointLine"_s] = {{CarrierTrouble::Refused}};
        story.ask(story.ann, CloseLine{});
        QVERIFY(!story.desk->line().open); // this desk turns callers away itself
        QCOMPARE(story.notices.size(), 1);
        story.carrier.faults[u"pointLine"_s] = {{CarrierTrouble::Refused}};
        story.ask(story.ann, OpenLine{});
        QVERIFY(!story.desk->line().open);
        QCOMPARE(story.notices.size(), 2);
        story.carrier.faults[u"pointLine"_s] = {{CarrierTrouble::Unclear}};
        story.ask(story.ann, OpenLine{});
        QVERIFY(story.desk->line().open);
        QCOMPARE(story.notices.size(), 2);
    }

    void aFullQueueOffersVoicemail()
    {
        SwitchboardStory story;
        story.open();
        const QString sid = story.waits();
        const Steps steps = story.cue(sid, u"left_queue"_s, u"queue-full"_s);
        QCOMPARE(steps.first(), Step(Say{story.options.manners.fullMessage}));
        QCOMPARE(story.call(sid).state, CallState::LeavingMessage);
        story.hangsUp(sid);
        QCOMPARE(story.call(sid).outcome, Outcome::QueueFull);
    }

    void passesAreRenewedSilently()
    {
        SwitchboardStory story;
        story.open();
        const QString first = story.waits();
        story.pass(1s);
        const QString second = story.waits();
        const Call before = story.call(first);
        for (const QString &result : {u"leave"_s, u"something-new"_s, QString()}) {
            story.pass(10min);
            const Steps steps = story.cue(first, u"left_queue"_s, result);
            QVERIFY(std::holds_alternative<WaitInQueue>(steps.first()));
        }
        QCOMPARE(story.call(first).arrival, before.arrival);
        QCOMPARE(story.queue(), (QStringList{first, second}));
        // Also while a phone rings for them
        story.ask(story.ann, Pull{first});
        QVERIFY(std::holds_alternative<WaitInQueue>(story.cue(first, u"left_queue"_s, u"leave"_s).first()));
        QCOMPARE(story.call(first).state, CallState::Connecting);
    }

    void theQueueSaysThatTheCallerHungUp()
    {
        for (const QString &result : {u"hangup"_s, u"system-error"_s}) {
            SwitchboardStory story;
            story.open();
            const QString sid = story.waits();
            story.ask(story.ann, Pull{sid});
            story.hangsUpUnheard(sid);
            QVERIFY(story.cue(sid, u"left_queue"_s, result).isEmpty());
            QCOMPARE(story.call(sid).outcome, Outcome::Abandoned);
            QCOMPARE(story.leg().status, u"completed"_s);
            const QString other = story.waits();
            story.hangsUpUnheard(other);
            story.cue(other, u"left_queue"_s, result);
            QCOMPARE(story.call(other).outcome, Outcome::Abandoned);
        }
    }

    void theSameNewsTwiceChangesNothingTwice()
    {
        SwitchboardStory story;
        story.open();
        const QString sid = story.waits();
        const Caller caller = story.call(sid).caller;
        story.pass(1s);
        const Call before = story.call(sid);
        const auto entries = story.journal.entries.size();
        story.tell(CallArrived{sid, story.options.line.number, caller});
        story.hearsGreeting(sid);
        QCOMPARE(story.call(sid), before);
        QCOMPARE(story.journal.entries.size(), entries);
        story.hangsUp(sid);
        const Call ended = story.call(sid);
        story.pass(1s);
        story.tell(CallEnded{sid, u"completed"_s});
        story.tell(CallArrived{sid, story.options.line.number, caller});
        QCOMPARE(story.cue(sid, u"left_queue"_s, u"leave"_s), Steps{HangUp{}});
        QVERIFY(story.cue(sid, u"left_queue"_s, u"redirected"_s).isEmpty());
        story.hearsGreeting(sid);
        Call now = story.call(sid);
        QCOMPARE(now.queueResults,
                 QStringList({u"leave"_s, u"redirected"_s})); // kept also when it comes late
        now.queueResults = ended.queueResults;
        QCOMPARE(now, ended);
        QCOMPARE(story.desk->snapshot().calls.size(), 1);
    }

    void newsOutOfOrderMakesNoGhosts()
    {
        SwitchboardStory story;
        story.open();
        story.tell(CallEnded{u"CA700"_s, u"completed"_s});
        const Steps steps = story.tell(CallArrived{u"CA700"_s, story.options.line.number, {}});
        QCOMPARE(steps, Steps{HangUp{}});
        QVERIFY(!story.knows(u"CA700"_s));
        // Long after its minute in view
        const QString sid = story.waits();
        story.hangsUp(sid);
        story.pass(2min);
        QVERIFY(!story.knows(sid));
        story.cue(sid, u"greeted"_s);
        story.tell(CallArrived{sid, story.options.line.number, {}});
        QVERIFY(!story.knows(sid));
    }

    void firstHeardOfInTheMiddle()
    {
        SwitchboardStory story;
        story.open();
        const auto place = [&](const QString &sid) {
            FakeCarrier::Person person;
            person.from = u"+14085559999"_s;
            story.carrier.people.insert(sid, person);
            return sid;
        };
        QVERIFY(std::holds_alternative<WaitInQueue>(story.cue(place(u"CA801"_s), u"greeted"_s).first()));
        QCOMPARE(story.call(u"CA801"_s).state, CallState::Waiting);
        QCOMPARE(story.call(u"CA801"_s).caller.number, u"+14085559999"_s);
        QVERIFY(std::holds_alternative<WaitInQueue>(
            story.cue(place(u"CA802"_s), u"left_queue"_s, u"leave"_s).first()));
        QVERIFY(std::holds_alternative<WaitInQueue>(story.cue(place(u"CA803"_s), u"left_studio"_s).first()));
        QCOMPARE(story.call(u"CA803"_s).state, CallState::Waiting);
        story.cue(place(u"CA804"_s), u"recorded"_s, {}, u"RE4"_s, 9);
        QCOMPARE(story.call(u"CA804"_s).outcome, Outcome::Voicemail);
        // A cue that came over the wire and means nothing
        const Steps steps = story.cue(place(u"CA805"_s), u"hung_up"_s);
        QVERIFY(!steps.isEmpty());
        QCOMPARE(story.call(u"CA805"_s).state, CallState::Ringing);
    }

    void strangersLegsAreHungUp()
    {
        SwitchboardStory story;
        story.open();
        const QString sid = story.waits();
        QCOMPARE(story.tell(LegAsks{u"nobody"_s, u"LEG9"_s, u"key"_s, u"1"_s, false, {}}), Steps{HangUp{}});
        story.tell(LegProgress{u"nobody"_s, u"LEG9"_s, u"completed"_s});
        story.tell(StudioNews{u"no-room"_s, sid, true, false});
        story.tell(StudioNews{{}, {}, false, true});
        QCOMPARE(story.call(sid).state, CallState::Waiting);
    }

    void studioNewsIsFasterThanTheAnswer()
    {
        SwitchboardStory story;
        story.open();
        const QString sid = story.waits();
        story.ask(story.ann, Pull{sid});
        story.carrier.held.insert(u"instruct"_s);
        story.presses(story.leg().sid, u"1"_s);
        story.tell(StudioNews{story.phone(story.ann).room, sid, true, false});
        QCOMPARE(story.call(sid).state, CallState::Connected);
        story.carrier.release(u"instruct"_s);
        story.turn();
        QCOMPARE(story.call(sid).state, CallState::Connected);
        story.tell(StudioNews{story.phone(story.ann).room, story.leg().sid, false, false});
        QCOMPARE(story.phone(story.ann).state, PhoneState::Down);
    }

    void endedCallsLeaveTheViewAfterAMinute()
    {
        SwitchboardStory story;
        story.open();
        QSignalSpy changes(story.desk.get(), &Switchboard::queueChanged);
        const QString sid = story.waits();
        story.hangsUp(sid);
        story.pass(59s);
        QVERIFY(story.knows(sid));
        story.pass(2s);
        QVERIFY(!story.knows(sid));
        QCOMPARE(changes.last().first().value<QueueChange>().removed, QStringList{sid});
        QVERIFY(story.journal.saved().calls.isEmpty());
    }

    void answersNameTheMarkOfWhatTheyRelyOn()
    {
        SwitchboardStory story;
        story.open();
        const Answer first = story.desk->handle(CallArrived{u"CA1"_s, u"+14155550100"_s, {}});
        QVERIFY(first.mark > 0);
        QCOMPARE(story.journal.saved().calls.size(), 1);
        const Answer again = story.desk->handle(CallArrived{u"CA1"_s, u"+14155550100"_s, {}});
        QCOMPARE(again.steps, first.steps);
        QCOMPARE(again.mark, first.mark); // must be as durable as the first
        story.turn();
    }

    void connectionInPlainWords()
    {
        using Hearing = ConnectionStatus::Hearing;
        SwitchboardStory story;
        story.options.publicUrl.clear();
        story.carrier.held.insert(u"waiting"_s);
        story.open();
        QCOMPARE(story.desk->connection().hearing, Hearing::Starting);
        story.carrier.release(u"waiting"_s);
        story.turn();
        QCOMPARE(story.desk->connection().hearing, Hearing::Polling);
        story.desk->notePublicUrl(u"https://desk.example.com"_s);
        story.waits();
        QCOMPARE(story.desk->connection().hearing, Hearing::Webhooks);
        for (int i = 0; i < 20; ++i)
            story.carrier.faults[u"waiting"_s].append({CarrierTrouble::NotSent});
        story.pass(10s);
        QVERIFY(!story.desk->connection().carrierProblem.isEmpty());
        story.pass(30s);
        QCOMPARE(story.desk->connection().hearing, Hearing::Stale);
        story.waits(); // webhooks still come in
        QCOMPARE(story.desk->connection().hearing, Hearing::Webhooks);
        story.pass(1min);
        QVERIFY(story.desk->connection().carrierProblem.isEmpty());
        Q_EMIT story.journal.trouble(u"Not being saved: the disk is full."_s);
        QVERIFY(!story.desk->connection().savingProblem.isEmpty());
        Q_EMIT story.journal.recovered();
        QVERIFY(story.desk->connection().savingProblem.isEmpty());
    }

    // Calls that nobody announced

    void anEndIsTheFirstThatIsHeard_data()
    {
        QTest::addColumn<bool>("open");
        QTest::newRow("line open") << true;
        QTest::newRow("line closed") << false;
    }
    void anEndIsTheFirstThatIsHeard()
    {
        QFETCH(bool, open);
        SwitchboardStory story;
        story.options.line.open = open;
        story.open();
        story.carrier.recordings[u"CA7"_s] = {{u"RE7"_s, u"CA7"_s, 12, true, false}};
        CallEnded news{u"CA7"_s, u"completed"_s};
        news.line = story.options.line.number;
        news.caller.number = u"+14085550007"_s;
        news.seconds = 40;
        story.tell(news);
        const Call call = story.call(u"CA7"_s);
        QCOMPARE(call.state, CallState::Ended);
        QCOMPARE(call.caller.number, u"+14085550007"_s);
        QCOMPARE(call.begun.secsTo(story.clock.now()), 40);
        // Asked for at once: of a call of long ago there would be no time to look later.
        QCOMPARE(call.outcome, open ? Outcome::Voicemail : Outcome::Refused);
        story.pass(10s);
        QCOMPARE(story.desk->messages().size(), open ? 1 : 0); // of the mailbox that the phone company hosts
        story.pass(60s);
        QVERIFY(!story.knows(u"CA7"_s));
        QVERIFY(story.journal.past.contains(u"CA7"_s));
        // Again, and after a restart: once is enough.
        story.tell(news);
        story.killAndRestart();
        story.tell(news);
        QVERIFY(!story.knows(u"CA7"_s));
        // Nor is anybody listed who has called another number.
        news.sid = u"CA8"_s;
        news.line = u"+14155550999"_s;
        story.tell(news);
        QVERIFY(!story.knows(u"CA8"_s));
    }

    void whoCalledWhileTheDeskWasAway()
    {
        SwitchboardStory story;
        story.open();
        const QString before = story.waits();
        story.pass(5s);
        story.journal.die();
        story.close();
        story.hangsUpUnheard(before);
        story.pass(10min);
        FakeCarrier::Person missed;
        missed.where = FakeCarrier::Where::Over;
        missed.from = u"+14085550009"_s;
        missed.started = story.clock.now().addSecs(-300);
        missed.ended = story.clock.now().addSecs(-200);
        story.carrier.people.insert(u"CA9"_s, missed);
        story.carrier.recordings[u"CA9"_s] = {{u"RE9"_s, u"CA9"_s, 12, true, false}};
        FakeCarrier::Person older = missed;
        older.started = older.ended = story.clock.now().addDays(-2); // the desk was there, and knew of it
        story.carrier.people.insert(u"CA10"_s, older);
        story.journal.revive();
        story.open();
        story.pass(10s);
        QCOMPARE(story.journal.past.value(u"CA9"_s).stateSince, missed.ended);
        QCOMPARE(story.journal.past.value(u"CA9"_s).begun, missed.started);
        QCOMPARE(story.journal.past.value(u"CA9"_s).outcome, Outcome::Voicemail);
        QCOMPARE(story.desk->messages().size(), 1);
        QVERIFY(!story.journal.past.contains(u"CA10"_s));
    }

    void aHostedMailboxOfSomebodyWeKnew()
    {
        SwitchboardStory story;
        story.open();
        const QString sid = story.waits();
        story.pass(5s);
        story.journal.die();
        story.close();
        story.carrier.people[sid].where = FakeCarrier::Where::Voicemail;
        story.carrier.recordings[sid] = {{u"RE1"_s, sid, 12, true, false}};
        story.pass(3min);
        story.journal.revive();
        story.open();
        story.hangsUp(sid); // before any poll could see that they are not in the queue
        QCOMPARE(story.call(sid).state, CallState::Ended);
        story.pass(10s);
        QCOMPARE(story.call(sid).outcome, Outcome::Voicemail);
        // Whoever was seen in the queue just now has left none.
        const QString other = story.waits();
        story.pass(5s);
        const int looked = story.carrier.countOf(u"recordingsOf"_s);
        story.hangsUp(other);
        story.pass(10s);
        QCOMPARE(story.carrier.countOf(u"recordingsOf"_s), looked);
    }

    void whoHasLeftAMessageIsNotPutIntoTheQueueAgain()
    {
        SwitchboardStory story;
        story.open();
        const QString sid = story.waits();
        story.ask(story.ann, Pull{sid});
        const Steps steps = story.cue(sid, u"recorded"_s, {}, u"RE1"_s, 9);
        QCOMPARE(story.call(sid).outcome, Outcome::Voicemail);
        QVERIFY(std::holds_alternative<HangUp>(steps.last()));
        QCOMPARE(story.leg().status, u"completed"_s);
        QVERIFY(story.journal.saved().intents.isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestNews)
#include "test_news.moc"
