// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "helpers/switchboard_story.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace anteroom::calls;
using anteroom::test::FakeCarrier;
using anteroom::test::SwitchboardStory;

namespace {

const QString priya = u"+14085550142"_s;

/// A desk, and what happens to calls back at it.
class Story : public SwitchboardStory
{
public:
    std::optional<Refusal> callsBack(const QString &number = priya)
    {
        return ask(ann, CallBack{number, {}, {u"Priya Raman"_s}});
    }
    Call outbound() const
    {
        for (const Call &call : desk->snapshot().calls)
            if (call.outbound)
                return call;
        return {};
    }
    /// My phone is answered and 1 is pressed.
    QString takesMyPhone()
    {
        const QString mine = leg().sid;
        answers(mine);
        presses(mine, u"1"_s);
        return mine;
    }
    void progress(const QString &sid, const QString &status)
    {
        carrier.leg(sid)->status = status;
        tell(LegProgress{carrier.leg(sid)->intent, sid, status});
    }
};

} // namespace

class TestCallBacks : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void myPhoneFirstThenTheirs()
    {
        Story story;
        story.open();
        QVERIFY(!story.callsBack());
        QCOMPARE(story.carrier.countOf(u"ringPhone"_s), 1);
        QCOMPARE(story.carrier.countOf(u"callOut"_s), 0);
        QVERIFY(story.outbound().isPlanned());
        QCOMPARE(story.outbound().state, CallState::Calling);
        const QString mine = story.leg().sid;
        const Steps prompt = story.answers(mine);
        QVERIFY(std::get<AskKeys>(prompt.first()).prompt.contains(u"Priya Raman"_s));
        story.presses(mine, u"1"_s);
        QCOMPARE(story.carrier.count(u"callOut "_s + priya), 1);
        const FakeCarrier::Leg theirs = story.leg();
        QCOMPARE(story.outbound().sid, theirs.sid);
        const auto join = std::get<JoinStudio>(theirs.callOut.whenAnswered.first());
        QCOMPARE(join.room, story.phone(story.ann).room);
        QVERIFY(!join.asSeat);
        QCOMPARE(join.intent,
                 theirs.intent); // the late end of this visit is not taken for that of a later one
        story.progress(theirs.sid, u"ringing"_s);
        QCOMPARE(story.call(theirs.sid).state, CallState::Calling);
        story.progress(theirs.sid, u"in-progress"_s);
        QCOMPARE(story.call(theirs.sid).state, CallState::Connected);
        QCOMPARE(story.call(theirs.sid).seat, story.ann.name);
        QCOMPARE(story.call(theirs.sid).joining, theirs.intent);
        story.progress(theirs.sid, u"completed"_s);
        QCOMPARE(story.call(theirs.sid).outcome, Outcome::Talked);
        QCOMPARE(story.phone(story.ann).state, PhoneState::Down); // nobody is left in the studio
    }

    void aPhoneThatIsOnIsNotRung()
    {
        Story story;
        story.open();
        story.ask(story.ann, KeepPhoneOn{true});
        story.takesMyPhone();
        QVERIFY(!story.callsBack());
        QCOMPARE(story.carrier.countOf(u"ringPhone"_s), 1);
        QCOMPARE(story.carrier.countOf(u"callOut"_s), 1);
    }

    void busyAndNoAnswerAreSaid_data()
    {
        QTest::addColumn<QString>("status");
        QTest::addColumn<QString>("word");
        QTest::newRow("busy") << u"busy"_s << u"busy"_s;
        QTest::newRow("no answer") << u"no-answer"_s << u"did not answer"_s;
        QTest::newRow("failed") << u"failed"_s << u"could not be reached"_s;
    }
    void busyAndNoAnswerAreSaid()
    {
        QFETCH(QString, status);
        QFETCH(QString, word);
        Story story;
        story.open();
        story.callsBack();
        const QString mine = story.takesMyPhone();
        const QString theirs = story.leg().sid;
        story.progress(theirs, status);
        QVERIFY2(story.notices.last().contains(word), qPrintable(story.notices.last()));
        QVERIFY(story.notices.last().contains(u"Priya Raman"_s));
        QCOMPARE(story.call(theirs).outcome, Outcome::Failed);
        QCOMPARE(story.carrier.count(u"hangUp "_s + mine), 1);
        QVERIFY(!story.journal.past.isEmpty());
        QVERIFY(story.journal.past.value(theirs).outbound);
    }

    void whoeverDoesNotTakeTheirPhoneCallsNobody()
    {
        Story story;
        story.open();
        story.callsBack();
        story.legEnds(story.leg().sid, u"no-answer"_s);
        QCOMPARE(story.carrier.countOf(u"callOut"_s), 0);
        QVERIFY(story.outbound().sid.isEmpty());
        QVERIFY(story.notices.last().contains(u"was not called"_s));
        QVERIFY(!story.notices.last().contains(u"waiting"_s));
        QVERIFY(story.journal.past.isEmpty());
        QVERIFY(!story.callsBack()); // and may try again
    }

    void ringingIsCancelled()
    {
        Story story;
        story.open();
        story.callsBack();
        const QString mine = story.leg().sid;
        QVERIFY(!story.ask(story.ann, CancelRinging{story.outbound().sid}));
        QVERIFY(story.outbound().sid.isEmpty());
        QCOMPARE(story.carrier.count(u"hangUp "_s + mine), 1);
    }

    void theOtherPhoneIsHungUp()
    {
        Story story;
        story.open();
        story.callsBack();
        story.takesMyPhone();
        const QString theirs = story.leg().sid;
        QVERIFY(!story.ask(story.ann, HangUpCall{theirs}));
        QCOMPARE(story.carrier.count(u"hangUp "_s + theirs), 1);
        QCOMPARE(story.call(theirs).state, CallState::Ended);
        QCOMPARE(story.call(theirs).outcome, Outcome::Failed);
    }

    void nobodyAnswersIntoAnEmptyStudio()
    {
        Story story;
        story.open();
        story.callsBack();
        const QString mine = story.takesMyPhone();
        const QString theirs = story.leg().sid;
        story.legEnds(mine, u"completed"_s);
        QCOMPARE(story.carrier.count(u"hangUp "_s + theirs), 1);
    }

    void nobodyIsCalledTwice()
    {
        Story story;
        story.open();
        QVERIFY(!story.callsBack());
        QVERIFY(story.callsBack());                     // a second click
        QVERIFY(story.ask(story.ben, CallBack{priya})); // another seat
        story.takesMyPhone();
        const QString theirs = story.leg().sid;
        story.progress(theirs, u"in-progress"_s);
        QVERIFY(story.callsBack());
        QCOMPARE(story.carrier.countOf(u"callOut"_s), 1);
        QCOMPARE(story.carrier.countOf(u"ringPhone"_s), 1);
    }

    void theAnswerIsLost_data()
    {
        QTest::addColumn<bool>("acts");
        QTest::newRow("but they were called") << true;
        QTest::newRow("and nobody was called") << false;
    }
    void theAnswerIsLost()
    {
        QFETCH(bool, acts);
        Story story;
        story.open();
        story.callsBack();
        story.carrier.faults[u"callOut"_s] = {{CarrierTrouble::Unclear, acts}};
        story.takesMyPhone();
        story.pass(20s);
        QCOMPARE(story.carrier.countOf(u"callOut"_s), 1); // never a second time
        if (acts) {
            QCOMPARE(story.outbound().sid, story.leg().sid);
        } else {
            QVERIFY(story.outbound().sid.isEmpty());
            QVERIFY(story.notices.last().contains(u"nobody was called"_s));
        }
    }

    void newsComeBeforeTheAnswer()
    {
        Story story;
        story.open();
        story.callsBack();
        story.carrier.held.insert(u"callOut"_s);
        story.takesMyPhone();
        const QString intent = story.journal.saved().intents.first().id;
        story.tell(LegProgress{intent, u"LEG2"_s, u"in-progress"_s});
        QCOMPARE(story.call(u"LEG2"_s).state, CallState::Connected);
        story.carrier.release(u"callOut"_s);
        story.turn();
        QCOMPARE(story.desk->snapshot().calls.size(), 1);
    }

    void thePollAloneSeesTheAnswer()
    {
        Story story;
        story.options.publicUrl.clear();
        story.open();
        story.callsBack();
        const QString mine = story.leg().sid;
        story.carrier.leg(mine)->status = u"in-progress"_s;
        story.carrier.leg(mine)->room = story.phone(story.ann).room;
        story.pass(10s);
        QCOMPARE(story.carrier.countOf(u"callOut"_s), 1);
        const QString theirs = story.leg().sid;
        story.carrier.leg(theirs)->status = u"in-progress"_s;
        story.pass(10s);
        QCOMPARE(story.call(theirs).state, CallState::Connected);
        QCOMPARE(story.call(theirs).caller.number, priya);
        story.carrier.endLeg(theirs);
        story.pass(10s);
        QCOMPARE(story.call(theirs).outcome, Outcome::Talked);
    }

    void killedWhileTheyAreCalled()
    {
        Story story;
        story.open();
        story.callsBack();
        story.carrier.held.insert(u"callOut"_s);
        story.takesMyPhone();
        story.killAndRestart();
        story.pass(20s);
        // The request had left when the program died, so that it acted.
        QCOMPARE(story.carrier.countOf(u"callOut"_s), 1);
        QVERIFY(story.outbound().sid == story.leg().sid || story.outbound().sid.isEmpty());
        QVERIFY(story.journal.saved().intents.isEmpty());
    }

    void whoCanNotBeCalled()
    {
        Story story;
        story.open();
        QVERIFY(story.callsBack({}));
        QVERIFY(story.callsBack(u"sip:a@b"_s));
        QVERIFY(story.callsBack(story.options.line.number));
        QVERIFY(story.callsBack(story.ann.phone));
        const QString waiting = story.waits();
        QVERIFY(story.callsBack(story.call(waiting).caller.number));
        QCOMPARE(story.ask(story.vic, CallBack{priya})->code, RefusalCode::NotAllowed);
        story.ann.phone.clear();
        QCOMPARE(story.callsBack()->code, RefusalCode::NoPhone);
        QCOMPARE(story.carrier.countOf(u"ringPhone"_s), 0);
    }

    void whoLeavesTheStudioHearsGoodbye()
    {
        Story story;
        story.open();
        story.callsBack();
        story.takesMyPhone();
        const QString theirs = story.leg().sid;
        // The news that they have answered got lost.
        const Steps steps = story.cue(theirs, u"left_studio"_s, u"completed"_s);
        QCOMPARE(story.call(theirs).outcome, Outcome::Talked);
        QVERIFY(std::holds_alternative<HangUp>(steps.last()));
    }
};

QTEST_GUILESS_MAIN(TestCallBacks)
#include "test_call_backs.moc"
