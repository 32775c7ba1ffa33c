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

class TestRestart : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void theSameQueueOrderTimersAndNotesAtOnce()
    {
        SwitchboardStory story;
        story.open();
        QStringList sids;
        for (int i = 0; i < 5; ++i) {
            sids << story.waits();
            story.pass(7s);
        }
        story.ask(story.ann, MoveInOrder{sids[4], sids[1]});
        story.ask(story.ann, Annotate{sids[2], u"rent"_s, u"has called before"_s, {}, Screening::Ready});
        story.connects(sids[0], story.ann);
        story.ask(story.ann, CloseLine{});
        story.pass(1s);
        const QStringList queue = story.queue();
        const QList<Call> before = story.desk->snapshot().calls;
        const quint64 revision = story.desk->snapshot().revision;
        story.killAndRestart();
        QCOMPARE(story.queue(), queue);
        for (const Call &call : before)
            QCOMPARE(story.call(call.sid), call);
        QVERIFY(story.desk->snapshot().revision >= revision);
        QVERIFY(!story.desk->line().open);
        QCOMPARE(story.phone(story.ann).state, PhoneState::InStudio);
        story.ask(story.ann, Annotate{sids[3], u"cats"_s});
        story.turn();
        QVERIFY(story.desk->snapshot().revision > revision);
    }

    void killedBetweenAnyTwoStepsOfAPull_data()
    {
        QTest::addColumn<QString>("moment");
        for (const char *moment :
             {"before the request", "request acted, answer lost", "phone rings", "phone answered",
              "key pressed, move not sent", "key pressed, answer of the move lost", "connected"})
            QTest::newRow(moment) << QString::fromLatin1(moment);
    }
    void killedBetweenAnyTwoStepsOfAPull()
    {
        QFETCH(QString, moment);
        SwitchboardStory story;
        story.open();
        const QString other = story.waits();
        const QString sid = story.waits();
        story.pass(10s);
        const QDateTime arrival = story.call(sid).arrival;
        if (moment == u"before the request"_s)
            story.carrier.faults[u"ringPhone"_s] = {{CarrierTrouble::NotSent}};
        if (moment == u"before the request"_s || moment == u"request acted, answer lost"_s)
            story.carrier.held.insert(u"ringPhone"_s);
        if (moment == u"request acted, answer lost"_s)
            story.carrier.faults[u"ringPhone"_s] = {{CarrierTrouble::Unclear, true}};
        story.ask(story.ann, Pull{sid});
        if (moment == u"phone answered"_s)
            story.answers(story.leg().sid);
        if (moment.startsWith(u"key pressed"_s)) {
            const bool lost = moment.endsWith(u"lost"_s);
            story.carrier.faults[u"instruct"_s] = {
                {lost ? CarrierTrouble::Unclear : CarrierTrouble::NotSent, lost}};
            story.carrier.held.insert(u"instruct"_s);
        }
        if (moment.startsWith(u"key pressed"_s) || moment == u"connected"_s)
            story.presses(story.leg().sid, u"1"_s);
        story.killAndRestart();
        story.pass(2s); // settled within two seconds
        QVERIFY(story.carrier.countOf(u"ringPhone"_s) == 1);
        QCOMPARE(story.call(sid).arrival, arrival);
        QCOMPARE(story.call(other).state, CallState::Waiting);
        const Call call = story.call(sid);
        if (moment == u"before the request"_s) {
            QCOMPARE(call.state, CallState::Waiting);
            QVERIFY(story.carrier.legs.isEmpty()); // nobody is rung for a click of before
            QVERIFY(story.journal.saved().intents.isEmpty());
            QVERIFY(!story.ask(story.ann, Pull{sid}));
        } else if (moment.startsWith(u"key pressed"_s) || moment == u"connected"_s) {
            QCOMPARE(call.state, CallState::Connected);
            QCOMPARE(story.carrier.people[sid].where, Where::Studio);
            QVERIFY(story.journal.saved().intents.isEmpty());
        } else {
            QCOMPARE(call.state, CallState::Connecting);
            story.presses(story.leg().sid, u"1"_s); // the same leg goes on
            QCOMPARE(story.call(sid).state, CallState::Connected);
        }
        QVERIFY(story.carrier.legs.size() <= 1 || moment == u"before the request"_s);
    }

    void theKeyWasPressedWhileTheDeskWasDead()
    {
        SwitchboardStory story;
        story.open();
        const QString sid = story.waits();
        story.ask(story.ann, Pull{sid});
        FakeCarrier::Leg &leg = *story.carrier.leg(story.leg().sid);
        leg.status = u"in-progress"_s;
        leg.room = story.phone(story.ann).room;
        story.killAndRestart();
        QCOMPARE(story.call(sid).state, CallState::Connected);
    }

    void thePhoneStoppedRingingWhileTheDeskWasDead()
    {
        SwitchboardStory story;
        story.open();
        const QString sid = story.waits();
        story.ask(story.ann, Pull{sid});
        story.carrier.endLeg(story.leg().sid, u"no-answer"_s);
        story.killAndRestart();
        QCOMPARE(story.call(sid).state, CallState::Waiting);
        QVERIFY(!story.call(sid).remark.isEmpty());
        QCOMPARE(story.phone(story.ann).state, PhoneState::Down);
    }

    void killedInTheMiddleOfAMove_data()
    {
        QTest::addColumn<bool>("acts");
        QTest::addColumn<int>("kind");
        for (const bool acts : {false, true})
            for (const IntentKind kind :
                 {IntentKind::PutOnHold, IntentKind::SendToVoicemail, IntentKind::Thank, IntentKind::HangUp})
                QTest::addRow("%s, %s", qPrintable(toWord(kind)), acts ? "acted" : "not sent")
                    << acts << int(kind);
    }
    void killedInTheMiddleOfAMove()
    {
        QFETCH(bool, acts);
        QFETCH(int, kind);
        SwitchboardStory story;
        story.open();
        const QString sid = story.waits();
        story.connects(sid, story.ann);
        const IntentKind move = IntentKind(kind);
        const QString request = move == IntentKind::HangUp ? u"hangUp"_s : u"instruct"_s;
        story.carrier.faults[request] = {{CarrierTrouble::Unclear, acts}};
        story.carrier.held.insert(request);
        story.ask(story.ann, move == IntentKind::PutOnHold         ? Command(PutOnHold{sid})
                             : move == IntentKind::SendToVoicemail ? Command(SendToVoicemail{sid})
                             : move == IntentKind::Thank           ? Command(ThankAndRelease{sid})
                                                                   : Command(HangUpCall{sid}));
        QCOMPARE(story.journal.saved().intents.size(), 1);
        story.killAndRestart();
        story.pass(2s);
        QVERIFY(story.journal.saved().intents.isEmpty());
        const int asked = story.carrier.count(request + u' ' + sid);
        const int before = move == IntentKind::HangUp ? 0 : 1; // the move into the studio
        QCOMPARE(asked - before, acts ? 1 : 2);
        const QHash<IntentKind, CallState> states{{IntentKind::PutOnHold, CallState::Waiting},
                                                  {IntentKind::SendToVoicemail, CallState::LeavingMessage},
                                                  {IntentKind::Thank, CallState::Ended},
                                                  {IntentKind::HangUp, CallState::Ended}};
        QCOMPARE(story.call(sid).state, states.value(move));
    }

    void callersOutliveTheDesk()
    {
        SwitchboardStory story;
        story.open();
        const QString stays = story.waits();
        const QString hungUp = story.waits();
        const QString talks = story.waits();
        const QString putBack = story.waits();
        story.connects(talks, story.ann);
        story.connects(putBack, story.ben);
        story.journal.die();
        story.close();
        // Three minutes without a desk: the phone company goes on by itself.
        story.clock.advance(3min);
        story.hangsUpUnheard(hungUp);
        story.carrier.endLeg(u"LEG2"_s);
        story.carrier.people[putBack].where = Where::Queue;
        story.carrier.people[putBack].enqueued = story.clock.now();
        FakeCarrier::Person fresh;
        fresh.where = Where::Queue;
        fresh.from = u"+16505550000"_s;
        fresh.name = u"New while dead"_s;
        fresh.enqueued = story.clock.now().addSecs(-60);
        story.carrier.people.insert(u"CA900"_s, fresh);
        story.journal.revive();
        story.open();
        QCOMPARE(story.call(stays).state, CallState::Waiting);
        story.pass(5s);
        QCOMPARE(story.call(stays).state, CallState::Waiting);
        QCOMPARE(story.call(hungUp).outcome, Outcome::Abandoned);
        QCOMPARE(story.call(talks).state, CallState::Connected);
        QCOMPARE(story.call(putBack).state, CallState::Waiting);
        QCOMPARE(story.call(u"CA900"_s).caller.name, u"New while dead"_s);
        QCOMPARE(story.call(u"CA900"_s).arrival, fresh.enqueued);
        QCOMPARE(story.queue(), (QStringList{stays, putBack, u"CA900"_s}));
    }

    void aLegThatWasToBeHungUpIsHungUpAfterTheRestart()
    {
        SwitchboardStory story;
        story.open();
        const QString sid = story.waits();
        story.ask(story.ann, Pull{sid});
        story.carrier.held.insert(u"hangUp"_s);
        story.carrier.faults[u"hangUp"_s] = {{CarrierTrouble::NotSent}};
        story.ask(story.ann, CancelRinging{sid});
        story.killAndRestart();
        story.pass(2s);
        QCOMPARE(story.leg().status, u"completed"_s);
        QVERIFY(story.journal.saved().intents.isEmpty());
        QCOMPARE(story.call(sid).state, CallState::Waiting);
    }

    void nothingLeavesBeforeItsIntentIsWrittenDown()
    {
        SwitchboardStory story;
        story.open();
        const QString pulled = story.waits();
        const QString thanked = story.waits();
        story.journal.slow = true;
        story.ask(story.ann, Pull{pulled});
        story.ask(story.ann, ThankAndRelease{thanked});
        story.pass(10ms);
        QCOMPARE(story.carrier.countOf(u"ringPhone"_s), 0);
        QCOMPARE(story.carrier.countOf(u"instruct"_s), 0);
        QCOMPARE(story.call(pulled).state, CallState::Connecting); // a second click is refused at once
        story.journal.writeDown();
        story.turn();
        QCOMPARE(story.carrier.countOf(u"ringPhone"_s), 1);
        QCOMPARE(story.carrier.countOf(u"instruct"_s), 1);
        QCOMPARE(story.call(thanked).outcome, Outcome::Thanked);
    }

    void aDiskThatNeverAnswersHoldsARequestForOneSecond()
    {
        SwitchboardStory story;
        story.open();
        const QString sid = story.waits();
        story.journal.slow = true;
        story.ask(story.ann, Pull{sid});
        story.pass(900ms);
        QCOMPARE(story.carrier.countOf(u"ringPhone"_s), 0);
        story.pass(200ms);
        QCOMPARE(story.carrier.countOf(u"ringPhone"_s), 1);
    }

    void cancelledBeforeItLeftRingsNobody()
    {
        SwitchboardStory story;
        story.open();
        const QString sid = story.waits();
        story.journal.slow = true;
        story.ask(story.ann, Pull{sid});
        story.ask(story.ann, CancelRinging{sid});
        story.journal.writeDown();
        story.pass(5s);
        QCOMPARE(story.carrier.countOf(u"ringPhone"_s), 0);
        QCOMPARE(story.call(sid).state, CallState::Waiting);
        QVERIFY(story.journal.saved().intents.isEmpty());
    }

    void theRevisionGrowsEvenIfTheLastOneWasNotSaved()
    {
        SwitchboardStory story;
        story.open();
        story.waits();
        story.journal.die();
        story.waits();
        const quint64 told = story.desk->snapshot().revision;
        story.killAndRestart();
        QVERIFY(story.desk->snapshot().revision > told);
    }

    void endedCallsKeepTheirMinute()
    {
        SwitchboardStory story;
        story.open();
        const QString sid = story.waits();
        story.hangsUp(sid);
        story.pass(40s);
        story.killAndRestart();
        QVERIFY(story.knows(sid));
        story.pass(15s);
        QVERIFY(story.knows(sid));
        story.pass(10s);
        QVERIFY(!story.knows(sid));
        QVERIFY(story.journal.past.contains(sid));
    }

    void killedWhileAPullWaitsForTheLegBefore_data()
    {
        QTest::addColumn<bool>("answered");
        QTest::newRow("the leg before is known") << true;
        QTest::newRow("the leg before has to be found") << false;
    }
    void killedWhileAPullWaitsForTheLegBefore()
    {
        QFETCH(bool, answered);
        SwitchboardStory story;
        story.open();
        const QString sid = story.waits();
        if (!answered)
            story.carrier.faults[u"ringPhone"_s] = {{CarrierTrouble::Unclear, true}};
        story.ask(story.ann, Pull{sid});
        story.carrier.held.insert(u"hangUp"_s);
        QVERIFY(!story.ask(story.ann, CancelRinging{sid}));
        QVERIFY(!story.ask(story.ann, Pull{sid}));
        QCOMPARE(story.carrier.legs.size(), 1);
        story.killAndRestart();
        story.pass(30s);
        QCOMPARE(story.carrier.legs.size(), 1); // nothing rings on its own after a restart
        QCOMPARE(story.carrier.legs.first().status, u"completed"_s);
        QCOMPARE(story.call(sid).state, CallState::Waiting);
        QVERIFY(!story.call(sid).remark.isEmpty());
        QCOMPARE(story.phone(story.ann).state, PhoneState::Down);
        QVERIFY(story.journal.saved().intents.isEmpty());
        story.connects(sid, story.ann);
        QCOMPARE(story.call(sid).state, CallState::Connected);
    }

    void stoppedBetweenTheKeyAndTheMove()
    {
        SwitchboardStory story;
        story.open();
        const QString sid = story.waits();
        story.ask(story.ann, Pull{sid});
        story.answers(story.leg().sid);
        [[maybe_unused]] const auto stopped = story.desk->stop(); // a key pressed now still gets its answer
        story.presses(story.leg().sid, u"1"_s);
        story.killAndRestart();
        story.pass(5s);
        QCOMPARE(story.call(sid).state, CallState::Waiting);
        QCOMPARE(story.leg().status, u"completed"_s); // nobody sits alone in a studio
        QCOMPARE(story.phone(story.ann).state, PhoneState::Down);
    }
};

QTEST_GUILESS_MAIN(TestRestart)
#include "test_restart.moc"
