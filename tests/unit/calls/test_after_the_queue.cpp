// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "helpers/switchboard_story.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace anteroom::calls;
using anteroom::test::FakeCarrier;
using anteroom::test::SwitchboardStory;
using Where = FakeCarrier::Where;
using Phase = CloseOutStatus::Phase;

/// How callers leave the queue, and what becomes of the queue when the show is over.
class TestAfterTheQueue : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everyResultIsKept_data()
    {
        QTest::addColumn<QString>("kept");
        QTest::addColumn<CallState>("state");
        using enum CallState;
        QTest::newRow("bridged") << u"bridged"_s << Waiting;
        QTest::newRow("bridging-in-process") << u"bridging-in-process"_s << Waiting;
        QTest::newRow("redirected") << u"redirected"_s << Waiting;
        QTest::newRow("redirected-from-bridged") << u"redirected-from-bridged"_s << Waiting;
        QTest::newRow("leave") << u"leave"_s << Waiting;
        QTest::newRow("hangup") << u"hangup"_s << Ended;
        QTest::newRow("queue-full") << u"queue-full"_s << LeavingMessage;
        QTest::newRow("error") << u"error"_s << LeavingMessage;
        QTest::newRow("system-error") << u"system-error"_s << Ended;
        QTest::newRow("Teleported  Away") << u"teleported away"_s << Waiting; // in tomorrow's version
        QTest::newRow(QByteArray(60, 'x').constData()) << QString(40, u'x') << Waiting;
    }
    void everyResultIsKept()
    {
        QFETCH(QString, kept);
        QFETCH(CallState, state);
        SwitchboardStory story;
        story.open();
        const QString sid = story.waits();
        story.cue(sid, u"left_queue"_s, QString::fromLatin1(QTest::currentDataTag()));
        QCOMPARE(story.call(sid).state, state);
        story.hangsUp(sid);
        QCOMPARE(story.journal.past.value(sid).queueResults, QStringList{kept});
    }

    void aWayIsCountedOncePerCall()
    {
        SwitchboardStory story;
        story.open();
        const QString sid = story.waits();
        story.cue(sid, u"left_queue"_s, u"leave"_s);
        story.cue(sid, u"left_queue"_s, u"leave"_s);
        story.cue(sid, u"left_queue"_s, {});
        story.connects(sid, story.ann);
        story.cue(sid, u"left_queue"_s, u"redirected"_s);
        story.ask(story.ann, PutOnHold{sid});
        story.pass(1s);
        story.killAndRestart();
        story.cue(sid, u"left_queue"_s, u"hangup"_s);
        story.cue(sid, u"left_queue"_s, u"redirected"_s); // late and repeated
        QCOMPARE(story.journal.past.value(sid).queueResults,
                 (QStringList{u"leave"_s, u"redirected"_s, u"hangup"_s}));
    }

    void strangersCannotFillTheRow()
    {
        SwitchboardStory story;
        story.open();
        const QString sid = story.waits();
        for (int i = 0; i < 100; ++i)
            story.cue(sid, u"left_queue"_s, u"new-%1"_s.arg(i));
        QCOMPARE(story.call(sid).queueResults.size(), 20);
    }

    void theQueueIsDeletedOnceItIsEmpty()
    {
        SwitchboardStory story;
        story.options.manners.deleteQueue = true;
        story.open();
        const QString talks = story.waits();
        story.connects(talks, story.ann);
        story.waits();
        story.ask(story.ann, StartCloseOut{});
        story.pass(10s);
        QCOMPARE(story.carrier.countOf(u"deleteQueue"_s), 0); // whoever hears the greeting may still join
        story.pass(30s);
        QCOMPARE(story.desk->closeOut().phase, Phase::Finished);
        QCOMPARE(story.carrier.requests.count(u"deleteQueue show"_s), 1);
        QVERIFY(story.desk->closeOut().queueDeleted);
        QVERIFY(story.journal.saved().closeOut->queueDeleted);
        QVERIFY(!story.carrier.queueExists);
        QCOMPARE(story.call(talks).state, CallState::Connected);

        // It is missed by nobody, and comes back with the next show.
        story.pass(1min);
        QVERIFY(!story.desk->queueStatus().exists.value_or(true));
        QVERIFY(story.desk->connection().carrierProblem.isEmpty());
        QVERIFY(!story.ask(story.ann, OpenLine{}));
        const QString next = story.waits();
        QVERIFY(story.carrier.queueExists);
        QVERIFY(story.desk->queueStatus().exists.value_or(false));
        story.pass(1min);
        QCOMPARE(story.call(next).state, CallState::Waiting);
        QCOMPARE(story.carrier.countOf(u"deleteQueue"_s), 1);
    }

    void itStaysWhereNotSet()
    {
        SwitchboardStory story;
        story.open();
        story.waits();
        story.ask(story.ann, StartCloseOut{});
        story.pass(5min);
        QCOMPARE(story.desk->closeOut().phase, Phase::Finished);
        QCOMPARE(story.carrier.countOf(u"deleteQueue"_s), 0);
    }

    void somebodyInItIsWaitedFor()
    {
        SwitchboardStory story;
        story.options.manners.deleteQueue = true;
        story.open();
        const QString chosen = story.waits();
        const QString other = story.waits();
        story.ask(story.ann, StartCloseOut{Treatment::Thank, {}, {chosen}});
        story.pass(1min);
        QCOMPARE(story.desk->closeOut().phase, Phase::Finished);
        QCOMPARE(story.carrier.countOf(u"deleteQueue"_s), 0);
        story.hangsUp(other);
        story.pass(10s);
        QCOMPARE(story.carrier.countOf(u"deleteQueue"_s), 1);
    }

    /// The phone company knows of somebody whom we have not heard of yet.
    void aRefusalIsNoTrouble()
    {
        SwitchboardStory story;
        story.options.manners.deleteQueue = true;
        story.open();
        story.waits();
        story.carrier.faults[u"deleteQueue"_s] = {{CarrierTrouble::Refused}, {CarrierTrouble::Unclear, true}};
        story.ask(story.ann, StartCloseOut{});
        story.pass(3min);
        QCOMPARE(story.carrier.countOf(u"deleteQueue"_s), 3); // each time looked at afresh
        QVERIFY(story.desk->closeOut().queueDeleted);
        QVERIFY(story.notices.isEmpty());
    }

    void itIsGivenUpInTheEnd()
    {
        SwitchboardStory story;
        story.options.manners.deleteQueue = true;
        story.open();
        story.waits();
        for (int i = 0; i < 20; ++i)
            story.carrier.faults[u"deleteQueue"_s].append({CarrierTrouble::Refused});
        story.ask(story.ann, StartCloseOut{});
        story.pass(30min);
        QCOMPARE(story.carrier.countOf(u"deleteQueue"_s), 5);
        QVERIFY(!story.desk->closeOut().queueDeleted);
        QVERIFY(story.notices.isEmpty());
    }

    void anOpenedLineKeepsIt()
    {
        SwitchboardStory story;
        story.options.manners.deleteQueue = true;
        story.open();
        story.waits();
        story.carrier.faults[u"deleteQueue"_s] = {{CarrierTrouble::Refused}};
        story.ask(story.ann, StartCloseOut{});
        story.pass(25s);
        QCOMPARE(story.carrier.countOf(u"deleteQueue"_s), 1);
        story.ask(story.ann, OpenLine{});
        story.pass(5min);
        QCOMPARE(story.carrier.countOf(u"deleteQueue"_s), 1);
    }

    void killedBeforeItIsDeletedAfterwards()
    {
        SwitchboardStory story;
        story.options.manners.deleteQueue = true;
        story.open();
        story.waits();
        story.carrier.held.insert(u"deleteQueue"_s);
        story.ask(story.ann, StartCloseOut{});
        story.pass(1min);
        QCOMPARE(story.desk->closeOut().phase, Phase::Finished);
        story.killAndRestart();
        story.pass(10s);
        QVERIFY(story.desk->closeOut().queueDeleted);
        story.killAndRestart();
        story.pass(1min);
        QCOMPARE(story.carrier.countOf(u"deleteQueue"_s), 2);
    }

    void everyoneKeepsTheirOwnTreatmentOverARestart()
    {
        SwitchboardStory story;
        story.open();
        const QString one = story.waits();
        const QString two = story.waits();
        const QString three = story.waits();
        story.carrier.held.insert(u"pointLine"_s);
        story.ask(story.ann, StartCloseOut{Treatment::Thank, u"One."_s, {one}});
        story.ask(story.ann, StartCloseOut{Treatment::Message, u"Two."_s, {two}});
        story.ask(story.ann, StartCloseOut{Treatment::Text, u"Three."_s, {three}});
        story.killAndRestart();
        story.pass(2s);
        QCOMPARE(story.carrier.people[one].hears.first(), Step(Say{u"One."_s}));
        QCOMPARE(story.call(one).outcome, Outcome::Thanked);
        QCOMPARE(story.carrier.people[two].hears.first(), Step(Say{u"Two."_s}));
        QCOMPARE(story.call(two).state, CallState::LeavingMessage);
        QCOMPARE(story.carrier.people[three].hears.first(), Step(Say{u"Three."_s}));
        QCOMPARE(story.carrier.texts.size(), 1);
    }

    void theirOwnWordsAreSettledAfterARestartToo()
    {
        SwitchboardStory story;
        story.open();
        const QString one = story.waits();
        const QString two = story.waits();
        story.carrier.held.insert(u"instruct"_s);
        story.ask(story.ann, StartCloseOut{Treatment::Thank, u"One."_s, {one}});
        story.ask(story.ann, StartCloseOut{Treatment::Message, u"Two."_s, {two}});
        story.pass(1s);
        story.killAndRestart(); // both had been asked for, and neither was done
        story.pass(30s);
        QCOMPARE(story.carrier.people[one].hears.first(), Step(Say{u"One."_s}));
        QCOMPARE(story.carrier.people[two].hears.first(), Step(Say{u"Two."_s}));
    }

    /// What has been asked for before the restart is not mixed with what is asked for after it.
    void newWordsAfterARestartAreForTheOthers()
    {
        SwitchboardStory story;
        story.open();
        const QString one = story.waits();
        const QString two = story.waits();
        story.carrier.held.insert(u"instruct"_s);
        story.ask(story.ann, StartCloseOut{Treatment::Thank, u"One."_s, {one}});
        story.pass(1s);
        story.journal.die();
        story.close();
        story.journal.revive();
        story.carrier.held = {u"status"_s}; // it takes a while to find out what became of it
        story.open();
        story.ask(story.ann, StartCloseOut{Treatment::Message, u"Two."_s, {one, two}});
        story.carrier.release(u"status"_s);
        story.pass(30s);
        QCOMPARE(story.carrier.people[one].hears.first(), Step(Say{u"One."_s}));
        QCOMPARE(story.call(one).outcome, Outcome::Thanked);
        QCOMPARE(story.carrier.people[two].hears.first(), Step(Say{u"Two."_s}));
        const CloseOutStatus status = story.desk->closeOut();
        QCOMPARE(status.find(one)->text, u"One."_s);
        QCOMPARE(status.done, 2);
    }

    void aFailedOneKeepsItsOwnTreatment()
    {
        SwitchboardStory story;
        story.open();
        const QString sid = story.waits();
        const QString other = story.waits();
        story.carrier.faults[u"instruct"_s] = {{CarrierTrouble::Refused}};
        story.carrier.held.insert(u"pointLine"_s);
        story.ask(story.ann, StartCloseOut{Treatment::Message, u"Tell us."_s, {sid}});
        story.ask(story.ann, StartCloseOut{Treatment::Thank, u"Bye."_s, {other}});
        story.carrier.release(u"pointLine"_s);
        story.pass(5s);
        QCOMPARE(story.desk->closeOut().failed, 1);
        story.killAndRestart();
        QVERIFY(!story.ask(story.ann, RetryCloseOut{}));
        story.pass(5s);
        QCOMPARE(story.carrier.people[sid].hears.first(), Step(Say{u"Tell us."_s}));
    }

    void theLineHasItsOwnWordsForTheNextShow()
    {
        SwitchboardStory story;
        story.options.manners.nextShow = {u"Tell the next show."_s, u"Polly.Amy"_s, u"en-GB"_s};
        story.open();
        const QString sid = story.waits();
        story.ask(story.ann, StartCloseOut{Treatment::Message, {}, {}});
        story.pass(1s);
        QCOMPARE(story.carrier.people[sid].hears.first(),
                 Step(Say{u"Tell the next show."_s, u"Polly.Amy"_s, u"en-GB"_s}));
    }

    void textsThatAreOffAreSpokenOnly()
    {
        SwitchboardStory story;
        story.options.manners.textsOn = false;
        story.open();
        const QString sid = story.waits();
        story.ask(story.ann, StartCloseOut{Treatment::Text, u"Bye."_s, {}});
        story.pass(5s);
        QCOMPARE(story.call(sid).outcome, Outcome::Thanked);
        QCOMPARE(story.carrier.people[sid].hears.first(), Step(Say{u"Bye."_s}));
        QCOMPARE(story.carrier.countOf(u"sendText"_s) + story.carrier.countOf(u"kindOf"_s), 0);
    }

    void theQueueSaysHowLongAndHowMany()
    {
        SwitchboardStory story;
        story.carrier.queueExists = false;
        story.carrier.held.insert(u"waiting"_s);
        story.open();
        QVERIFY(!story.desk->queueStatus().exists); // nothing has been answered yet
        story.carrier.release(u"waiting"_s);
        story.turn();
        QCOMPARE(story.desk->queueStatus(), (QueueStatus{false, 0, 0}));
        story.waits();
        story.pass(60s);
        const QString two = story.waits();
        story.pass(30s);
        QCOMPARE(story.desk->queueStatus(), (QueueStatus{true, 2, 60}));
        story.hangsUp(two);
        QCOMPARE(story.desk->queueStatus(), (QueueStatus{true, 1, 90}));
    }
};

QTEST_GUILESS_MAIN(TestAfterTheQueue)
#include "test_after_the_queue.moc"
