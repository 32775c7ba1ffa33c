// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "helpers/switchboard_story.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace anteroom::calls;
using anteroom::test::SwitchboardStory;

namespace {

/// As the desk lists it; with an empty SID where it does not.
MissedCall missed(const SwitchboardStory &story, const QString &sid)
{
    for (const MissedCall &call : story.desk->missedCalls())
        if (call.sid == sid)
            return call;
    return {};
}

} // namespace

class TestMissedCalls : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void whoHangsUpWhileWaitingIsMissed()
    {
        SwitchboardStory story;
        story.open();
        QSignalSpy told(story.desk.get(), &Switchboard::missedCallsChanged);
        const QString sid = story.waits(u"Tom Brandt"_s);
        story.pass(95s);
        QVERIFY(story.desk->missedCalls().isEmpty());
        story.hangsUp(sid);
        QCOMPARE(told.size(), 1);
        const MissedCall call = missed(story, sid);
        QVERIFY(call.why == MissedWhy::HungUp);
        QCOMPARE(call.waitedSeconds, 95);
        QCOMPARE(call.caller.name, u"Tom Brandt"_s);
        QVERIFY(!call.isDone());
    }

    void everyReasonHasItsName()
    {
        SwitchboardStory story;
        story.open();
        const QString away = story.waits();
        story.ask(story.ann, HangUpCall{away});
        story.pass(1s);
        QVERIFY(missed(story, away).why == MissedWhy::TurnedAway);

        const QString full = story.dials();
        story.cue(full, u"left_queue"_s, u"queue-full"_s);
        story.hangsUp(full);
        QVERIFY(missed(story, full).why == MissedWhy::QueueFull);

        story.ask(story.ann, CloseLine{});
        const QString late = story.dials();
        QVERIFY(missed(story, late).why == MissedWhy::AfterHours);
        QCOMPARE(missed(story, late).waitedSeconds, 0);
    }

    void whoWasSeenToIsNotMissed()
    {
        SwitchboardStory story;
        story.open();
        const QString talked = story.waits();
        story.connects(talked, story.ann);
        story.hangsUp(talked);
        const QString thanked = story.waits();
        story.ask(story.ann, ThankAndRelease{thanked});
        story.pass(1s);
        const QString message = story.waits();
        story.ask(story.ann, SendToVoicemail{message});
        story.pass(1s);
        story.cue(message, u"recorded"_s, {}, u"RE1"_s, 12);
        QVERIFY(story.desk->missedCalls().isEmpty());
    }

    /// The phone company's mailbox took over, and the news of the message is late.
    void aMessageFoundLaterTakesThemOffTheList()
    {
        SwitchboardStory story;
        story.open();
        const QString sid = story.waits();
        story.hangsUp(sid);
        QCOMPARE(missed(story, sid).sid, sid);
        story.tell(RecordingReady{sid, u"RE1"_s, 20, false});
        QCOMPARE(story.call(sid).outcome, Outcome::Voicemail);
        QVERIFY(missed(story, sid).sid.isEmpty());
        QVERIFY(story.journal.saved().missedCalls.isEmpty());
    }

    void doneByHandAndTakenBack()
    {
        SwitchboardStory story;
        story.open();
        const QString sid = story.waits();
        story.hangsUp(sid);
        story.pass(10s);
        QVERIFY(!story.ask(story.ben, MarkMissed{sid, true}));
        QVERIFY(missed(story, sid).end == MissedEnd::ByHand);
        QCOMPARE(missed(story, sid).endAt, story.clock.now());
        QVERIFY(!story.ask(story.ben, MarkMissed{sid, false}));
        QVERIFY(!missed(story, sid).isDone());
        QCOMPARE(story.ask(story.vic, MarkMissed{sid, true})->code, RefusalCode::NotAllowed);
        QCOMPARE(story.ask(story.ann, MarkMissed{u"CAnobody"_s, true})->code, RefusalCode::WrongState);
    }

    void whoCallsAgainAndIsTalkedToIsDone()
    {
        SwitchboardStory story;
        story.open();
        const QString number = u"+14085559999"_s;
        const QString first = story.waits(u"Tom Brandt"_s, number);
        story.hangsUp(first);
        const QString somebody = story.waits();
        story.hangsUp(somebody);
        const QString withheld = story.waitsWithheld();
        story.hangsUp(withheld);
        story.pass(2min);
        const QDateTime again = story.clock.now();
        const QString second = story.waits(u"Tom Brandt"_s, number);
        QVERIFY(!missed(story, first).isDone()); // they may hang up again
        story.connects(second, story.ann);
        QVERIFY(missed(story, first).end == MissedEnd::CalledAgain);
        QCOMPARE(missed(story, first).endAt, again);
        QVERIFY(!missed(story, somebody).isDone());
        const QString unknown = story.waitsWithheld();
        story.connects(unknown, story.ben);
        QVERIFY(!missed(story, withheld).isDone()); // withheld is not the same person
    }

    void theListOutlivesTheProgram()
    {
        SwitchboardStory story;
        story.open();
        const QString open = story.waits();
        story.hangsUp(open);
        const QString done = story.waits();
        story.hangsUp(done);
        story.ask(story.ann, MarkMissed{done, true});
        const QString unheard = story.waits();
        story.hangsUpUnheard(unheard); // while the desk is dead
        story.killAndRestart();
        story.pass(10s);
        QVERIFY(!missed(story, open).sid.isEmpty());
        QVERIFY(!missed(story, open).isDone());
        QVERIFY(missed(story, done).isDone());
        QVERIFY(missed(story, unheard).why == MissedWhy::HungUp);
    }

    void aListThatNobodyWorksOffStaysBounded()
    {
        SwitchboardStory story;
        story.options.manners.greeting.clear();
        story.open();
        const QString oldest = story.dials();
        story.hangsUp(oldest);
        story.pass(1s);
        const QString done = story.dials();
        story.hangsUp(done);
        story.ask(story.ann, MarkMissed{done, true});
        for (int i = 0; i < 499; ++i)
            story.hangsUp(story.dials());
        QCOMPARE(story.desk->missedCalls().size(), 500);
        QVERIFY(missed(story, done).sid.isEmpty()); // what is done goes first
        QVERIFY(!missed(story, oldest).sid.isEmpty());
    }

    void aLongListIsToldAtMostNowAndThen()
    {
        SwitchboardStory story;
        story.options.manners.greeting.clear();
        story.open();
        QSignalSpy told(story.desk.get(), &Switchboard::missedCallsChanged);
        for (int i = 0; i < 300; ++i)
            story.hangsUp(story.dials());
        const auto newest = [&] { return told.last().first().value<QList<MissedCall>>().size(); };
        QTRY_COMPARE(newest(), 300);
        QVERIFY(told.size() < 300);
    }

    void whoWasCalledBackIsSeenTo()
    {
        SwitchboardStory story;
        story.open();
        const QString sid = story.waits(u"Maria"_s);
        story.hangsUp(sid);
        QVERIFY(story.ask(story.ann, CallBack{{}, sid})); // withheld
        QVERIFY(!story.ask(story.ann, CallBack{missed(story, sid).caller.number, sid}));
        const QString mine = story.leg().sid;
        const Steps prompt = story.answers(mine);
        QVERIFY(std::get<AskKeys>(prompt.first()).prompt.contains(u"Maria"_s));
        story.presses(mine, u"1"_s);
        const QString theirs = story.leg().sid;
        QVERIFY(!missed(story, sid).isDone());
        story.tell(LegProgress{story.leg().intent, theirs, u"in-progress"_s});
        QVERIFY(missed(story, sid).end == MissedEnd::CalledBack);
        story.hangsUp(theirs);
        QCOMPARE(story.desk->missedCalls().size(), 1);
    }

    void whoCouldNotBeReachedStaysOpen()
    {
        SwitchboardStory story;
        story.open();
        const QString sid = story.waits();
        story.hangsUp(sid);
        story.ask(story.ann, CallBack{missed(story, sid).caller.number, sid});
        story.presses(story.leg().sid, u"1"_s);
        story.legEnds(story.leg().sid, u"no-answer"_s);
        QVERIFY(!missed(story, sid).isDone());
        QCOMPARE(story.desk->missedCalls().size(), 1);
    }
};

QTEST_GUILESS_MAIN(TestMissedCalls)
#include "test_missed_calls.moc"
