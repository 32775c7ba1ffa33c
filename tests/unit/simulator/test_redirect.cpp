// SPDX-FileCopyrightText: 2026 The Anteroom developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/calls.h"
#include "simulator/conferences.h"
#include "simulator/queues.h"
#include "stage.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace anteroom;

/// Taking a living call somewhere else over REST (facts 9.2).
class TestRedirect : public QObject
{
    Q_OBJECT
private slots:
    void outOfADialTheActionComesFirst();
    void theChildCanBeTakenAway();
    void outOfAQueue_data();
    void outOfAQueue();
    void outOfABridge();
    void outOfAConferenceAtOnce();
    void aSecondRedirectOvertakesTheFirst();
    void aHangUpOvertakesTheRedirect();
    void inlineDocumentsAndTheirLimits();
    void onlyLivingAnsweredCalls();

private:
    static bool redirect(Stage &stage, const QString &sid, const QString &path)
    {
        simulator::UpdateCall update;
        update.url = simulator::WebAddress{stage.url(path)};
        return stage.world.calls().update(sid, update).has_value();
    }
    static QByteArrayList paths(Stage &stage, qsizetype from)
    {
        QByteArrayList result;
        for (const auto &each : stage.asked.sliced(from))
            result.append(each.path);
        return result;
    }
    static void prepare(Stage &stage)
    {
        stage.answer("/dialled"_ba, "<Say>this must not control the call</Say>"_ba);
        stage.answer("/left"_ba, "<Say>this must not control the call</Say>"_ba);
        stage.answer("/target"_ba, "<Pause length=\"60\"/>"_ba);
        stage.answer("/other"_ba, "<Pause length=\"60\"/>"_ba);
    }
};

void TestRedirect::outOfADialTheActionComesFirst()
{
    Stage stage;
    prepare(stage);
    stage.answer("/voice"_ba, R"(<Dial action="/dialled">+12025550177</Dial>)"_ba);
    const QString caller = stage.dial();
    stage.pass(10s);
    const auto before = stage.asked.size();
    QVERIFY(redirect(stage, caller, u"/target"_s));
    QCOMPARE(stage.child(caller).status, simulator::CallStatus::InProgress);
    stage.pass(200ms);
    QCOMPARE(stage.child(caller).status, simulator::CallStatus::Completed);
    stage.pass(1s);
    QCOMPARE(paths(stage, before), (QByteArrayList{"/dialled"_ba, "/target"_ba}));
    QCOMPARE(stage.last("/dialled"_ba, "DialCallStatus"_ba),
             "completed"_ba); // as if the other side had hung up
    QVERIFY(stage.last("/dialled"_ba, "DialCallDuration"_ba).toInt() >= 5);
    stage.pass(5s);
    QCOMPARE(stage.verbs(caller).last(), u"Pause"_s);
    QVERIFY(!stage.verbs(caller).contains(u"Say"_s));
}

void TestRedirect::theChildCanBeTakenAway()
{
    Stage stage;
    prepare(stage);
    stage.answer("/dialled"_ba, "<Pause length=\"60\"/>"_ba);
    stage.answer("/voice"_ba, R"(<Dial action="/dialled">+12025550177</Dial>)"_ba);
    const QString caller = stage.dial();
    stage.pass(10s);
    const QString child = stage.child(caller).sid;
    QVERIFY(redirect(stage, child, u"/target"_s));
    stage.pass(1s);
    QCOMPARE(stage.last("/target"_ba, "CallSid"_ba), child.toUtf8());
    QCOMPARE(stage.status(child), u"in-progress"_s);
    QCOMPARE(stage.last("/dialled"_ba, "CallSid"_ba), caller.toUtf8());
    QVERIFY(!stage.on("/dialled"_ba).constLast().form.contains("DialCallDuration"));
    QCOMPARE(stage.status(caller), u"in-progress"_s);
}

void TestRedirect::outOfAQueue_data()
{
    QTest::addColumn<bool>("silent");
    QTest::addColumn<bool>("after");
    QTest::addColumn<QByteArrayList>("expected");
    QTest::newRow("before") << false << false << QByteArrayList{"/left"_ba, "/target"_ba};
    QTest::newRow("after") << false << true << QByteArrayList{"/target"_ba, "/left"_ba};
    QTest::newRow("silent") << true << false << QByteArrayList{"/target"_ba};
}

void TestRedirect::outOfAQueue()
{
    QFETCH(bool, silent);
    QFETCH(bool, after);
    QFETCH(QByteArrayList, expected);
    Stage stage;
    prepare(stage);
    stage.world.guesses().enqueueActionSilent = silent;
    stage.world.guesses().actionAfterTarget = after;
    stage.answer("/voice"_ba, R"(<Enqueue waitUrl="" action="/left">line</Enqueue>)"_ba);
    const QString caller = stage.dial();
    stage.pass(7s);
    const auto before = stage.asked.size();
    QVERIFY(redirect(stage, caller, u"/target"_s));
    QCOMPARE(stage.world.queues().list().constFirst().currentSize, 0); // left at once
    stage.pass(2s);
    QCOMPARE(paths(stage, before), expected);
    if (!silent) {
        QCOMPARE(stage.last("/left"_ba, "QueueResult"_ba), "redirected"_ba);
        QCOMPARE(stage.last("/left"_ba, "QueueTime"_ba), "7"_ba);
    }
    QCOMPARE(stage.verbs(caller).last(), u"Pause"_s);
}

