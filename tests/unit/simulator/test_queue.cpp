// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/calls.h"
#include "simulator/queues.h"
#include "stage.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace anteroom;

class TestQueue : public QObject
{
    Q_OBJECT
private slots:
    void callersWaitAndHearTheDocumentAgain();
    void leaveGoesToTheAction();
    void aFullQueueTurnsAway();
    void hangingUpIsReported();
    void dequeueTakesTheChosenOneOnce_data();
    void dequeueTakesTheChosenOneOnce();
    void frontOfAnEmptyQueue();
    void onlyEmptyQueuesAreDeleted();
    void aLostWaitDocument_data();
    void aLostWaitDocument();
    void hostedMusicNeedsNobody();
    void putBackGoesToTheTail();
    void dialTakesTheFrontAfterAWhisper();
    void dialWaitsForALaterCallerOrGivesUp();
    void aMemberMayLag();
    void thousandsWaitWithoutWork();

private:
    static QString queueSid(Stage &stage) { return stage.world.queues().list().constFirst().sid; }
    static void prepare(Stage &stage)
    {
        stage.answer("/voice"_ba,
                     R"(<Enqueue waitUrl="/wait" action="/left">line</Enqueue><Say>next</Say>)"_ba);
        stage.answer("/wait"_ba, "<Say>you wait</Say><Pause length=\"9\"/>"_ba);
        stage.answer("/left"_ba, "<Pause length=\"600\"/>"_ba);
    }
};

void TestQueue::callersWaitAndHearTheDocumentAgain()
{
    Stage stage;
    prepare(stage);
    QVERIFY(stage.world.queues().list().isEmpty());
    stage.dial(u"+12025550121"_s);
    stage.pass(5s);
    const QString second = stage.dial(u"+12025550122"_s);
    QCOMPARE(stage.place(second), u"queue"_s);
    QCOMPARE(stage.last("/wait"_ba, "QueuePosition"_ba), "2"_ba);
    QCOMPARE(stage.last("/wait"_ba, "CurrentQueueSize"_ba), "2"_ba);
    QCOMPARE(stage.last("/wait"_ba, "MaxQueueSize"_ba), "1000"_ba);
    QCOMPARE(stage.last("/wait"_ba, "AvgQueueTime"_ba), "2"_ba);
    QCOMPARE(stage.last("/wait"_ba, "CallStatus"_ba), "in-progress"_ba);
    stage.pass(11s);
    QCOMPARE(stage.on("/wait"_ba).size(), 4); // each of the two a second time, by itself
    QVERIFY(stage.last("/wait"_ba, "QueueTime"_ba).toInt() >= 9);
    const auto members = stage.world.queues().members(queueSid(stage));
    QCOMPARE(members->size(), 2);
    QCOMPARE(members->constLast().callSid, second);
    QCOMPARE(members->constLast().waitTime, 11);
}

void TestQueue::leaveGoesToTheAction()
{
    Stage stage;
    prepare(stage);
    stage.answer("/wait"_ba, "<Pause length=\"3\"/><Leave/>"_ba);
    stage.dial();
    stage.pass(4s);
    QCOMPARE(stage.last("/left"_ba, "QueueResult"_ba), "leave"_ba);
    QCOMPARE(stage.last("/left"_ba, "QueueTime"_ba), "3"_ba);
    QCOMPARE(stage.world.queues().list().constFirst().currentSize, 0);
}

void TestQueue::aFullQueueTurnsAway()
{
    Stage stage;
    prepare(stage);
    QVERIFY(stage.world.queues().create(u"line"_s, 1));
    stage.dial(u"+12025550121"_s);
    stage.dial(u"+12025550122"_s);
    QCOMPARE(stage.last("/left"_ba, "QueueResult"_ba), "queue-full"_ba);
    QVERIFY(!stage.on("/left"_ba).constLast().form.contains("QueueSid"));
    QVERIFY(stage.errors().contains(14207));
    QCOMPARE(stage.world.queues().list().constFirst().currentSize, 1);
}

void TestQueue::hangingUpIsReported()
{
    Stage stage;
    prepare(stage);
    const QString sid = stage.dial();
    QVERIFY(stage.world.calls().hangUp(sid));
    stage.settle();
    QCOMPARE(stage.last("/left"_ba, "QueueResult"_ba), "hangup"_ba);
    QCOMPARE(stage.last("/left"_ba, "CallStatus"_ba), "completed"_ba);
    QCOMPARE(stage.world.queues().list().constFirst().currentSize, 0);
    stage.world.guesses().hangupActionSilent = true;
    QVERIFY(stage.world.calls().hangUp(stage.dial()));
    stage.settle();
    QCOMPARE(stage.on("/left"_ba).size(), 1);
}

void TestQueue::dequeueTakesTheChosenOneOnce_data()
{
    QTest::addColumn<bool>("as400");
    QTest::newRow("gone is 404") << false;
    QTest::newRow("gone is 400") << true;
}

