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

class TestPulls : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    // The table of moments

    void pulled()
    {
        SwitchboardStory story;
        story.open();
        const QString first = story.waits();
        const QString chosen = story.waits(u"Tom"_s);
        QVERIFY(!story.ask(story.ann, Pull{chosen}));
        QCOMPARE(story.carrier.count(u"ringPhone +14155550111"_s), 1);
        QCOMPARE(story.call(chosen).state, CallState::Connecting);
        QCOMPARE(story.call(chosen).doing, Doing::RingingPhone);
        QCOMPARE(story.call(chosen).seat, u"Ann"_s);
        QCOMPARE(story.carrier.people[chosen].where, Where::Queue); // hears music until joined
        const QString leg = story.leg().sid;
        const Steps asked = story.answers(leg);
        QVERIFY(std::get<AskKeys>(asked.first()).prompt.contains(u"Tom"_s));
        QVERIFY(std::holds_alternative<HangUp>(asked.last())); // silence is no yes
        QCOMPARE(story.carrier.people[chosen].where, Where::Queue);
        const Steps joined = story.presses(leg, u"1"_s);
        QVERIFY(std::get<JoinStudio>(joined.first()).asSeat);
        QCOMPARE(story.call(chosen).state, CallState::Connected);
        QCOMPARE(story.carrier.people[chosen].where, Where::Studio);
        QCOMPARE(story.carrier.people[chosen].room, story.phone(story.ann).room);
        QVERIFY(!std::holds_alternative<Say>(story.carrier.people[chosen].hears.first())); // no announcement
        QCOMPARE(story.carrier.people[first].where, Where::Queue);
        QVERIFY(story.journal.saved().intents.isEmpty());
    }

    void backToHoldKeepsArrivalAndOrder()
    {
        SwitchboardStory story;
        story.open();
        const QString first = story.waits();
        story.pass(30s);
        const QString second = story.waits();
        const Call before = story.call(first);
        story.connects(first, story.ann);
        QVERIFY(!story.ask(story.ann, PutOnHold{first}));
        const Call held = story.call(first);
        QCOMPARE(held.state, CallState::Waiting);
        QCOMPARE(held.arrival, before.arrival);
        QCOMPARE(held.order, before.order);
        QCOMPARE(story.queue(), (QStringList{first, second}));
        const Steps heard = story.carrier.people[first].hears;
        QCOMPARE(heard.first(), Step(Say{story.options.manners.backInLine}));
        for (const Step &step : heard)
            QVERIFY(step != Step(Say{story.options.manners.greeting}));
        // The next pass is silent.
        QVERIFY(std::holds_alternative<WaitInQueue>(story.cue(first, u"left_queue"_s, u"leave"_s).first()));
        // The studio's own end is news that comes late, and changes nothing.
        story.cue(first, u"left_studio"_s, u"completed"_s);
        QCOMPARE(story.call(first).state, CallState::Waiting);
    }

    void seatHangsUpPhoneNotKept()
    {
        SwitchboardStory story;
        story.open();
        const QString sid = story.waits();
        const QString leg = story.connects(sid, story.ann);
        story.legEnds(leg, u"completed"_s);
        const Steps heard = story.cue(sid, u"left_studio"_s, u"completed"_s);
        QCOMPARE(heard, (Steps{Say{story.options.manners.goodbye}, HangUp{}}));
        QCOMPARE(story.call(sid).state, CallState::Ended);
        QCOMPARE(story.call(sid).outcome, Outcome::Talked);
        QCOMPARE(story.phone(story.ann).state, PhoneState::Down);
    }

    void seatHangsUpAndTheCallersCueComesFirst()
    {
        SwitchboardStory story;
        story.open();
        const QString sid = story.waits();
        const QString leg = story.connects(sid, story.ann);
        QCOMPARE(story.cue(sid, u"left_studio"_s, u"completed"_s).last(), Step(HangUp{}));
        story.legEnds(leg, u"completed"_s);
        QCOMPARE(story.call(sid).outcome, Outcome::Talked);
        QCOMPARE(story.phone(story.ann).state, PhoneState::Down);
    }

    void keptPhoneDropsOut()
    {
        SwitchboardStory story;
        story.open();
        QVERIFY(!story.ask(story.ann, KeepPhoneOn{true}));
        const QString leg = story.leg().sid;
        story.presses(leg, u"1"_s);
        QCOMPARE(story.phone(story.ann).state, PhoneState::InStudio);
        const QString sid = story.waits();
        const QDateTime arrival = story.call(sid).arrival;
        QVERIFY(!story.ask(story.ann, Pull{sid})); // at once, without ringing
        QCOMPARE(story.carrier.legs.size(), 1);
        QCOMPARE(story.call(sid).state, CallState::Connected);
        story.legEnds(leg, u"completed"_s);
        const Steps heard = story.cue(sid, u"left_studio"_s, u"completed"_s);
        QVERIFY(std::holds_alternative<WaitInQueue>(heard.first()));
        QCOMPARE(story.call(sid).state, CallState::Waiting);
        QCOMPARE(story.call(sid).arrival, arrival);
        QVERIFY(!story.call(sid).remark.isEmpty());
        QVERIFY(!story.phone(story.ann).remark.isEmpty());
        // One key rings the phone again.
        QVERIFY(!story.ask(story.ann, KeepPhoneOn{true}));
        QCOMPARE(story.carrier.legs.size(), 2);
    }

    void movedIntoAStudioThatTheSeatHadLeftUnheard()
    {
        SwitchboardStory story;
        story.open();
        story.ask(story.ann, KeepPhoneOn{true});
        const QString leg = story.leg().sid;
        story.presses(leg, u"1"_s);
        const QString sid = story.waits();
        story.carrier.endLeg(leg); // the news of it is late
        story.ask(story.ann, Pull{sid});
        QCOMPARE(story.call(sid).state, CallState::Connected);
        story.legEnds(leg, u"completed"_s);
        story.pass(15s);
        // The studio they joined ended before, so that no cue of theirs ever comes.
        QCOMPARE(story.carrier.people[sid].where, Where::Queue);
        QCOMPARE(story.call(sid).state, CallState::Waiting);
        QCOMPARE(story.carrier.countOf(u"instruct"_s), 2);
    }

    void keptPhoneAndTheCallersCueComesFirst()
    {
        for (const bool callerHungUp : {false, true}) {
            SwitchboardStory story;
            story.open();
            story.ask(story.ann, KeepPhoneOn{true});
            story.presses(story.leg().sid, u"1"_s);
            const QString sid = story.waits();
            story.ask(story.ann, Pull{sid});
            if (callerHungUp)
                story.hangsUpUnheard(sid);
            const Steps heard = story.cue(sid, u"left_studio"_s, u"completed"_s);
            QVERIFY(std::holds_alternative<WaitInQueue>(heard.first()));
            QCOMPARE(story.call(sid).state, CallState::Connected); // not known yet which
            story.pass(2s);
            QCOMPARE(story.call(sid).state, callerHungUp ? CallState::Ended : CallState::Waiting);
            if (callerHungUp)
                QCOMPARE(story.call(sid).outcome, Outcome::Talked);
        }
    }

    void seatHangsUpWhileTheCallerIsBeingMoved()
    {
        SwitchboardStory story;
        story.open();
        const QString sid = story.waits();
        story.ask(story.ann, Pull{sid});
        const QString leg = story.leg().sid;
        story.answers(leg);
        story.carrier.held.insert(u"instruct"_s);
        story.presses(leg, u"1"_s);
        QCOMPARE(story.call(sid).doing, Doing::MovingToStudio);
        story.legEnds(leg, u"completed"_s);
        story.carrier.release(u"instruct"_s);
        story.turn();
        QCOMPARE(story.call(sid).state, CallState::Waiting);
        QCOMPARE(story.carrier.people[sid].where, Where::Queue);
        QCOMPARE(story.call(sid).outcome, Outcome::None);
    }

    // What a phone may do instead of answering

    void phoneDoesNotTakeTheCall_data()
    {
        QTest::addColumn<QString>("status");
        for (const char *status : {"busy", "no-answer", "failed", "canceled", "completed"})
            QTest::newRow(status) << QString::fromLatin1(status);
    }
    void phoneDoesNotTakeTheCall()
    {
        QFETCH(QString, status);
        SwitchboardStory story;
        story.open();
        const QString sid = story.waits();
        const Call before = story.call(sid);
        story.ask(story.ann, Pull{sid});
        story.legEnds(story.leg().sid, status);
        const Call after = story.call(sid);
        QCOMPARE(after.state, CallState::Waiting);
        QCOMPARE(after.arrival, before.arrival);
        QCOMPARE(after.order, before.order);
        QVERIFY(after.seat.isEmpty());
        QVERIFY(!after.remark.isEmpty());
        QCOMPARE(story.phone(story.ann).state, PhoneState::Down);
        QVERIFY(!story.phone(story.ann).remark.isEmpty());
        QCOMPARE(story.carrier.countOf(u"instruct"_s), 0); // nothing has happened to the caller
        QVERIFY(!story.ask(story.ann, Pull{sid}));         // and may be pulled again
    }

    void declinedMailboxSilence()
    {
        for (const QString &how : {u"other key"_s, u"mailbox"_s, u"silence"_s}) {
            SwitchboardStory story;
            if (how == u"other key"_s)
                story.options.manners.askSeat = u"Press 1 to take {caller}, or 2 to leave them waiting."_s;
            story.open();
            const QString sid = story.waits();
            story.ask(story.ann, Pull{sid});
            const QString leg = story.leg().sid;
            const Steps steps = how == u"mailbox"_s
                                    ? story.tell(LegAsks{story.leg().intent, leg, {}, {}, true, {}})
                                    : story.presses(leg, how == u"silence"_s ? QString() : u"2"_s);
            QCOMPARE(steps, Steps{HangUp{}});
            QCOMPARE(story.call(sid).state, CallState::Waiting);
            // A key pressed after that takes nobody.
            QCOMPARE(story.presses(leg, u"1"_s), Steps{HangUp{}});
            QCOMPARE(story.call(sid).state, CallState::Waiting);
            QCOMPARE(story.carrier.countOf(u"instruct"_s), 0);
        }
    }

    void anyKeyTakesTheCall()
    {
        SwitchboardStory story; // in the dark, on air: the prompt names one key only
        story.open();
        const QString sid = story.waits();
        story.ask(story.ann, Pull{sid});
        story.presses(story.leg().sid, u"5"_s);
        QCOMPARE(story.call(sid).state, CallState::Connected);
    }

    void cancelled()
    {
        SwitchboardStory story;
        story.open();
        const QString sid = story.waits();
        story.ask(story.ann, Pull{sid});
        const QString leg = story.leg().sid;
        QCOMPARE(story.ask(story.ben, CancelRinging{sid})->code, RefusalCode::Taken);
        QVERIFY(!story.ask(story.ann, CancelRinging{sid}));
        QCOMPARE(story.call(sid).state, CallState::Waiting);
        QVERIFY(story.carrier.leg(leg)->status == u"completed"_s);
        QVERIFY(story.journal.saved().intents.isEmpty());
        QCOMPARE(story.ask(story.ann, CancelRinging{sid})->code, RefusalCode::WrongState);
    }

    void cancelledBeforeThePhoneCompanyHasAnswered()
    {
        SwitchboardStory story;
        story.open();
        const QString sid = story.waits();
        story.carrier.held.insert(u"ringPhone"_s);
        story.ask(story.ann, Pull{sid});
        QVERIFY(!story.ask(story.ann, CancelRinging{sid}));
        QCOMPARE(story.call(sid).state, CallState::Waiting);
        // The phone may still begin to ring: it is not rung a second time meanwhile, but right after.
        QVERIFY(!story.ask(story.ann, Pull{sid}));
        QCOMPARE(story.call(sid).state, CallState::Connecting);
        QCOMPARE(story.carrier.countOf(u"ringPhone"_s), 1);
        story.carrier.release(u"ringPhone"_s);
        story.turn();
        QCOMPARE(story.carrier.legs.size(), 2);
        QCOMPARE(story.carrier.legs.first().status, u"completed"_s);
        QCOMPARE(story.leg().status, u"ringing"_s);
        story.presses(story.leg().sid, u"1"_s);
        QCOMPARE(story.call(sid).state, CallState::Connected);
    }

    void pulledAgainWhileThePhoneIsHungUp()
    {
        SwitchboardStory story;
        story.open();
        const QString sid = story.waits();
        story.ask(story.ann, Pull{sid});
        story.carrier.faults[u"hangUp"_s] = {{CarrierTrouble::Unclear}};
        QVERIFY(!story.ask(story.ann, CancelRinging{sid}));
        QVERIFY(!story.ask(story.ann, Pull{sid}));
        QCOMPARE(story.call(sid).state, CallState::Connecting);
        QCOMPARE(story.phone(story.ann).state, PhoneState::Ringing);
        QCOMPARE(story.carrier.legs.size(), 1);
        story.pass(400ms); // a cut hang-up is asked again soon: somebody waits for it
        QCOMPARE(story.carrier.legs.first().status, u"completed"_s);
        QCOMPARE(story.carrier.legs.size(), 2);
        // And one that nobody wants any more before the phone is free never rings.
        story.carrier.faults[u"hangUp"_s] = {{CarrierTrouble::Unclear}};
        story.ask(story.ann, CancelRinging{sid});
        story.ask(story.ann, Pull{sid});
        story.ask(story.ann, CancelRinging{sid});
        story.pass(10s);
        QCOMPARE(story.carrier.legs.size(), 2);
        QCOMPARE(story.call(sid).state, CallState::Waiting);
        QVERIFY(story.journal.saved().intents.isEmpty());
    }

    void aLostAnswerIsNotSettledWithTheLegBefore()
    {
        SwitchboardStory story;
        story.open();
        const QString sid = story.waits();
        story.ask(story.ann, Pull{sid});
        story.ask(story.ann, CancelRinging{sid});
        story.carrier.faults[u"ringPhone"_s] = {{CarrierTrouble::Unclear, true}};
        story.ask(story.ann, Pull{sid});
        story.pass(2s);
        QCOMPARE(story.phone(story.ann).leg, story.leg().sid);
        QCOMPARE(story.call(sid).state, CallState::Connecting);
    }

    void theEndOfAnEarlierVisitComesLate()
    {
        SwitchboardStory story;
        story.open();
        const QString first = story.waits();
        const QString second = story.waits();
        const QString leg = story.connects(first, story.ann);
        QVERIFY(!story.ask(story.ann, Pull{second}));
        QCOMPARE(story.call(second).state, CallState::Connected);
        const QString visit = story.carrier.people[first].joined;
        QVERIFY(!visit.isEmpty());
        story.ask(story.ann, PutOnHold{first});
        story.ask(story.ann, Pull{first});
        QCOMPARE(story.call(first).state, CallState::Connected);
        QVERIFY(story.carrier.people[first].joined != visit);
        const FakeCarrier::Person before = story.carrier.people[first];
        story.cueOf(visit, first, u"left_studio"_s, u"completed"_s);
        QCOMPARE(story.call(first).state, CallState::Connected);
        story.carrier.people[first] = before; // the answer to late news is not followed
        // The same of a phone that is kept on, by a phone company that tells nothing of intents.
        story.ask(story.ann, KeepPhoneOn{true});
        story.cueOf({}, first, u"left_studio"_s, u"completed"_s);
        story.carrier.people[first] = before;
        story.pass(5s);
        QCOMPARE(story.call(first).state, CallState::Connected);
        // The end of this visit counts.
        story.ask(story.ann, KeepPhoneOn{false});
        story.cue(first, u"left_studio"_s, u"completed"_s);
        QCOMPARE(story.call(first).outcome, Outcome::Talked);
        QCOMPARE(story.carrier.leg(leg)->status, u"in-progress"_s);
    }

    void callerHangsUpWhileThePhoneRings()
    {
        SwitchboardStory story;
        story.open();
        const QString sid = story.waits();
        story.ask(story.ann, Pull{sid});
        const QString leg = story.leg().sid;
        story.hangsUp(sid);
        QCOMPARE(story.call(sid).state, CallState::Ended);
        QCOMPARE(story.call(sid).outcome, Outcome::Abandoned);
        QCOMPARE(story.carrier.leg(leg)->status, u"completed"_s); // released
        QVERIFY(!story.phone(story.ann).remark.isEmpty());
        QCOMPARE(story.answers(leg), Steps{HangUp{}});
    }

    void aLegThatCannotBeHungUpIsTriedAgain()
    {
        SwitchboardStory story;
        story.open();
        const QString sid = story.waits();
        story.ask(story.ann, Pull{sid});
        story.carrier.faults[u"hangUp"_s] = {{CarrierTrouble::NotSent}, {CarrierTrouble::Unclear}};
        story.hangsUp(sid);
        QCOMPARE(story.leg().status, u"ringing"_s);
        story.pass(10s);
        QCOMPARE(story.leg().status, u"completed"_s);
    }

    // Several at once

    void twoClicksAndTwoSeats()
    {
        SwitchboardStory story;
        story.open();
        const QString sid = story.waits();
        QVERIFY(!story.ask(story.ann, Pull{sid}));
        const auto again = story.ask(story.ann, Pull{sid});
        QCOMPARE(again->code, RefusalCode::Taken);
        QCOMPARE(again->seat, u"Ann"_s);
        const auto other = story.ask(story.ben, Pull{sid});
        QCOMPARE(other->code, RefusalCode::Taken);
        QCOMPARE(other->seat, u"Ann"_s);
        QCOMPARE(story.carrier.legs.size(), 1);
    }

    void clickAndHangUpAtTheSameMoment()
    {
        SwitchboardStory story;
        story.open();
        const QString sid = story.waits();
        story.ask(story.ann, Pull{sid});
        const QString leg = story.leg().sid;
        story.carrier.held.insert(u"instruct"_s);
        story.presses(leg, u"1"_s);
        story.hangsUp(sid); // its news is here before the answer
        story.carrier.release(u"instruct"_s);
        story.turn();
        QCOMPARE(story.call(sid).state, CallState::Ended);
        QCOMPARE(story.call(sid).outcome, Outcome::Abandoned);
        QCOMPARE(story.phone(story.ann).state, PhoneState::Down); // nobody sits alone in a studio
        QVERIFY(story.journal.saved().intents.isEmpty());
        // And the other way round: the answer tells before the news does.
        const QString next = story.waits();
        story.ask(story.ann, Pull{next});
        story.hangsUpUnheard(next);
        story.presses(story.leg().sid, u"1"_s);
        story.pass(5s);
        QCOMPARE(story.call(next).state, CallState::Ended);
        story.hangsUp(next);
        QCOMPARE(story.call(next).outcome, Outcome::Abandoned);
    }

    void somebodyIsConnectedAlready_data()
    {
        QTest::addColumn<int>("current");
        QTest::newRow("keep") << int(Current::Keep);
        QTest::newRow("hold") << int(Current::Hold);
        QTest::newRow("release") << int(Current::Release);
    }
    void somebodyIsConnectedAlready()
    {
        QFETCH(int, current);
        SwitchboardStory story;
        story.open();
        const QString first = story.waits();
        const QString second = story.waits();
        const QString leg = story.connects(first, story.ann);
        QVERIFY(!story.ask(story.ann, Pull{second, Current(current)}));
        QCOMPARE(story.carrier.legs.size(), 1); // the phone is there already
        QCOMPARE(story.call(second).state, CallState::Connected);
        QCOMPARE(story.phone(story.ann).leg, leg);
        const Call before = story.call(first);
        if (Current(current) == Current::Keep)
            QCOMPARE(before.state, CallState::Connected);
        else if (Current(current) == Current::Hold)
            QCOMPARE(before.state, CallState::Waiting);
        else
            QCOMPARE(before.outcome, Outcome::Thanked);
    }

    void theSameKeyTwice()
    {
        SwitchboardStory story;
        story.open();
        const QString sid = story.waits();
        const QString leg = story.connects(sid, story.ann);
        const int moves = story.carrier.countOf(u"instruct"_s);
        const Steps again = story.presses(leg, u"1"_s);
        QVERIFY(std::holds_alternative<JoinStudio>(again.first()));
        QCOMPARE(story.carrier.countOf(u"instruct"_s), moves);
    }

    void keepingThePhoneOff()
    {
        SwitchboardStory story;
        story.open();
        story.ask(story.ann, KeepPhoneOn{true});
        const QString leg = story.leg().sid;
        story.presses(leg, u"1"_s);
        QVERIFY(story.phone(story.ann).keepOn);
        const QString sid = story.waits();
        story.ask(story.ann, Pull{sid});
        story.hangsUp(sid);
        QCOMPARE(story.phone(story.ann).state, PhoneState::InStudio); // stays between callers
        story.ask(story.ann, KeepPhoneOn{false});
        QCOMPARE(story.phone(story.ann).state, PhoneState::Down);
        QCOMPARE(story.carrier.leg(leg)->status, u"completed"_s);
        // While it still rings
        story.ask(story.ann, KeepPhoneOn{true});
        story.ask(story.ann, KeepPhoneOn{false});
        QCOMPARE(story.leg().status, u"completed"_s);
    }

    // Troubles of ringing

    void ringingMeetsTrouble_data()
    {
        QTest::addColumn<int>("trouble");
        QTest::addColumn<bool>("acts");
        for (const auto &[name, trouble] : {std::pair{"gone", CarrierTrouble::Gone},
                                            {"refused", CarrierTrouble::Refused},
                                            {"limited", CarrierTrouble::Limited},
                                            {"not sent", CarrierTrouble::NotSent},
                                            {"unauthorised", CarrierTrouble::Unauthorised}})
            QTest::newRow(name) << int(trouble) << false;
        QTest::newRow("unclear, before") << int(CarrierTrouble::Unclear) << false;
        QTest::newRow("unclear, after") << int(CarrierTrouble::Unclear) << true;
    }
    void ringingMeetsTrouble()
    {
        QFETCH(int, trouble);
        QFETCH(bool, acts);
        SwitchboardStory story;
        story.open();
        const QString sid = story.waits();
        story.carrier.faults[u"ringPhone"_s] = {{CarrierTrouble(trouble), acts}};
        QVERIFY(!story.ask(story.ann, Pull{sid}));
        story.pass(10s);
        QCOMPARE(story.carrier.countOf(u"ringPhone"_s), 1); // never twice
        if (acts) {
            QCOMPARE(story.call(sid).state, CallState::Connecting);
            QCOMPARE(story.phone(story.ann).leg, story.leg().sid);
            story.presses(story.leg().sid, u"1"_s);
            QCOMPARE(story.call(sid).state, CallState::Connected);
        } else {
            QCOMPARE(story.call(sid).state, CallState::Waiting);
            QVERIFY(!story.call(sid).remark.isEmpty());
            QVERIFY(!story.notices.isEmpty());
            QCOMPARE(story.phone(story.ann).state, PhoneState::Down);
            QVERIFY(story.journal.saved().intents.isEmpty());
        }
    }

    void theLegsNewsComesBeforeTheAnswer()
    {
        SwitchboardStory story;
        story.open();
        const QString sid = story.waits();
        story.carrier.held.insert(u"ringPhone"_s);
        story.ask(story.ann, Pull{sid});
        const QString intent = story.journal.saved().intents.first().id;
        story.tell(LegAsks{intent, u"LEG1"_s, {}, {}, false, {}});
        story.tell(LegAsks{intent, u"LEG1"_s, u"key"_s, u"1"_s, false, {}});
        QCOMPARE(story.call(sid).state, CallState::Connected);
        story.carrier.release(u"ringPhone"_s);
        story.turn();
        QCOMPARE(story.call(sid).state, CallState::Connected);
        QCOMPARE(story.phone(story.ann).leg, u"LEG1"_s);
    }

    void intentsAreWrittenBeforeRequestsLeave()
    {
        SwitchboardStory story;
        story.open();
        const QString sid = story.waits();
        story.carrier.held = {u"ringPhone"_s, u"instruct"_s, u"hangUp"_s};
        QVERIFY(!story.ask(story.ann, Pull{sid}));
        QCOMPARE(story.journal.saved().intents.size(), 1);
        QCOMPARE(story.journal.saved().intents.first().kind, IntentKind::RingPhone);
        QCOMPARE(story.journal.saved().intents.first().sid, sid);
        QCOMPARE(story.journal.saved().calls.first().state, CallState::Connecting);
    }
};

QTEST_GUILESS_MAIN(TestPulls)
#include "test_pulls.moc"