void TestRedirect::outOfABridge()
{
    Stage stage;
    prepare(stage);
    stage.answer("/voice"_ba, R"(<Enqueue waitUrl="" action="/left">line</Enqueue>)"_ba);
    const QString caller = stage.dial(u"+12025550121"_s);
    stage.answer("/voice"_ba, R"(<Dial action="/dialled"><Queue>line</Queue></Dial>)"_ba);
    stage.dial(u"+12025550199"_s);
    stage.settle();
    QCOMPARE(stage.place(caller), u"dial"_s);
    QVERIFY(redirect(stage, caller, u"/target"_s));
    stage.pass(1s);
    QCOMPARE(stage.last("/left"_ba, "QueueResult"_ba), "redirected-from-bridged"_ba);
    QCOMPARE(stage.last("/dialled"_ba, "DialCallStatus"_ba), "completed"_ba);
    QCOMPARE(stage.on("/target"_ba).size(), 1);
}

void TestRedirect::outOfAConferenceAtOnce()
{
    Stage stage;
    prepare(stage);
    stage.answer("/voice"_ba,
                 R"(<Dial action="/dialled"><Conference waitUrl="">studio</Conference></Dial>)"_ba);
    const QString caller = stage.dial();
    QVERIFY(redirect(stage, caller, u"/target"_s));
    QCOMPARE(stage.world.conferences().list().constFirst().status, u"completed"_s);
    stage.pass(1s);
    QCOMPARE(stage.last("/dialled"_ba, "DialCallStatus"_ba), "answered"_ba);
    QCOMPARE(stage.verbs(caller).last(), u"Pause"_s);
}

void TestRedirect::aSecondRedirectOvertakesTheFirst()
{
    Stage stage;
    prepare(stage);
    stage.answer("/voice"_ba, R"(<Enqueue waitUrl="" action="/left">line</Enqueue>)"_ba);
    const QString caller = stage.dial();
    QVERIFY(redirect(stage, caller, u"/target"_s));
    stage.pass(100ms);
    QVERIFY(redirect(stage, caller, u"/other"_s));
    stage.pass(2s);
    QVERIFY(stage.on("/target"_ba).isEmpty());
    QCOMPARE(stage.on("/other"_ba).size(), 1);
    QCOMPARE(stage.on("/left"_ba).size(), 1);
}

void TestRedirect::aHangUpOvertakesTheRedirect()
{
    Stage stage;
    prepare(stage);
    stage.answer("/voice"_ba, R"(<Enqueue waitUrl="" action="/left">line</Enqueue>)"_ba);
    const QString caller = stage.dial();
    QVERIFY(redirect(stage, caller, u"/target"_s));
    QVERIFY(stage.world.calls().hangUp(caller));
    stage.pass(2s);
    QVERIFY(stage.on("/target"_ba).isEmpty());
    QCOMPARE(stage.status(caller), u"completed"_s);
}

void TestRedirect::inlineDocumentsAndTheirLimits()
{
    Stage stage;
    prepare(stage);
    stage.answer("/voice"_ba, "<Say>hello</Say><Pause length=\"60\"/>"_ba);
    const QString caller = stage.dial();
    simulator::UpdateCall update;
    update.twiml = u"<Response>"_s + QString(4000, u' ') + u"</Response>"_s;
    QCOMPARE(stage.world.calls().update(caller, update).error().code, 32018);
    update.twiml =
        u"<Response><Say>inline</Say><Gather action=\"relative\" actionOnEmptyResult=\"true\"/></Response>"_s;
    QVERIFY(stage.world.calls().update(caller, update));
    stage.pass(10s);
    QVERIFY(stage.errors().contains(11100));
    update.url = simulator::WebAddress{stage.url(u"/target"_s)};
    QVERIFY(!stage.world.calls().update(caller, update));
}

void TestRedirect::onlyLivingAnsweredCalls()
{
    Stage stage;
    prepare(stage);
    stage.answer("/voice"_ba, "<Pause length=\"60\"/>"_ba);
    const QString ringing = stage.dial();
    QVERIFY(!redirect(stage, ringing, u"/target"_s));
    QVERIFY(stage.world.calls().hangUp(ringing));
    simulator::UpdateCall update;
    update.url = simulator::WebAddress{stage.url(u"/target"_s)};
    const auto refused = stage.world.calls().update(ringing, update);
    QCOMPARE(refused.error().status, 400);
    QCOMPARE(refused.error().code, 21220);
    QCOMPARE(stage.world.calls().update(u"CAnobody"_s, update).error().code, 20404);
    QCOMPARE(stage.status(ringing), u"no-answer"_s);
}

QTEST_GUILESS_MAIN(TestRedirect)
#include "test_redirect.moc"