void TestQueue::dequeueTakesTheChosenOneOnce()
{
    QFETCH(bool, as400);
    Stage stage;
    prepare(stage);
    stage.answer("/studio"_ba, "<Pause length=\"60\"/>"_ba);
    stage.world.guesses().dequeueGone400 = as400;
    const QString first = stage.dial(u"+12025550121"_s);
    const QString second = stage.dial(u"+12025550122"_s);
    auto &queues = stage.world.queues();
    QCOMPARE(queues.dequeue(queueSid(stage), second, {u"ftp://x"_s}).error().code, 21205);
    const auto taken = queues.dequeue(queueSid(stage), second, {stage.url(u"/studio"_s)});
    QCOMPARE(taken->callSid, second);
    QCOMPARE(taken->position, 1);
    QCOMPARE(queues.members(queueSid(stage))->size(), 1);
    const auto again = queues.dequeue(queueSid(stage), second, {stage.url(u"/studio"_s)});
    QCOMPARE(again.error().status, as400 ? 400 : 404);
    stage.pass(500ms); // the interrupted verb's action first ...
    QCOMPARE(stage.last("/left"_ba, "QueueResult"_ba), "redirected"_ba);
    QVERIFY(stage.on("/studio"_ba).isEmpty());
    stage.pass(500ms); // ... then the target, which alone controls the call
    QCOMPARE(stage.on("/studio"_ba).size(), 1);
    stage.pass(10s);
    QCOMPARE(stage.verbs(second).last(), u"Pause"_s);
    QCOMPARE(queues.dequeue(queueSid(stage), u"Front"_s, {stage.url(u"/studio"_s)})->callSid, first);
}

void TestQueue::frontOfAnEmptyQueue()
{
    Stage stage;
    const QString sid = stage.world.queues().create(u"empty"_s)->sid;
    QCOMPARE(stage.world.queues().member(sid, u"Front"_s).error().status, 404);
    stage.world.guesses().frontEmpty400 = true;
    QCOMPARE(stage.world.queues().member(sid, u"Front"_s).error().status, 400);
    QCOMPARE(stage.world.queues().create(QString(65, u'x')).error().code, 20002);
    QCOMPARE(stage.world.queues().create(u"empty"_s).error().status, 409);
    QVERIFY(!stage.world.queues().create(u"big"_s, 5001));
}

void TestQueue::onlyEmptyQueuesAreDeleted()
{
    Stage stage;
    prepare(stage);
    const QString call = stage.dial();
    const QString sid = queueSid(stage);
    QCOMPARE(stage.world.queues().remove(sid).error().status, 409);
    QVERIFY(stage.world.calls().hangUp(call));
    stage.settle();
    QVERIFY(stage.world.queues().remove(sid));
    QCOMPARE(stage.world.queues().remove(sid).error().status, 404);
    stage.dial();
    QVERIFY(queueSid(stage) != sid); // made anew by the next Enqueue
}

void TestQueue::aLostWaitDocument_data()
{
    QTest::addColumn<bool>("ends");
    QTest::newRow("the fallback takes over") << false;
    QTest::newRow("the call ends") << true;
}

void TestQueue::aLostWaitDocument()
{
    QFETCH(bool, ends);
    Stage stage;
    prepare(stage);
    stage.world.guesses().waitFetchEnds = ends;
    // The fallback is hosted by the phone company, so that it works without our side.
    const QString twiml =
        u"%3CResponse%3E%3CEnqueue%20waitUrl%3D%22http%3A%2F%2Ftwimlets.com%2Fholdmusic%3FBucket%3D"
        "com.twilio.music.rock%22%3Eline%3C%2FEnqueue%3E%3C%2FResponse%3E"_s;
    stage.pointNumber(stage.url(u"/voice"_s), u"http://twimlets.com/echo?Twiml="_s + twiml);
    const QString sid = stage.dial();
    QCOMPARE(stage.place(sid), u"queue"_s);
    stage.close();
    stage.pass(3min);
    if (ends) {
        QCOMPARE(stage.status(sid), u"completed"_s);
        QVERIFY(stage.verbs(sid).contains(u"ApplicationError"_s));
    } else {
        QCOMPARE(stage.status(sid), u"in-progress"_s);
        QCOMPARE(stage.place(sid), u"queue"_s);
        QCOMPARE(stage.world.queues().members(queueSid(stage))->size(), 1);
        QCOMPARE(stage.verbs(sid).last(), u"Play"_s);
    }
}

void TestQueue::hostedMusicNeedsNobody()
{
    Stage stage;
    stage.answer("/voice"_ba, "<Enqueue>line</Enqueue>"_ba);
    const QString sid = stage.dial();
    stage.close();
    const auto before = stage.world.webhooks().log().size();
    stage.pass(60min);
    QCOMPARE(stage.place(sid), u"queue"_s);
    const auto log = stage.world.webhooks().log();
    QVERIFY(log.size() > before && log.size() < before + 20);
    QVERIFY(log.constLast().hosted);
}

