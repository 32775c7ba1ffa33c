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

using Phase = CloseOutStatus::Phase;

namespace {

CloseOutCall entry(const SwitchboardStory &story, const QString &sid)
{
    for (const CloseOutCall &call : story.desk->closeOut().calls)
        if (call.sid == sid)
            return call;
    return {};
}

} // namespace

class TestCloseOut : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void theLineClosesFirstAndEverybodyIsThanked()
    {
        SwitchboardStory story;
        story.open();
        const QString one = story.waits();
        const QString two = story.waits();
        story.carrier.held.insert(u"pointLine"_s);
        QVERIFY(!story.ask(story.ann, StartCloseOut{Treatment::Thank, u"Good night."_s, {}}));
        story.pass(1s);
        QCOMPARE(story.carrier.countOf(u"instruct"_s), 0);
        QVERIFY(!story.desk->line().open);
        story.carrier.release(u"pointLine"_s);
        story.turn();
        story.pass(1s);
        for (const QString &sid : {one, two}) {
            QCOMPARE(story.call(sid).outcome, Outcome::Thanked);
            QCOMPARE(story.carrier.people[sid].hears, (Steps{Say{u"Good night."_s}, HangUp{}}));
            QCOMPARE(entry(story, sid).treated, Treated::Done);
        }
        QCOMPARE(story.desk->closeOut().phase, Phase::Running);
        story.pass(1min);
        QCOMPARE(story.desk->closeOut().phase, Phase::Finished);
        QCOMPARE(story.desk->closeOut().done, 2);
        QCOMPARE(story.journal.saved().closeOut->done, 2); // the summary is kept
        QCOMPARE(story.ask(story.ann, RetryCloseOut{})->code, RefusalCode::WrongState);
    }

    void everyoneIsCoveredWhereverTheyAre()
    {
        SwitchboardStory story;
        story.open();
        const QString talks = story.waits();
        story.connects(talks, story.ann);
        const QString message = story.waits();
        story.ask(story.ben, SendToVoicemail{message});
        const QString ringing = story.dials();
        const QString connecting = story.waits();
        story.ask(story.ben, Pull{connecting});
        const QString bensLeg = story.leg().sid;
        story.ask(story.ann, StartCloseOut{});
        story.pass(1s);
        QCOMPARE(story.call(ringing).outcome, Outcome::Thanked);
        QCOMPARE(story.call(connecting).outcome, Outcome::Thanked);
        QCOMPARE(story.carrier.leg(bensLeg)->status, u"completed"_s); // the seat's leg is cancelled
        QCOMPARE(story.call(talks).state, CallState::Connected);
        QCOMPARE(entry(story, talks).treated, Treated::LeftAlone);
        QVERIFY(!entry(story, talks).remark.isEmpty());
        QCOMPARE(story.call(message).state, CallState::LeavingMessage);
        QCOMPARE(entry(story, message).treated, Treated::LeftAlone);
        // Put back meanwhile, and a late one who was in the greeting when the line closed
        story.pass(5s);
        story.ask(story.ann, PutOnHold{talks});
        story.pass(1s);
        QCOMPARE(story.call(talks).outcome, Outcome::Thanked);
        QCOMPARE(entry(story, talks).treated, Treated::Done);
        QCOMPARE(story.desk->closeOut().phase, Phase::Running);
        FakeCarrier::Person late;
        late.where = Where::Queue;
        late.enqueued = story.clock.now();
        story.carrier.people.insert(u"CA950"_s, late);
        story.pass(6s);
        QCOMPARE(story.carrier.people[u"CA950"_s].where, Where::Goodbye);
        story.pass(10s);
        QCOMPARE(story.desk->closeOut().phase, Phase::Running); // not yet quiet for long enough
        story.pass(30s);
        QCOMPARE(story.desk->closeOut().phase, Phase::Finished);
        QCOMPARE(story.desk->closeOut().calls.size(), 5);
        QCOMPARE(story.desk->closeOut().total, 4); // nothing is to be done for whoever leaves a message
        QCOMPARE(story.desk->closeOut().done, 4);
    }

    void leaveAMessageForTheShow()
    {
        SwitchboardStory story;
        story.open();
        const QString sid = story.waits();
        story.ask(story.ann, StartCloseOut{Treatment::Message, u"Tell us after the beep."_s, {}});
        story.pass(1s);
        QCOMPARE(story.call(sid).state, CallState::LeavingMessage);
        QCOMPARE(story.carrier.people[sid].hears.first(), Step(Say{u"Tell us after the beep."_s}));
        QCOMPARE(entry(story, sid).treated, Treated::Done);
    }

    void aTextIsSpokenToo()
    {
        SwitchboardStory story;
        story.open();
        const QString mobile = story.waits();
        const QString landline = story.waits();
        const QString withheld = story.waits();
        story.carrier.kinds.insert(story.call(landline).caller.number, LineKind::Landline);
        story.killAndRestart();
        const QString number = story.call(mobile).caller.number;
        // The third one's number is withheld.
        story.hangsUp(withheld);
        story.tell(CallArrived{u"CA960"_s, story.options.line.number, {}});
        story.carrier.people.insert(u"CA960"_s, {});
        story.tell(CallAsks{u"CA960"_s, u"greeted"_s, {}, 0, {}, {}, {}, {}});
        story.ask(story.ann, StartCloseOut{Treatment::Text, u"Thank you, bye."_s, {}});
        story.pass(2s);
        QCOMPARE(story.carrier.texts, (QList<QPair<QString, QString>>{{number, u"Thank you, bye."_s}}));
        for (const QString &sid : {mobile, landline, u"CA960"_s}) {
            QCOMPARE(story.carrier.people[sid].hears.first(), Step(Say{u"Thank you, bye."_s}));
            QCOMPARE(entry(story, sid).treated, Treated::Done);
        }
    }

    void aTextWhoseAnswerIsLostIsNotSentTwice()
    {
        SwitchboardStory story;
        story.open();
        const QString sid = story.waits();
        story.carrier.faults[u"sendText"_s] = {{CarrierTrouble::Unclear, true}};
        story.ask(story.ann, StartCloseOut{Treatment::Text, {}, {}});
        story.pass(30s);
        QCOMPARE(story.carrier.texts.size(), 1);
        QCOMPARE(entry(story, sid).treated, Treated::Done);
        QVERIFY(story.journal.saved().intents.isEmpty());
    }

    void stoppedHalfWayAndTakenUpAgain()
    {
        SwitchboardStory story;
        story.options.closeOutParallel = 2;
        story.carrier.latency = 100ms;
        story.open();
        QStringList sids;
        for (int i = 0; i < 10; ++i)
            sids << story.waits();
        story.ask(story.ann, StartCloseOut{});
        story.pass(350ms);
        story.ask(story.ann, StopCloseOut{});
        story.pass(5s);
        QCOMPARE(story.desk->closeOut().phase, Phase::Stopped);
        const int done = story.desk->closeOut().done;
        QVERIFY(done >= 2 && done < 10);
        QCOMPARE(story.queue().size(), 10 - done); // the others still hear music
        QVERIFY(!story.ask(story.ann, RetryCloseOut{}));
        story.pass(1min);
        QCOMPARE(story.desk->closeOut().phase, Phase::Finished);
        QCOMPARE(story.desk->closeOut().done, 10);
        for (const QString &sid : sids)
            QCOMPARE(story.carrier.count(u"instruct "_s + sid), 1);
    }

    void whatFailedIsTriedAgain()
    {
        SwitchboardStory story;
        story.open();
        const QString sid = story.waits();
        const QString gone = story.waits();
        story.carrier.faults[u"instruct"_s] = {{CarrierTrouble::Refused}, {CarrierTrouble::Refused}};
        story.ask(story.ann, StartCloseOut{});
        story.pass(1min);
        QCOMPARE(story.desk->closeOut().failed, 2);
        QVERIFY(!entry(story, sid).remark.isEmpty());
        story.hangsUp(gone);
        QVERIFY(!story.ask(story.ann, RetryCloseOut{}));
        story.pass(1min);
        QCOMPARE(story.desk->closeOut().failed, 0);
        QCOMPARE(story.desk->closeOut().done, 2);
        QCOMPARE(story.journal.past.value(sid).outcome, Outcome::Thanked);
    }

    void onlyTheseCalls()
    {
        SwitchboardStory story;
        story.open();
        const QString chosen = story.waits();
        const QString other = story.waits();
        const QString later = story.waits();
        story.ask(story.ann, StartCloseOut{Treatment::Thank, u"One."_s, {chosen}});
        story.ask(story.ann, StartCloseOut{Treatment::Message, u"Two."_s, {later}});
        story.pass(1s);
        QCOMPARE(story.carrier.people[chosen].hears.first(), Step(Say{u"One."_s}));
        QCOMPARE(story.carrier.people[later].hears.first(), Step(Say{u"Two."_s}));
        QCOMPARE(story.call(later).state, CallState::LeavingMessage);
        QCOMPARE(story.call(other).state, CallState::Waiting);
        QCOMPARE(story.desk->closeOut().phase, Phase::Finished);
    }

    void aNewOneForgetsWhatAnOldOneWanted()
    {
        SwitchboardStory story;
        story.open();
        const QString sid = story.waits();
        story.carrier.faults[u"instruct"_s] = {{CarrierTrouble::Refused}};
        story.ask(story.ann, StartCloseOut{Treatment::Message, u"Tell us."_s, {sid}});
        story.ask(story.ann, StopCloseOut{});
        story.pass(1s);
        QCOMPARE(story.call(sid).state, CallState::Waiting);
        QVERIFY(!story.ask(story.ann, StartCloseOut{Treatment::Thank, u"Good night."_s, {}}));
        story.pass(1s);
        QCOMPARE(story.call(sid).outcome, Outcome::Thanked);
        QCOMPARE(story.carrier.people[sid].hears.first(), Step(Say{u"Good night."_s}));
    }

    void unknownCallsAreRefused()
    {
        SwitchboardStory story;
        story.open();
        const auto refusal = story.ask(story.ann, StartCloseOut{Treatment::Thank, {}, {u"CAnobody"_s}});
        QVERIFY(refusal);
        QCOMPARE(refusal->code, RefusalCode::UnknownCall);
        QVERIFY(story.desk->line().open);
    }

    void aThousandCallersKeepAllLanesBusy()
    {
        SwitchboardStory story;
        story.options.closeOutParallel = 8;
        story.options.manners.greeting.clear();
        story.open();
        for (int i = 0; i < 1000; ++i)
            story.dials();
        story.carrier.latency = 100ms;
        story.carrier.mostInFlight = 0;
        story.ask(story.ann, StartCloseOut{});
        const QDateTime begun = story.clock.now();
        // On the story's own clock: 1000 requests of 100 ms, eight side by side.
        while (story.desk->closeOut().done < 1000 && begun.msecsTo(story.clock.now()) < 60000)
            story.pass(100ms);
        const qint64 took = begun.msecsTo(story.clock.now());
        QCOMPARE(story.desk->closeOut().done, 1000);
        QVERIFY2(took <= qint64(1.2 * 1000 * 100 / 8), qPrintable(QString::number(took)));
        QCOMPARE(story.carrier.countOf(u"instruct"_s), 1000);
    }

    void tooManyAtOnceSlowsItDownAndLosesNobody()
    {
        SwitchboardStory story;
        story.options.manners.greeting.clear();
        story.open();
        for (int i = 0; i < 60; ++i)
            story.dials();
        story.carrier.latency = 100ms;
        story.carrier.rate = 3;
        story.ask(story.ann, StartCloseOut{});
        story.pass(2min);
        QCOMPARE(story.desk->closeOut().done, 60);
        QCOMPARE(story.desk->closeOut().failed, 0);
        for (const FakeCarrier::Person &person : std::as_const(story.carrier.people))
            QCOMPARE(person.where, Where::Goodbye);
    }

    void oneLaneIsTheLeast()
    {
        SwitchboardStory story;
        story.options.closeOutParallel = 1;
        story.open();
        const QString sid = story.waits();
        story.carrier.faults[u"instruct"_s] = {
            {CarrierTrouble::Limited}, {CarrierTrouble::Limited}, {CarrierTrouble::Limited}};
        story.ask(story.ann, StartCloseOut{});
        story.pass(10s);
        QCOMPARE(story.call(sid).outcome, Outcome::Thanked);
    }

    void goesOnAfterARestart()
    {
        SwitchboardStory story;
        story.options.closeOutParallel = 2;
        story.open();
        for (int i = 0; i < 6; ++i)
            story.waits();
        story.carrier.latency = 100ms;
        story.ask(story.ann, StartCloseOut{});
        story.pass(250ms);
        story.killAndRestart();
        story.pass(1min);
        QCOMPARE(story.desk->closeOut().phase, Phase::Finished);
        QCOMPARE(story.desk->closeOut().done, 6);
        for (const FakeCarrier::Person &person : std::as_const(story.carrier.people))
            QCOMPARE(person.where, Where::Goodbye);
    }

    void anUnclearGoodbyeIsReadNotRepeated()
    {
        SwitchboardStory story;
        story.open();
        const QString sid = story.waits();
        story.carrier.faults[u"instruct"_s] = {{CarrierTrouble::Unclear, true}};
        story.ask(story.ann, StartCloseOut{});
        story.pass(5s);
        QCOMPARE(story.carrier.countOf(u"instruct"_s), 1);
        QCOMPARE(entry(story, sid).treated, Treated::Done);
        QCOMPARE(story.call(sid).outcome, Outcome::Thanked);
    }

    void whoIsLeftAloneIsNotWaitedFor()
    {
        SwitchboardStory story;
        story.open();
        const QString talking = story.waits();
        const QString waiting = story.waits();
        story.connects(talking, story.ann);
        story.ask(story.ann, StartCloseOut{});
        story.pass(1s);
        QCOMPARE(story.desk->closeOut().total, 1);
        QCOMPARE(story.desk->closeOut().done, 1);
        QCOMPARE(story.call(waiting).outcome, Outcome::Thanked);
        story.ask(story.ann, PutOnHold{talking}); // now they are
        story.pass(1s);
        QCOMPARE(story.desk->closeOut().total, 2);
        QCOMPARE(story.desk->closeOut().done, 2);
    }

    void refusedForLoadAndRepeatedUnseen()
    {
        SwitchboardStory story;
        story.open();
        for (int i = 0; i < 100; ++i)
            story.waits();
        story.pass(3s);
        story.carrier.latency = 100ms;
        story.ask(story.ann, StartCloseOut{});
        story.desk->noteLimited();
        story.carrier.mostInFlight = 0;
        story.pass(1s);
        const int most = story.carrier.mostInFlight; // four, and perhaps a poll
        QVERIFY2(most >= 3 && most <= 6, qPrintable(QString::number(most)));
    }
};

QTEST_GUILESS_MAIN(TestCloseOut)
#include "test_close_out.moc"