void TestQueue::putBackGoesToTheTail()
{
    for (const bool keeps : {false, true}) {
        Stage stage;
        prepare(stage);
        stage.world.guesses().putBackKeepsPlace = keeps;
        stage.answer("/again"_ba, R"(<Enqueue waitUrl="/wait">line</Enqueue>)"_ba);
        const QString first = stage.dial(u"+12025550121"_s);
        stage.pass(2s);
        stage.dial(u"+12025550122"_s);
        QVERIFY(stage.world.queues().dequeue(queueSid(stage), first, {stage.url(u"/again"_s)}));
        stage.pass(3s);
        const auto members = stage.world.queues().members(queueSid(stage));
        QCOMPARE(members->size(), 2);
        QCOMPARE(members->constFirst().callSid == first, keeps);
    }
}

void TestQueue::dialTakesTheFrontAfterAWhisper()
{
    Stage stage;
    prepare(stage);
    stage.answer("/whisper"_ba, "<Say>we connect you now</Say>"_ba);
    stage.answer("/dialled"_ba, "<Pause length=\"60\"/>"_ba);
    const QString caller = stage.dial(u"+12025550121"_s);
    stage.pass(4s);
    stage.answer("/voice"_ba, R"(<Dial action="/dialled"><Queue url="/whisper">line</Queue></Dial>)"_ba);
    const QString owner = stage.dial(u"+12025550199"_s);
    QCOMPARE(stage.last("/whisper"_ba, "DequeingCallSid"_ba), owner.toUtf8());
    QCOMPARE(stage.last("/whisper"_ba, "CallSid"_ba), caller.toUtf8());
    QCOMPARE(stage.last("/whisper"_ba, "QueueTime"_ba), "4"_ba);
    stage.pass(5s);
    QCOMPARE(stage.place(caller), u"dial"_s);
    QCOMPARE(stage.world.calls().whereabouts(owner).with, caller);
    QVERIFY(stage.world.calls().hangUp(owner));
    stage.settle();
    QCOMPARE(stage.last("/left"_ba, "QueueResult"_ba), "bridged"_ba);
    QCOMPARE(stage.last("/dialled"_ba, "DialCallStatus"_ba), "completed"_ba);
    QCOMPARE(stage.last("/dialled"_ba, "DialBridged"_ba), "true"_ba);
    QCOMPARE(stage.status(caller), u"in-progress"_s); // its action's document goes on
}

void TestQueue::dialWaitsForALaterCallerOrGivesUp()
{
    Stage stage;
    prepare(stage);
    QVERIFY(stage.world.queues().create(u"line"_s));
    stage.answer("/dialled"_ba, "<Hangup/>"_ba);
    stage.answer("/voice"_ba, R"(<Dial action="/dialled" timeout="20"><Queue>line</Queue></Dial>)"_ba);
    const QString patient = stage.dial(u"+12025550198"_s);
    stage.pass(10s);
    QCOMPARE(stage.status(patient), u"in-progress"_s);
    prepare(stage);
    const QString caller = stage.dial(u"+12025550121"_s);
    stage.settle();
    QCOMPARE(stage.world.calls().whereabouts(patient).with, caller);
    stage.answer("/voice"_ba, R"(<Dial action="/dialled" timeout="20"><Queue>line</Queue></Dial>)"_ba);
    stage.dial(u"+12025550199"_s);
    stage.pass(21s);
    QCOMPARE(stage.last("/dialled"_ba, "DialCallStatus"_ba), "no-answer"_ba);
    stage.answer("/voice"_ba, R"(<Dial action="/dialled"><Queue>nowhere</Queue></Dial>)"_ba);
    stage.dial(u"+12025550197"_s);
    QCOMPARE(stage.last("/dialled"_ba, "DialCallStatus"_ba), "failed"_ba);
}

void TestQueue::aMemberMayLag()
{
    Stage stage;
    prepare(stage);
    stage.world.guesses().memberLags = true;
    const QString sid = stage.dial();
    QVERIFY(stage.world.calls().hangUp(sid));
    stage.settle();
    QCOMPARE(stage.world.queues().members(queueSid(stage))->size(), 1);
    QVERIFY(!stage.world.queues().dequeue(queueSid(stage), sid, {stage.url(u"/left"_s)}));
    stage.pass(2s);
    QCOMPARE(stage.world.queues().members(queueSid(stage))->size(), 0);
}

void TestQueue::thousandsWaitWithoutWork()
{
    Stage stage;
    stage.pointNumber(
        u"http://twimlets.com/echo?Twiml=%3CResponse%3E%3CEnqueue%3Eline%3C%2FEnqueue%3E%3C%2FResponse%3E"_s);
    QVERIFY(stage.world.queues().create(u"line"_s, 5000));
    simulator::IncomingCall call;
    call.to = u"+14155550100"_s;
    for (int i = 0; i < 5000; ++i) {
        call.from = u"+1202555%1"_s.arg(i, 4, 10, QChar(u'0'));
        QVERIFY(stage.world.calls().dial(call));
    }
    stage.pass(1s);
    QCOMPARE(stage.world.queues().list().constFirst().currentSize, 5000);
    // Each has one piece of music running and its length limit; nothing else is due within the next minute.
    QVERIFY(stage.world.clock().pending() <= 2 * 5000 + 10);
    QVERIFY(stage.world.clock().untilNext() >= 60s);
}

QTEST_GUILESS_MAIN(TestQueue)
#include "test_queue.moc"
